"""CQC's ratings, in the words of the file format."""

import re
from enum import StrEnum
from typing import Self


class Rating(StrEnum):
    """A rating, or the statement that there is none. Order them by `rank`, never by `<`."""

    rank: int
    """0 for not rated, then 1 for the worst rating to 4 for the best."""

    def __new__(cls, words: str) -> Self:
        """Rank the ratings as they are listed."""
        rating = str.__new__(cls, words)
        rating._value_ = words
        rating.rank = len(cls.__members__)
        return rating

    NOT_RATED = "not rated"
    INADEQUATE = "inadequate"
    REQUIRES_IMPROVEMENT = "requires improvement"
    GOOD = "good"
    OUTSTANDING = "outstanding"

    @classmethod
    def parse(cls, text: str) -> "Rating | None":
        """Read a rating in any case, with `-` or `_` for the space; None if it is none."""
        words = re.sub("[ _-]+", " ", text.strip().lower())
        return next((rating for rating in cls if rating.value == words), None)
