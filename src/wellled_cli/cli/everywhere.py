"""The options that every command has."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

import typer

from wellled_cli import __version__
from wellled_cli.cli.complete import frameworks
from wellled_cli.cli.options import Color


@dataclass(frozen=True, slots=True)
class Everywhere:
    """What the options that every command has were given."""

    framework: str | None
    today: str | None
    color: Color
    quiet: bool
    debug: bool


def show_version(wanted: bool) -> None:
    """Show the version and leave."""
    if wanted:
        from wellled_cli.cli.output import product

        product(f"wellled {__version__}\n")
        raise typer.Exit


VersionOption = Annotated[
    bool, typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and leave.")
]


def _options(
    *,
    framework: Annotated[
        str | None,
        typer.Option(
            "--framework",
            metavar="ID|FILE",
            help="Judge by this framework, whatever the file names.",
            autocompletion=frameworks,
        ),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option("--today", metavar="DATE", help="Look at the files as if it were this day, like 2026-03-31."),
    ] = None,
    color: Annotated[Color, typer.Option("--color", help="When to use colours; auto does on a screen.")] = Color.AUTO,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing but what was asked for, and errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="On a bug of ours, show where it happened.")] = False,
    version: VersionOption = False,
) -> Everywhere:
    del version
    return Everywhere(framework, today, color, quiet, debug)


def everywhere(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that every command has; it receives them together, as its last parameter."""
    *own, _ = inspect.signature(command).parameters.values()
    shared = inspect.signature(_options).parameters

    def run(**values: Any) -> None:  # noqa: ANN401  typer has checked them
        given = {name: values.pop(name) for name in shared}
        command(**values, everywhere=_options(**given))

    signature = inspect.Signature(
        [part.replace(kind=inspect.Parameter.KEYWORD_ONLY) for part in (*own, *shared.values())]
    )
    run.__signature__ = signature  # type: ignore[attr-defined]  # read by typer
    run.__annotations__ = {name: part.annotation for name, part in signature.parameters.items()}
    run.__name__, run.__doc__ = command.__name__, command.__doc__
    return run
