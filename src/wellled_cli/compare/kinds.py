"""Each kind of thing that is compared: what makes two of them one, and what in it can change."""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import TypeVar

from wellled_cli.compare.looked import standings, where
from wellled_cli.compare.pairing import compared
from wellled_cli.model.assessment import Action, Assessment, Breach, Judgement, Measure, Published, regulation_number
from wellled_cli.model.comparison import Change, Compared, Side, Standing
from wellled_cli.model.finding import Finding, Kind, Origin
from wellled_cli.model.fingerprint import folded
from wellled_cli.model.scorecard import Limit

T = TypeVar("T")

_TOLD_ELSEWHERE = {Origin.SCORE, Origin.MEASURE, Origin.BREACH}
"""Their messages change with a statement, a measure or a breach, which is compared itself."""


def statements(old: Side, new: Side) -> Compared[Standing]:
    """Compare the quality statements that count: their scores, how they came by them, what they are judged.

    Set apart is one that only one of them has: the other does not ask for it.
    """
    found = compared(
        standings(old),
        standings(new),
        lambda each: each.id,
        state=lambda each: (each.score, each.status, each.judged),
    )
    return _set_apart(found, lambda _: False, lambda _: False)


def limits(old: Side, new: Side) -> Compared[Limit]:
    """Compare what limits the rating: a rule and the statement by which it does."""
    was, now = old.card.limited_by, new.card.limited_by
    return compared(was, now, lambda each: (each.rule, each.statement), state=lambda _: None)


def findings(old: Side, new: Side, kind: Kind) -> Compared[Finding]:
    """Compare the findings of a kind: by the sentence they quote, or by what they are about.

    They change with their level, their statement, a waiver, and with what they say where nothing else says it. A
    concern that an assessor declares is its words: it is the same where most of them are. Set apart is what one of them
    has where the other did not look.
    """
    found = compared(
        old.review.of_kind(kind),
        new.review.of_kind(kind),
        lambda each: (each.rule, each.origin, each.statement, _told_of(each)),
        lambda each: (each.rule, each.origin, _told_of(each) or each.statement),
        state=lambda each: (each.level, each.statement, each.waived is None, _said_alone(each)),
        wording=_declared,
    )
    return _set_apart(found, where(old), where(new))


def _told_of(finding: Finding) -> str:
    return finding.quote or folded(finding.subject or "")


def _said_alone(finding: Finding) -> str:
    return "" if finding.quote or finding.origin in _TOLD_ELSEWHERE else folded(finding.message)


def _declared(finding: Finding) -> tuple[Hashable, str] | None:
    return ((finding.rule, finding.statement), finding.message) if finding.origin is Origin.DECLARED else None


def _set_apart(found: Compared[T], old_looked: Callable[[T], bool], new_looked: Callable[[T], bool]) -> Compared[T]:
    """Set apart what only one of them has, where the other did not look."""

    def is_apart(change: Change[T]) -> bool:
        if change.old is None:
            return change.new is not None and not old_looked(change.new)
        return change.new is None and not new_looked(change.old)

    kept = tuple(change for change in found.changes if not is_apart(change))
    return replace(found, changes=kept, apart=tuple(filter(is_apart, found.changes)))


def measures(old: Assessment, new: Assessment) -> Compared[Measure]:
    """Compare the measures, known by their names: values, targets, units, and which side is better."""
    return compared(
        old.measures or (),
        new.measures or (),
        lambda each: (folded(each.name), each.statement, folded(each.unit or "")),
        lambda each: folded(each.name),
        state=lambda each: (each.value, each.target, folded(each.unit or ""), each.better or "higher"),
    )


def breaches(old: Assessment, new: Assessment) -> Compared[Breach]:
    """Compare the breaches, known by their regulation: status, notice, statement and words."""
    return compared(
        old.breaches or (),
        new.breaches or (),
        lambda each: (regulation_number(each.regulation), each.statement, folded(each.text or "")),
        lambda each: (regulation_number(each.regulation), each.statement),
        lambda each: regulation_number(each.regulation),
        state=lambda each: (each.status, each.notice, each.statement, folded(each.text or "")),
    )


def actions(old: Assessment, new: Assessment) -> Compared[Action]:
    """Compare the actions, known by their ids: what is to be done, by whom, by when, and whether it is."""
    return compared(
        old.actions or (),
        new.actions or (),
        lambda each: each.id,
        state=lambda each: (folded(each.title), each.kind, folded(each.owner or ""), each.due, each.status),
    )


def published(old: Assessment, new: Assessment) -> Compared[Published]:
    """Compare what was published."""
    return compared(
        [old.published] if old.published else [],
        [new.published] if new.published else [],
        lambda _: None,
        state=lambda each: (each.score, each.rating),
    )


def judgement(old: Assessment, new: Assessment) -> Compared[Judgement]:
    """Compare what was judged, and why."""
    return compared(
        [old.judgement] if old.judgement else [],
        [new.judgement] if new.judgement else [],
        lambda _: None,
        state=lambda each: (each.rating, folded(each.reason)),
    )
