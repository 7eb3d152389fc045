"""Duplicate keys, loops and bombs stop before anything is made of them."""

from dataclasses import replace

import pytest

from tests.builders import source_of
from wellled_cli.load.reader import read_text
from wellled_cli.load.tree import Limits


def found(text: str, limits: Limits | None = None) -> list[tuple[str, int, int]]:
    """Give the rule, line and column of each fault of a YAML text."""
    source = read_text(text, "assessment.yaml", limits)
    return [(fault.rule, fault.place.line, fault.place.column) for fault in source.faults]


def test_a_key_twice_is_a_fault() -> None:
    """Each further use of a key is a fault at its place, and the first value stays."""
    text = "a: x\nb:\n  c: 1\n  c: 2\na: y\na: z\n"
    assert found(text) == [("duplicate-key", 4, 3), ("duplicate-key", 5, 1), ("duplicate-key", 6, 1)]
    assert read_text(text, "assessment.yaml").data == {"a": "x", "b": {"c": "1"}}


def test_a_key_is_the_same_in_quotes() -> None:
    """Quotes do not make two keys of one."""
    assert found("a: x\n'a': y\n") == [("duplicate-key", 2, 1)]


@pytest.mark.parametrize("key", ["true", "~", "[a, b]", "{a: b}"])
def test_a_key_is_text(key: str) -> None:
    """A truth value, nothing, a list or a mapping is no key."""
    assert found(f"a: x\n? {key}\n: y\n") == [("key-not-text", 2, 3)]


def test_an_alias_is_the_value_once_more() -> None:
    """An alias stands for the value of its anchor, whole mappings too."""
    source = source_of("a: &name Ash Grove\nb: *name\nc: &group {d: 1}\ne: [*group, *group]\n")
    assert source.data == {"a": "Ash Grove", "b": "Ash Grove", "c": {"d": "1"}, "e": [{"d": "1"}, {"d": "1"}]}


def test_an_alias_stands_where_it_is_written() -> None:
    """A repeated scalar is placed where it is repeated."""
    place = source_of("a: &name Ash Grove\nb: *name\n").locate(("b",))
    assert (place.line, place.column) == (2, 4)


def test_an_anchor_may_be_set_again() -> None:
    """An alias stands for the latest anchor of its name."""
    assert source_of("a: &x one\nb: *x\nc: &x two\nd: *x\n").data == {"a": "one", "b": "one", "c": "two", "d": "two"}


@pytest.mark.parametrize("text", ["a: &x [*x]\n", "a: &x {b: *x}\n", "a: &x\n  b:\n    c: *x\n"])
def test_an_alias_to_itself_is_a_fault(text: str) -> None:
    """A value that holds itself is a fault, not an endless file."""
    assert [rule for rule, _, _ in found(text)] == ["alias-to-itself"]


def test_an_unknown_alias_is_a_fault() -> None:
    """An alias without an anchor before it is a fault where it stands."""
    assert found("a: x\nb: *nobody\n") == [("unknown-alias", 2, 4)]
    assert found("a: *late\nb: &late x\n") == [("unknown-alias", 1, 4)]


def test_repetition_is_counted_each_time() -> None:
    """Aliases of aliases are refused as soon as they stand for too many values."""
    doubling = "".join(f"k{n + 1}: &k{n + 1} [{', '.join([f'*k{n}'] * 10)}]\n" for n in range(60))
    assert [rule for rule, _, _ in found(f"k0: &k0 x\n{doubling}")] == ["too-large"]


def test_depth_is_bounded() -> None:
    """The deepest level allowed is read; one more is a fault at its first character."""
    limits = replace(Limits(), depth=4)
    assert found("a: [[[x]]]\n", limits) == []
    assert found("a: [[[[x]]]]\n", limits) == [("too-deep", 1, 7)]


def test_the_number_of_values_is_bounded() -> None:
    """As many values as allowed are read; more are a fault."""
    limits = replace(Limits(), values=20)
    assert found(f"a: [{', '.join('x' * 10)}]\n", limits) == []
    assert [rule for rule, _, _ in found(f"a: [{', '.join('x' * 30)}]\n", limits)] == ["too-large"]


@pytest.mark.parametrize(
    "text",
    [
        "a: &a {text}\nb: [*a, *a, *a]\n",
        "a: &a [{text}]\nb: [*a, *a, *a]\n",
        "a: &a {{k: {text}}}\nb: [*a, *a, *a]\n",
        "a: &a {text}\nb: &b [*a]\nc: [*b, *b]\n",
    ],
)
def test_the_text_that_aliases_repeat_is_bounded(text: str) -> None:
    """A few aliases cannot stand for far more text than a file may hold, directly or through one another."""
    text = text.format(text="x" * 50)
    assert found(text, Limits(size=300)) == []
    assert [rule for rule, _, _ in found(text, Limits(size=120))] == ["too-large"]
