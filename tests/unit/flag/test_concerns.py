"""Concerns about the service, by origin: flagged, and the clean neighbour left alone."""

from datetime import date

import pytest

from tests.builders import SPEAK_UP, Yaml, assessment_text, flagged

ACTION = {"id": "A1", "title": "Tell staff", "kind": "should", "owner": "J. Lee", "status": "open"}
MEASURE = {"name": "Mandatory training", "topic": "training", "value": 82, "target": 90}


@pytest.mark.parametrize(("score", "level"), [(1, "error"), (2, "warning")])
def test_a_low_score_is_a_concern(score: int, level: str) -> None:
    """A statement scored 1 is an error, scored 2 a warning; it has no topic."""
    (found,) = flagged(assessment_text((3, 3, score, 3, 3, 3, 3)), "low-score")
    assert (found.kind, found.origin, found.topic) == ("concern", "score", None)
    assert (found.level, found.statement) == (level, SPEAK_UP)
    assert "Freedom to speak up is scored" in found.message


@pytest.mark.parametrize("score", [3, 4])
def test_a_good_score_is_none(score: int) -> None:
    """A statement scored 3 or 4 is no concern."""
    assert flagged(assessment_text((score,) * 7), "low-score") == []


def test_a_missing_score_is_no_low_score() -> None:
    """A statement not assessed, or whose score is not known, is not called low."""
    unknown = {SPEAK_UP: {"score_unknown": "Not shown"}}
    assert flagged(assessment_text((3, None, 3, 3, 3, 3, 3), answers=unknown), "low-score") == []


def test_a_current_breach_is_a_concern() -> None:
    """A current breach is an error of the topic regulatory that names regulation, notice and statement."""
    breach = {"regulation": 17, "status": "current", "notice": "warning", "statement": SPEAK_UP, "text": "Audit gaps"}
    (found,) = flagged(assessment_text((2,) * 7, breaches=[breach]), "current-breach")
    assert (found.kind, found.origin, found.topic, found.level) == ("concern", "breach", "regulatory", "error")
    assert found.statement == SPEAK_UP
    assert all(words in found.message for words in ("Regulation 17", "Good governance", "warning notice", "Audit gaps"))


def test_a_regulation_with_a_letter_is_named() -> None:
    """Regulation 9A is visiting and accompanying, whatever the case of its letter."""
    (found,) = flagged(assessment_text(breaches=[{"regulation": "9a", "status": "current"}]), "current-breach")
    assert "Visiting and accompanying" in found.message


def test_a_breach_put_right_is_none() -> None:
    """A breach that is met is no concern."""
    assert flagged(assessment_text(breaches=[{"regulation": 17, "status": "met"}]), "current-breach") == []


@pytest.mark.parametrize(
    ("value", "target", "better"),
    [(82, 90, "higher"), (82, 90, None), ("89.9", 90, "higher"), (12, 10, "lower"), ("10.1", 10, "lower")],
)
def test_a_missed_target_is_a_concern(value: object, target: int, better: str | None) -> None:
    """A measure on the wrong side of its own target is a warning of its own topic; higher is better by default."""
    measure = {**MEASURE, "value": value, "target": target, "better": better, "statement": SPEAK_UP}
    text = assessment_text(measures=[measure]).replace(f"'{value}'", str(value))
    (found,) = flagged(text, "concern-training")
    assert (found.kind, found.origin, found.topic, found.level) == ("concern", "measure", "training", "warning")
    assert found.statement == SPEAK_UP
    assert all(words in found.message for words in ("Mandatory training", str(value), str(target)))


@pytest.mark.parametrize(
    ("value", "target", "better"),
    [(90, 90, "higher"), (95, 90, "higher"), (10, 10, "lower"), (5, 10, "lower"), (1, None, None), (1, None, "higher")],
)
def test_a_target_reached_or_not_set_is_none(value: int, target: int | None, better: str | None) -> None:
    """A measure that reaches its target is no concern, and one without a target is never judged."""
    measure = {**MEASURE, "value": value, "target": target, "better": better}
    assert flagged(assessment_text(measures=[measure]), "concern-training") == []


def test_a_declared_concern_is_a_concern() -> None:
    """A concern the assessor declares is a warning of its topic, in the assessor's words, under its statement."""
    concern = {"topic": "culture", "text": "Staff fear blame."}
    (found,) = flagged(assessment_text(answers={SPEAK_UP: {"score": 3, "concerns": [concern]}}), "concern-culture")
    assert (found.kind, found.origin, found.topic, found.level) == ("concern", "declared", "culture", "warning")
    assert (found.statement, found.message) == (SPEAK_UP, "Staff fear blame.")


@pytest.mark.parametrize("concerns", [None, []])
def test_no_concern_declared_is_none(concerns: list[object] | None) -> None:
    """A statement without declared concerns raises none."""
    answer = {"score": 3, "concerns": concerns}
    assert flagged(assessment_text(answers={SPEAK_UP: answer}), "concern-culture") == []


def test_each_concern_is_one_finding() -> None:
    """Two measures that miss their target are two findings, each at its own place."""
    found = flagged(assessment_text(measures=[MEASURE, {**MEASURE, "value": 50}]), "concern-training")
    assert len({finding.place for finding in found}) == 2


@pytest.mark.parametrize(
    ("rule", "first", "second", "subject"),
    [
        (
            "concern-training",
            {"measures": [MEASURE]},
            {"measures": [{**MEASURE, "value": 70, "target": 95}]},
            "Mandatory training",
        ),
        (
            "current-breach",
            {"breaches": [{"regulation": 17, "status": "current"}]},
            {"breaches": [{"regulation": "Regulation 17", "status": "current", "text": "Audit gaps"}]},
            "17",
        ),
        (
            "action-overdue",
            {"actions": [{**ACTION, "due": date(2025, 3, 1)}]},
            {"actions": [{**ACTION, "due": date(2025, 6, 1), "title": "Tell all staff"}]},
            "A1",
        ),
    ],
)
def test_a_finding_names_its_subject(rule: str, first: Yaml, second: Yaml, subject: str) -> None:
    """What a finding is about is named as the file names it, and stays where figures, days and wording change."""
    (before,), (after,) = (flagged(assessment_text(**changes), rule) for changes in (first, second))
    assert (before.subject, after.subject) == (subject, subject)
    assert before.message != after.message
