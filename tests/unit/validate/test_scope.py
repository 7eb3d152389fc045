"""What was assessed: whose, which key question, at which level."""

import pytest

from tests.builders import Yaml, assessment_text, faults_of, reviewed


@pytest.mark.parametrize(
    "scope",
    [
        {"provider": {"name": "Ash Grove"}},
        {"provider": {"id": 101}},
        {"provider": None, "service": {"name": "Crisis services"}},
        {"provider": None, "service": {"id": "1-23456"}},
        {"provider": {"name": None}, "service": {"id": "1-23456"}},
    ],
)
def test_one_name_or_id_is_enough(scope: dict[str, Yaml]) -> None:
    """Any one of the four names and ids says who was assessed."""
    assert faults_of(assessment_text(**scope)) == []


@pytest.mark.parametrize(
    "scope",
    [
        {"provider": None},
        {"provider": {}},
        {"provider": {"name": " "}},
        {"provider": {"name": None}, "service": {"id": None}},
        {"provider": None, "service": {"type": "Homecare"}},
    ],
)
def test_nobody_is_a_fault(scope: dict[str, Yaml]) -> None:
    """A file that names nobody is a fault."""
    assert faults_of(assessment_text(**scope)) == ["nobody-assessed"]


def test_well_led_at_service_level_is_meant_where_nothing_is_said() -> None:
    """A file that says neither key question nor level is about well-led at service level."""
    outcome = reviewed(assessment_text())
    assert outcome.key_question is not None
    assert (outcome.key_question.id, outcome.level) == ("well-led", "service")


def test_an_unknown_key_question_is_a_fault() -> None:
    """A key question nobody knows is one fault that lists the five."""
    text = assessment_text().replace("provider:", "key_question: caring-about\nprovider:")
    assert faults_of(text) == ["unknown-key-question"]
    message = reviewed(text).faults[0].message
    assert all(name in message for name in ("safe", "effective", "caring", "responsive", "well-led"))


def test_an_unknown_level_is_a_fault() -> None:
    """A level is service or trust."""
    assert faults_of(assessment_text(level="ward")) == ["unknown-value"]
