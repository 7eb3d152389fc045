"""The smallest total for each rating, before anything limits it."""

import pytest

from tests.builders import saf_scoring
from wellled_cli.score.arithmetic import rate

CUTS = [
    (5, 20, 8, 13, 18),
    (6, 24, 10, 16, 22),
    (7, 28, 11, 18, 25),
    (8, 32, 13, 21, 29),
    (9, 36, 14, 23, 32),
]
"""Statements, maximum, and the totals from which requires improvement, good and outstanding begin."""

HALVES = [(6, 15, 62), (6, 21, 88), (8, 20, 62), (8, 28, 88)]
"""Statements, the total that is an exact half just below a cut, and what it is rounded to."""


def band(total: int, count: int) -> str:
    """Give the rating of a total that nothing limits."""
    return rate(total, count, (), saf_scoring()).rating


@pytest.mark.parametrize(("count", "maximum", "fair", "good", "outstanding"), CUTS)
def test_ratings_begin_at_their_cut(count: int, maximum: int, fair: int, good: int, outstanding: int) -> None:
    """Each rating begins at its published total and holds up to the next, exact halves apart."""
    halves = {total for statements, total, _ in HALVES if statements == count}
    expected = {
        **dict.fromkeys(range(count, fair), "inadequate"),
        **dict.fromkeys(range(fair, good), "requires improvement"),
        **dict.fromkeys(range(good, outstanding), "good"),
        **dict.fromkeys(range(outstanding, maximum + 1), "outstanding"),
    }
    for total in set(expected) - halves:
        assert band(total, count) == expected[total], total
    assert rate(maximum, count, (), saf_scoring()).maximum == maximum


@pytest.mark.parametrize(("count", "total", "score"), HALVES)
def test_exact_halves_go_to_the_even_number(count: int, total: int, score: int) -> None:
    """62.5 is taken as 62, requires improvement; 87.5 as 88, outstanding."""
    rated = rate(total, count, (), saf_scoring())
    assert (rated.score, rated.rating) == (score, {62: "requires improvement", 88: "outstanding"}[score])


def test_a_percentage_between_the_printed_bands_is_rounded_first() -> None:
    """14 of 36 is 38.89, between the printed bands; rounded to 39 it is requires improvement."""
    assert band(14, 9) == "requires improvement"
