"""The command line: its commands, and what becomes of what goes wrong."""

import sys
from typing import Annotated, NoReturn

import typer

from wellled_cli import __version__
from wellled_cli.cli.check import check
from wellled_cli.cli.explain import explain
from wellled_cli.cli.frameworks import frameworks
from wellled_cli.cli.init import init
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
app.command()(score)
app.command()(check)
app.command()(report)
app.command()(plan)
app.command()(init)
app.command()(frameworks)
app.command()(explain)
app.command()(schema)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"wellled {__version__}")
        raise typer.Exit


@app.callback()
def _wellled(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    r"""Score, explain and check assessments of CQC's well-led question.

    Every result is an indicative calculation, not a CQC rating.

    \b
    Start here:
      wellled init my-service.yaml     write a file to fill in
      wellled check my-service.yaml    see whether it is right
      wellled score my-service.yaml    see the rating and how it was worked out
      wellled report my-service.yaml   write a report to hand on
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


def main() -> NoReturn:
    """Run the command line and leave with its exit code; nobody is ever shown a traceback they did not ask for."""
    try:
        app(windows_expand_args=False)
    except WellledError as error:
        _leave(str(error), error.exit_code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:
        if "--debug" in sys.argv:
            raise
        _leave(
            f"wellled stopped at a fault of its own ({type(error).__name__}). Nothing you wrote was changed. "
            "Please report it with the command you typed and what --debug shows.",
            BUG,
        )
    sys.exit(0)


def _leave(words: str, code: int) -> NoReturn:
    from wellled_cli.cli.output import message
    from wellled_cli.render.visible import one_line

    for line in words.splitlines():
        message(f"wellled: {one_line(line)}")
    sys.exit(code)
