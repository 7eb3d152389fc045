"""What must change for another rating."""

from dataclasses import dataclass

from wellled_cli.model.rating import Rating


@dataclass(frozen=True, slots=True)
class Change:
    """A statement and the score it would have to rise to."""

    statement: str
    title: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Option:
    """One smallest set of changes, and what it leads to."""

    score: int
    rating: Rating
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The ways to a rating with the smallest sum of score rises; `points` is None where no change helps.

    `obstacle` says why none helps. `needed` are the rises that every way shares; `any_rest` tells whether the points
    left after them may go to any statements. `options` holds the first ways, `count` says how many there are.
    """

    before: Rating | None
    target: Rating
    points: int | None = None
    count: int = 0
    needed: tuple[Change, ...] = ()
    any_rest: bool = False
    options: tuple[Option, ...] = ()
    obstacle: str = ""
