"""What stands in a file and says nothing is a fault, told once, to people and to editors alike."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.builders import SPEAK_UP, STATEMENTS, Yaml, assessment_text, faults_of, flagged, reviewed
from wellled_cli.frameworks.catalogue import framework_ids, shipped
from wellled_cli.render import json_schema

SCHEMA: Mapping[str, Any] = json.loads(json_schema.assessment([shipped(name) for name in framework_ids()]))
HOLE = "HOLE"


def accepted_by_schema(text: str) -> bool:
    """Tell whether an editor that follows the schema finds nothing wrong."""
    file = json.loads(json.dumps(yaml.safe_load(text), default=str))
    return bool(Draft7Validator(SCHEMA).is_valid(file))


@pytest.mark.parametrize("published", [{}, {"score": None}, {"score": None, "rating": None}], ids=str)
def test_what_was_published_says_something(published: Yaml) -> None:
    """A published result without score and rating is one fault, and the schema refuses it."""
    text = assessment_text(published=published)
    assert len(faults_of(text)) == 1
    assert not accepted_by_schema(text)


@pytest.mark.parametrize("key", ["not_assessed", "score_unknown"])
@pytest.mark.parametrize("word", ["no", "yes", "No", "YES", "3", "'no'", "' yes '"])
def test_a_yes_or_a_number_is_no_reason(key: str, word: str) -> None:
    """Where the reason belongs a yes, a no or a number is a fault that asks for it; the schema refuses it."""
    text = assessment_text(answers={SPEAK_UP: {key: HOLE}}).replace(HOLE, word)
    (fault,) = reviewed(text).faults
    assert "reason" in fault.message
    assert not accepted_by_schema(text)


@pytest.mark.parametrize("key", ["not_assessed", "score_unknown"])
@pytest.mark.parametrize("word", ["No access to the site", "Yesterday's visit was cut short", "3 of 4 wards were shut"])
def test_a_reason_may_begin_like_none(key: str, word: str) -> None:
    """A reason in words is right though its first word is no, yes or a number."""
    text = assessment_text(answers={SPEAK_UP: {key: word}})
    assert faults_of(text) == []
    assert accepted_by_schema(text)


@pytest.mark.parametrize("change", [{"statements": "foo"}, {"provider": "P"}], ids=str)
def test_one_slip_is_one_fault(change: Mapping[str, Yaml]) -> None:
    """Text where a group of keys belongs is told once, and nothing that follows from it."""
    assert faults_of(assessment_text(**change)) == ["wrong-type"]


def test_missing_statements_come_in_the_published_order() -> None:
    """Statements that are not there are named in the order in which they are published."""
    there, *missing = STATEMENTS["well-led"][:7]
    faults = reviewed(assessment_text(statements={there: {"score": 3}})).faults
    assert [fault.rule for fault in faults] == ["missing-statement"] * 6
    named = [next(name for name in missing if name in fault.message) for fault in faults]
    assert named == missing


def test_a_slip_in_a_rating_is_put_right() -> None:
    """A rating written almost right is answered with the one that is meant."""
    (fault,) = reviewed(assessment_text(about={"previous_rating": "godo"})).faults
    assert 'did you mean "good"?' in fault.message


@pytest.mark.parametrize("written", ["Regulation 17", "regulation 17", "17", 17])
def test_a_regulation_is_named_once(written: Yaml) -> None:
    """With or without the word before its number a regulation is named the same."""
    text = assessment_text(breaches=[{"regulation": written, "status": "current"}])
    (finding,) = flagged(text, "current-breach")
    assert "Regulation 17 (Good governance)" in finding.message
    assert "regulation regulation" not in finding.message.casefold()
