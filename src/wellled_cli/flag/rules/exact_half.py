"""A percentage that is an exact half, so that rounding decides.

Looks for: a percentage that ends in exactly a half, of the key question or of a statement's evidence categories.

Why it matters: how CQC rounds an exact half is not proven. At the edge of a band it decides the rating.

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
