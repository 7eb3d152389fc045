"""Why a statement counts as it does: the reasons and figures the working gives."""

from collections.abc import Sequence

import pytest

from tests.builders import SPEAK_UP, Yaml, assessment_text, scored

NOTHING = (None,) * 7
ONE_OUT = (3, None, 3, 3, 3, 3, 3)


def step_of(text: str, rule: str) -> str:
    """Give the text of the first step that follows a rule."""
    return next(step.text for step in scored(text).steps if step.rule == rule)


def why_nothing(scores: Sequence[int | None], **about: Yaml) -> str:
    """Give the reason for which the first statement not assessed counts as nothing."""
    _, _, words = step_of(assessment_text(scores, about=about), "N4").partition(" was not assessed")
    return words


def test_what_counts_as_nothing_is_told_why() -> None:
    """Nothing to carry, a rating that cannot be carried, the file's wish, nothing left: each has its own reason."""
    reasons = [
        why_nothing(ONE_OUT),
        why_nothing(ONE_OUT, previous_rating="not rated"),
        why_nothing(ONE_OUT, unassessed="zero"),
        why_nothing(NOTHING, unassessed="exclude"),
    ]
    assert len(set(reasons)) == 4
    assert ["no previous rating" in reason for reason in reasons] == [True, False, False, False]
    assert ["not rated" in reason for reason in reasons] == [False, True, False, False]


@pytest.mark.parametrize(("scores", "unassessed"), [(ONE_OUT, "zero"), (NOTHING, "exclude")])
def test_what_the_file_asks_for_is_the_reason_whatever_came_before(
    scores: Sequence[int | None], unassessed: str
) -> None:
    """Where the file asks for zero, or leaves nothing by leaving out, a previous rating is no part of the reason."""
    asked = why_nothing(scores, unassessed=unassessed)
    assert why_nothing(scores, unassessed=unassessed, previous_rating="good") == asked
    assert why_nothing(scores, unassessed=unassessed, previous_rating="not rated") == asked


def test_what_is_carried_names_rating_and_score() -> None:
    """A carried statement is named with the previous rating and the score it is carried as."""
    words = step_of(assessment_text(ONE_OUT, about={"previous_rating": "requires improvement"}), "N1")
    assert "Capable, compassionate and inclusive leaders" in words
    assert "requires improvement" in words
    assert "2" in words


def test_what_is_left_out_is_said_to_be() -> None:
    """A statement left out is named, and that it is left out of total and maximum."""
    words = step_of(assessment_text(ONE_OUT, about={"unassessed": "exclude"}), "N7")
    assert "Capable, compassionate and inclusive leaders" in words
    assert "left out" in words


def test_the_categories_are_added_up() -> None:
    """The working of a statement shows each evidence category with its score, their sum, and the most it could be."""
    categories = {"people": 3, "staff": 2, "observation": 4}
    text = assessment_text(framework="cqc-saf-2023", answers={SPEAK_UP: {"categories": categories}})
    words = step_of(text, "categories")
    assert "Freedom to speak up" in words
    assert "9 of 12" in words
    for name, score in categories.items():
        assert f"{name} {score}" in words


def test_a_statement_keeps_its_title_however_it_was_scored() -> None:
    """Given, worked out from categories, carried or unknown, a statement bears its published title."""
    answers: dict[str, Yaml] = {
        SPEAK_UP: {"categories": {"people": 3}},
        "partnerships-and-communities": {"score_unknown": "Not shown"},
    }
    text = assessment_text(ONE_OUT, framework="cqc-saf-2023", answers=answers, about={"previous_rating": "good"})
    assert [entry.title for entry in scored(text).statements] == [
        "Shared direction and culture",
        "Capable, compassionate and inclusive leaders",
        "Freedom to speak up",
        "Workforce equality, diversity and inclusion",
        "Governance, management and sustainability",
        "Partnerships and communities",
        "Learning, improvement and innovation",
    ]


@pytest.mark.parametrize(("scores", "rule", "named"), [((3,) * 7, "L1", "scored 1,"), ((4,) * 7, "L2", "1 or 2,")])
def test_it_is_said_which_scores_would_limit(scores: Sequence[int], rule: str, named: str) -> None:
    """Where nothing limits, the working says which scores would: a 1 in the good range, a 1 or 2 in the outstanding."""
    assert named in step_of(assessment_text(scores), rule)


def test_possible_ratings_are_named_from_the_worst() -> None:
    """Where a score is unknown, the ratings possible are named from the worst to the best."""
    unknown = {"score_unknown": "Not shown"}
    answers: dict[str, Yaml] = {SPEAK_UP: unknown, "partnerships-and-communities": unknown}
    words = step_of(assessment_text((4,) * 7, answers=answers), "percentage")
    places = [words.index(rating) for rating in ("requires improvement", "good", "outstanding")]
    assert places == sorted(places)


def test_a_published_score_that_fits_nothing_is_said_to() -> None:
    """A published score that fits none of the possible totals is said to fit none; one that fits has its total."""
    answers = {SPEAK_UP: {"score_unknown": "Not shown"}}
    assert "none" in step_of(assessment_text(answers=answers, published={"score": 30}), "R1")
    fitting = step_of(assessment_text(answers=answers, published={"score": 75}), "R1")
    assert "none" not in fitting
    assert "21" in fitting
