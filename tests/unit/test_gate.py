"""What fails the gate in CI, and why."""

import pytest

from tests.builders import SPEAK_UP, assessment_text, reviewed
from wellled_cli.gate import Gate, outcome
from wellled_cli.model.finding import FailOn, Kind, Level
from wellled_cli.model.rating import Rating

CLEAN = assessment_text()
WARNED = assessment_text(answers={SPEAK_UP: {"score": 2, "findings": "We visited in May."}})
FAILING = assessment_text(answers={SPEAK_UP: {"score": 1, "findings": "We visited in May."}})
WRONG = assessment_text(answers={SPEAK_UP: {"score": 5}})
HALF = assessment_text((4, 4, 4, 4, 3, 3, 3, 3), level="trust")
UNKNOWN = assessment_text(answers={SPEAK_UP: {"score_unknown": "Not shown"}})
UNRATED = assessment_text((3, 3, None, None, None, None, None))


def fails(text: str, gate: Gate) -> bool:
    """Tell whether a file fails a gate."""
    return bool(outcome(reviewed(text), gate).reasons)


def highest_level(text: str) -> Level | None:
    """Give the level of the gravest finding."""
    found = [finding.level for finding in reviewed(text).findings]
    return max(found, key=lambda level: level.rank, default=None)


def test_the_examples_are_what_they_are_called() -> None:
    """The files tried here have findings of each level and kind."""
    assert [highest_level(text) for text in (CLEAN, HALF, WARNED, FAILING)] == [None, "note", "warning", "error"]
    assert [finding.kind for finding in reviewed(WRONG).findings] == [Kind.FAULT]


@pytest.mark.parametrize(
    ("fail_on", "passing", "failing"),
    [
        (FailOn.FAULT, [CLEAN, HALF, WARNED, FAILING], [WRONG]),
        (FailOn.ERROR, [CLEAN, HALF, WARNED], [FAILING, WRONG]),
        (FailOn.WARNING, [CLEAN, HALF], [WARNED, FAILING, WRONG]),
        (FailOn.NOTE, [CLEAN], [HALF, WARNED, FAILING, WRONG]),
        (FailOn.NEVER, [CLEAN, HALF, WARNED, FAILING, WRONG], []),
    ],
)
def test_findings_fail_from_the_level_named(fail_on: FailOn, passing: list[str], failing: list[str]) -> None:
    """A fault always fails, unless nothing does; concerns and records fail from the level named."""
    assert not any(fails(text, Gate(fail_on)) for text in passing)
    assert all(fails(text, Gate(fail_on)) for text in failing)


def test_an_honest_low_score_passes_by_default() -> None:
    """Without an option, only a file that is wrong fails."""
    assert not fails(assessment_text((1,) * 7), Gate())
    assert fails(WRONG, Gate())


@pytest.mark.parametrize(
    ("scores", "wanted", "failing"),
    [
        ((3,) * 7, Rating.GOOD, False),
        ((3,) * 7, Rating.OUTSTANDING, True),
        ((2,) * 7, Rating.GOOD, True),
        ((2,) * 7, Rating.REQUIRES_IMPROVEMENT, False),
        ((4,) * 7, Rating.INADEQUATE, False),
        ((3, 3, 1, 3, 3, 3, 3), Rating.GOOD, True),
    ],
)
def test_a_rating_below_the_one_wanted_fails(*, scores: tuple[int, ...], wanted: Rating, failing: bool) -> None:
    """A rating below the one wanted fails, limits included; the rating itself and better ones pass."""
    assert fails(assessment_text(scores), Gate(min_rating=wanted)) is failing


@pytest.mark.parametrize(("wanted", "failing"), [(74, False), (75, False), (76, True)])
def test_a_score_below_the_one_wanted_fails(*, wanted: int, failing: bool) -> None:
    """A score below the number wanted fails; the number itself passes."""
    assert fails(CLEAN, Gate(min_score=wanted)) is failing


@pytest.mark.parametrize("text", [UNKNOWN, WRONG])
@pytest.mark.parametrize("gate", [Gate(FailOn.NEVER, min_rating=Rating.INADEQUATE), Gate(FailOn.NEVER, min_score=0)])
def test_no_result_is_not_enough(text: str, gate: Gate) -> None:
    """Where a result is wanted, a file without one fails."""
    assert fails(text, gate)


def test_not_rated_is_below_every_rating() -> None:
    """A key question that is not rated reaches no rating, though it may reach a score."""
    assert fails(UNRATED, Gate(min_rating=Rating.INADEQUATE))
    assert not fails(UNRATED, Gate(min_score=21))


def test_each_reason_is_given() -> None:
    """A file that fails in several ways is told each, with its name and what was wanted."""
    reasons = outcome(reviewed(FAILING), Gate(FailOn.ERROR, Rating.GOOD, 80)).reasons
    assert len(reasons) == 3
    assert all("assessment.yaml" in reason for reason in reasons)
    assert "good" in reasons[1]
    assert "80" in reasons[2]
