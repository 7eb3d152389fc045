"""The change of a result in a sentence."""

import pytest

from tests.builders import SPEAK_UP, Yaml, assessment_text, reviewed
from tests.unit.compare.test_caveats import drafted
from wellled_cli.compare.comparison import compare
from wellled_cli.render.headline import headline

GOOD = assessment_text()  # 21 of 28 is 75
OPEN = assessment_text(answers={SPEAK_UP: {"score_unknown": "Cut off"}})
BREACHED = assessment_text(breaches=[{"regulation": 17, "status": "current"}])
SUMMARISED = assessment_text(summary="All was well.")


def judged(rating: str) -> str:
    """Write an assessment without scores, judged so."""
    return drafted(judgement={"rating": rating, "reason": "So judged"})


def left_out(*scores: int) -> str:
    """Write an assessment whose last statement is left out."""
    return assessment_text((*scores, None), about={"unassessed": "exclude"})


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            (2, 2, 2, 3, 2, 3, 3),
            (2, 2, 2, 3, 3, 3, 3),
            "Requires improvement, 61 -> good, 64: up one rating and 3 points.",
        ),
        ((4,) * 7, (1,) * 7, "Outstanding, 100 -> inadequate, 25: down three ratings and 75 points."),
        ((3,) * 7, (3, 3, 3, 3, 3, 3, 4), "Good, 75 -> good, 79: the same rating, up 4 points."),
        (
            (2, 2, 2, 3, 3, 3, 3),
            (3, 3, 1, 3, 3, 3, 3),
            "Good, 64 -> requires improvement, 68: down one rating, though up 4 points.",
        ),
        (
            (3, 3, 1, 3, 3, 3, 3),
            (3, 3, 2, 3, 3, 3, 2),
            "Requires improvement, 68 -> good, 68: up one rating, the same score.",
        ),
        ((3,) * 7, (3, 3, 3, 3, 3, 3, None), "Good, 75 -> not rated, 64: the two cannot be compared."),
    ],
)
def test_scores_and_ratings_move(old: tuple[int, ...], new: tuple[int | None, ...], expected: str) -> None:
    """Ratings and points are counted, together where both rise or fall."""
    assert said(assessment_text(old), assessment_text(new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (GOOD, GOOD, "Nothing changed: good, 75."),
        (GOOD, SUMMARISED, "Nothing that is compared changed: good, 75."),
        (GOOD, BREACHED, "Good, 75, as before."),
        (GOOD, assessment_text(provider={"name": "Elm Care"}), "The same result in both: good, 75."),
        (
            left_out(3, 3, 3, 3, 2, 2),
            assessment_text((3, 3, 3, 3, 3, 2, 2)),
            "Good, 67 -> good, 68: the same rating, up 1 point.",
        ),
        (GOOD, OPEN, "Good, 75 -> rating open: the two cannot be compared."),
        (GOOD, judged("good"), "Good, 75 -> good: the same rating."),
        (judged("good"), judged("requires improvement"), "Good -> requires improvement: down one rating."),
        (judged("inadequate"), judged("good"), "Inadequate -> good: up two ratings."),
    ],
)
def test_what_cannot_move_is_said(old: Yaml, new: Yaml, expected: str) -> None:
    """What is as before, of another service, open, or without scores is said so, and no figure is made up."""
    assert said(old, new) == expected


def said(old: str, new: str) -> str:
    """Give the headline of two files."""
    return headline(compare(reviewed(old), reviewed(new)))
