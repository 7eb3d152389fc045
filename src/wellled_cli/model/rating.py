"""CQC's ratings, in the words of the file format."""

import re

from wellled_cli.model.ranked import Ranked


class Rating(Ranked):
    """A rating, or the statement that there is none: rank 0, then 1 for the worst rating to 4 for the best."""

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
