"""Which thing of one assessment is which of another."""

from itertools import permutations
from typing import NamedTuple

import pytest

from wellled_cli.compare.pairing import compared
from wellled_cli.model.comparison import Compared


class Thing(NamedTuple):
    """Something with a name, a state, and words that may be what it is known by."""

    name: str
    state: int = 0
    words: str | None = None


def pair(old: list[Thing], new: list[Thing]) -> Compared[Thing]:
    """Compare things by their names, else, where they have words, by those under the same first letter."""
    return compared(
        old,
        new,
        lambda each: each.name,
        state=lambda each: each.state,
        wording=lambda each: None if each.words is None else (each.name[:1], each.words),
    )


def test_the_same_things_are_unchanged() -> None:
    """Nothing changes between a list and itself, however often a name stands in it."""
    things = [Thing("a"), Thing("a", 1), Thing("b", 2)]
    assert pair(things, things) == Compared((), 3)


def test_a_state_that_moved_is_a_change() -> None:
    """One name in two states is altered; one that stands in one list alone is raised or cleared."""
    found = pair([Thing("a", 1), Thing("b")], [Thing("a", 2), Thing("c")])
    assert found.altered == ((Thing("a", 1), Thing("a", 2)),)
    assert (found.raised, found.cleared, found.unchanged) == ((Thing("c"),), (Thing("b"),), 0)


@pytest.mark.parametrize("new", list(permutations([Thing("a", 1), Thing("a", 2), Thing("a", 3)])))
def test_of_several_with_one_name_those_in_one_state_go_together(new: tuple[Thing, ...]) -> None:
    """In whatever order they stand, only what is new is new."""
    found = pair([Thing("a", 2), Thing("a", 1)], list(new))
    assert (found.raised, found.altered, found.cleared, found.unchanged) == ((Thing("a", 3),), (), (), 2)


def test_the_strictest_key_goes_first() -> None:
    """What shares more than a name is paired before what shares the name alone."""
    old, new = [Thing("ab"), Thing("ac")], [Thing("ac"), Thing("ad")]
    found = compared(old, new, lambda each: each.name, lambda each: each.name[0], state=lambda each: each.name)
    assert (found.unchanged, found.altered) == (1, ((Thing("ab"), Thing("ad")),))


@pytest.mark.parametrize(
    ("was", "now", "same"),
    [
        ("Two night staff are afraid", "Three night staff are afraid", True),
        ("two NIGHT staff, are afraid!", "Two night staff are afraid", True),
        ("Staff are afraid", "Minutes of meetings are not shared", False),
        ("one two", "one three", False),
        ("one two three", "one two four", True),
        ("", "", False),
    ],
)
def test_nearly_the_same_words_are_the_same_thing(was: str, now: str, *, same: bool) -> None:
    """Things that share half of all their words are one; fewer, and they are two."""
    old, new = Thing("x1", 1, was), Thing("x2", 2, now)
    expected = ((old, new),) if same else ()
    assert (pair([old], [new]).altered, pair([new], [old]).altered) == (expected, tuple((b, a) for a, b in expected))


def test_the_most_alike_go_together() -> None:
    """Where a thing could be either of two, it is the one that shares more of its words."""
    old = [Thing("x1", 1, "one two three four"), Thing("x2", 1, "one two three five")]
    new = [Thing("x3", 2, "one two three five six")]
    assert pair(old, new).altered == ((old[1], new[0]),)


@pytest.mark.parametrize("turned", [False, True])
def test_each_has_one_partner(*, turned: bool) -> None:
    """Of two that are as near to a third the first is its partner, and the other is left, either way round."""
    one, two = [Thing("x1", 1, "one two")], [Thing("x2", 2, "one two"), Thing("x3", 3, "one two")]
    found = pair(two, one) if turned else pair(one, two)
    assert found.altered == (((two[0], one[0]),) if turned else ((one[0], two[0]),))
    assert (found.cleared if turned else found.raised) == (two[1],)


def test_other_kinds_are_not_the_same_whatever_they_say() -> None:
    """Words only count between things that share what has to be shared before."""
    assert pair([Thing("x", 1, "one two")], [Thing("y", 1, "one two")]).altered == ()


def test_thousands_that_are_all_alike_end() -> None:
    """Where there are more of a kind than anybody writes, the first are looked at word by word and no others."""
    old = [Thing(f"x{number}", 1, f"words {number}") for number in range(5000)]
    new = [Thing(f"x-{number}", 1, f"words {number}") for number in range(5000)]
    found = pair(old, new)
    assert (found.unchanged, len(found.raised), len(found.cleared)) == (100, 4900, 4900)
