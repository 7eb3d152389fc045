"""Options that commands share, and how their words are read."""

from collections.abc import Mapping, Sequence
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
        metavar="PATH",
        help="Assessment files, folders or globs; - reads standard input. Without any, the files that the config "
        "names, else the assessments below the current folder.",
        show_default=False,
    ),
]
OutputOption = Annotated[
    str | None,
    typer.Option("--output", metavar="FILE", help="Write to this file; without it, to standard output."),
]


def read_today(text: str | None) -> date:
    """Read the day given, else give the day it is.

    Raises UsageFaultError for text that is no day.
    """
    return read_day("--today", text) or date.today()  # noqa: DTZ011  the day where the person sits is meant


def read_day(option: str, text: str | None) -> date | None:
    """Read a day given as an option; None where none was given.

    Raises UsageFaultError for text that is no day.
    """
    from wellled_cli.model.errors import UsageFaultError
    from wellled_cli.model.shape import day

    if text is None:
        return None
    found = day(text)
    if found is None:
        raise UsageFaultError(f"{option}: found {text}, expected a day in the calendar like 2026-03-31")
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
        expected = "inadequate, requires improvement, good or outstanding"
        raise UsageFaultError(f"{option}: found {text}, expected {expected}")
    return rating


def read_choice(option: str, text: str, known: Sequence[str]) -> str:
    """Read an option that has to be one of the names that are known.

    Raises UsageFaultError for any other.
    """
    from wellled_cli.model.errors import UsageFaultError
    from wellled_cli.model.wording import did_you_mean, one_of

    if text not in known:
        advice = did_you_mean(text, known)
        raise UsageFaultError(f"{option}: found {text}, expected {one_of(known)}{f'; {advice}' if advice else ''}")
    return text


def read_scores(text: str) -> list[int]:
    """Read scores given as numbers with commas between them.

    Raises UsageFaultError for anything else.
    """
    from wellled_cli.model.errors import UsageFaultError

    scores = [score.strip() for score in text.split(",")]
    if not all(score.isascii() and score.isdecimal() for score in scores):
        expected = "whole numbers with commas between them, like 2,2,2,3,2,3,3"
        raise UsageFaultError(f"--scores: found {text}, expected {expected}")
    return [int(score[:3]) for score in scores]


def refuse_together(option: str, given: Mapping[str, object], advice: str) -> None:
    """Refuse what does not go with an option.

    Raises UsageFaultError naming the first of them.
    """
    from wellled_cli.model.errors import UsageFaultError

    for name, value in given.items():
        if value:
            raise UsageFaultError(f"{name} does not go {option}: {advice}")
