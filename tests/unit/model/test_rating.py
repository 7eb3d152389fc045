"""Ratings in CQC's own words."""

import pytest

from wellled_cli.model.rating import Rating


@pytest.mark.parametrize(
    ("written", "rating"),
    [
        ("outstanding", "outstanding"),
        ("OUTSTANDING", "outstanding"),
        ("Good", "good"),
        ("requires improvement", "requires improvement"),
        ("Requires Improvement", "requires improvement"),
        ("requires-improvement", "requires improvement"),
        ("Requires_Improvement", "requires improvement"),
        ("Inadequate", "inadequate"),
        ("not_rated", "not rated"),
    ],
)
def test_any_case_and_any_separator_is_read(written: str, rating: str) -> None:
    """A rating may be written in any case, with a hyphen or an underscore for the space."""
    assert Rating.parse(written) == rating


@pytest.mark.parametrize("written", ["", "excellent", "requiresimprovement", "good enough", "3"])
def test_other_words_are_no_rating(written: str) -> None:
    """What is none of CQC's words is no rating."""
    assert Rating.parse(written) is None


def test_ratings_have_an_order() -> None:
    """Inadequate is the worst rating and outstanding the best; not rated lies below them all."""
    words = ["not rated", "inadequate", "requires improvement", "good", "outstanding"]
    assert sorted(Rating, key=lambda rating: rating.rank) == words
    assert len({rating.rank for rating in Rating}) == len(words)
