"""One key question of a service group, as CQC's API gives it, as an assessment."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from wellled_cli.importers.api_records import Record, found, letters, records, text
from wellled_cli.importers.api_text import UNREADABLE, narrative
from wellled_cli.importers.given import Given
from wellled_cli.importers.notes import Notes, rating_carried
from wellled_cli.importers.titles import PartAsked, asked_by, scored_frameworks
from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.shape import day
from wellled_cli.model.slug import slug
from wellled_cli.model.source import Pointer
from wellled_cli.model.wording import day_words, excerpt, one_of

_SCORE = re.compile(r"([1-4])(?:\s*[-\u2013\u2014:]\s*[^\W\d_].*)?")
_PERCENT = re.compile(r"(\d{1,3})(?:\.0+)?\s*%?")
_HUNDRED = 100
_PUBLISHED = "assessmentPlanPublishedDateTime"
_SAID_OF_PLANS = ("assessmentPlanId", "assessmentPlanStatus", "status")
_SAID_OF_GROUPS = ("commentary", "narrative", "overallPeopleExperience")


class Found(NamedTuple):
    """What the API says about one key question, from the location down."""

    body: Record
    plan: Record
    group: Record
    part: Record


def draft_of(what: Found, name: str, given: Given) -> Draft:
    """Give the assessment.

    Raises NotImportableError where its day or its key question is not known.
    """
    return _Entry(what, name, given).draft()


class _Entry:
    """A key question of a service group, while it becomes an assessment."""

    def __init__(self, what: Found, name: str, given: Given) -> None:
        self._body, self._plan, self._group, self._part = what
        self._name, self._given = name, given
        self._notes = Notes()
        self._areas = list(records(self._part, "topicareas"))
        self._date, self._dated_by = self._dated()

    def _dated(self) -> tuple[date, str]:
        unread = []
        for record, key in ((self._group, "assessmentDate"), (self._plan, "assessmentDate"), (self._plan, _PUBLISHED)):
            if read := day(text(record, key)[:10]):
                return read, key
            if said := found(record, key):
                unread.append(f'{key}: "{excerpt(said)}"')
                self._notes.add(("assessment", "date"), f"{unread[-1]} is no day that can be read")
        if self._given.day:
            return self._given.day, "--date"
        seen = f" ({', '.join(unread)})" if unread else ""
        raise NotImportableError(f"found no day of the assessment{seen}; say it with --date")

    def _asked(self) -> PartAsked:
        name = found(self._part, "name")
        known = {part.id for each in scored_frameworks(self._date) for part in each.key_questions or ()}
        meant = next((part for part in known if letters(part) == letters(name)), None)
        asked = asked_by((), self._date, meant) if meant else None
        if asked is None:
            raise NotImportableError(f'found the key question "{excerpt(name)}", expected {one_of(sorted(known))}')
        return asked

    def draft(self) -> Draft:
        """Give the assessment."""
        asked = self._asked()
        level = asked.level_named(text(area, "name") for area in self._areas)
        values: dict[str, Value] = {
            "wellled": 1,
            "framework": asked.framework.id,
            "key_question": asked.key_question.id if asked.key_question else "",
            "level": level,
            **self._who(),
        }
        about: dict[str, Value] = {"source": "published", "date": self._date}
        values["assessment"] = about
        if summary := _told(self._part):
            values["summary"] = summary
        carried: list[int] = []
        values["statements"] = self._statements(asked.counted(level), asked, carried)
        if previous := rating_carried(carried, asked, self._notes):
            about["previous_rating"] = previous
        if published := self._published():
            values["published"] = published
        note = f"in force on {day_words(self._date)} ({self._dated_by}); the day the assessment started is not given"
        self._notes.add(("framework",), note)
        for pointer in _unreadable(values):
            self._notes.add(pointer, f"{UNREADABLE} stands for a character of the JSON that is no text")
        return Draft(values, tuple(self._head()), self._notes)

    def _head(self) -> Iterator[str]:
        yield f"Imported from {self._name}, JSON of the Care Quality Commission's (CQC) syndication API."
        yield "Contains public sector information licensed under the Open Government Licence v3.0."
        for record, key in ((self._plan, _PUBLISHED), *((self._group, key) for key in _SAID_OF_PLANS)):
            if said := text(record, key):
                yield f"{key}: {said}"
        if of_all := [key for key in _SAID_OF_GROUPS if self._group.get(key)]:
            yield f"Left out, as it is about the whole service group: {', '.join(of_all)}"

    def _who(self) -> dict[str, Value]:
        location = text(self._body, "locationId")
        name = text(self._body, "locationName") or text(self._body, "name")
        provider = text(self._body, "providerName") or ("" if location else name)
        provider = self._named("provider", provider, self._given.provider)
        service = self._named("service", name if location else "", self._given.service)
        parts = {
            "provider": {"name": provider, "id": text(self._body, "providerId")},
            "service": {"name": service, "id": location, "type": text(self._group, "name")},
        }
        who: dict[str, Value] = {}
        for key, part in parts.items():
            if any(part.values()):
                who[key] = {field: words for field, words in part.items() if words}
        return who

    def _named(self, key: str, name: str, given: str | None) -> str:
        if given and name and given != name:
            self._notes.add((key,), f'--{key} "{given}" was not used: the JSON says "{name}"')
        return name or given or ""

    def _statements(self, counted: list[StatementEntry], asked: PartAsked, carried: list[int]) -> dict[str, Value]:
        areas: dict[str, Record] = {}
        for area in self._areas:
            entry = asked.statements.get(slug(text(area, "name")))
            if entry is None:
                self._notes.add(
                    ("statements",), f'"{text(area, "name")}" is no statement of this key question: left out'
                )
            elif entry.id in areas:
                self._notes.add(("statements", entry.id), "given twice; the first is kept")
            else:
                areas[entry.id] = area
        return {entry.id: self._statement(entry, areas.get(entry.id), carried) for entry in counted}

    def _statement(self, entry: StatementEntry, area: Record | None, carried: list[int]) -> dict[str, Value]:
        pointer = ("statements", entry.id)
        if area is None:
            self._notes.add(pointer, f"{entry.title}: not in the JSON")
            return {"score_unknown": "The JSON does not hold this statement"}
        statement = self._answer(pointer, area, carried)
        evidence = (_told(category) for category in records(area, "evidenceCategory"))
        if findings := "\n\n".join(part for part in (_told(area), *evidence) if part):
            statement["findings"] = findings
        return statement

    def _answer(self, pointer: Pointer, area: Record, carried: list[int]) -> dict[str, Value]:
        words, status = found(area, "qualityStatementscore", "qualityStatementScore"), found(area, "status")
        whole = _SCORE.fullmatch(words)
        shown = f'qualityStatementscore: "{excerpt(words)}"' if words else "no qualityStatementscore"
        if letters(status) == "notassessed":
            if whole:
                carried.append(int(whole[1]))
                self._notes.add(pointer, f"shown with the score {whole[1]}, carried from the previous rating")
            elif words:
                self._notes.add(pointer, f"{shown} is no score")
            return {"not_assessed": "CQC did not assess it this time"}
        if status and letters(status) != "assessed":
            self._notes.add(pointer, f'status: "{excerpt(status)}" is neither assessed nor not assessed; {shown}')
            return {"score_unknown": "The JSON does not say in known words whether this statement was assessed"}
        if whole:
            return {"score": int(whole[1])}
        self._notes.add(pointer, f"{shown} is no score of 1 to 4" if words else shown)
        return {"score_unknown": "The JSON shows no score for this statement"}

    def _published(self) -> dict[str, Value]:
        published: dict[str, Value] = {}
        unread = []
        score, label = found(self._part, "percentageScore", "percengtageScore"), found(self._part, "rating")
        percent = _PERCENT.fullmatch(score)
        if percent and int(percent[1]) <= _HUNDRED:
            published["score"] = int(percent[1])
        elif score:
            unread.append(f'percentageScore: "{excerpt(score)}" is no whole score out of 100')
        if rating := Rating.parse(label):
            published["rating"] = str(rating)
        elif label:
            unread.append(f'rating: "{excerpt(label)}" is none of the ratings')
        for note in unread:
            self._notes.add(("published",) if published else ("statements",), note)
        return published


def _told(record: Record) -> str:
    parts = (narrative(record.get(key)) for key in ("commentary", "narrative"))
    return "\n\n".join(dict.fromkeys(part for part in parts if part))


def _unreadable(values: dict[str, Value], above: Pointer = ()) -> Iterator[Pointer]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _unreadable(value, (*above, key))
        elif isinstance(value, str) and UNREADABLE in value:
            yield (*above, key)
