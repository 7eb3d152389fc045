"""The language in which the lexicon is written: one phrase a line, matched word by word.

A phrase is words in order, in lower case. `train*` is any word that begins so; `lapsed|out_of_date` is either, the
second of three words; `the?` may be missing; `..` is up to two words between, `...` up to six; `#` is a number;
`{staff}` is any entry of a list of that name; `^` in front is the start of a clause. No gap reaches over the end of a
clause or over a "not".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeAlias, TypeVar

from wellled_cli.flag.narrative.words import BREAK, Words

Meaning = TypeVar("Meaning")


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
_NEVER_BETWEEN = frozenset(
    ["not", "never", "no", "nor", "neither", "none", "nobody", "rarely", "seldom", "hardly", BREAK]
)
_NUMBER = "#"
_CLAUSE_START = "^"
_WORDLESS = frozenset({*_GAPS, _NUMBER, _CLAUSE_START})
_NUMBERS = frozenset(
    [
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"),
        *("twenty", "thirty", "forty", "fifty", "half"),
    ]
)
_FIGURE = re.compile("\u00a3?\\d")
_EVERYWHERE = -20.0
"""How little a word says that almost every sentence holds."""
_SHORTEST_BEGINNING = 2
_WORDS_REMEMBERED = 100_000


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


class Index(Generic[Meaning]):
    """Finds the phrases that stand in a sentence: first by their words, then word by word."""

    def __init__(self, phrases: Keyed, meanings: Sequence[Meaning], lists: Lists) -> None:
        """Index phrases, each with what it stands for."""
        self._texts, self._keys, self._seconds = phrases.texts, phrases.keys, phrases.seconds
        self._meanings = meanings
        self._lists = lists
        self._phrases: dict[int, Phrase] = {}
        self._symbols: dict[str, frozenset[str]] = {}

    def find(self, words: Words) -> Iterator[tuple[int, int, Meaning]]:
        """Give the first and last word of every phrase in a sentence, and what the phrase stands for."""
        sentence = _Sentence(words.words, [self._symbols_of(word) for word in words.words])
        present = frozenset().union(*sentence.symbols)
        possible = {number for symbol in present for number in self._keys.get(symbol, ())}
        for number in sorted(number for number in possible if not self._seconds[number].isdisjoint(present)):
            phrase = self._phrases.get(number) or self._phrase(number)
            if not any(needed.isdisjoint(present) for needed in phrase.required):
                for first, last in sentence.places(phrase):
                    yield first, last, self._meanings[number]

    def _phrase(self, number: int) -> Phrase:
        phrase = self._phrases[number] = Phrase(self._texts[number], self._lists)
        return phrase

    def _symbols_of(self, word: str) -> frozenset[str]:
        """Give all that the lexicon may call a word: itself, its beginnings with a star, and # if it is a number."""
        known = self._symbols.get(word)
        if known is None:
            found = {word, *(f"{word[:length]}*" for length in range(_SHORTEST_BEGINNING, len(word) + 1))}
            if word in _NUMBERS or _FIGURE.match(word):
                found.add(_NUMBER)
            known = frozenset(found)
            if len(self._symbols) < _WORDS_REMEMBERED:
                self._symbols[word] = known
        return known


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence, and all that the lexicon may call each of them."""

    words: Sequence[str]
    symbols: Sequence[frozenset[str]]

    def places(self, phrase: Phrase) -> Iterator[tuple[int, int]]:
        """Give first and last word of each place where a phrase stands; places do not overlap."""
        elements, free = phrase.elements, 0
        opening = elements[0]
        for start, here in enumerate(self.symbols):
            if start < free or (opening.needed.isdisjoint(here) and not opening.is_optional):
                continue
            if phrase.starts_clause and start and self.words[start - 1] != BREAK:
                continue
            end = self._end(elements, 0, start)
            if end is not None and end > start:
                yield start, end - 1
                free = end

    def _end(self, elements: Sequence[Element], at: int, start: int, gap: int = 0) -> int | None:
        """Give where the rest of a phrase ends that starts at most `gap` words after a word; None where it does not."""
        if at == len(elements):
            return start
        element = elements[at]
        gap += element.gap
        for position in range(start, min(start + gap, len(self.words) - 1) + 1):
            if position > start and self.words[position - 1] in _NEVER_BETWEEN:
                break
            for length in self._lengths(element, position):
                end = self._end(elements, at + 1, position + length)
                if end is not None:
                    return end
        return self._end(elements, at + 1, start, gap) if element.is_optional else None

    def _lengths(self, element: Element, position: int) -> Iterator[int]:
        """Give how many words an element takes at a position, the most first; nothing where it does not stand there."""
        here = self.symbols[position]
        for several in element.several:
            following = self.symbols[position : position + len(several)]
            if len(following) == len(several) and all(map(frozenset.__contains__, following, several)):
                yield len(several)
        if not element.words.isdisjoint(here):
            yield 1
