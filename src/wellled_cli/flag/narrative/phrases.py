"""The language in which the lexicon is written: one phrase a line, matched word by word.

A phrase is words in order, spelt as those of a sentence are read. `train*` is any word that begins so;
`lapsed|out_of_date` is either, the second of three words; `the?` may be missing; `..` is up to two words between, `...`
up to six; `#` is a number, `9*%` a share in the nineties; `{staff}` is any entry of a list of that name; `^` in front
is the start of a clause. No gap reaches over the end of a clause or over a "not".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
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

    def element(self, written: str, gap: int) -> "Element":
        """Give an element with the gap before it; the same one each time it is asked for."""
        known = self._elements.get((written, gap))
        if known is None:
            alternatives = [tuple(word.split()) for word in self.alternatives(written.removesuffix("?")) if word]
            words = frozenset(word for word, *more in alternatives if not more)
            several = tuple(sorted((each for each in alternatives if len(each) > 1), key=len, reverse=True))
            known = self._elements[written, gap] = Element(words, several, gap, is_optional=written.endswith("?"))
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


_GAPS = {"..": 2, "...": 6}
NUMBER = "#"
_CLAUSE_START = "^"
_WORDLESS = frozenset({*_GAPS, NUMBER, _CLAUSE_START})
_EVERYWHERE = -20.0
"""How little a word says that almost every sentence holds."""


@dataclass(frozen=True)
class Element:
    """One element of a phrase: what may stand there, and how often words may stand between it and the one before.

    `words` are words or beginnings of words, which end in a star; `several` are alternatives of several words.
    """

    words: frozenset[str]
    several: tuple[tuple[str, ...], ...]
    gap: int
    is_optional: bool

    @cached_property
    def needed(self) -> frozenset[str]:
        """The words of which one must stand in a sentence for the element to be there."""
        return self.words | {words[0] for words in self.several}


@dataclass(frozen=True)
class Phrase:
    """One phrase of the lexicon, and the lists that it may name."""

    text: str
    lists: Lists

    @cached_property
    def rarest(self) -> tuple[str, str]:
        """The two elements that the fewest sentences hold, the rarer first; the same twice where there is but one.

        Raises ValueError where every element may be any word or none.
        """
        parts = [part for part in self.text.split() if part not in _WORDLESS and part[-1] != "?"]
        if not parts:
            raise ValueError(self.text)
        if len(parts) > 1:
            parts.sort(key=self.lists.rarity, reverse=True)
        return parts[0], parts[:2][-1]

    @property
    def keys(self) -> tuple[str, ...]:
        """The words, or beginnings of words with a star, of which one must stand in a sentence that holds the phrase.

        Raises ValueError where there is none, KeyError for a list that does not exist.
        """
        return tuple(word.partition(" ")[0] for word in self.lists.alternatives(self.rarest[0]))

    @cached_property
    def second(self) -> frozenset[str]:
        """The same of another element, to look for next."""
        return self.lists.element(self.rarest[1], 0).needed

    @cached_property
    def required(self) -> tuple[frozenset[str], ...]:
        """What has to stand in a sentence that holds the phrase: of each of these, one word."""
        return tuple(element.needed for element in self.elements if not element.is_optional)

    @cached_property
    def starts_clause(self) -> bool:
        """Tell whether the phrase stands only at the start of a clause."""
        return self.text.startswith(_CLAUSE_START)

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """The elements, each with the gap before it."""
        elements, gap = [], 0
        for part in self.text.removeprefix(_CLAUSE_START).split():
            if part in _GAPS:
                gap += _GAPS[part]
            else:
                elements.append(self.lists.element(part, gap))
                gap = 0
        return tuple(elements)


Keys: TypeAlias = dict[str, tuple[int, ...]]
"""Word, or beginning of a word with a star, to the numbers of the phrases that are looked for where it stands."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """Phrases as text, the keys by which they are found, and the words of which one must stand there too."""

    texts: list[str]
    keys: Keys
    seconds: list[frozenset[str]]

    def __add__(self, other: "Keyed") -> "Keyed":
        """Give both, the phrases of the other numbered on."""
        keys = dict(self.keys)
        for key, numbers in other.keys.items():
            keys[key] = (*keys.get(key, ()), *(len(self.texts) + number for number in numbers))
        return Keyed(self.texts + other.texts, keys, self.seconds + other.seconds)


KEYED_FORMAT = 1
"""To be raised whenever phrases are keyed otherwise: what was kept of them in another way is not taken again."""


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
    texts = list(texts)
    numbers: dict[str, list[int]] = {}
    seconds = []
    for number, text in enumerate(texts):
        phrase = Phrase(text, lists)
        seconds.append(phrase.second)
        for key in phrase.keys:
            numbers.setdefault(key, []).append(number)
    return Keyed(texts, {key: tuple(found) for key, found in numbers.items()}, seconds)
