"""An assessment and its framework to a scorecard."""

from fractions import Fraction

import pytest

from tests.builders import GOVERNANCE, SPEAK_UP, STATEMENTS, assessment_text, scored
from wellled_cli.model.scorecard import three_decimals


def test_statements_are_in_the_published_order() -> None:
    """However a file orders its statements, the scorecard has the published order."""
    names = STATEMENTS["well-led"][:7]
    text = assessment_text((), answers={name: {"score": 3} for name in reversed(names)})
    assert tuple(statement.id for statement in scored(text).statements) == names


def test_a_scorecard_has_its_numbers() -> None:
    """Total, maximum, exact percentage, score, band, rating and the way to the next are all there."""
    card = scored(assessment_text((2, 2, 2, 3, 2, 3, 3)))
    assert (card.total, card.maximum, card.score) == (17, 28, 61)
    assert card.exact == Fraction(1700, 28)
    assert (card.band, card.rating) == ("requires improvement", "requires improvement")
    assert card.next is not None
    assert (card.next.rating, card.next.points) == ("good", 1)
    assert (card.limited_by, card.unassessed, card.expected_published, card.agrees) == ((), None, (61,), None)


@pytest.mark.parametrize(
    ("previous", "carried"), [("outstanding", 4), ("good", 3), ("requires improvement", 2), ("inadequate", 1)]
)
def test_a_previous_rating_is_carried(previous: str, carried: int) -> None:
    """An unassessed statement takes its score from the previous rating of the key question (N1)."""
    card = scored(assessment_text((3, None, 3, 3, 3, 3, 3), about={"previous_rating": previous}))
    assert (card.statements[1].score, card.statements[1].status) == (carried, "carried")
    assert (card.total, card.maximum, card.unassessed) == (18 + carried, 28, "carry-forward")


def test_a_carried_1_limits() -> None:
    """A score carried from inadequate limits like one that was assessed."""
    card = scored(assessment_text((4, None, 4, 4, 4, 4, 3), about={"previous_rating": "inadequate"}))
    assert (card.score, card.band, card.rating) == (86, "good", "requires improvement")
    assert [limit.statement for limit in card.limited_by] == [STATEMENTS["well-led"][1]]


@pytest.mark.parametrize(
    "about", [{}, {"previous_rating": "not rated"}, {"unassessed": "zero", "previous_rating": "good"}]
)
def test_with_nothing_to_carry_there_is_no_rating(about: dict[str, object]) -> None:
    """What is not assessed counts as nothing but stays in the maximum, and the key question is not rated (N4)."""
    card = scored(assessment_text((3, 3, None, None, None, None, None), about=about))
    assert (card.total, card.maximum, card.score, card.rating) == (6, 28, 21, "not rated")
    assert (card.band, card.next, card.limited_by, card.unassessed) == (None, None, (), "zero")
    assert [entry.status for entry in card.statements] == ["assessed"] * 2 + ["zero"] * 5


def test_what_is_excluded_counts_nowhere() -> None:
    """Where the file asks for it, a statement not assessed leaves total and maximum (N7)."""
    card = scored(assessment_text((3, 3, 3, 2, 2, 2, None), about={"unassessed": "exclude", "previous_rating": "good"}))
    assert (card.total, card.maximum, card.score, card.rating) == (15, 24, 62, "requires improvement")
    assert (card.statements[-1].status, card.statements[-1].score) == ("excluded", None)
    assert card.unassessed == "exclude"


def test_nothing_assessed_and_nothing_carried_is_not_rated() -> None:
    """Where no statement is assessed and all would be left out, there is no score to rate."""
    card = scored(assessment_text((None,) * 7, about={"unassessed": "exclude"}))
    assert (card.total, card.rating, card.band) == (0, "not rated", None)


def test_an_unknown_score_leaves_the_result_open() -> None:
    """With a score unknown there is no total, score, band or rating; missing is never zero."""
    card = scored(assessment_text(answers={SPEAK_UP: {"score_unknown": "The page does not show it"}}))
    assert (card.total, card.exact, card.score, card.band, card.rating, card.next) == (None,) * 6
    assert card.statements[2].status == "unknown"
    assert card.expected_published == ()


@pytest.mark.parametrize(
    ("scores", "published", "agrees"),
    [
        ((2, 2, 2, 3, 2, 3, 3), {"score": 61}, True),
        ((2, 2, 2, 3, 2, 3, 3), {"rating": "Requires improvement"}, True),
        ((2, 2, 2, 3, 2, 3, 3), {"score": 61, "rating": "requires improvement"}, True),
        ((2, 2, 2, 3, 2, 3, 3), {"score": 60}, False),
        ((2, 2, 2, 3, 2, 3, 3), {"score": 61, "rating": "good"}, False),
        ((2, 2, 2, 3, 2, 3, 3), {"score": 62, "rating": "requires improvement"}, False),
        ((3, 3, 3, 3, 1, 3, 3), {"score": 62, "rating": "requires improvement"}, True),
        ((3, 3, 3, 3, 1, 3, 3), {"score": 68}, True),
        ((3, 3, 3, 3, 1, 3, 3), {"score": 68, "rating": "good"}, False),
        ((4, 4, 4, 4, 4, 4, 2), {"score": 87, "rating": "good"}, True),
        ((3, 3, None, None, None, None, None), {"score": 21, "rating": "not rated"}, True),
        ((3, 3, None, None, None, None, None), {"score": 21, "rating": "good"}, False),
    ],
)
def test_what_was_published_is_compared(
    *, scores: tuple[int | None, ...], published: dict[str, object], agrees: bool
) -> None:
    """Each published value given must be the computed one; a limited score may be held at the top of its band."""
    assert scored(assessment_text(scores, published=published)).agrees is agrees


def test_an_open_result_agrees_with_nothing() -> None:
    """Where a score is unknown, nothing is said about what was published."""
    text = assessment_text(answers={SPEAK_UP: {"score_unknown": "Not shown"}}, published={"score": 61})
    assert scored(text).agrees is None


def test_every_limiting_statement_is_named() -> None:
    """Each statement that limits the rating is named with the rule, and no other."""
    card = scored(assessment_text((4, 4, 1, 4, 1, 4, 4)))
    assert (card.score, card.band, card.rating) == (79, "good", "requires improvement")
    assert [(limit.rule, limit.statement) for limit in card.limited_by] == [("L1", SPEAK_UP), ("L1", GOVERNANCE)]
    assert all("is scored 1" in limit.text for limit in card.limited_by)


def test_a_judgement_changes_no_number() -> None:
    """Professional judgement stands beside the computed rating."""
    text = assessment_text((2,) * 7, judgement={"rating": "good", "reason": "Improvement is sustained"})
    assert scored(text) == scored(assessment_text((2,) * 7))


def test_a_breach_changes_no_number() -> None:
    """A breach is a flag, never a silent cap."""
    assert scored(assessment_text(breaches=[{"regulation": 17, "status": "current"}])) == scored(assessment_text())


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        (Fraction(1700, 28), "60.714"),
        (Fraction(125, 2), "62.500"),
        (Fraction(200, 3), "66.666"),
        (Fraction(100), "100.000"),
        (Fraction(0), "0.000"),
        (Fraction(300, 28), "10.714"),
        (Fraction(1, 16), "0.062"),
    ],
)
def test_three_decimals_are_cut(exact: Fraction, words: str) -> None:
    """A percentage is written with three decimals, cut and not rounded."""
    assert three_decimals(exact) == words
