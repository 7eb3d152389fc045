"""The command line: its commands, and what becomes of what goes wrong."""

import sys
import traceback
from collections.abc import Iterable
from typing import NoReturn

import typer

from wellled_cli.cli.check import check
from wellled_cli.cli.compare import compare
from wellled_cli.cli.everywhere import VersionOption
from wellled_cli.cli.explain import explain
from wellled_cli.cli.frameworks import frameworks
from wellled_cli.cli.imports import imports
from wellled_cli.cli.init import init
from wellled_cli.cli.output import give_up, message, product
from wellled_cli.cli.plan import plan
from wellled_cli.cli.report import report
from wellled_cli.cli.schema import schema
from wellled_cli.cli.score import score
from wellled_cli.model.errors import WellledError

BUG = 70
INTERRUPTED = 130

app = typer.Typer(
    name="wellled",
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for command in (score, check, report, plan, compare, init, frameworks, explain, schema):
    app.command()(command)
app.command("import")(imports)


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
    """
    if context.invoked_subcommand is None:
        product(f"{context.get_help()}\n")


def main() -> NoReturn:
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
        if isinstance(error, OSError) and error.filename is None:
            give_up(sys.stdout)
            _leave((f"standard output cannot be written: {error.strerror}",), WellledError.exit_code)
        if "--debug" in sys.argv:
            message(*traceback.format_exc().splitlines())
        said = (
            f"this is a fault of wellled itself ({type(error).__name__}). Nothing you wrote was changed. "
            "Please report it with the command you typed and what it shows with --debug."
        )
        _leave((said,), BUG)
    sys.exit(code or 0)


def _refuse_usage(error: typer.TyperException) -> NoReturn:
    """Say what is wrong with the words on the command line, without the name of the library that found it."""
    error.message = error.message.replace("Value error, ", "")
    error.show(sys.stderr)  # type: ignore[attr-defined]  # each kind that is raised has it
    sys.exit(error.exit_code)


def _leave(lines: Iterable[str], code: int) -> NoReturn:
    message(*(f"wellled: {line}" for line in lines))
    sys.exit(code)
