"""A sentence as words in lower case, with the breaks between its clauses."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"[\u00a3$]?\d[\d,.]*(?<=\d)%?(?::\d+)?|[^\W_]+(?:[-'\u2019&/][^\W_]+)*|[;:()\u2013\u2014|]|\s[-]\s")
_CONTRACTED = {"can't": "cannot", "won't": "will not", "shan't": "shall not"}
BREAK = "|"
"""Stands where a clause ends."""
_BREAKS = frozenset(";:()\u2013\u2014|-")
_CONTRAST = frozenset(
    [
        "but",
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
_ALL_BUT = frozenset(["all", "none", "nothing", "nobody", "everyone", "everything", "anything"])
_NOT_YET = frozenset(("not", "had", "has", "have", "as", "is", "was", "were", "are", "nor"))


@dataclass(frozen=True)
class Words:
    """The words of a sentence, in lower case with `|` where a clause ends, and where each stands in the text."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

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

    @cached_property
    def clauses(self) -> tuple[int, ...]:
        """The number of the clause each word belongs to."""
        numbers, number = [], 0
        for word in self.words:
            number += word == BREAK
            numbers.append(number)
        return tuple(numbers)


def words_of(text: str, start: int, end: int) -> Words:
    """Give the words of a sentence that stands at `start` to `end` of a text."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for found in _WORD.finditer(text, start, end):
        for word in spelt(found.group()):
            if word in _BREAKS:
                _break(words, spans, found.start())
                continue
            if _is_contrast(word, words):
                _break(words, spans, found.start())
            elif words and (words[-1], word) in _CONTRASTING_PAIRS:
                first, span = words.pop(), spans.pop()
                _break(words, spans, span[0])
                words.append(first)
                spans.append(span)
            words.append(word)
            spans.append(found.span())
    return Words(tuple(words), tuple(spans))


def _break(words: list[str], spans: list[tuple[int, int]], at: int) -> None:
    if words and words[-1] != BREAK:
        words.append(BREAK)
        spans.append((at, at))


def _is_contrast(word: str, before: list[str]) -> bool:
    """Tell whether a word begins a clause of contrast; not so the "but" of all but one, nor the "yet" of not yet."""
    last = before[-1] if before else ""
    if word == "but":
        return last not in _ALL_BUT
    if word == "yet":
        return bool(last) and last not in _NOT_YET
    return word in _CONTRAST


def spelt(written: str) -> tuple[str, ...]:
    """Give a word as the lexicon spells it: lower case, no possessive, contractions in full."""
    word = written.strip().casefold().replace("\u2019", "'")
    if word.endswith("n't"):
        return tuple(_CONTRACTED.get(word, f"{word[:-3]} not").split())
    return (word.removesuffix("'s").removesuffix("'"),)
