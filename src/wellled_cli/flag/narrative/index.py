"""Finds the phrases of the lexicon in a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Generic, TypeVar

from wellled_cli.flag.narrative.phrases import NUMBER, SIEVES, Element, Keyed, Lists, Phrase
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
_WORDS_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True, eq=False)
class _Seen:
    """What the lexicon may call a word, and the mask of the places that it lets pass."""

    symbols: frozenset[str]
    mask: int


class Index(Generic[Meaning]):
    """Finds the phrases that stand in a sentence: sieves first, then the elements of the few that are left, in order.

    What a word lets pass is a mask of bits, one a phrase and sieve, so that a sentence needs few operations.
    """

    def __init__(self, phrases: Keyed, meanings: Sequence[Meaning], lists: Lists) -> None:
        """Index phrases, each with what it stands for."""
        self._keyed = phrases
        self._meanings = meanings
        self._lists = lists
        self._first_sieve = ((1 << len(phrases.texts) * SIEVES) - 1) // ((1 << SIEVES) - 1)
        self._openings = {symbol[:_SHORTEST_BEGINNING] for symbol in phrases.vocabulary if symbol[-1:] == "*"}
        self._phrases: dict[int, Phrase] = {}
        self._seen: dict[str, _Seen] = {}
        self._alike: dict[frozenset[str], _Seen] = {}

    def find(self, words: Words) -> Iterator[tuple[int, int, Meaning]]:
        """Give the first and last word of every phrase in a sentence, and what the phrase stands for."""
        seen = [self._seen.get(word) or self._look_up(word) for word in words.words]
        sentence = _Sentence(words.words, [each.symbols for each in seen])
        for place in _numbers(self._passed(set(seen))):
            number = place // SIEVES
            phrase = self._phrases.get(number) or self._phrase(number)
            if ends := sentence.ends(phrase):
                for first, last in sentence.places(phrase, ends):
                    yield first, last, self._meanings[number]

    def _passed(self, seen: Iterable[_Seen]) -> int:
        """Give the mask of the first places of the phrases that pass all sieves."""
        passed = self._keyed.free
        for each in seen:
            passed |= each.mask
        return reduce(and_, [passed >> sieve for sieve in range(SIEVES)], self._first_sieve)

    def _phrase(self, number: int) -> Phrase:
        phrase = self._phrases[number] = Phrase(self._keyed.texts[number], self._lists)
        return phrase

    def _look_up(self, word: str) -> _Seen:
        """Give what the lexicon makes of a word; words that it knows by the same names share it."""
        symbols = self._keyed.vocabulary.intersection(self._symbols_of(word))
        seen = self._alike.get(symbols)
        if seen is None:
            seen = self._alike[symbols] = _Seen(symbols, self._mask(symbols))
        if len(self._seen) < _WORDS_REMEMBERED:
            self._seen[word] = seen
        return seen

    def _symbols_of(self, word: str) -> Iterator[str]:
        """Give all that the lexicon may call a word.

        Itself, its beginnings with a star, # if it is a number, 9*% if it is a share in the nineties.
        """
        yield word
        if word[:_SHORTEST_BEGINNING] in self._openings:
            for length in range(_SHORTEST_BEGINNING, min(len(word), _LONGEST_BEGINNING) + 1):
                yield f"{word[:length]}*"
        if word in _NUMBERS or _FIGURE.match(word):
            yield NUMBER
            if tens := _TENS.fullmatch(word):
                yield f"{tens[1]}*%"

    def _mask(self, symbols: Iterable[str]) -> int:
        """Give the mask of the places that words of these symbols let pass."""
        bits = bytearray(len(self._keyed.texts) * SIEVES // 8 + 1)
        for symbol in symbols:
            for place in self._keyed.places(symbol):
                bits[place >> 3] |= 1 << (place & 7)
        return int.from_bytes(bits, "little")


def _numbers(mask: int) -> list[int]:
    """Give the numbers of the bits of a mask, from the lowest."""
    numbers = []
    while mask:
        highest = mask.bit_length() - 1
        numbers.append(highest)
        mask ^= 1 << highest
    numbers.reverse()
    return numbers


class _Sentence:
    """The words of a sentence, and all that the lexicon may call each of them.

    Where something stands is a mask of bits, one a word, so that a phrase is ruled out without trying each word.
    """

    def __init__(self, words: Sequence[str], symbols: Sequence[frozenset[str]]) -> None:
        """Note where each symbol stands."""
        self._words, self._symbols = words, symbols
        self._all = (1 << len(words)) - 1
        self._openings, closed = 1, 0
        self._where: dict[str, int] = {}
        bit = 1
        for word, here in zip(words, symbols, strict=True):
            for symbol in here:
                self._where[symbol] = self._where.get(symbol, 0) | bit
            if word in _NEVER_BETWEEN:
                closed |= bit
                if word == BREAK:
                    self._openings |= bit << 1
            bit <<= 1
        self._openings &= self._all
        self._open, self._is_open = ~closed, not closed
        self._present = frozenset(self._where)
        self._standing: dict[Element, tuple[int, Sequence[tuple[str, ...]]]] = {}

    def ends(self, phrase: Phrase) -> int:
        """Give after which words the elements of a phrase have stood in its order, each near enough to the one before.

        0, as no bit is set, where the phrase does not stand in the sentence.
        """
        reached = self._openings if phrase.starts_clause else self._all
        for element in phrase.elements:
            single, several = self._standing.get(element) or self._stands(element)
            if not several and not element.is_optional and single < (reached & -reached):
                return 0
            if self._is_open:
                for shift in element.shifts:
                    reached |= reached << shift
            else:
                for _ in range(element.gap):
                    reached |= (reached & self._open) << 1
            after = (reached & single) << 1
            for words in several:
                after |= self._after(words, reached)
            reached = after | reached if element.is_optional else after
            if not reached:
                return 0
        return reached

    def places(self, phrase: Phrase, ends: int) -> Iterator[tuple[int, int]]:
        """Give first and last word of each place where a phrase with these ends stands; places do not overlap."""
        if phrase.length and not ends & (ends - 1):
            last = ends.bit_length() - 2
            yield last - phrase.length + 1, last
            return
        free = 0
        starts = ends >> phrase.length if phrase.length else self._starts(phrase)
        if phrase.is_plain and not starts & (starts - 1):
            yield starts.bit_length() - 1, (ends & -ends).bit_length() - 2
            return
        for start in _numbers(starts):
            if start >= free:
                end = start + phrase.length if phrase.length else self._end(phrase.elements, 0, start)
                if end is not None and end > start:
                    yield start, end - 1
                    free = end

    def _starts(self, phrase: Phrase) -> int:
        """Give where a phrase may start, by its first element alone."""
        allowed = self._openings if phrase.starts_clause else self._all
        opening = phrase.elements[0]
        if opening.is_optional or opening.gap:
            return allowed
        single, several = self._standing[opening]
        for first, *_ in several:
            single |= self._where[first]
        return allowed & single

    def _after(self, words: Iterable[str], starts: int) -> int:
        """Give where the words after some words stand that start at any of these places."""
        for word in words:
            starts = (starts & self._where[word]) << 1
        return starts

    def _stands(self, element: Element) -> tuple[int, Sequence[tuple[str, ...]]]:
        """Give where one word of an element stands, and those of its several words that may stand in the sentence."""
        single = 0
        for word in element.words & self._present:
            single |= self._where[word]
        several: Sequence[tuple[str, ...]] = ()
        if not element.firsts.isdisjoint(self._present):
            several = [words for words in element.several if self._present.issuperset(words)]
        self._standing[element] = single, several
        return single, several

    def _end(self, elements: Sequence[Element], at: int, start: int, gap: int = 0) -> int | None:
        """Give where the rest of a phrase ends that starts at most `gap` words after a word; None where it does not."""
        if at == len(elements):
            return start
        element = elements[at]
        gap += element.gap
        for position in range(start, min(start + gap, len(self._words) - 1) + 1):
            if position > start and self._words[position - 1] in _NEVER_BETWEEN:
                break
            for length in self._lengths(element, position):
                end = self._end(elements, at + 1, position + length)
                if end is not None:
                    return end
        return self._end(elements, at + 1, start, gap) if element.is_optional else None

    def _lengths(self, element: Element, position: int) -> Iterator[int]:
        """Give how many words an element takes at a position, the most first; nothing where it does not stand there."""
        here = self._symbols[position]
        for several in element.several:
            following = self._symbols[position : position + len(several)]
            if len(following) == len(several) and all(map(frozenset.__contains__, following, several)):
                yield len(several)
        if not element.words.isdisjoint(here):
            yield 1
