"""The page of a key question in a published report, as text copied from it or as saved HTML.

Two layouts are known: the early one, with the rating under the name of the key question, and that of 2025, with a
sentence that says how the rating changed. Pages of providers, locations and local authorities share them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wellled_cli.importers.decoding import as_text
from wellled_cli.importers.given import Given
from wellled_cli.importers.notes import Notes, rating_carried
from wellled_cli.importers.page_facts import breaches_on, previous_rating_on, rating_on, who_on
from wellled_cli.importers.page_text import Line, day_in, lines_of, paragraphs
from wellled_cli.importers.titles import Asked, asked_by
from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.slug import slug
from wellled_cli.model.source import Pointer
from wellled_cli.model.wording import day_words

_SCORED = re.compile(r"scored (\d{1,3}) \(out of 100\)")
_STATEMENT_SCORE = re.compile(r"Score\s*:\s*([1-4])(?!\d)", re.IGNORECASE)
_NOT_LOOKED_AT = re.compile(r"We did not look at .+? during this assessment\.")
_REPORT_FROM = re.compile(r"Report from (.+?) assessment", re.IGNORECASE)
_OTHER_DATES = re.compile(r"(?:Date of assessment|Updated|Published|Page last updated)\b", re.IGNORECASE)
_FURNITURE = re.compile(
    r"(?:on this page|contents|back to top|print this page|share this page|previous|next|skip to main content|cookies"
    r"|find out what we look at when we assess this area.*|was this page useful.*|this service scored \d+ .*)$",
    re.IGNORECASE,
)
_PARTS = ("Safe", "Effective", "Caring", "Responsive", "Well-led")
EXPECTED = (
    'the page of one key question of a CQC report, with "Report from ... assessment", its score and its quality '
    "statements, as copied text or saved HTML"
)


def detect(content: bytes, name: str) -> bool:
    """Tell whether bytes look like a published page: text that speaks of an assessment and of quality statements."""
    if name.casefold().endswith((".csv", ".xlsx", ".json")):
        return False
    try:
        text = as_text(content, EXPECTED).text
    except NotImportableError:
        return False
    return bool(_REPORT_FROM.search(text) or _SCORED.search(text) or _STATEMENT_SCORE.search(text))


def read(content: bytes, name: str, given: Given) -> list[Draft]:
    """Give the assessment a page shows.

    Raises NotImportableError for what is no such page.
    """
    decoded = as_text(content, EXPECTED)
    page = _Page(lines_of(decoded.text), name, given)
    return [page.draft(decoded.notes)]


@dataclass
class _Section:
    """A statement of the page: its heading and the lines below it."""

    entry: StatementEntry
    heading: Line
    lines: list[Line] = field(default_factory=list)


class _Page:
    """One page, found out from the front."""

    def __init__(self, lines: Sequence[Line], name: str, given: Given) -> None:
        self._lines = lines
        self._name = name
        self._given = given
        self._notes = Notes()
        self._report = self._first(_REPORT_FROM)
        self._day = day_in(self._report.text) if self._report else None
        self._scored = self._first(_SCORED)
        asked = asked_by((line.text for line in lines), self._day or given.day)
        if asked is None or not (self._scored or self._report):
            raise NotImportableError(f"{name}: found none of CQC's quality statements, expected {EXPECTED}")
        self._asked: Asked = asked
        self._sections = list(self._found_sections())
        if not self._sections or not any(section.lines for section in self._sections):
            raise NotImportableError(f"{name}: found titles of statements but nothing below them, expected {EXPECTED}")

    def draft(self, reading: Sequence[str]) -> Draft:
        day = self._day or self._given.day
        if day is None:
            raise NotImportableError(
                f'{self._name}: found no "Report from ... assessment" with a day, expected one; say it with --date'
            )
        titles = {section.entry.id for section in self._sections}
        entries = self._asked.counted("trust")
        level = "trust" if titles & {entry.id for entry in entries if entry.only_at == "trust"} else "service"
        counted = self._asked.counted(level)
        values: dict[str, Value] = {"wellled": 1, "framework": self._asked.framework.id}
        if self._asked.key_question:
            values |= {"key_question": self._asked.key_question.id, "level": level}
        values |= who_on(self._lines, self._report, self._asked, self._given)
        about: dict[str, Value] = {"source": "published", "date": day}
        values["assessment"] = about
        summary = self._summary()
        if summary:
            values["summary"] = summary
        statements, carried = self._statements(counted)
        values["statements"] = statements
        if previous := previous_rating_on(self._lines) or rating_carried(carried, self._asked, self._notes):
            about["previous_rating"] = previous
        if breaches := breaches_on(self._lines, self._asked, self._notes):
            values["breaches"] = breaches
        if published := self._published():
            values["published"] = published
        self._notes.add(
            ("framework",), f"in force on {day_words(day)}; the page does not say when the assessment started"
        )
        return Draft(values, (*self._head(), *reading), self._notes)

    def _head(self) -> Iterator[str]:
        yield f"Imported from {self._name}, a published page of the Care Quality Commission (CQC)."
        yield "The page is the authority, not this file. Contains public sector information licensed under the Open"
        yield "Government Licence v3.0."
        for line in self._lines:
            if _OTHER_DATES.match(line.text) and day_in(line.text):
                yield f"The page says: {line.text}"

    def _found_sections(self) -> Iterator[_Section]:
        start = self._lines.index(self._scored) + 1 if self._scored else 0
        heads: dict[str, int] = {}
        for number, line in enumerate(self._lines):
            if (entry := self._asked.statements.get(slug(line.text))) and number >= start and _is_heading(line.text):
                heads[entry.id] = number
        if not heads:
            return
        order = sorted(heads.values())
        for number, at in enumerate(order):
            end = order[number + 1] if number + 1 < len(order) else len(self._lines)
            heading = self._lines[at]
            below = [line for line in self._lines[at + 1 : end] if not _FURNITURE.match(line.text)]
            yield _Section(self._asked.statements[slug(heading.text)], heading, below)

    def _statements(self, counted: Sequence[StatementEntry]) -> tuple[dict[str, Value], list[int]]:
        sections = {section.entry.id: section for section in self._sections}
        statements: dict[str, Value] = {}
        carried: list[int] = []
        for entry in counted:
            statement: dict[str, Value] = {}
            section = sections.get(entry.id)
            pointer = ("statements", entry.id)
            if section is None:
                statement["score_unknown"] = "The page does not show this statement"
                self._notes.add(pointer, f"{entry.title}: not found on the page")
            else:
                self._answer(section, statement, pointer, carried)
            statements[entry.id] = statement
        return statements, carried

    def _answer(self, section: _Section, statement: dict[str, Value], pointer: Pointer, carried: list[int]) -> None:
        found = _STATEMENT_SCORE.fullmatch(section.lines[0].text) if section.lines else None
        number = int(found[1]) if found else None
        told = section.lines[1:] if found else section.lines
        for line in told:
            if _STATEMENT_SCORE.fullmatch(line.text):
                self._notes.add(
                    pointer, f"line {line.number} of the page: a score that stands below no title of a statement"
                )
        missed = next((line for line in told if _NOT_LOOKED_AT.search(line.text)), None)
        if missed:
            statement["not_assessed"] = "CQC did not look at it in this assessment"
            if number:
                carried.append(number)
                self._notes.add(pointer, f"the page shows the score {number}, carried from the previous rating")
        elif number:
            statement["score"] = number
        else:
            statement["score_unknown"] = "The page shows no score for this statement"
            self._notes.add(
                pointer, f'look at line {section.heading.number} of the page: no "Score: 1" to "Score: 4" follows it'
            )
        if findings := paragraphs(told):
            statement["findings"] = findings

    def _summary(self) -> str:
        if not self._scored:
            return ""
        end = self._lines.index(self._scored)
        first = self._lines.index(self._report) + 1 if self._report else 0
        kept = [line for line in self._lines[first:end] if self._is_told(line)]
        own = self._lines[end]
        before = _SCORED.split(own.text)[0].rpartition(".")[0]
        told = [*kept, Line(own.number, f"{before}.", own.opens_paragraph)] if before else kept
        return paragraphs(told)

    def _is_told(self, line: Line) -> bool:
        """Tell whether a line above the statements is narrative: no title, no rating, no date, nothing of the frame."""
        text = line.text
        if slug(text) in self._asked.statements or text in _PARTS or Rating.parse(text) or _FURNITURE.match(text):
            return False
        return not _OTHER_DATES.match(text) and not _REPORT_FROM.search(text)

    def _published(self) -> dict[str, Value]:
        published: dict[str, Value] = {}
        if self._scored:
            published["score"] = int(_SCORED.search(self._scored.text)[1])  # type: ignore[index]  # it was found by it
        if rating := rating_on(self._lines, self._asked):
            published["rating"] = str(rating)
        return published

    def _first(self, pattern: re.Pattern[str]) -> Line | None:
        return next((line for line in self._lines if pattern.search(line.text)), None)


def _is_heading(text: str) -> bool:
    return not text.startswith(("-", "\u2022"))
