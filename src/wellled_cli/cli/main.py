"""The command line: its commands, and what becomes of what goes wrong."""

import sys
from collections.abc import Iterable
from typing import NoReturn

import typer

from wellled_cli.cli.commands import HELP_OPTIONS, CommandGroup
from wellled_cli.cli.everywhere import VersionOption
from wellled_cli.cli.exit_codes import BUG, INTERRUPTED
from wellled_cli.model.errors import WellledError

app = typer.Typer(
    name="wellled",
    cls=CommandGroup,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings=HELP_OPTIONS,
)


@app.callback()
def _wellled(context: typer.Context, version: VersionOption = False) -> None:
    """Score, explain and check assessments of CQC's well-led question.

    Every result is an indicative calculation, not a CQC rating.

    \b
    Start here:
      wellled init my-service.yaml     write a file to fill in
      wellled check my-service.yaml    see whether it is right
      wellled score my-service.yaml    see the rating and how it was worked out
      wellled report my-service.yaml   write a report to hand on

    `wellled COMMAND --help` explains a command, with examples.
    """
    if context.invoked_subcommand is None:
        from wellled_cli.cli.output import product

        product(f"{context.get_help()}\n")


def invoke() -> NoReturn:
    """Run the command line and leave with its exit code; nobody is shown a traceback they did not ask for."""
    try:
        code = app(standalone_mode=False, windows_expand_args=False)
    except typer.TyperException as error:
        _refuse_usage(error)
    except WellledError as error:
        _leave(error.lines, error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001  whatever it is, it is ours
        _own_up(error)
    sys.exit(code or 0)


def _own_up(error: Exception) -> NoReturn:
    """Say that something went wrong that is no fault of the user's."""
    if isinstance(error, OSError) and error.filename is None:
        from wellled_cli.cli.output import give_up

        give_up(sys.stdout)
        _leave((f"standard output cannot be written: {error.strerror}",), WellledError.exit_code)
    if "--debug" in sys.argv:
        import traceback

        _leave_word(*traceback.format_exc().splitlines())
    said = (
        f"this is a fault of wellled itself ({type(error).__name__}). Nothing you wrote was changed. "
        "Please report it with the command you typed and what it shows with --debug."
    )
    _leave((said,), BUG)


def _refuse_usage(error: typer.TyperException) -> NoReturn:
    """Say what is wrong with the words on the command line, without the name of the library that found it."""
    error.message = error.message.replace("Value error, ", "")
    if "unexpected extra argument" in error.message:
        error.message += "; put a name with blanks in quotes"
    error.show(sys.stderr)  # type: ignore[attr-defined]  # each kind that is raised has it
    sys.exit(error.exit_code)


def _leave(lines: Iterable[str], code: int) -> NoReturn:
    _leave_word(*(f"wellled: {line}" for line in lines))
    sys.exit(code)


def _leave_word(*lines: str) -> None:
    from wellled_cli.cli.output import message

    message(*lines)
