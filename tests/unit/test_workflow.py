"""The story of a review, from file to findings."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import TODAY, assessment_text, reviewed, saf
from wellled_cli.load.reader import read_text
from wellled_cli.model.errors import UnreadableError, UsageFaultError
from wellled_cli.model.finding import Kind
from wellled_cli.model.framework import Framework
from wellled_cli.model.review import Review
from wellled_cli.workflow import Terms, review, review_files, review_scores

TERMS = Terms(TODAY)


def test_a_right_file_is_scored() -> None:
    """A file without faults has an assessment and a scorecard, and says what chose its framework."""
    outcome = reviewed(assessment_text())
    assert outcome.assessment is not None
    assert outcome.scorecard is not None
    assert outcome.chosen_by == "file"
    assert outcome.findings == ()


def test_a_wrong_file_is_not_scored() -> None:
    """A file with a fault has no scorecard, and its findings are faults alone."""
    outcome = reviewed(assessment_text((1, 1, 1, 1, 1, 1, 5)))
    assert outcome.scorecard is None
    assert [finding.kind for finding in outcome.findings] == [Kind.FAULT]


@pytest.mark.parametrize("named", [None, saf()])
@pytest.mark.parametrize(
    ("text", "rule"),
    [("a: [", "not-yaml"), ("", "empty-file"), ("a: x\n---\n", "several-documents"), ("a: *x", "unknown-alias")],
)
def test_what_cannot_be_read_is_one_fault(text: str, rule: str, named: Framework | None) -> None:
    """A file nothing can be made of has the one fault that says so, whatever framework is named."""
    outcome = review(read_text(text, "a.yaml"), Terms(TODAY, framework=named))
    assert [fault.rule for fault in outcome.faults] == [rule]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Every file is reviewed; one that cannot be had is an outcome of its own."""
    good, bad, missing = tmp_path / "good.yaml", tmp_path / "bad.yaml", tmp_path / "missing.yaml"
    good.write_text(assessment_text(), encoding="utf-8")
    bad.write_text("a: [", encoding="utf-8")
    outcomes = list(review_files(map(str, (bad, missing, good)), TERMS))
    assert isinstance(outcomes[1], UnreadableError)
    scored = [isinstance(outcome, Review) and outcome.scorecard is not None for outcome in outcomes]
    assert scored == [False, False, True]


def test_bare_scores_are_scored_like_a_file() -> None:
    """Scores alone, in the published order, give what a file with them gives."""
    scores = (2, 2, 2, 3, 2, 3, 3)
    bare, file = review_scores(scores, None, None, TERMS).scorecard, reviewed(assessment_text(scores)).scorecard
    assert bare is not None
    assert bare == file
    assert (bare.total, bare.score, bare.rating) == (17, 61, "requires improvement")


@pytest.mark.parametrize(
    ("scores", "question", "level"),
    [
        ((3,) * 6, None, None),
        ((3,) * 8, None, None),
        ((3,) * 7, None, "trust"),
        ((3,) * 7, "safe", None),
        ((3,) * 7, "unheard-of", None),
        ((3,) * 7, None, "ward"),
        ((3, 3, 3, 3, 3, 3, 5), None, None),
        ((), None, None),
    ],
)
def test_bare_scores_that_do_not_fit_are_refused(
    scores: tuple[int, ...], question: str | None, level: str | None
) -> None:
    """A wrong number of scores, a score out of range, and a key question or level nobody knows are wrong usage."""
    with pytest.raises(UsageFaultError, match=r"^--(scores|key-question|level): "):
        review_scores(scores, question, level, TERMS)


def test_bare_scores_need_a_framework() -> None:
    """On a day without a known framework bare scores are wrong usage, not a fault of ours."""
    with pytest.raises(UsageFaultError):
        review_scores((3,) * 7, None, None, Terms(date(2010, 1, 1)))


def test_the_level_and_the_key_question_may_be_given() -> None:
    """Bare scores of a trust are eight, of caring five."""
    trust, caring = (
        review_scores((3,) * 8, None, "trust", TERMS).scorecard,
        review_scores((3,) * 5, "caring", None, TERMS).scorecard,
    )
    assert trust is not None
    assert caring is not None
    assert (trust.maximum, caring.maximum) == (32, 20)
