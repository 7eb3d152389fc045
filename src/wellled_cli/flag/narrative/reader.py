"""Reads a narrative sentence by sentence: which topics each raises, as a concern or a strength, and by which words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from wellled_cli.flag.narrative.figures import figure_cues
from wellled_cli.flag.narrative.lexicon import Cue, Lexicon, Meaning, Role
from wellled_cli.flag.narrative.sentences import sentences
from wellled_cli.flag.narrative.words import Words, words_of

_DENIAL_REACH = 2
"""How many words before a phrase that decides by itself a "not" turns it round."""
_NEGATION_REACH = 4
"""The same before a cue."""
_NOBODY_REACH = 8
"""The same for a "nobody", before phrases and cues."""
_FEW_REACH = 6
"""How far from a phrase that praises a small share still says of how few it is true."""
_BINDING_REACH = 2
"""How many words before a noun of a topic a "no" says that there is none of it."""
_CUE_REACH = 8
"""How far from a noun of a topic a cue still speaks of it."""
_PRESENT_REACH = 3
"""The same for cues that say no more than that something is there."""

_FIGURES = frozenset({Cue.MOST, Cue.FEW})
_DENIALS = (Cue.NOT, Cue.NOBODY)
_REASSURING = frozenset({Cue.GOOD, Cue.MOST, Cue.REPAIRED})
"""Cues in which a "no" denies nothing else: without fail, no delay, no longer."""
_CARRIED = frozenset({Cue.GOOD, Cue.BAD, *_FIGURES})
_DECISIVE = frozenset({Role.CONCERN, Role.STRENGTH})


@dataclass(frozen=True, slots=True)
class Label:
    """A topic that a sentence raises, as a concern or a strength; the words that decided it, as offsets in the text."""

    topic: str
    is_concern: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of a narrative, as offsets in its text, and what it raises."""

    start: int
    end: int
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    """The first and the last of some words of a sentence."""

    first: int
    last: int

    def holds(self, other: "_Span") -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "_Span") -> bool:
        return self.first <= other.last and other.first <= self.last

    def __len__(self) -> int:
        return self.last - self.first + 1

    def gap(self, other: "_Span") -> int:
        """Count the words from one to the other; what follows counts as nearer than what precedes."""
        return other.first - self.last if other.first > self.last else 1 + self.first - other.last


@dataclass(frozen=True, slots=True)
class _CueSpan(_Span):
    cue: Cue


@dataclass(frozen=True, slots=True)
class _TopicSpan(_Span):
    role: Role


_AnySpan = TypeVar("_AnySpan", bound=_Span)


@dataclass(frozen=True, slots=True)
class _Verdict:
    topic: str
    is_concern: bool
    words: _Span


@dataclass
class _Clause:
    """What stands in one clause of a sentence."""

    cues: list[_CueSpan] = field(default_factory=list)
    topics: dict[str, list[_TopicSpan]] = field(default_factory=lambda: defaultdict(list))

    def of(self, *cues: Cue) -> list[_CueSpan]:
        return [span for span in self.cues if span.cue in cues]


def read(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    """Give the sentences of a narrative, each read in the light of the one before."""
    before: tuple[str, ...] = ()
    for start, end in sentences(text):
        words = words_of(text, start, end)
        verdicts, before = _of_sentence(words, lexicon, before)
        labels = (
            Label(each.topic, each.is_concern, words.spans[each.words.first][0], words.spans[each.words.last][1])
            for each in verdicts
        )
        yield Reading(start, end, tuple(labels))


def _of_sentence(words: Words, lexicon: Lexicon, before: tuple[str, ...]) -> tuple[list[_Verdict], tuple[str, ...]]:
    """Give the verdicts on a sentence, and the topics that a next sentence may lean on."""
    clauses = _clauses(words, lexicon)
    found: dict[tuple[str, bool], _Verdict] = {}
    named = before if _leans(clauses) else ()
    for clause in clauses:
        mine = tuple(topic for topic, spans in clause.topics.items() if _about(spans))
        if not clause.of(Cue.INTENDED, Cue.ELSEWHERE):
            for verdict in _of_clause(clause, () if mine else named):
                found.setdefault((verdict.topic, verdict.is_concern), verdict)
        named = mine or named
    return list(found.values()), tuple(dict.fromkeys(topic for topic, _ in found)) or named


def _clauses(words: Words, lexicon: Lexicon) -> Sequence[_Clause]:
    numbers = words.clauses
    clauses = [_Clause() for _ in range(numbers[-1] + 1)] if numbers else []
    for first, last, meaning in lexicon.find(words):
        clause = clauses[numbers[first]]
        if isinstance(meaning, Meaning):
            clause.topics[meaning.topic].append(_TopicSpan(first, last, meaning.role))
        else:
            clause.cues.append(_CueSpan(first, last, meaning))
    for first, last, cue in figure_cues(words):
        clauses[numbers[first]].cues.append(_CueSpan(first, last, cue))
    for clause in clauses:
        denials = clause.of(*_DENIALS)
        others = _longest([span for span in clause.cues if span not in denials])
        reassuring = [span for span in others if span.cue in _REASSURING]
        clause.cues = others + [no for no in denials if not any(span.holds(no) for span in reassuring)]
    return clauses


def _leans(clauses: Sequence[_Clause]) -> bool:
    """Tell whether a sentence begins by pointing back: these, it, both."""
    return any(span.first <= 1 for clause in clauses[:2] for span in clause.of(Cue.LEANING))


def _of_clause(clause: _Clause, carried: Iterable[str]) -> Iterator[_Verdict]:
    for topic, spans in clause.topics.items():
        about = _about(spans)
        decisive = [span for span in about if span.role in _DECISIVE]
        yield from _decided(topic, decisive, clause) if decisive else _weighed(topic, about, clause)
    cue = next((span for span in clause.cues if span.cue in _CARRIED), None)
    if cue:
        yield from (_Verdict(topic, _is_bad(cue, clause), cue) for topic in carried)


def _about(spans: Sequence[_TopicSpan]) -> list[_TopicSpan]:
    """Give the spans that are about a topic: not those inside words that are known to be about something else."""
    others = [span for span in spans if span.role is Role.OTHER]
    return [span for span in spans if not any(other.holds(span) for other in others)]


def _decided(topic: str, spans: list[_TopicSpan], clause: _Clause) -> Iterator[_Verdict]:
    """Judge by the phrases that decide by themselves; where two overlap the concern holds."""
    spans = _longest(spans)
    concerns = [span for span in spans if span.role is Role.CONCERN]
    spent = [no for no in clause.of(*_DENIALS) if any(span.holds(no) for span in concerns)]
    for span in concerns:
        repaired = any(not span.meets(repair) for repair in clause.of(Cue.REPAIRED))
        yield _Verdict(topic, not repaired and not _denied(span, clause, _DENIAL_REACH, spent), span)
    for span in spans:
        if span not in concerns and not any(span.meets(concern) for concern in concerns):
            few = [figure for figure in clause.of(Cue.FEW) if not span.holds(figure) and span.gap(figure) <= _FEW_REACH]
            is_concern = bool(few) or _denied(span, clause, _DENIAL_REACH, spent)
            yield _Verdict(topic, is_concern, _together(span, *few[:1]))


def _weighed(topic: str, spans: list[_TopicSpan], clause: _Clause) -> Iterator[_Verdict]:
    for span in _longest(spans):
        verdict = _unwanted(topic, span, clause) if span.role is Role.UNWANTED else _wanted(topic, span, clause)
        if verdict:
            yield verdict
            return


def _unwanted(topic: str, noun: _TopicSpan, clause: _Clause) -> _Verdict:
    """Judge something that ought not to be there: a concern, unless it is denied, fewer or put right."""
    denied = [no for no in clause.of(Cue.NOT) if 0 < noun.first - no.last <= _NEGATION_REACH]
    eased = denied[:1] or _near(noun, clause.of(Cue.LESS, Cue.REPAIRED))
    return _Verdict(topic, not eased, _together(noun, *eased[:1]))


def _wanted(topic: str, noun: _TopicSpan, clause: _Clause) -> _Verdict | None:
    """Judge something that ought to be there by the cue nearest to it."""
    if repair := _near(noun, clause.of(Cue.REPAIRED)):
        return _Verdict(topic, is_concern=False, words=_together(noun, repair[0]))
    for no in clause.of(Cue.NOT):
        if 0 < noun.first - no.last <= _BINDING_REACH:
            trouble = [cue for cue in clause.of(Cue.BAD, Cue.LESS) if 0 < cue.first - noun.last <= _BINDING_REACH]
            return _Verdict(topic, not trouble, _together(no, noun, *trouble[:1]))
    cues = clause.of(Cue.GOOD, Cue.BAD, Cue.MORE, Cue.LESS)
    present = [cue for cue in clause.of(Cue.PRESENT) if 0 < noun.first - cue.last <= _PRESENT_REACH]
    bad = [cue for cue in _near(noun, cues) if cue.cue is Cue.BAD]
    near = (not bad and _near(noun, clause.of(*_FIGURES))) or _near(noun, cues) or _near(noun, present)
    return _Verdict(topic, _is_bad(near[0], clause), _together(noun, near[0])) if near else None


def _is_bad(cue: _CueSpan, clause: _Clause) -> bool:
    if cue.cue in _FIGURES:
        return cue.cue is Cue.FEW
    return (cue.cue in {Cue.BAD, Cue.LESS}) != _denied(cue, clause, _NEGATION_REACH)


def _denied(span: _Span, clause: _Clause, reach: int, spent: Sequence[_Span] = ()) -> bool:
    """Tell whether a "not" that is not spent on other words stands close before some words, or a "nobody" not far."""
    return any(
        0 < span.first - no.last <= (reach if no.cue is Cue.NOT else _NOBODY_REACH)
        for no in clause.of(*_DENIALS)
        if no not in spent
    )


def _near(noun: _Span, cues: list[_CueSpan]) -> list[_CueSpan]:
    """Give the cues within reach of a noun, the nearest first."""
    near = [cue for cue in cues if not noun.holds(cue) and noun.gap(cue) <= _CUE_REACH]
    return sorted(near, key=noun.gap)


def _longest(spans: Sequence[_AnySpan]) -> list[_AnySpan]:
    """Give the spans that lie in no longer one, in the order of the sentence."""
    kept: list[_AnySpan] = []
    for span in sorted(spans, key=len, reverse=True):
        if not any(other.holds(span) and len(other) > len(span) for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.first)


def _together(*spans: _Span) -> _Span:
    return _Span(min(span.first for span in spans), max(span.last for span in spans))
