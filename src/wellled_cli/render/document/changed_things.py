"""What changed in a comparison beside its findings, as sections: limits, statements, registers."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from wellled_cli.model.assessment import Action, Breach, Measure
from wellled_cli.model.comparison import Change, Comparison, Standing
from wellled_cli.model.scorecard import Status
from wellled_cli.model.wording import day_words
from wellled_cli.render.document.parts import Bullets, Section, Table
from wellled_cli.render.words import outcome

T = TypeVar("T")

_NOT_LISTED = "not listed"
_CANNOT = "cannot be compared"
_WITHOUT_SCORE = {
    Status.EXCLUDED: "not assessed, left out",
    Status.ZERO: "not assessed, counts as nothing",
    Status.UNKNOWN: "score not known",
}


def changed_result(comparison: Comparison) -> Iterator[Section]:
    """Give a section for what limits the rating, and one for the statements, where they changed."""
    if comparison.limits.changes:
        new = (f"New: {limit.text}" for limit in comparison.limits.raised)
        gone = (f"Gone: {limit.text}" for limit in comparison.limits.cleared)
        yield Section("What limits the rating", (Bullets((*new, *gone)),))
    statements = comparison.statements
    if statements.changes:
        yield Section("Quality statements", (_statements(statements.changes),))
    if statements.apart:
        yield Section("Quality statements that only one of them has", (_statements(statements.apart),))


def changed_registers(comparison: Comparison) -> Iterator[Section]:
    """Give a section for each of measures, breaches and actions that changed."""
    if comparison.measures.changes:
        yield Section("Measures", (_measures(comparison),))
    if comparison.breaches.changes:
        yield Section("Breaches of regulation", (_breaches(comparison),))
    if comparison.actions.changes:
        yield Section("Actions", (_actions(comparison),))


def _sides(change: Change[T], words: Callable[[T], str]) -> tuple[str, str]:
    """Say how a thing was and how it is."""
    was, now = (_NOT_LISTED if each is None else words(each) for each in (change.old, change.new))
    return was, now


def _text(change: Change[T], words: Callable[[T], str]) -> str:
    """Give what a thing says now or said, and beside it what it said before where that is not the same."""
    was, now = (None if each is None else " ".join(words(each).split()) for each in (change.old, change.new))
    return f"{now} (was: {was})" if was and now and was != now else now or was or ""


def _statements(changes: Sequence[Change[Standing]]) -> Table:
    rows = [(_text(change, lambda each: each.title), *_sides(change, _standing), _moved(change)) for change in changes]
    return Table("Statement scores", ("Quality statement", "Old", "New", "Change"), rows)


def _standing(standing: Standing) -> str:
    if standing.status in _WITHOUT_SCORE:
        return _WITHOUT_SCORE[standing.status]
    if standing.score is None:
        return f"judged {standing.judged}" if standing.judged else "no level judged"
    return f"{standing.score}, carried" if standing.status is Status.CARRIED else str(standing.score)


def _moved(change: Change[Standing]) -> str:
    """Say by how much a statement rose or fell."""
    old, new = change.old, change.new
    if old is None or new is None:
        return _CANNOT
    if old.score and new.score:
        by = new.score - old.score
        return f"{'up' if by > 0 else 'down'} {abs(by)}" if by else "the same score"
    if old.judged and new.judged:
        return "up" if new.judged.rank > old.judged.rank else "down"
    return _CANNOT


def _measures(comparison: Comparison) -> Table:
    rows = [
        (
            _text(change, lambda each: each.name),
            *_sides(change, lambda each: each.amount(each.value)),
            _text(change, lambda each: each.wanted),
            _outcome(change),
        )
        for change in comparison.measures.changes
    ]
    columns = ("Measure", "Old", "New", "Own target", "Outcome")
    return Table("Measures that changed", columns, rows)


def _outcome(change: Change[Measure]) -> str:
    """Say whether a measure is better or worse, and what became of its own target."""
    old, new = change.old, change.new
    if old is None or new is None:
        only = new or old
        return f"only {'new' if new else 'old'}: {outcome(only)}" if only else ""
    if (old.unit or "").strip() != (new.unit or "").strip():
        return f"another unit, {_CANNOT}; {outcome(new)}"
    turned = "now" if old.misses_target is not new.misses_target else "still"
    return f"{_direction(old, new)}; {turned} {outcome(new)}"


def _direction(old: Measure, new: Measure) -> str:
    if old.value == new.value:
        return "the same value"
    rose = new.value > old.value
    if new.better is None and new.target is None:
        return "higher" if rose else "lower"
    return "better" if rose is (new.better != "lower") else "worse"


def _breaches(comparison: Comparison) -> Table:
    name = comparison.new.framework.regulation_name
    rows = [
        (
            _text(change, lambda each: name(each.regulation)),
            *_sides(change, _breach),
            _text(change, lambda each: each.text or ""),
        )
        for change in comparison.breaches.changes
    ]
    return Table("Breaches that changed", ("Regulation", "Old", "New", "What it is"), rows)


def _breach(breach: Breach) -> str:
    return f"{breach.status}, notice: {breach.notice}" if breach.notice else breach.status


def _actions(comparison: Comparison) -> Table:
    rows = [
        (
            _text(change, lambda each: each.id),
            _text(change, lambda each: each.title),
            *_sides(change, _action),
        )
        for change in comparison.actions.changes
    ]
    return Table("Actions that changed", ("Id", "Action", "Old", "New"), rows)


def _action(action: Action) -> str:
    due = f"due {day_words(action.due)}" if action.due and action.status == "open" else ""
    owner = (action.owner or "nobody yet").strip()
    return ", ".join(part for part in (action.kind, action.status, due, owner) if part)
