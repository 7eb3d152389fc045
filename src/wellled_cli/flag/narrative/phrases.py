"""The language in which the lexicon is written: one phrase a line, matched word by word.

A phrase is words in order, in lower case. `train*` is any word that begins so; `lapsed|out_of_date` is either, the
second of three words; `the?` may be missing; `..` is up to two words between, `...` up to six; `#` is a number;
`{staff}` is any entry of a list of that name; `^` in front is the start of a clause. No gap reaches over the end of a
clause or over a "not".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from wellled_cli.flag.narrative.words import Words

Meaning = TypeVar("Meaning")

_BETWEEN = r"(?:(?!(?:not|never|no|nor|neither|none|nobody|rarely|seldom|hardly) )[^| ]+ )"
_GAPS = {"..": _BETWEEN + "{0,2}?", "...": _BETWEEN + "{0,6}?"}
_WORDS_REMEMBERED = 100_000
_CLAUSE_START = "^"
_WORDLESS = frozenset({*_GAPS, "#", _CLAUSE_START})
_NUMBER = (
    r"(?:£?\d\S*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|half)"
)
_SHORTEST_PREFIX = 2


@dataclass(frozen=True)
class Phrase:
    """One phrase of the lexicon, and what it stands for."""

    text: str
    lists: Mapping[str, tuple[str, ...]]

    @property
    def elements(self) -> list[str]:
        """The parts of the phrase, in order."""
        return self.text.split()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words, or beginnings of words with a star, of which one must stand in a sentence that holds the phrase.

        Raises ValueError where there is none, KeyError for a list that does not exist.
        """
        found = [
            tuple(word.partition(" ")[0] for word in self._alternatives(element))
            for element in self.elements
            if element not in _WORDLESS and not element.endswith("?")
        ]
        if not found:
            raise ValueError(self.text)
        return max(found, key=_rarity)

    @property
    def is_one_word(self) -> bool:
        """Tell whether the phrase is always a single word: then its key alone decides."""
        return len(self.elements) == 1 and not any(" " in word for word in self._alternatives(self.text))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The phrase as a pattern over words with one blank around each."""
        elements, opening = self.elements, " "
        if elements[0] == _CLAUSE_START:
            elements, opening = elements[1:], r"(?:^|(?<=\|)) "
        parts = "".join(self._part(element) for element in elements)
        return re.compile(opening + re.sub(" $", "(?= )", parts))

    def _alternatives(self, element: str) -> list[str]:
        found: list[str] = []
        for word in element.split("|"):
            found += self.lists[word[1:-1]] if word.startswith("{") else [word.replace("_", " ")]
        return found

    def _part(self, element: str) -> str:
        if element in _GAPS:
            return _GAPS[element]
        words = (_NUMBER if word == "#" else _literal(word) for word in self._alternatives(element.removesuffix("?")))
        part = f"(?:{'|'.join(words)}) "
        return f"(?:{part})?" if element.endswith("?") else part


def _literal(word: str) -> str:
    return re.escape(word).replace(r"\*", "[^ |]*").replace(r"\ ", " ")


def _rarity(words: tuple[str, ...]) -> float:
    """Rate how seldom a sentence holds one of some words: the longer and the fewer they are, the seldomer."""
    return min(len(word) for word in words) - len(words) / 4


class Index(Generic[Meaning]):
    """Finds the phrases that a sentence may hold, by its words."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Meaning]]) -> None:
        """Index phrases, each with what it stands for."""
        self._by_word: dict[str, list[tuple[Phrase, Meaning]]] = {}
        self._by_beginning: dict[str, list[tuple[Phrase, Meaning]]] = {}
        for phrase, meaning in phrases:
            for key in dict.fromkeys(phrase.keys):
                where, word = (self._by_beginning, key[:-1]) if key.endswith("*") else (self._by_word, key)
                where.setdefault(word, []).append((phrase, meaning))
        self._seen: dict[str, tuple[tuple[Phrase, Meaning], ...]] = {}

    def find(self, words: Words) -> Iterator[tuple[int, int, Meaning]]:
        """Give the first and last word of every phrase in a sentence, and what the phrase stands for."""
        tried: set[int] = set()
        for at, word in enumerate(words.words):
            for phrase, meaning in self._candidates(word):
                if phrase.is_one_word:
                    yield at, at, meaning
                elif id(phrase) not in tried:
                    tried.add(id(phrase))
                    for found in phrase.pattern.finditer(words.line):
                        yield words.at(found.start() + 1), words.at(found.end() - 1), meaning

    def _candidates(self, word: str) -> tuple[tuple[Phrase, Meaning], ...]:
        known = self._seen.get(word)
        if known is None:
            found = list(self._by_word.get(word, ()))
            for length in range(_SHORTEST_PREFIX, len(word) + 1):
                found += self._by_beginning.get(word[:length], ())
            known = tuple(found)
            if len(self._seen) < _WORDS_REMEMBERED:
                self._seen[word] = known
        return known
