"""Exact halves: what each was taken as, and what the other way would give, limits included."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from tests.builders import GOVERNANCE, SPEAK_UP, assessment_text, flagged, scored
from wellled_cli.model.scorecard import Half

BY_CATEGORY = "cqc-saf-2023"


def half_of(text: str) -> Half:
    """Give the one exact half of a file."""
    (half,) = scored(text).halves
    return half


@pytest.mark.parametrize(
    ("scores", "exact", "rounded", "other", "outcomes"),
    [
        ((3, 3, 3, 3, 2, 2, 2, 2), Fraction(125, 2), 62, 63, ("requires improvement", "good")),
        ((3, 3, 3, 3, 3, 2, 2, 1), Fraction(125, 2), 62, 63, ("requires improvement", "requires improvement")),
        ((4, 4, 4, 4, 3, 3, 3, 3), Fraction(175, 2), 88, 87, ("outstanding", "good")),
        ((4, 4, 4, 4, 4, 4, 2, 2), Fraction(175, 2), 88, 87, ("good", "good")),
        ((4, 4, 4, 4, 4, 4, 3, 1), Fraction(175, 2), 88, 87, ("good", "requires improvement")),
        ((2, 2, 2, 2, 1, 1, 1, 1), Fraction(75, 2), 38, 37, ("inadequate", "inadequate")),
    ],
)
def test_both_readings_of_a_half_are_limited(
    scores: Sequence[int], exact: Fraction, rounded: int, other: int, outcomes: tuple[str, str]
) -> None:
    """What the other rounding would give is limited like what the half was taken as: a 1 or 2 limits in its band."""
    half = half_of(assessment_text(scores, level="trust"))
    assert (half.exact, half.rounded, half.other, half.statement) == (exact, rounded, other, None)
    assert (half.outcome, half.other_outcome) == outcomes
    assert ("the same" in half.words) == (outcomes[0] == outcomes[1])


def test_a_half_that_is_not_rated_gives_no_rating_either_way() -> None:
    """Where the key question is not rated, rounding decides nothing: neither way gives a rating."""
    half = half_of(assessment_text((4, 4, 4, 4, 4, None, None, None), level="trust"))
    assert (half.exact, half.rounded) == (Fraction(125, 2), 62)
    assert (half.outcome, half.other_outcome) == ("not rated", "not rated")


@pytest.mark.parametrize(
    ("categories", "exact", "rounded", "other", "outcomes"),
    [
        ({"people": 1, "staff": 2}, Fraction(75, 2), 38, 37, (1, 1)),
        ({"people": 2, "staff": 3}, Fraction(125, 2), 62, 63, (2, 3)),
        ({"people": 3, "staff": 4}, Fraction(175, 2), 88, 87, (4, 3)),
        ({"people": 1, "staff": 4, "partners": 2, "processes": 3}, Fraction(125, 2), 62, 63, (2, 3)),
    ],
)
def test_a_half_of_categories_gives_a_statement_score_either_way(
    categories: dict[str, int], exact: Fraction, rounded: int, other: int, outcomes: tuple[int, int]
) -> None:
    """A half of a statement's evidence categories shows the statement score each way of rounding gives."""
    text = assessment_text(framework=BY_CATEGORY, answers={SPEAK_UP: {"categories": categories, "findings": "Seen."}})
    half = half_of(text)
    assert (half.exact, half.rounded, half.other, half.statement) == (exact, rounded, other, SPEAK_UP)
    assert [words[-1] for words in (half.outcome, half.other_outcome)] == [str(score) for score in outcomes]
    assert all("statement score" in words for words in (half.outcome, half.other_outcome))
    (found,) = flagged(text, "exact-half")
    assert f"{exact.numerator // 2}.5" in found.message


def test_halves_of_statements_come_before_the_half_of_the_score() -> None:
    """Every half is kept: those of the statements in their order, then the one of the score."""
    halves = {"categories": {"people": 2, "staff": 3}, "findings": "Seen."}
    text = assessment_text(
        (2, 3, 2, 3, 2, 3, 3, 3), framework=BY_CATEGORY, level="trust", answers={GOVERNANCE: halves, SPEAK_UP: halves}
    )
    card = scored(text)
    assert (card.total, card.maximum) == (21, 32)
    assert [half.statement for half in card.halves] == [SPEAK_UP, GOVERNANCE]
    lower = scored(text.replace("score: 3", "score: 2", 1))
    assert [half.statement for half in lower.halves] == [SPEAK_UP, GOVERNANCE, None]
    assert [step.rule for step in lower.steps].count("R2") == 3
