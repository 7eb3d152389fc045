"""Finds the phrases of the lexicon in a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from wellled_cli.flag.narrative.phrases import NUMBER, Element, Keyed, Lists, Phrase
from wellled_cli.flag.narrative.words import BREAK, Words

Meaning = TypeVar("Meaning")

_NEVER_BETWEEN = frozenset(
    ["not", "never", "no", "nor", "neither", "none", "nobody", "rarely", "seldom", "hardly", BREAK]
)
_NUMBERS = frozenset(
    [
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen"),
        *("twenty", "thirty", "forty", "fifty", "half"),
    ]
)
_FIGURE = re.compile("\u00a3?\\d")
_TENS = re.compile(r"(\d)\d(?:\.\d+)?%")
_SHORTEST_BEGINNING = 2
_LONGEST_BEGINNING = 40
_WORDS_REMEMBERED = 100_000


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
        """Give all that the lexicon may call a word.

        Itself, its beginnings with a star, # if it is a number, 9*% if it is a share in the nineties.
        """
        known = self._symbols.get(word)
        if known is None:
            longest = min(len(word), _LONGEST_BEGINNING)
            found = {word, *(f"{word[:length]}*" for length in range(_SHORTEST_BEGINNING, longest + 1))}
            if word in _NUMBERS or _FIGURE.match(word):
                found.add(NUMBER)
            if tens := _TENS.fullmatch(word):
                found.add(f"{tens[1]}*%")
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
