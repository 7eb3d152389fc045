"""CQC's ratings, in the words of the file format."""

import re
from enum import StrEnum


class Rating(StrEnum):
    """A rating, or the statement that there is none. Order them by `rank`, never by `<`."""

    NOT_RATED = "not rated"
    INADEQUATE = "inadequate"
    REQUIRES_IMPROVEMENT = "requires improvement"
    GOOD = "good"
    OUTSTANDING = "outstanding"

    @property
    def rank(self) -> int:
        """Give 0 for not rated, then 1 for the worst rating to 4 for the best."""
        return list(Rating).index(self)

    @classmethod
    def parse(cls, text: str) -> "Rating | None":
        """Read a rating in any case, with `-` or `_` for the space; None if it is none."""
        words = re.sub("[ _-]+", " ", text.strip().lower())
        return next((rating for rating in cls if rating.value == words), None)
