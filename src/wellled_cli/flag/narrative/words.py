"""A sentence as words in lower case, with the breaks between its clauses."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, lru_cache
from itertools import accumulate

_WORD = re.compile(r"[\u00a3$]?\d[\d,.]*(?<=\d)%?(?::\d+)?|[^\W_]+(?:[-'\u2019&/][^\W_]+)*|[;:()\u2013\u2014|]|\s[-]\s")
_CONTRACTED = {"can't": "cannot", "won't": "will not", "shan't": "shall not"}
_WORDS_REMEMBERED = 20_000
BREAK = "|"
"""Stands where a clause ends."""
_BREAKS = frozenset(";:()\u2013\u2014|-")
_CONTRAST = frozenset(
    [
        "however",
        "although",
        "though",
        "whilst",
        "while",
        "whereas",
        "despite",
        "except",
        "nevertheless",
        "nonetheless",
        "albeit",
        "unlike",
    ]
)
_CONTRASTING_PAIRS = {("even", "if"), ("even", "when"), ("apart", "from"), ("other", "than"), ("aside", "from")}
_MAY_CONTRAST = frozenset({"but", "yet", *(second for _, second in _CONTRASTING_PAIRS)})
_ALL_BUT = frozenset(["all", "none", "nothing", "nobody", "everyone", "everything", "anything"])
_NOT_YET = frozenset(("not", "had", "has", "have", "as", "is", "was", "were", "are", "nor"))


@dataclass(frozen=True)
class Words:
    """The words of a sentence, in lower case with `|` where a clause ends, and where each was written in a text.

    `found` are the words as they stand in the text; `written` tells by its number which of them a word stands for.
    """

    words: tuple[str, ...]
    written: tuple[int, ...]
    found: list[str]
    text: str
    start: int
    end: int

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give where in the text the words from `first` to `last` start and end."""
        opening, closing = self.written[first], self.written[last]
        start = end = self.start
        for number, found in enumerate(self.found[: closing + 1]):
            end = self.text.index(found, end)
            if number == opening:
                start = end
            end += len(found)
        return start, end

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The number of the clause each word belongs to."""
        if BREAK not in self.words:
            return (0,) * len(self.words)
        return tuple(accumulate(int(word == BREAK) for word in self.words))

    @cached_property
    def line(self) -> str:
        """The words with one blank before and after each."""
        return f" {' '.join(self.words)} "

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 1
        for word in self.words:
            starts.append(at)
            at += len(word) + 1
        return starts

    def at(self, offset: int) -> int:
        """Give the number of the word that stands at an offset of the line; the blank after a word is part of it."""
        return bisect_right(self._starts, offset) - 1


class _Kind(IntEnum):
    """What a word does to the clauses of its sentence."""

    PLAIN = 0
    MARK = 1
    CONTRAST = 2
    MAY_CONTRAST = 3


def words_of(text: str, start: int, end: int) -> Words:
    """Give the words of a sentence that stands at `start` to `end` of a text."""
    words: list[str] = []
    written: list[int] = []
    found = _WORD.findall(text, start, end)
    for number, each in enumerate(found):
        plain, others = _read(each)
        if plain:
            words.append(plain)
            written.append(number)
        for word, kind in others:
            before = _break_before(word, kind, words) if kind else 0
            if before and words[before - 1] != BREAK:
                words.insert(before, BREAK)
                written.insert(before, number)
            if kind is not _Kind.MARK:
                words.append(word)
                written.append(number)
    return Words(tuple(words), tuple(written), found, text, start, end)


@lru_cache(maxsize=_WORDS_REMEMBERED)
def _read(written: str) -> tuple[str, tuple[tuple[str, _Kind], ...]]:
    """Give the word that a word as written stands for, if it is one and plain; else its words, each with its kind."""
    words = tuple((word, _kind(word)) for word in spelt(written))
    (word, kind), *more = words
    return (word, ()) if kind is _Kind.PLAIN and not more else ("", words)


def _break_before(word: str, kind: _Kind, before: list[str]) -> int:
    """Give the number of the word up to here before which a word of some kind ends a clause; 0 where it ends none."""
    if kind is _Kind.MAY_CONTRAST and before:
        if (before[-1], word) in _CONTRASTING_PAIRS:
            return len(before) - 1
        if not _is_contrast(word, before[-1]):
            return 0
    return len(before)


def _kind(word: str) -> _Kind:
    if word in _BREAKS:
        return _Kind.MARK
    if word in _CONTRAST:
        return _Kind.CONTRAST
    return _Kind.MAY_CONTRAST if word in _MAY_CONTRAST else _Kind.PLAIN


def _is_contrast(word: str, before: str) -> bool:
    """Tell whether a word begins a clause of contrast; not so the "but" of all but one, nor the "yet" of not yet."""
    if word == "but":
        return before not in _ALL_BUT
    return word == "yet" and before not in _NOT_YET


def spelt(written: str) -> tuple[str, ...]:
    """Give a word as the lexicon spells it: lower case, no possessive, contractions in full."""
    word = written.strip().casefold().replace("\u2019", "'")
    if word.endswith("n't"):
        return tuple(_CONTRACTED.get(word, f"{word[:-3]} not").split())
    return (word.removesuffix("'s").removesuffix("'"),)
