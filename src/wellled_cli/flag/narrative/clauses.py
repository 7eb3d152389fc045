"""The clauses of a sentence, with the cues and the phrases of topics that stand in each."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

from wellled_cli.flag.narrative.figures import figure_cues
from wellled_cli.flag.narrative.lexicon import Cue, Lexicon, Meaning, Role
from wellled_cli.flag.narrative.words import Words

CUE_REACH = 8
"""How far from a noun of a topic a cue still speaks of it."""
_SUPPOSED_REACH = 6
"""How many words after a rehearsal, or the like, trouble is only supposed."""

DENIALS = (Cue.NOT, Cue.NOBODY)
_REASSURING = (Cue.GOOD, Cue.MOST, Cue.REPAIRED)
"""Cues in which a "no" denies nothing else: without fail, no delay, no longer."""
_NOUNS = (Role.WANTED, Role.UNWANTED)
_TROUBLE = (Role.UNWANTED, Role.CONCERN)


@dataclass(slots=True)
class Span:
    """The first and the last of some words of a sentence."""

    first: int
    last: int

    def holds(self, other: "Span") -> bool:
        """Tell whether all words of the other are among these."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Span") -> bool:
        """Tell whether any word of the other is among these."""
        return self.first <= other.last and other.first <= self.last

    def __len__(self) -> int:
        """Count the words."""
        return self.last - self.first + 1

    def gap(self, other: "Span") -> int:
        """Count the words from one to the other; what follows counts as nearer than what precedes."""
        return other.first - self.last if other.first > self.last else 1 + self.first - other.last


@dataclass(slots=True)
class CueSpan(Span):
    """Words that say the same whatever the topic."""

    cue: Cue


@dataclass(slots=True)
class TopicSpan(Span):
    """Words of a topic, and what they do there."""

    role: Role


AnySpan = TypeVar("AnySpan", bound=Span)


@dataclass(slots=True)
class Clause:
    """What stands in one clause of a sentence."""

    cues: list[CueSpan] = field(default_factory=list)
    topics: dict[str, list[TopicSpan]] = field(default_factory=lambda: defaultdict(list))

    def of(self, *cues: Cue) -> list[CueSpan]:
        """Give the spans of some cues."""
        return [span for span in self.cues if span.cue in cues]

    def is_burdened(self, word: int) -> bool:
        """Tell whether the noun before a word is one of which there should be little."""
        burdens = [(span.last, True) for span in self.of(Cue.BURDEN)]
        nouns = [
            (span.last, span.role is Role.UNWANTED) for span in chain(*self.topics.values()) if span.role in _NOUNS
        ]
        before = [noun for noun in burdens + nouns if 0 < word - noun[0] <= CUE_REACH]
        return bool(before) and max(before)[1]

    def leave_out_supposed(self) -> None:
        """Leave out trouble that is rehearsed, taught, or looked for and not found: it did not happen."""
        supposed = [Span(span.first, span.last + _SUPPOSED_REACH) for span in self.of(Cue.SUPPOSED)]
        supposed += [Span(span.first, span.last) for span in self.of(Cue.UNFOUND)]
        if supposed:
            self.cues = [cue for cue in self.cues if cue.cue is not Cue.BAD or not _any_holds(supposed, cue)]
            for spans in self.topics.values():
                spans[:] = [span for span in spans if span.role not in _TROUBLE or not _any_holds(supposed, span)]


def clauses_of(words: Words, lexicon: Lexicon) -> Sequence[Clause]:
    """Give the clauses of a sentence, with what is found in each."""
    numbers = words.clauses
    clauses = [Clause() for _ in range(numbers[-1] + 1)] if numbers else []
    for first, last, meaning in lexicon.find(words):
        clause = clauses[numbers[first]]
        if isinstance(meaning, Meaning):
            clause.topics[meaning.topic].append(TopicSpan(first, last, meaning.role))
        else:
            clause.cues.append(CueSpan(first, last, meaning))
    for first, last, cue in figure_cues(words, lambda first: clauses[numbers[first]].is_burdened(first)):
        clauses[numbers[first]].cues.append(CueSpan(first, last, cue))
    for clause in clauses:
        if not clause.cues:
            continue
        clause.leave_out_supposed()
        denials = clause.of(*DENIALS)
        others = longest([span for span in clause.cues if span.cue not in DENIALS])
        reassuring = [span for span in others if span.cue in _REASSURING]
        clause.cues = others + [no for no in denials if not any(span.holds(no) for span in reassuring)]
    return clauses


def longest(spans: Sequence[AnySpan]) -> list[AnySpan]:
    """Give the spans that lie in no longer one, in the order of the sentence."""
    if len(spans) == 1:
        return list(spans)
    kept: list[AnySpan] = []
    for span in sorted(spans, key=lambda span: (span.first, -span.last)):
        if not kept or span.last > kept[-1].last or len(span) == len(kept[-1]):
            kept.append(span)
    return kept


def _any_holds(spans: Iterable[Span], span: Span) -> bool:
    return any(other.holds(span) for other in spans)
