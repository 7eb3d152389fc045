"""Reads a narrative sentence by sentence: which topics each raises, as a concern or a strength, and by which words."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from wellled_cli.flag.narrative.clauses import (
    CUE_REACH,
    DENIALS,
    Clause,
    CueSpan,
    Span,
    TopicSpan,
    clauses_of,
    longest,
)
from wellled_cli.flag.narrative.lexicon import Cue, Lexicon, Role
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
_PRESENT_REACH = 3
"""The same for cues that say no more than that something is there."""

_FIGURES = (Cue.MOST, Cue.FEW, Cue.WITHIN)
_CARRIED = (Cue.GOOD, Cue.BAD, *_FIGURES)
_DECISIVE = (Role.CONCERN, Role.STRENGTH)


class Label(NamedTuple):
    """A topic that a sentence raises, as a concern or a strength; the words that decided it, as offsets in the text."""

    topic: str
    is_concern: bool
    start: int
    end: int


class Reading(NamedTuple):
    """A sentence of a narrative, as offsets in its text, and what it raises."""

    start: int
    end: int
    labels: tuple[Label, ...]


class _Verdict(NamedTuple):
    topic: str
    is_concern: bool
    words: Span


def read(text: str, lexicon: Lexicon) -> Iterator[Reading]:
    """Give the sentences of a narrative, each read in the light of the one before."""
    before: tuple[str, ...] = ()
    for start, end in sentences(text):
        words = words_of(text, start, end)
        verdicts, before = _of_sentence(words, lexicon, before)
        labels = (
            Label(each.topic, each.is_concern, *words.span(each.words.first, each.words.last)) for each in verdicts
        )
        yield Reading(start, end, tuple(labels))


def _of_sentence(words: Words, lexicon: Lexicon, before: tuple[str, ...]) -> tuple[list[_Verdict], tuple[str, ...]]:
    """Give the verdicts on a sentence, and the topics that a next sentence may lean on."""
    clauses = clauses_of(words, lexicon)
    found: dict[tuple[str, bool], _Verdict] = {}
    named = before if _leans(clauses) else ()
    for clause in clauses:
        topics = {topic: about for topic, spans in clause.topics.items() if (about := _about(spans))}
        if (topics or named) and not clause.of(Cue.INTENDED, Cue.ELSEWHERE):
            for verdict in _of_topics(topics, clause) if topics else _carried(named, clause):
                found.setdefault((verdict.topic, verdict.is_concern), verdict)
        named = tuple(topics) or named
    return list(found.values()), tuple(dict.fromkeys(topic for topic, _ in found)) or named


def _leans(clauses: Sequence[Clause]) -> bool:
    """Tell whether a sentence begins by pointing back: these, it, both."""
    return any(span.first <= 1 for clause in clauses[:2] for span in clause.of(Cue.LEANING))


def _of_topics(topics: Mapping[str, list[TopicSpan]], clause: Clause) -> Iterator[_Verdict]:
    for topic, spans in topics.items():
        decisive = [span for span in spans if span.role in _DECISIVE]
        yield from _decided(topic, decisive, clause) if decisive else _weighed(topic, spans, clause)


def _carried(named: Iterable[str], clause: Clause) -> Iterator[_Verdict]:
    """Judge a clause without a topic of its own by those named before it."""
    cue = next((span for span in clause.cues if span.cue in _CARRIED), None)
    if cue:
        yield from (_Verdict(topic, _is_bad(cue, clause), cue) for topic in named)


def _about(spans: Sequence[TopicSpan]) -> list[TopicSpan]:
    """Give the spans that are about a topic: not those inside words that are known to be about something else."""
    others = [span for span in spans if span.role is Role.OTHER]
    return [span for span in spans if not any(other.holds(span) for other in others)]


def _decided(topic: str, spans: list[TopicSpan], clause: Clause) -> Iterator[_Verdict]:
    """Judge by the phrases that decide by themselves; where two overlap the concern holds."""
    spans = longest(spans)
    concerns = [span for span in spans if span.role is Role.CONCERN]
    spent = {no.first for no in clause.of(*DENIALS) if any(span.holds(no) for span in concerns)}
    for span in concerns:
        repaired = any(not span.meets(repair) for repair in clause.of(Cue.REPAIRED))
        repaired = repaired or any(span.meets(figure) for figure in clause.of(Cue.WITHIN))
        yield _Verdict(topic, not repaired and not _denied(span, clause, _DENIAL_REACH, spent), span)
    for span in spans:
        if span not in concerns and not any(span.meets(concern) for concern in concerns):
            few = [figure for figure in clause.of(Cue.FEW) if not span.holds(figure) and span.gap(figure) <= _FEW_REACH]
            is_concern = bool(few) or _denied(span, clause, _DENIAL_REACH, spent)
            yield _Verdict(topic, is_concern, _together(span, *few[:1]))


def _weighed(topic: str, spans: list[TopicSpan], clause: Clause) -> Iterator[_Verdict]:
    for span in longest(spans):
        verdict = _unwanted(topic, span, clause) if span.role is Role.UNWANTED else _wanted(topic, span, clause)
        if verdict:
            yield verdict
            return


def _unwanted(topic: str, noun: TopicSpan, clause: Clause) -> _Verdict:
    """Judge something that ought not to be there: a concern, unless it is denied, fewer or put right."""
    denied = [no for no in clause.of(Cue.NOT) if 0 < noun.first - no.last <= _NEGATION_REACH]
    eased = denied[:1] or _near(noun, clause.of(Cue.LESS, Cue.REPAIRED, Cue.WITHIN))
    return _Verdict(topic, not eased, _together(noun, *eased[:1]))


def _wanted(topic: str, noun: TopicSpan, clause: Clause) -> _Verdict | None:
    """Judge something that ought to be there by the cue nearest to it."""
    if not clause.cues:
        return None
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


def _is_bad(cue: CueSpan, clause: Clause) -> bool:
    if cue.cue in _FIGURES:
        return cue.cue is Cue.FEW
    return (cue.cue in {Cue.BAD, Cue.LESS}) != _denied(cue, clause, _NEGATION_REACH)


def _denied(span: Span, clause: Clause, reach: int, spent: Collection[int] = ()) -> bool:
    """Tell whether a "not" stands close before some words, or a "nobody" not far.

    Not one that is `spent` on other words, told by its first word.
    """
    return any(
        0 < span.first - no.last <= (reach if no.cue is Cue.NOT else _NOBODY_REACH) and no.first not in spent
        for no in clause.of(*DENIALS)
    )


def _near(noun: Span, cues: list[CueSpan]) -> list[CueSpan]:
    """Give the cues within reach of a noun, the nearest first."""
    near = [cue for cue in cues if not noun.holds(cue) and noun.gap(cue) <= CUE_REACH]
    return sorted(near, key=noun.gap)


def _together(*spans: Span) -> Span:
    return Span(min(span.first for span in spans), max(span.last for span in spans))
