"""YAML scalars mean what people mean."""

import pytest

from tests.builders import source_of
from wellled_cli.load.reader import read_text
from wellled_cli.model.source import Plain

UNQUOTED_TEXT = ["no", "yes", "on", "off", "y", "12:30", "010", "1_000", "0x1F", "2025-02-20", "1.10", "=", "<"]


@pytest.mark.parametrize("written", UNQUOTED_TEXT)
def test_what_is_written_without_quotes_stays_as_written(written: str) -> None:
    """No scalar turns into a truth value, a time, an octal number or a date behind its writer's back."""
    value = source_of(f"a: {written}\n").text_at("a")
    assert isinstance(value, Plain)
    assert value == written


def test_only_true_and_false_are_truth_values() -> None:
    """The words true and false are truth values, and text in quotes."""
    source = source_of("a: true\nb: false\nc: 'true'\nd: \"false\"\n")
    assert source.data == {"a": True, "b": False, "c": "true", "d": "false"}


def test_nothing_is_nothing() -> None:
    """An empty value, a tilde and the word null are nothing; in quotes they are text."""
    source = source_of("a:\nb: ~\nc: null\nd: ''\ne: 'null'\n")
    assert source.data == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_quoted_scalars_are_no_plain_ones() -> None:
    """What stands in quotes or in a block is text, never a number or a date."""
    source = source_of("a: '3'\nb: \"3\"\nc: |-\n  3\nd: >-\n  3\n")
    assert source.data == {"a": "3", "b": "3", "c": "3", "d": "3"}
    assert not any(isinstance(source.text_at(key), Plain) for key in "abcd")


def test_one_document_may_have_its_markers() -> None:
    """A single document may begin with three hyphens and end with three dots."""
    assert source_of("---\na: x\n...\n").data == {"a": "x"}


@pytest.mark.parametrize(
    ("text", "rule", "line", "column"),
    [
        ("a: x\n---\nb: y\n", "several-documents", 2, 1),
        ("a: x\n---\n", "several-documents", 2, 1),
        ("a: !!int 3\n", "tag", 1, 4),
        ("a: !python/object:os.system x\n", "tag", 1, 4),
        ("a: !!map {b: c}\n", "tag", 1, 4),
        ("a:\n\tb: c\n", "not-yaml", 2, 1),
        ("a: Staff said: no\n", "not-yaml", 1, 14),
        ("a: @home\n", "not-yaml", 1, 4),
        ("a: x\n}\n", "not-yaml", 2, 1),
    ],
)
def test_what_is_not_read_is_placed(text: str, rule: str, line: int, column: int) -> None:
    """A second document, a tag and broken YAML are one fault each, where they stand."""
    source = read_text(text, "assessment.yaml")
    found = [(fault.rule, fault.place.line, fault.place.column) for fault in source.faults]
    assert found == [(rule, line, column)]
    assert source.root is None


def test_a_fault_before_a_second_document_is_not_lost() -> None:
    """Text that is not YAML is a fault even where an error comes late in the file."""
    source = read_text("a: x\n" * 3 + "b: 'never closed\n", "assessment.yaml")
    assert "not-yaml" in [fault.rule for fault in source.faults]


def test_half_a_character_is_told_how_a_whole_one_is_written() -> None:
    """JSON writes a character beyond the first plane as two halves; YAML does not, and says what to write instead."""
    (fault,) = read_text('a: "\\ud83d\\ude00"\n', "assessment.yaml").faults
    assert "\\U0001F600" in fault.message
    assert source_of('a: "\\U0001F600"\n').data == {"a": "\U0001f600"}
