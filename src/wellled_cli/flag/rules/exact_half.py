"""A percentage that is an exact half, so that rounding decides.

Looks for: a percentage like 62.5 or 87.5, of the key question or of a statement's evidence categories.

Why it matters: how CQC rounds an exact half is not proven. At 62.5 and 87.5 it decides the rating.

What to do: say both readings when the result is shown; one point more or less settles it.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level

LEVEL = Level.NOTE


def find(case: Case) -> Iterator[Sighting]:
    """Give every exact half of the working."""
    for half in case.scorecard.halves:
        pointer = ("statements", half.statement, "categories") if half.statement else ("statements",)
        yield Sighting(pointer, half.words, half.statement)
