"""Whatever names something else names something that is there."""

import pytest

from tests.builders import SPEAK_UP, Yaml, assessment_text, faults_of, reviewed

E1 = {"id": "E1", "title": "Staff survey"}
ACTION = {
    "id": "A1",
    "title": "Train staff",
    "kind": "should",
    "status": "open",
    "owner": "J. Lee",
    "due": "2026-03-31",
}
MEASURE = {"name": "Training", "topic": "training", "value": 82}
BREACH = {"regulation": 17, "status": "current"}


def registered(register: str, *entries: Yaml) -> str:
    """Write a file with entries in one of its lists."""
    changes: dict[str, Yaml] = {register: [*entries]}
    return assessment_text(**changes)


def test_evidence_that_is_named_is_there() -> None:
    """Evidence named by a statement or an action is in the register."""
    named: dict[str, Yaml] = {
        "answers": {SPEAK_UP: {"score": 3, "evidence": ["E1"]}},
        "actions": [{**ACTION, "evidence": ["E1"]}],
    }
    assert faults_of(assessment_text(**named, evidence=[E1])) == []
    assert faults_of(assessment_text(**named)) == ["unknown-evidence", "unknown-evidence"]


def test_a_number_names_evidence_as_text_does() -> None:
    """An id written as a number is the same id in quotes."""
    text = assessment_text(answers={SPEAK_UP: {"score": 3, "evidence": ["7"]}}, evidence=[{"id": 7, "title": "Survey"}])
    assert faults_of(text) == []


def test_near_evidence_is_suggested() -> None:
    """An evidence id that is nearly right is a fault that suggests the right one."""
    text = assessment_text(
        answers={SPEAK_UP: {"score": 3, "evidence": ["survey-2042"]}}, evidence=[{"id": "survey-2024", "title": "S"}]
    )
    assert faults_of(text) == ["unknown-evidence"]
    assert "survey-2024" in reviewed(text).faults[0].message


@pytest.mark.parametrize(("register", "entry"), [("evidence", E1), ("actions", ACTION)])
def test_ids_are_unique(register: str, entry: dict[str, Yaml]) -> None:
    """An id given twice in a register is a fault; the same id in both registers is none."""
    assert faults_of(registered(register, entry, {**entry, "title": "Another"})) == ["duplicate-id"]
    assert faults_of(assessment_text(evidence=[{**E1, "id": "X"}], actions=[{**ACTION, "id": "X"}])) == []


def test_ids_are_compared_as_they_are_read() -> None:
    """Space around an id in quotes, which is not part of the id, neither hides a second use nor a reference."""
    assert faults_of(assessment_text(evidence=[E1, {**E1, "id": " E1 "}])) == ["duplicate-id"]
    text = assessment_text(answers={SPEAK_UP: {"score": 3, "evidence": [" E1 "]}}, evidence=[E1])
    assert faults_of(text) == []


@pytest.mark.parametrize(("register", "entry"), [("measures", MEASURE), ("breaches", BREACH), ("actions", ACTION)])
@pytest.mark.parametrize("name", ["freedom-to-speak-up", "Freedom to speak up"])
def test_a_statement_that_is_named_is_known(register: str, entry: dict[str, Yaml], name: str) -> None:
    """A measure, a breach and an action may name a statement by id or title; an unknown one is a fault."""
    assert faults_of(registered(register, {**entry, "statement": name})) == []
    text = registered(register, {**entry, "statement": f"{name}s"})
    assert faults_of(text) == ["unknown-statement"]
    assert SPEAK_UP in reviewed(text).faults[0].message


def test_topics_are_known() -> None:
    """A topic nobody knows is a fault that suggests a close one, in measures and in declared concerns."""
    concern = {"score": 3, "concerns": [{"topic": "trainings", "text": "Too little of it."}]}
    text = assessment_text(answers={SPEAK_UP: concern}, measures=[{**MEASURE, "topic": "trainings"}])
    assert faults_of(text) == ["unknown-topic", "unknown-topic"]
    assert all('"training"' in fault.message for fault in reviewed(text).faults)


@pytest.mark.parametrize(
    "topic",
    [
        *("training", "development", "appraisal", "supervision", "speaking-up", "incident-learning"),
        *("senior-visibility", "leadership", "communication", "vision-values", "culture", "equality", "wellbeing"),
        *("staffing", "governance", "risk", "records-data", "it-systems", "regulatory", "feedback", "partnerships"),
        *("improvement", "sustainability"),
    ],
)
def test_every_topic_of_the_guide_is_known(topic: str) -> None:
    """The 23 topics of the annotation guide are known."""
    assert faults_of(assessment_text(measures=[{**MEASURE, "topic": topic}])) == []
