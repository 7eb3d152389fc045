"""The overall rating of a service."""

from dataclasses import dataclass
from typing import Literal

from wellled_cli.model.rating import Rating
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Step


@dataclass(frozen=True, slots=True)
class OverallRating:
    """One rating from those of the key questions, the steps to it, and whether it is left to judgement."""

    rating: Rating
    certainty: Literal["normal", "judgement"]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class RatedService:
    """A service all of whose key questions are rated: their latest reviews, and the overall rating."""

    reviews: tuple[Review, ...]
    overall: OverallRating
