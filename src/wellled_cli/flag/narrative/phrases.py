"""The language in which the lexicon is written: one phrase a line, matched word by word.

A phrase is words in order, spelt as those of a sentence are read. `train*` is any word that begins so;
`lapsed|out_of_date` is either, the second of three words; `the?` may be missing; `..` is up to two words between, `...`
up to six; `#` is a number, `9*%` a share in the nineties; `{staff}` is any entry of a list of that name; `^` in front
is the start of a clause. No gap reaches over the end of a clause or over a "not".
"""

from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeAlias

from wellled_cli.flag.narrative.words import spelt


class Lists(dict[str, tuple[str, ...]]):
    """Lists of words by the names that phrases know them by."""

    @cached_property
    def common(self) -> frozenset[str]:
        """The words that almost every sentence holds."""
        return frozenset(self.get("common", ()))

    def alternatives(self, written: str) -> Sequence[str]:
        """Give the words, or several words with blanks between, that an element may be; one of them suffices.

        Raises KeyError for a list that does not exist.
        """
        if "{" not in written:
            return written.replace("_", " ").split("|")
        found: list[str] = []
        for word in written.split("|"):
            found += self[word[1:-1]] if word[:1] == "{" else [word.replace("_", " ")]
        return found

    def rarest_word(self, alternative: str) -> str:
        """Give the word of an alternative that the fewest sentences hold."""
        words = alternative.split()
        return max(words, key=lambda word: (word not in self.common, len(word))) if len(words) > 1 else alternative

    def element(self, written: str, gap: int) -> "Element":
        """Give an element with the gap before it; the same one each time it is asked for."""
        known = self._elements.get((written, gap))
        if known is None:
            alternatives = self.alternatives(written.removesuffix("?"))
            words = frozenset(word for word in alternatives if word and " " not in word)
            several = tuple(
                sorted((tuple(word.split()) for word in alternatives if " " in word), key=len, reverse=True)
            )
            firsts = frozenset(first for first, *_ in several)
            known = Element(words, several, firsts, gap, _shifts(gap), is_optional=written.endswith("?"))
            self._elements[written, gap] = known
        return known

    def rarity(self, written: str) -> float:
        """Rate how seldom a sentence holds an element: the longer, the fewer and the less common, the seldomer."""
        known = self._rarities.get(written)
        if known is None:
            words = written.split("|")
            common = sum(word in self.common for word in words)
            known = min(map(len, words)) - len(words) / 4 + common * _EVERYWHERE
            known = self._rarities[written] = _EVERYWHERE if "{" in written else known
        return known

    @cached_property
    def _elements(self) -> "dict[tuple[str, int], Element]":
        return {}

    @cached_property
    def _rarities(self) -> dict[str, float]:
        return {}


@cache
def _shifts(gap: int) -> tuple[int, ...]:
    """Give shifts that sum up to a gap, none larger than those before it and one together."""
    shifts, reach = list[int](), 0
    while reach < gap:
        shifts.append(min(reach + 1, gap - reach))
        reach += shifts[-1]
    return tuple(shifts)


_GAPS = {"..": 2, "...": 6}
NUMBER = "#"
_CLAUSE_START = "^"
_WORDLESS = frozenset({*_GAPS, NUMBER, _CLAUSE_START})
_EVERYWHERE = -20.0
"""How little a word says that almost every sentence holds."""


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One element of a phrase: what may stand there, and how often words may stand between it and the one before.

    `words` are words or beginnings of words, which end in a star; `several` are alternatives of several words, and
    `firsts` the first of each; `shifts` spread a mask of words over the gap, as each doubles how far it reaches.
    """

    words: frozenset[str]
    several: tuple[tuple[str, ...], ...]
    firsts: frozenset[str]
    gap: int
    shifts: tuple[int, ...]
    is_optional: bool


@dataclass(frozen=True)
class Phrase:
    """One phrase of the lexicon, and the lists that it may name."""

    text: str
    lists: Lists

    @cached_property
    def rarest(self) -> tuple[str, ...]:
        """The elements that the fewest sentences hold, at most as many as there are sieves, the rarest first.

        Raises ValueError where every element may be any word or none.
        """
        parts = [part for part in self.text.split() if part not in _WORDLESS and part[-1] != "?"]
        if not parts:
            raise ValueError(self.text)
        if len(parts) > 1:
            parts = [part for part in parts if "{" not in part] or parts
            parts.sort(key=self.lists.rarity, reverse=True)
        return tuple(parts[:SIEVES])

    def keys(self, sieve: int) -> Collection[str]:
        """Give the words, or beginnings of words with a star, of which a sieve, by its number, asks one of a sentence.

        None where every sentence passes it.

        Raises ValueError where there is none, KeyError for a list that does not exist.
        """
        if sieve >= len(self.rarest):
            return ()
        return dict.fromkeys(map(self.lists.rarest_word, self.lists.alternatives(self.rarest[sieve])))

    @cached_property
    def starts_clause(self) -> bool:
        """Tell whether the phrase stands only at the start of a clause."""
        return self.text.startswith(_CLAUSE_START)

    @cached_property
    def length(self) -> int:
        """How many words it is long wherever it stands; 0 where that depends on the sentence."""
        return len(self.elements) if self.is_plain and not any(element.gap for element in self.elements) else 0

    @cached_property
    def is_plain(self) -> bool:
        """Tell whether each element is one word, so that from one start the nearest end is the one to take."""
        return not self.elements[0].gap and not any(each.several or each.is_optional for each in self.elements)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The elements, each with the gap before it; before the first there is one only after the start of a clause."""
        elements, gap = list[Element](), 0
        for part in self.text.removeprefix(_CLAUSE_START).split():
            if part in _GAPS:
                gap += _GAPS[part] if elements or self.starts_clause else 0
            else:
                elements.append(self.lists.element(part, gap))
                gap = 0
        return tuple(elements)


SIEVES = 3
"""How many elements of a phrase are looked for before its words are compared in order."""
Keys: TypeAlias = dict[str, bytes]
"""Word, or beginning of a word with a star, to where a sentence with it passes: see `Keyed`."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Phrases as text, where the words of a sentence let them pass, and every word that any of them names.

    Each phrase has to pass as many sieves as there are; its places are its number times their number, and those that
    follow. `free` is the mask of the places that every sentence passes, as a phrase has no further element to look for.
    Places are kept as unsigned integers of four bytes, in the order of bytes of this machine.
    """

    texts: list[str]
    keys: Keys
    free: int
    vocabulary: frozenset[str]

    def places(self, key: str) -> Sequence[int]:
        """Give the places that a word, or the beginning of one, lets pass."""
        return memoryview(self.keys.get(key, b"")).cast("I")

    def __add__(self, other: "Keyed") -> "Keyed":
        """Give both, the phrases of the other numbered on."""
        keys, before = dict(self.keys), len(self.texts) * SIEVES
        for key in other.keys:
            keys[key] = keys.get(key, b"") + _packed(before + place for place in other.places(key))
        free = self.free | other.free << before
        return Keyed(self.texts + other.texts, keys, free, self.vocabulary | other.vocabulary)


def _packed(places: Iterable[int]) -> bytes:
    return array("I", places).tobytes()


def folded(written: str) -> str:
    """Give a phrase with its words spelt as those of a sentence are: lower case, no possessive, "not" for n't."""
    return " ".join("|".join(map(_folded, part.split("|"))) for part in written.split())


def _folded(alternative: str) -> str:
    words = alternative.removesuffix("?")
    mark = alternative[len(words) :]
    return "_".join(each for word in words.split("_") for each in spelt(word)) + mark


def keyed(texts: Iterable[str], lists: Lists) -> Keyed:
    """Give phrases with the keys by which they are found.

    Raises ValueError for a phrase that could be found anywhere, KeyError for a list that does not exist.
    """
    texts, keys, free, vocabulary = list(texts), dict[str, list[int]](), 0, set[str]()
    for number, text in enumerate(texts):
        phrase = Phrase(text, lists)
        for sieve in range(SIEVES):
            place = number * SIEVES + sieve
            asked = phrase.keys(sieve)
            for key in asked:
                keys.setdefault(key, []).append(place)
            free |= (not asked) << place
        for element in phrase.elements:
            vocabulary |= element.words
            vocabulary.update(*element.several)
    return Keyed(texts, {key: _packed(places) for key, places in keys.items()}, free, frozenset(vocabulary))
