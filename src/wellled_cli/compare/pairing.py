"""Which thing of one assessment is which of another."""

import re
from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias, TypeVar

from wellled_cli.model.comparison import Change, Compared

T = TypeVar("T")
Key: TypeAlias = Callable[[T], Hashable]
Wording: TypeAlias = Callable[[T], tuple[Hashable, str] | None]
"""Gives the words of a thing after what it must share before they are looked at; None where words do not matter."""
Words: TypeAlias = frozenset[str]

_WORD = re.compile(r"\w+")
_HALF = Fraction(1, 2)
_MOST_OF_A_KIND = 100


def compared(
    old: Sequence[T], new: Sequence[T], *keys: Key[T], state: Key[T], wording: Wording[T] = lambda _: None
) -> Compared[T]:
    """Pair things that share a key, the strictest key first, and give what is different.

    A pair is unchanged where its `state` is the same. Of several with one key those in the same state go together, the
    rest in their order. What no key pairs is paired where its `wording` is nearly the same.
    """
    pairs: dict[int, int] = {}
    for key in (lambda each: (keys[0](each), state(each)), *keys):
        pairs |= _sharing(key, *_unpaired(old, new, pairs))
    pairs |= _reworded(wording, *_unpaired(old, new, pairs))
    both = [(old[before], new[after]) for after, before in sorted(pairs.items())]
    altered: list[Change[T]] = [Change(before, after) for before, after in both if state(before) != state(after)]
    gone, come = _unpaired(old, new, pairs)
    alone = (*(Change(None, each) for each in come.values()), *(Change(each, None) for each in gone.values()))
    return Compared((*altered, *alone), len(both) - len(altered))


def _unpaired(old: Sequence[T], new: Sequence[T], pairs: Mapping[int, int]) -> tuple[dict[int, T], dict[int, T]]:
    """Give what is left of both, by its place."""
    paired = set(pairs.values())
    return (
        {place: each for place, each in enumerate(old) if place not in paired},
        {place: each for place, each in enumerate(new) if place not in pairs},
    )


def _sharing(key: Key[T], old: Mapping[int, T], new: Mapping[int, T]) -> Iterator[tuple[int, int]]:
    """Pair what shares a key, in order; a pair is the place in the new one and that in the old one."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, each in old.items():
        waiting[key(each)].append(place)
    for place, each in new.items():
        if waiting[key(each)]:
            yield place, waiting[key(each)].popleft()


def _reworded(wording: Wording[T], old: Mapping[int, T], new: Mapping[int, T]) -> Iterator[tuple[int, int]]:
    """Pair what is of one kind and shares at least half of its words."""
    was, now = _words_by_kind(wording, old), _words_by_kind(wording, new)
    for kind in was.keys() & now.keys():
        yield from _nearest(was[kind], now[kind]).items()


def _words_by_kind(wording: Wording[T], things: Mapping[int, T]) -> dict[Hashable, dict[int, Words]]:
    """Give the words of things by kind and place; of the first only where a kind has more than anybody would write."""
    found: dict[Hashable, dict[int, Words]] = defaultdict(dict)
    for place, each in things.items():
        told = wording(each)
        if told is not None and len(found[told[0]]) < _MOST_OF_A_KIND:
            found[told[0]][place] = frozenset(_WORD.findall(told[1].casefold()))
    return found


def _nearest(old: Mapping[int, Words], new: Mapping[int, Words]) -> dict[int, int]:
    """Pair the most alike first, and of equals those that stand first."""
    alike = [(_shared(old[before], new[after]), before, after) for before, after in product(old, new)]
    pairs: dict[int, int] = {}
    for share, before, after in sorted(alike, key=lambda each: -each[0]):
        if share >= _HALF and after not in pairs and before not in pairs.values():
            pairs[after] = before
    return pairs


def _shared(first: Words, second: Words) -> Fraction:
    return Fraction(len(first & second), len(first | second) or 1)
