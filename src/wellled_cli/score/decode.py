"""Which totals a published score allows."""

from collections.abc import Iterable

from wellled_cli.model.framework import Scoring
from wellled_cli.model.rating import Rating
from wellled_cli.score.arithmetic import rate, top_of


def totals_for(published: int, totals: Iterable[int], count: int, scoring: Scoring) -> tuple[int, ...]:
    """Give those of some totals of `count` statements that round to a published score."""
    return tuple(total for total in totals if rate(total, count, (), scoring).score == published)


def held_for(published: int, scoring: Scoring) -> Rating | None:
    """Give the limited rating whose published score would be held at this one; None where none would."""
    limited = (limiter.limited_to for limiter in scoring.limiters if scoring.held)
    return next((rating for rating in limited if top_of(rating, scoring) == published), None)
