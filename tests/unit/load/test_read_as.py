"""A source read as one of our formats: the value, or every fault at its place."""

import pytest

from tests.builders import assessment_text, source_of
from wellled_cli.load.read_as import read_as
from wellled_cli.model.assessment import Assessment
from wellled_cli.model.source import Fault

HEAD = "wellled: 1\nprovider: {name: Ash Grove}\n"
ABOUT = "assessment: {source: self, date: 2025-02-20}\n"


def faults(text: str) -> tuple[Fault, ...]:
    """Give the faults of a text read as an assessment."""
    return read_as(Assessment, source_of(text))[1]


def found(text: str) -> list[tuple[str, int, int]]:
    """Give the rule, line and column of each."""
    return [(fault.rule, fault.place.line, fault.place.column) for fault in faults(text)]


def test_a_right_file_is_its_value() -> None:
    """A file of the right shape has a value and no faults."""
    value, wrong = read_as(Assessment, source_of(assessment_text()))
    assert wrong == ()
    assert value is not None
    assert value.statements["freedom-to-speak-up"].score == 3


def test_a_wrong_file_has_no_value() -> None:
    """A file with a fault of shape has no value."""
    assert read_as(Assessment, source_of("wellled: 2\n"))[0] is None


@pytest.mark.parametrize(
    ("text", "line", "column", "key"),
    [
        (HEAD + "statements: {}\n", 1, 1, "assessment"),
        (HEAD + ABOUT, 1, 1, "statements"),
        (HEAD + "assessment:\n  source: self\nstatements: {}\n", 3, 1, "date"),
        (HEAD + ABOUT + "statements: {}\nactions:\n  - id: A1\n    title: T\n    kind: must\n", 6, 5, "status"),
    ],
)
def test_a_missing_key_is_placed_at_its_parent(text: str, line: int, column: int, key: str) -> None:
    """A key that must be there and is not is placed at the nearest thing that is, and named."""
    assert found(text) == [("missing-key", line, column)]
    assert key in faults(text)[0].message


@pytest.mark.parametrize(
    ("text", "line", "column", "meant"),
    [
        (HEAD + ABOUT + "statement: {}\nstatements: {}\n", 4, 1, "statements"),
        (HEAD + ABOUT + "statements: {safeguarding: {scores: 3}}\n", 4, 29, "score"),
        (HEAD + ABOUT + "statements: {}\nevidence: [{id: E1, title: T, reviewby: 2025-01-01}]\n", 5, 31, "review_by"),
        (HEAD + ABOUT + "statements: {x: {concerns: [{topic: training, text: T, txt: U}]}}\n", 4, 56, "text"),
    ],
)
def test_an_unknown_key_names_the_one_meant(text: str, line: int, column: int, meant: str) -> None:
    """An unknown key is a fault at the key, which suggests a known one that is close."""
    assert found(text) == [("unknown-key", line, column)]
    assert f'did you mean "{meant}"?' in faults(text)[0].message


def test_an_unknown_word_names_the_ones_known() -> None:
    """A word that is not among those wanted is a fault that lists them and suggests a close one."""
    text = HEAD + "assessment: {source: selv, date: 2025-02-20}\nstatements: {}\n"
    assert found(text) == [("unknown-value", 3, 22)]
    message = faults(text)[0].message
    assert all(word in message for word in ("self", "peer", "mock", "draft", "published"))
    assert 'did you mean "self"?' in message


@pytest.mark.parametrize(
    "line",
    [
        "measures: {name: Training}",
        "provider: Ash Grove",
        "statements: [a, b]",
        "published: 62",
        "evidence: E1",
        "summary: {a: b}",
    ],
)
def test_a_value_of_the_wrong_kind_is_a_fault(line: str) -> None:
    """A list where a mapping is wanted, a mapping where text is wanted and the like are faults."""
    key = line.partition(":")[0]
    lines = [*(HEAD + ABOUT).splitlines(), "statements: {}"]
    text = "\n".join([*(other for other in lines if not other.startswith(f"{key}:")), line, ""])
    assert [rule for rule, _, _ in found(text)] == ["wrong-type"]


def test_every_fault_is_given_in_the_order_of_the_file() -> None:
    """All faults come at once, from the first line to the last."""
    text = "wellled: 2\nassessment: {source: x, date: 2025-02-30}\nstatements: {a: {score: 5}}\nsumary: x\n"
    assert [line for _, line, _ in found(text)] == [1, 2, 2, 3, 4]
