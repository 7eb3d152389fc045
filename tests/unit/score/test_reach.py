"""The fewest points that reach a rating."""

import pytest

from tests.builders import saf_scoring
from wellled_cli.model.rating import Rating
from wellled_cli.score.reach import fewest_points, next_rating


@pytest.mark.parametrize(
    ("scores", "target", "points", "ways"),
    [
        ((2, 2, 2, 3, 2, 3, 3), Rating.GOOD, 1, 7),
        ((2, 2, 2, 3, 2, 3, 2), Rating.GOOD, 2, 26),
        ((4, 3, 2, 2, 2, 2, 2), Rating.GOOD, 1, 6),
        ((3, 3, 3, 3, 1, 3, 3), Rating.GOOD, 1, 1),
        ((3, 3, 3, 3, 1, 3, 3), Rating.OUTSTANDING, 6, 35),
        ((3, 3, 3, 3, 3, 3, 3), Rating.OUTSTANDING, 4, 35),
        ((4, 4, 4, 4, 4, 4, 2), Rating.OUTSTANDING, 1, 1),
        ((4, 4, 4, 4, 4, 4, 1), Rating.OUTSTANDING, 2, 1),
        ((1, 1, 1, 1, 1, 1, 1), Rating.REQUIRES_IMPROVEMENT, 4, 203),
        ((3, 3, 3, 3, 3, 3, 3), Rating.GOOD, 0, 1),
    ],
)
def test_the_fewest_points_are_counted(scores: tuple[int, ...], target: Rating, points: int, ways: int) -> None:
    """The fewest points respect the limiters, and every way to spend them is counted once."""
    assert fewest_points(scores, target, saf_scoring()) == (points, ways)


@pytest.mark.parametrize(
    ("scores", "rating", "better", "points"),
    [
        ((2,) * 7, Rating.REQUIRES_IMPROVEMENT, "good", 4),
        ((3, 3, 3, 3, 1, 3, 3), Rating.REQUIRES_IMPROVEMENT, "good", 1),
        ((4, 4, 4, 4, 4, 4, 2), Rating.GOOD, "outstanding", 1),
        ((1,) * 7, Rating.INADEQUATE, "requires improvement", 4),
    ],
)
def test_the_next_rating_is_one_better(scores: tuple[int, ...], rating: Rating, better: str, points: int) -> None:
    """The next rating is the one above the rating there is, limits included."""
    found = next_rating(scores, rating, saf_scoring())
    assert found is not None
    assert (found.rating, found.points) == (better, points)


def test_nothing_is_better_than_outstanding() -> None:
    """From outstanding there is no next rating."""
    assert next_rating((4,) * 7, Rating.OUTSTANDING, saf_scoring()) is None
