"""What is different between two assessments."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Generic, TypeVar

from wellled_cli.model.assessment import Action, Assessment, Breach, Judgement, Measure, Published
from wellled_cli.model.finding import Finding
from wellled_cli.model.framework import Framework
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Limit, Scorecard, Status

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change(Generic[T]):
    """One thing as it was and as it is; None on the side that does not have it."""

    old: T | None
    new: T | None


@dataclass(frozen=True, slots=True)
class Compared(Generic[T]):
    """Things of one kind in two assessments: what differs, and how many are the same in both.

    `apart` is what one of them has and the other cannot have, as it did not ask or did not look there.
    """

    changes: tuple[Change[T], ...] = ()
    unchanged: int = 0
    apart: tuple[Change[T], ...] = ()

    @property
    def raised(self) -> tuple[T, ...]:
        """Give what only the new one has."""
        return only_new(self.changes)

    @property
    def cleared(self) -> tuple[T, ...]:
        """Give what only the old one has."""
        return only_old(self.changes)

    @property
    def altered(self) -> tuple[tuple[T, T], ...]:
        """Give what both have, and not alike: as it was, and as it is."""
        pairs = ((change.old, change.new) for change in self.changes)
        return tuple((old, new) for old, new in pairs if old is not None and new is not None)


def only_new(changes: Iterable[Change[T]]) -> tuple[T, ...]:
    """Give what the old one does not have."""
    return tuple(change.new for change in changes if change.old is None and change.new is not None)


def only_old(changes: Iterable[Change[T]]) -> tuple[T, ...]:
    """Give what the new one does not have."""
    return tuple(change.old for change in changes if change.new is None and change.old is not None)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a quality statement stands: its score and how it came by it, or, without scores, what it is judged."""

    id: str
    title: str
    score: int | None
    status: Status
    judged: Rating | None


class About(StrEnum):
    """What a caveat is about."""

    PROVIDER = "provider"
    SERVICE = "service"
    KEY_QUESTION = "key-question"
    LEVEL = "level"
    FRAMEWORK = "framework"
    SCORES = "scores"
    BANDS = "bands"
    LIMITS = "limits"
    STATEMENTS = "statements"
    MAXIMUM = "maximum"
    RATING = "rating"
    DATES = "dates"


@dataclass(frozen=True, slots=True)
class Caveat:
    """What cannot be compared, or has to be borne in mind; a grave one says that the two are not of the same thing."""

    about: About
    text: str
    grave: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: a review without faults, and what it has for certain."""

    review: Review
    said: Assessment
    framework: Framework
    card: Scorecard

    @property
    def subject(self) -> tuple[object, ...]:
        """Give who was assessed, what was asked, and by which framework."""
        review = self.review
        asked = (review.key_question.id if review.key_question else None, review.level)
        return (self.said.provider, self.said.service, *asked, self.framework.id)

    @property
    def result(self) -> tuple[object, ...]:
        """Give what came out."""
        card = self.card
        return (card.rating, card.band, card.score, card.total, card.maximum)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two assessments, and what is different between them.

    `points` is by how much the score rose, `steps` by how many ratings, both negative where it fell; None where the two
    cannot be compared. `texts_differ` tells whether summary, statements or evidence register are not written the same.
    """

    old: Side
    new: Side
    caveats: tuple[Caveat, ...]
    points: int | None
    steps: int | None
    statements: Compared[Standing]
    limits: Compared[Limit]
    concerns: Compared[Finding]
    records: Compared[Finding]
    measures: Compared[Measure]
    breaches: Compared[Breach]
    actions: Compared[Action]
    published: Compared[Published]
    judgement: Compared[Judgement]
    texts_differ: bool

    @property
    def parts(self) -> tuple[Compared[Any], ...]:
        """Give all that is compared one by one."""
        return tuple(part for part in (getattr(self, each.name) for each in fields(self)) if isinstance(part, Compared))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing that is compared is different."""
        alike = (self.old.subject, self.old.result) == (self.new.subject, self.new.result)
        return alike and not any(part.changes or part.apart for part in self.parts)
