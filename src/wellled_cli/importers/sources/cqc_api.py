"""A location or provider as CQC's syndication API gives it, in JSON.

Fields the API leaves out are absent, not null; its odd spellings are read as they are. Contacts and other personal data
are never looked at.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from wellled_cli.importers.api_records import Record, is_current, records, text
from wellled_cli.importers.decoding import as_text
from wellled_cli.importers.given import Given
from wellled_cli.importers.html_text import text_of
from wellled_cli.importers.notes import Notes, rating_carried
from wellled_cli.importers.titles import Asked, asked_by
from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.shape import day
from wellled_cli.model.slug import slug
from wellled_cli.model.wording import day_words

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
    if not any("assessment" in body or (text(body, "locationId") or text(body, "providerId")) for body in bodies):
        raise NotImportableError(f"{name}: expected {EXPECTED}")
    drafts = [draft for body in bodies for draft in _of_body(body, name, given)]
    if not drafts:
        raise NotImportableError(f"{name}: {_why_nothing(bodies, given)}")
    return drafts


def _why_nothing(bodies: list[dict[str, Any]], given: Given) -> str:
    if not given.every and any(any(records(body, "assessment")) for body in bodies):
        return "found no current assessment; --all takes historic ones too"
    if any(body.get("currentRatings") or body.get("historicRatings") for body in bodies):
        return "found only ratings without quality statements, from before the single assessment framework"
    return f"found no assessment; expected {EXPECTED}"


def _of_body(body: Record, name: str, given: Given) -> Iterator[Draft]:
    for plan in records(body, "assessment"):
        ratings = plan.get("ratings")
        if not isinstance(ratings, dict):
            continue
        groups = list(records(ratings, "asgRatings"))
        for group in groups:
            yield from _of_group(body, plan, group, name, given)
        if not groups:
            for group in records(ratings, "overall"):
                yield from _of_group(body, plan, group, name, given)


def _of_group(body: Record, plan: Record, group: Record, name: str, given: Given) -> Iterator[Draft]:
    if not given.every and not is_current(group):
        return
    for part in records(group, "keyQuestionRatings"):
        if given.every or is_current(part):
            entry = _Entry(_Found(body, plan, group, part), name, given)
            if entry.asked:
                yield entry.draft()


class _Found(NamedTuple):
    """What the API says about one key question, from the location down."""

    body: Record
    plan: Record
    group: Record
    part: Record


class _Entry:
    """A key question of a service group, as an assessment."""

    def __init__(self, found: _Found, name: str, given: Given) -> None:
        self._body, self._plan, self._group, self._part = found
        self._name = name
        self._notes = Notes()
        self._areas = list(records(self._part, "topicareas"))
        self._date, self._dated_by = self._dated(given)
        self.asked: Asked | None = asked_by((), self._date, text(self._part, "name"))

    def _dated(self, given: Given) -> tuple[date, str]:
        for record, key in ((self._group, "assessmentDate"), (self._plan, "assessmentDate"), (self._plan, _PUBLISHED)):
            if found := day(text(record, key)[:10]):
                return found, key
        if given.day:
            return given.day, "--date"
        raise NotImportableError(f"{self._name}: found no day of the assessment; say it with --date")

    def draft(self) -> Draft:
        """Give the assessment."""
        asked = self.asked
        if asked is None or asked.key_question is None:
            raise NotImportableError(f"{self._name}: expected {EXPECTED}")
        named = {slug(text(area, "name")) for area in self._areas}
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
        if previous := rating_carried(carried, asked, self._notes):
            about["previous_rating"] = previous
        if published := self._published():
            values["published"] = published
        note = f"in force on {day_words(self._date)} ({self._dated_by}); the day the assessment started is not given"
        self._notes.add(("framework",), note)
        return Draft(values, tuple(self._head()), self._notes)

    def _head(self) -> Iterator[str]:
        yield f"Imported from {self._name}, JSON of the Care Quality Commission's (CQC) syndication API."
        yield "Contains public sector information licensed under the Open Government Licence v3.0."
        for record, key in ((self._plan, _PUBLISHED), *((self._group, key) for key in _SAID_OF_PLANS)):
            if said := text(record, key):
                yield f"{key}: {said}"

    def _who(self) -> dict[str, Value]:
        who: dict[str, Value] = {}
        provider = {"id": text(self._body, "providerId")}
        location = text(self._body, "locationId")
        name = text(self._body, "locationName") or text(self._body, "name")
        service = {"name": name, "id": location} if location else {}
        if not location:
            provider = {"name": text(self._body, "providerName") or name, **provider}
        service["type"] = text(self._group, "name")
        for key, part in (("provider", provider), ("service", service)):
            said: dict[str, Value] = {field: text for field, text in part.items() if text}
            if said:
                who[key] = said
        return who

    def _statements(self, counted: list[StatementEntry], asked: Asked, carried: list[int]) -> dict[str, Value]:
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
        statement: dict[str, Value] = {}
        words = text(area, "qualityStatementscore") or text(area, "qualityStatementScore")
        found = _SCORE.match(words)
        score = int(found[1]) if found else None
        if text(area, "status").casefold() == "not assessed":
            statement["not_assessed"] = "CQC did not assess it this time"
            if score:
                carried.append(score)
                self._notes.add(pointer, f"shown with the score {score}, carried from the previous rating")
        elif score:
            statement["score"] = score
        else:
            statement["score_unknown"] = "The JSON shows no score for this statement"
            self._notes.add(pointer, f"qualityStatementscore: {words}" if words else "no qualityStatementscore")
        told = (self._narrative(category, "commentary") for category in records(area, "evidenceCategory"))
        findings = "\n\n".join(part for part in (self._narrative(area, "commentary", "narrative"), *told) if part)
        if findings:
            statement["findings"] = findings
        return statement

    @staticmethod
    def _narrative(record: Record, *keys: str) -> str:
        parts = (text_of(text(record, key)) for key in keys)
        return "\n\n".join(dict.fromkeys(part for part in parts if part))

    def _published(self) -> dict[str, Value]:
        published: dict[str, Value] = {}
        percent = _PERCENT.fullmatch(text(self._part, "percentageScore") or text(self._part, "percengtageScore"))
        if percent and int(percent[1]) <= _HUNDRED:
            published["score"] = int(percent[1])
        label = text(self._part, "rating")
        if rating := Rating.parse(label):
            published["rating"] = str(rating)
        elif label:
            self._notes.add(
                ("published",) if published else ("statements",), f'rating: "{label}" is none of the ratings'
            )
        return published


_PUBLISHED = "assessmentPlanPublishedDateTime"
_SAID_OF_PLANS = ("assessmentPlanId", "assessmentPlanStatus", "status")
