"""From a sum of scores to a percentage, a band and a rating."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations_with_replacement

import pytest

from tests.builders import saf_scoring
from wellled_cli.score.arithmetic import band_of, limiter_of, other_rounding, rate, top_of


def published_arithmetic(scores: Sequence[int]) -> tuple[int, str, str, str | None]:
    """Give score, band, rating and limiter as the published rules say, in whole numbers only."""
    total, maximum = sum(scores), 4 * len(scores)
    below, rest = divmod(100 * total, maximum)
    score = below + (2 * rest > maximum or (2 * rest == maximum and below % 2 == 1))
    if score <= 38:
        return score, "inadequate", "inadequate", None
    if score <= 62:
        return score, "requires improvement", "requires improvement", None
    if score <= 87:
        limited = 1 in scores
        return score, "good", "requires improvement" if limited else "good", "L1" if limited else None
    limited = min(scores) <= 2
    return score, "outstanding", "good" if limited else "outstanding", "L2" if limited else None


@pytest.mark.parametrize("count", [1, 2, 4, 5, 6, 7, 8, 9])
def test_every_set_of_scores_is_rated_as_published(count: int) -> None:
    """Percentage, rounding, bands and limiters hold for every set of scores there can be."""
    for scores in combinations_with_replacement((1, 2, 3, 4), count):
        rated = rate(sum(scores), count, scores, saf_scoring())
        rule = rated.limiter.rule if rated.limiter else None
        assert (rated.score, rated.band, rated.rating, rule) == published_arithmetic(scores), scores


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0, "inadequate"),
        (25, "inadequate"),
        (38, "inadequate"),
        (39, "requires improvement"),
        (62, "requires improvement"),
        (63, "good"),
        (87, "good"),
        (88, "outstanding"),
        (100, "outstanding"),
    ],
)
def test_bands_have_their_published_ends(score: int, band: str) -> None:
    """38 or lower is inadequate, 39 to 62 requires improvement, 63 to 87 good, 88 and above outstanding."""
    assert band_of(score, saf_scoring()) == band


@pytest.mark.parametrize(
    ("total", "count", "score"), [(11, 4, 69), (21, 8, 66), (23, 8, 72), (17, 7, 61), (27, 7, 96), (14, 9, 39)]
)
def test_percentages_go_to_the_nearest_whole_number(total: int, count: int, score: int) -> None:
    """A percentage is rounded to the nearest whole number; bands apply to the rounded number (R1)."""
    assert rate(total, count, (), saf_scoring()).score == score


@pytest.mark.parametrize(
    ("count", "total", "score"),
    [
        *((2, 5, 62), (4, 10, 62), (6, 15, 62), (8, 20, 62)),
        *((2, 7, 88), (4, 14, 88), (6, 21, 88), (8, 28, 88)),
        *((2, 3, 38), (4, 6, 38), (6, 9, 38), (8, 12, 38)),
    ],
)
def test_an_exact_half_goes_to_the_even_number(count: int, total: int, score: int) -> None:
    """62.5 becomes 62, 87.5 becomes 88 and 37.5 becomes 38 (R2), and the other reading is known."""
    rated = rate(total, count, (), saf_scoring())
    assert rated.score == score
    assert other_rounding(rated.exact) == {62: 63, 88: 87, 38: 37}[score]


@pytest.mark.parametrize("exact", [Fraction(75), Fraction(1700, 28), Fraction(100, 3), Fraction(125, 4)])
def test_what_is_no_half_has_one_reading(exact: Fraction) -> None:
    """Only an exact half can be read in two ways."""
    assert other_rounding(exact) is None


@pytest.mark.parametrize(
    ("band", "present", "rule"),
    [
        ("good", {1, 3}, "L1"),
        ("good", {2, 3}, None),
        ("good", {3, 4}, None),
        ("outstanding", {2, 4}, "L2"),
        ("outstanding", {1, 4}, "L2"),
        ("outstanding", {3, 4}, None),
        ("requires improvement", {1, 2}, None),
        ("inadequate", {1}, None),
    ],
)
def test_limiters_hold_in_their_band_only(band: str, present: set[int], rule: str | None) -> None:
    """A 1 limits good, a 1 or 2 limits outstanding; a 2 never limits good, and nothing limits the lower bands."""
    scoring = saf_scoring()
    rating = next(entry.rating for entry in scoring.bands.ratings if entry.rating == band)
    limiter = limiter_of(rating, present, scoring)
    assert (limiter.rule if limiter else None) == rule


def test_the_top_of_a_band_is_its_highest_score() -> None:
    """A limited score is held at 62 or 87."""
    scoring = saf_scoring()
    tops = {str(band.rating): top_of(band.rating, scoring) for band in scoring.bands.ratings}
    assert tops == {"inadequate": 38, "requires improvement": 62, "good": 87, "outstanding": 100}
