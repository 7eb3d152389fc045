"""What scoring gives: the score, the rating, what limits it, and the working that led there."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from wellled_cli.model.rating import Rating


class Status(StrEnum):
    """How a statement came by its score."""

    ASSESSED = "assessed"
    CARRIED = "carried"
    EXCLUDED = "excluded"
    ZERO = "zero"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatementScore:
    """A statement that counts, and its score: None where it is excluded or not known.

    `exact` is the percentage behind a score that was worked out from evidence categories.
    """

    id: str
    title: str
    score: int | None
    status: Status
    exact: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the working, with the rule it follows, where that was read and how sure it is."""

    text: str
    rule: str
    source: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A statement that limits the rating, and the rule by which it does."""

    rule: str
    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Half:
    """A percentage that is an exact half: what it was rounded to, and what the other way would give."""

    exact: Fraction
    rounded: int
    other: int
    outcome: str
    other_outcome: str
    statement: str | None = None

    @property
    def words(self) -> str:
        """Say what the half was taken as, and what the other way would give."""
        other = "the same" if self.outcome == self.other_outcome else self.other_outcome
        return (
            f"{self.exact.numerator // 2}.5 per cent is an exact half, and how CQC rounds it is not proven: "
            f"taken as {self.rounded} it gives {self.outcome}, taken as {self.other} it would give {other}."
        )


@dataclass(frozen=True, slots=True)
class Next:
    """The next better rating and the smallest sum of score rises that reaches it."""

    rating: Rating
    points: int


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The result of scoring one assessment; numbers are None where a score is not known or there are none.

    `expected_published` holds every score CQC may be expected to publish for it; `agrees` tells whether what was
    published is what was computed, None where nothing was published or the computation is left open.
    """

    statements: tuple[StatementScore, ...]
    total: int | None = None
    maximum: int | None = None
    exact: Fraction | None = None
    score: int | None = None
    band: Rating | None = None
    rating: Rating | None = None
    limited_by: tuple[Limit, ...] = ()
    unassessed: str | None = None
    expected_published: tuple[int, ...] = ()
    agrees: bool | None = None
    next: Next | None = None
    halves: tuple[Half, ...] = ()
    steps: tuple[Step, ...] = ()


def three_decimals(exact: Fraction) -> str:
    """Write a percentage with three decimals, cut and not rounded."""
    thousandths = exact.numerator * 1000 // exact.denominator
    return f"{thousandths // 1000}.{thousandths % 1000:03d}"
