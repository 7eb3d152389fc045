"""The arguments and options that commands share, and how their words are read."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from wellled_cli.model.rating import Rating


class Color(StrEnum):
    """When to use colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATH]...",
        help="Assessment files, folders or globs; - reads standard input. "
        "Without any, the assessments below the current folder.",
        show_default=False,
    ),
]
FrameworkOption = Annotated[
    str | None,
    typer.Option("--framework", metavar="ID|FILE", help="Judge by this framework, whatever the file names."),
]
TodayOption = Annotated[
    str | None,
    typer.Option("--today", metavar="DATE", help="Look at the files as of this day, like 2026-03-31."),
]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", metavar="FILE", help="Write to this file; without it, to standard output."),
]
ColorOption = Annotated[Color, typer.Option("--color", help="When to use colours.")]
QuietOption = Annotated[bool, typer.Option("--quiet", help="Only print what was asked for, and errors.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="On a bug of ours, show where it happened.")]


def read_today(text: str | None) -> date:
    """Read the day given, else give the day it is.

    Raises UsageFaultError for text that is no day.
    """
    from wellled_cli.model.errors import UsageFaultError
    from wellled_cli.model.shape import day

    if text is None:
        return date.today()  # noqa: DTZ011  the day where the person sits is meant
    found = day(text)
    if found is None:
        message = f"--today: found {text}, expected a day in the calendar like 2026-03-31"
        raise UsageFaultError(message)
    return found


def read_rating(option: str, text: str | None) -> "Rating | None":
    """Read a rating given as an option; None where none was given.

    Raises UsageFaultError for text that is none of the four ratings.
    """
    from wellled_cli.model.errors import UsageFaultError
    from wellled_cli.model.rating import Rating

    if text is None:
        return None
    rating = Rating.parse(text)
    if rating is None or rating is Rating.NOT_RATED:
        message = f"{option}: found {text}, expected inadequate, requires improvement, good or outstanding"
        raise UsageFaultError(message)
    return rating


def read_scores(text: str) -> list[int]:
    """Read scores given as numbers with commas between them.

    Raises UsageFaultError for anything else.
    """
    from wellled_cli.model.errors import UsageFaultError

    try:
        return [int(score) for score in text.split(",")]
    except ValueError:
        message = f"--scores: found {text}, expected whole numbers with commas between them, like 2,2,2,3,2,3,3"
        raise UsageFaultError(message) from None


def refuse_without(needed: str, given: dict[str, str | None]) -> None:
    """Refuse options that mean nothing without another one.

    Raises UsageFaultError naming the first of them.
    """
    from wellled_cli.model.errors import UsageFaultError

    for option, value in given.items():
        if value is not None:
            message = f"{option} goes with {needed} only; a file says it itself"
            raise UsageFaultError(message)
