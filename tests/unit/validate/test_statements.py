"""Every statement that counts is there, once, and is answered."""

import pytest

from tests.builders import GOVERNANCE, SPEAK_UP, assessment_text, faults_of, reviewed


def messages(text: str) -> list[str]:
    """Give what is said about the faults of a file."""
    return [fault.message for fault in reviewed(text).faults]


def test_a_right_file_has_no_faults() -> None:
    """Seven statements with a score each are a right file."""
    assert faults_of(assessment_text()) == []


def test_missing_is_never_zero() -> None:
    """A statement that counts and is not there is a fault that names it; nothing is scored."""
    text = assessment_text((3,) * 6)
    assert faults_of(text) == ["missing-statement"]
    assert "learning-improvement-and-innovation" in messages(text)[0]
    assert reviewed(text).scorecard is None


def test_a_trust_misses_the_eighth() -> None:
    """At trust level the eighth statement must be there."""
    assert faults_of(assessment_text(level="trust")) == ["missing-statement"]
    assert faults_of(assessment_text((3,) * 8, level="trust")) == []


def test_the_eighth_counts_at_trust_level_only() -> None:
    """At service level the eighth statement is a fault that says where it counts."""
    text = assessment_text((3,) * 8)
    assert faults_of(text) == ["unknown-statement"]
    assert "trust" in messages(text)[0]


@pytest.mark.parametrize("written", ["freedom-to-speek-up", "freedom-to-speak", "FTSU", "speaking up"])
def test_a_near_miss_is_one_fault(written: str) -> None:
    """A statement that is nearly right is one fault that suggests the id, and is not also called missing."""
    text = assessment_text().replace(SPEAK_UP, written)
    assert faults_of(text) == ["unknown-statement"]
    assert SPEAK_UP in messages(text)[0]


def test_an_unknown_statement_is_a_fault() -> None:
    """A statement nobody knows is a fault that lists those that are known."""
    text = assessment_text(answers={"zzz": {"score": 3}})
    assert faults_of(text) == ["unknown-statement"]
    assert SPEAK_UP in messages(text)[0]


def test_a_statement_of_another_key_question_is_a_fault() -> None:
    """A statement of another key question is a fault that says whose it is."""
    text = assessment_text(answers={"safeguarding": {"score": 3}})
    assert faults_of(text) == ["unknown-statement"]
    assert "Safe" in messages(text)[0]


@pytest.mark.parametrize("title", ["Freedom to speak up", "FREEDOM TO SPEAK UP", "freedom to Speak Up"])
def test_a_title_is_an_id(title: str) -> None:
    """A statement may be named by its title, in any case."""
    assert faults_of(assessment_text().replace(SPEAK_UP, title)) == []


@pytest.mark.parametrize("again", ["Freedom to speak up", "freedom-to-speak-up", "FREEDOM TO SPEAK UP"])
@pytest.mark.parametrize("first", ["Freedom to speak up", "freedom-to-speak-up", "Freedom To Speak Up"])
def test_a_statement_is_there_once(first: str, again: str) -> None:
    """A statement given twice is a fault at the second, whichever of its names comes first."""
    lines = assessment_text().replace(f"{SPEAK_UP}:", f"{first}:")
    text = lines + f"  {again}:\n    score: 1\n"
    assert faults_of(text) == ["duplicate-key"]
    assert reviewed(text).faults[0].place.line == text.count("\n") - 1


@pytest.mark.parametrize(
    "answer", [{}, None, {"score": None}, {"not_assessed": None}, {"findings": "Good."}, {"score_unknown": None}]
)
def test_a_statement_is_answered(answer: object) -> None:
    """A statement without an answer is a fault, even where other things are said about it."""
    assert faults_of(assessment_text(answers={SPEAK_UP: answer})) == ["no-answer"]


@pytest.mark.parametrize(
    "answer",
    [
        {"score": 3, "not_assessed": "Out of scope"},
        {"score": 3, "score_unknown": "Not shown"},
        {"not_assessed": "Out of scope", "score_unknown": "Not shown"},
    ],
)
def test_a_statement_is_answered_once(answer: object) -> None:
    """A statement with two answers is a fault."""
    assert faults_of(assessment_text(answers={SPEAK_UP: answer})) == ["several-answers"]


def test_an_empty_answer_beside_another_is_none() -> None:
    """A key left empty is not an answer."""
    assert faults_of(assessment_text(answers={SPEAK_UP: {"score": 3, "not_assessed": None}})) == []


@pytest.mark.parametrize("answer", [{"score": 3, "judged": "good"}, {"categories": {"people": 3, "staff": 3}}])
def test_only_what_the_framework_knows_is_an_answer(answer: object) -> None:
    """Scores by evidence category and judged levels are faults in a framework that scores statements directly."""
    assert faults_of(assessment_text(answers={SPEAK_UP: answer})) == ["not-in-framework"]


def test_all_faults_come_at_once() -> None:
    """Faults of shape and faults against the framework come together, in the order of the file."""
    text = assessment_text(answers={SPEAK_UP: {"score": 5}, GOVERNANCE: {}}, level="trust", sumary="x")
    assert sorted(faults_of(text)) == ["missing-statement", "no-answer", "score-out-of-range", "unknown-key"]


def test_all_faults_come_at_once_without_a_framework_named() -> None:
    """A wrong date does not hide the faults of the statements, where no framework is named."""
    text = assessment_text((3, 3, 5), framework=None, about={"date": "2025-02-30"})
    assert {"impossible-date", "score-out-of-range", "missing-statement"} <= set(faults_of(text))
