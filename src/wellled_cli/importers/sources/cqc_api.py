"""A location or provider as CQC's syndication API gives it, in JSON.

Fields the API leaves out are absent, not null; its odd spellings are read as they are. Contacts and other personal data
are never looked at.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from wellled_cli.importers.decoding import as_text
from wellled_cli.importers.given import Given
from wellled_cli.importers.html_text import text_of
from wellled_cli.importers.titles import Asked, asked_by
from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.shape import day
from wellled_cli.model.slug import slug
from wellled_cli.model.source import Pointer
from wellled_cli.model.wording import day_words

Record: TypeAlias = Mapping[str, Any]
EXPECTED = "the JSON of a location or a provider from CQC's syndication API, with an `assessment` list"
_SCORE = re.compile(r"\s*([1-4])(?!\d)")
_PERCENT = re.compile(r"\s*(\d{1,3})(?:\.0+)?\s*%?\s*")
_HUNDRED = 100


def detect(content: bytes, name: str) -> bool:
    """Tell whether bytes look like JSON of the API: an object or list of objects with ids of locations or providers."""
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return start in {b"{", b"["} and (name.casefold().endswith(".json") or b'"assessment"' in content)


def read(content: bytes, name: str, given: Given) -> list[Draft]:
    """Give the assessments of a location or provider: one a service group and key question.

    Raises NotImportableError for what is no such JSON, or holds no assessment.
    """
    try:
        data = json.loads(as_text(content, EXPECTED).text)
    except (ValueError, RecursionError) as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise NotImportableError(f"{name}: this is no whole JSON{where}; expected {EXPECTED}") from None
    bodies = [each for each in (data if isinstance(data, list) else [data]) if isinstance(each, dict)]
    if not any("assessment" in body or _id(body) for body in bodies):
        raise NotImportableError(f"{name}: expected {EXPECTED}")
    drafts = [draft for body in bodies for draft in _of_body(body, name, given)]
    if not drafts:
        raise NotImportableError(f"{name}: {_why_nothing(bodies, given)}")
    return drafts


def _why_nothing(bodies: list[dict[str, Any]], given: Given) -> str:
    if not given.every and any(_texts(body.get("assessment")) for body in bodies):
        return "found no current assessment; --all takes historic ones too"
    if any(body.get("currentRatings") or body.get("historicRatings") for body in bodies):
        return "found only ratings without quality statements, from before the single assessment framework"
    return f"found no assessment; expected {EXPECTED}"


def _of_body(body: Record, name: str, given: Given) -> Iterator[Draft]:
    for plan in _records(body, "assessment"):
        ratings = plan.get("ratings")
        if not isinstance(ratings, dict):
            continue
        groups = list(_records(ratings, "asgRatings"))
        for group in groups:
            yield from _of_group(body, plan, group, name, given)
        if not groups:
            for group in _records(ratings, "overall"):
                yield from _of_group(body, plan, group, name, given)


def _of_group(body: Record, plan: Record, group: Record, name: str, given: Given) -> Iterator[Draft]:
    if not given.every and not _is_current(group):
        return
    for part in _records(group, "keyQuestionRatings"):
        if given.every or _is_current(part):
            entry = _Entry(_Records(body, plan, group, part), name, given)
            if entry.asked:
                yield entry.draft()


def _is_current(record: Record) -> bool:
    """Tell whether a rating or its plan is current, as far as it says so."""
    status = _text(record, "status").casefold()
    plan = _text(record, "assessmentPlanStatus").casefold()
    return status in {"", "current"} and plan in {"", "active"}


class _Records(NamedTuple):
    """What the API says about one key question, from the location down."""

    body: Record
    plan: Record
    group: Record
    part: Record


class _Entry:
    """A key question of a service group, as an assessment."""

    def __init__(self, records: _Records, name: str, given: Given) -> None:
        self._body, self._plan, self._group, self._part = records
        self._name = name
        self._notes: dict[Pointer, list[str]] = {}
        self._areas = list(_records(self._part, "topicareas"))
        self._date, self._dated_by = self._dated(given)
        self.asked: Asked | None = asked_by((), self._date, _text(self._part, "name"))

    def _dated(self, given: Given) -> tuple[date, str]:
        for record, key in ((self._group, "assessmentDate"), (self._plan, "assessmentDate"), (self._plan, _PUBLISHED)):
            if found := day(_text(record, key)[:10]):
                return found, key
        if given.day:
            return given.day, "--date"
        raise NotImportableError(f"{self._name}: found no day of the assessment; say it with --date")

    def draft(self) -> Draft:
        """Give the assessment."""
        asked = self.asked
        if asked is None or asked.key_question is None:
            raise NotImportableError(f"{self._name}: expected {EXPECTED}")
        named = {slug(_text(area, "name")) for area in self._areas}
        only_trust = {entry.id for entry in asked.counted("trust") if entry.only_at == "trust"}
        is_trust = any(asked.statements[name].id in only_trust for name in named & set(asked.statements))
        level = "trust" if is_trust else "service"
        values: dict[str, Value] = {
            "wellled": 1,
            "framework": asked.framework.id,
            "key_question": asked.key_question.id,
            "level": level,
            **self._who(),
        }
        about: dict[str, Value] = {"source": "published", "date": self._date}
        values["assessment"] = about
        if summary := self._narrative(self._part, "commentary", "narrative"):
            values["summary"] = summary
        carried: list[int] = []
        values["statements"] = self._statements(asked.counted(level), asked, carried)
        by_score = self._carries(asked)
        if carried and len(set(carried)) == 1 and carried[0] in by_score:
            about["previous_rating"] = str(by_score[carried[0]])
            note = f"worked out: statements that were not looked at carry the score {carried[0]}"
            self._note(("assessment", "previous_rating"), note)
        if published := self._published():
            values["published"] = published
        note = f"in force on {day_words(self._date)} ({self._dated_by}); the day the assessment started is not given"
        self._note(("framework",), note)
        return Draft(values, tuple(self._head()), self._notes)

    def _head(self) -> Iterator[str]:
        yield f"Imported from {self._name}, JSON of the Care Quality Commission's (CQC) syndication API."
        yield "Contains public sector information licensed under the Open Government Licence v3.0."
        for record, key in ((self._plan, _PUBLISHED), *((self._group, key) for key in _SAID_OF_PLANS)):
            if said := _text(record, key):
                yield f"{key}: {said}"

    def _who(self) -> dict[str, Value]:
        who: dict[str, Value] = {}
        provider = {"id": _text(self._body, "providerId")}
        location = _text(self._body, "locationId")
        name = _text(self._body, "locationName") or _text(self._body, "name")
        service = {"name": name, "id": location} if location else {}
        if not location:
            provider = {"name": _text(self._body, "providerName") or name, **provider}
        service["type"] = _text(self._group, "name")
        for key, part in (("provider", provider), ("service", service)):
            said: dict[str, Value] = {field: text for field, text in part.items() if text}
            if said:
                who[key] = said
        return who

    def _statements(self, counted: list[StatementEntry], asked: Asked, carried: list[int]) -> dict[str, Value]:
        areas: dict[str, Record] = {}
        for area in self._areas:
            entry = asked.statements.get(slug(_text(area, "name")))
            if entry is None:
                self._note(("statements",), f'"{_text(area, "name")}" is no statement of this key question: left out')
            elif entry.id in areas:
                self._note(("statements", entry.id), "given twice; the first is kept")
            else:
                areas[entry.id] = area
        return {entry.id: self._statement(entry, areas.get(entry.id), carried) for entry in counted}

    def _statement(self, entry: StatementEntry, area: Record | None, carried: list[int]) -> dict[str, Value]:
        pointer = ("statements", entry.id)
        if area is None:
            self._note(pointer, f"{entry.title}: not in the JSON")
            return {"score_unknown": "The JSON does not hold this statement"}
        statement: dict[str, Value] = {}
        words = _text(area, "qualityStatementscore") or _text(area, "qualityStatementScore")
        found = _SCORE.match(words)
        score = int(found[1]) if found else None
        if _text(area, "status").casefold() == "not assessed":
            statement["not_assessed"] = "CQC did not assess it this time"
            if score:
                carried.append(score)
                self._note(pointer, f"shown with the score {score}, carried from the previous rating")
        elif score:
            statement["score"] = score
        else:
            statement["score_unknown"] = "The JSON shows no score for this statement"
            self._note(pointer, f"qualityStatementscore: {words}" if words else "no qualityStatementscore")
        told = (self._narrative(category, "commentary") for category in _records(area, "evidenceCategory"))
        findings = "\n\n".join(part for part in (self._narrative(area, "commentary", "narrative"), *told) if part)
        if findings:
            statement["findings"] = findings
        return statement

    @staticmethod
    def _narrative(record: Record, *keys: str) -> str:
        parts = (text_of(_text(record, key)) for key in keys)
        return "\n\n".join(dict.fromkeys(part for part in parts if part))

    @staticmethod
    def _carries(asked: Asked) -> dict[int, Rating]:
        scoring = asked.framework.scoring
        return {score: rating for rating, score in scoring.unassessed.carried.items()} if scoring else {}

    def _published(self) -> dict[str, Value]:
        published: dict[str, Value] = {}
        percent = _PERCENT.fullmatch(_text(self._part, "percentageScore") or _text(self._part, "percengtageScore"))
        if percent and int(percent[1]) <= _HUNDRED:
            published["score"] = int(percent[1])
        label = _text(self._part, "rating")
        if rating := Rating.parse(label):
            published["rating"] = str(rating)
        elif label:
            self._note(("published",) if published else ("statements",), f'rating: "{label}" is none of the ratings')
        return published

    def _note(self, pointer: Pointer, text: str) -> None:
        self._notes.setdefault(pointer, []).append(text)


_PUBLISHED = "assessmentPlanPublishedDateTime"
_SAID_OF_PLANS = ("assessmentPlanId", "assessmentPlanStatus", "status")


def _id(body: Record) -> str:
    return _text(body, "locationId") or _text(body, "providerId")


def _text(record: Record, key: str) -> str:
    """Give what a record says under a key as text; nothing where it says nothing, or nests more."""
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split()) if "<" not in str(value) else str(value).strip()


def _records(record: Record, key: str) -> Iterator[Record]:
    value = record.get(key)
    yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict))


def _texts(value: object) -> bool:
    return bool(value) and isinstance(value, list)
