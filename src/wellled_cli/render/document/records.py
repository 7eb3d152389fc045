"""The registers of a file as sections: measures, breaches, actions and evidence."""

from collections.abc import Iterator, Mapping
from datetime import date

from wellled_cli.model.assessment import Action, Assessment
from wellled_cli.model.framework import Framework
from wellled_cli.model.wording import day_words
from wellled_cli.render.document.parts import Section, Table
from wellled_cli.render.document.pictures import measures_against_targets
from wellled_cli.render.words import outcome


def records(said: Assessment, framework: Framework, topics: Mapping[str, str], today: date) -> Iterator[Section]:
    """Give a section for each register that has entries."""
    titles = {entry.id: entry.title for entry in framework.all_statements}
    if said.measures:
        yield Section("Measures", (*measures_against_targets(said), _measures(said, titles, topics)))
    if said.breaches:
        yield Section("Breaches of regulation", (_breaches(said, framework, titles),))
    if said.actions:
        yield Section("Actions", (_actions(said, framework, titles, today),))
    if said.evidence:
        yield Section("Evidence", (_evidence(said, today),))


def _measures(said: Assessment, titles: dict[str, str], topics: Mapping[str, str]) -> Table:
    rows = [
        (
            measure.name,
            topics[measure.topic],
            measure.amount(measure.value),
            measure.wanted,
            outcome(measure),
            _day(measure.date),
            titles.get(measure.statement or "", ""),
        )
        for measure in said.measures or ()
    ]
    columns = ("Measure", "Topic", "Value", "Own target", "Outcome", "Date", "Quality statement")
    return Table("Measures against the provider's own targets", columns, rows, frozenset({"Value"}))


def _breaches(said: Assessment, framework: Framework, titles: dict[str, str]) -> Table:
    rows = [
        (
            framework.regulation_name(breach.regulation),
            breach.status,
            breach.notice or "-",
            (breach.text or "").strip(),
            titles.get(breach.statement or "", ""),
        )
        for breach in said.breaches or ()
    ]
    return Table("Breaches", ("Regulation", "Status", "Notice", "What it is", "Quality statement"), rows)


def _actions(said: Assessment, framework: Framework, titles: dict[str, str], today: date) -> Table:
    rows = [
        (
            action.id,
            action.kind,
            action.title,
            action.owner or "nobody yet",
            _day(action.due),
            _state(action, today),
            ", ".join(action.evidence or ()) or "-",
            framework.regulation_name(action.regulation) if action.regulation else "-",
            titles.get(action.statement or "", ""),
        )
        for action in sorted(said.actions or (), key=lambda action: action.kind != "must")
    ]
    columns = ("Id", "Must or should", "Action", "Owner", "Due", "State", "Evidence", "Regulation", "Quality statement")
    return Table("Actions, those that must be done first", columns, rows)


def _state(action: Action, today: date) -> str:
    if action.status == "done":
        return f"done on {day_words(action.closed)}" if action.closed else "done"
    return "overdue" if action.due and action.due < today else "open"


def _evidence(said: Assessment, today: date) -> Table:
    rows = [
        (
            entry.id,
            entry.title,
            entry.category or "-",
            _day(entry.date),
            _day(entry.review_by) + (", expired" if entry.review_by and entry.review_by < today else ""),
            entry.location or "-",
        )
        for entry in said.evidence or ()
    ]
    columns = ("Id", "What it is", "Category", "Date", "Review by", "Where it is kept")
    return Table("Evidence register", columns, rows)


def _day(day: date | None) -> str:
    return day_words(day) if day else "-"
