"""A self-assessment kept in a sheet: CSV, or Excel with the extra `xlsx`. A row a statement."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias
from zipfile import BadZipFile, ZipFile

from wellled_cli.importers.decoding import as_text
from wellled_cli.importers.given import Given
from wellled_cli.importers.titles import asked_by
from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.shape import day
from wellled_cli.model.slug import slug
from wellled_cli.model.source import Pointer

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

NumberedRows: TypeAlias = Sequence[tuple[int, Sequence[str]]]
EXPECTED = "a sheet with a heading row and a row a quality statement, with columns for the statement and its score"
_MOST_SHEETS, _MOST_ROWS, _MOST_COLUMNS = 20, 2_000, 100
_LARGEST_UNPACKED = 100_000_000
_ZIP = b"PK\x03\x04"
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "statement": ("statement", "quality-statement", "qs", "title", "name", "standard"),
    "score": ("score", "our-score", "self-score", "rating-1-4", "score-1-4", "mark", "self-assessment-score"),
    "not_assessed": ("not-assessed-because", "not-assessed", "reason-not-assessed", "why-not-assessed", "reason"),
    "findings": (
        "findings",
        "narrative",
        "commentary",
        "comments",
        "comment",
        "notes",
        "evidence",
        "rationale",
        "what-we-found",
    ),
}
_ABOUT: Mapping[str, tuple[str, ...]] = {
    "provider": ("provider", "provider-name", "organisation", "trust"),
    "provider_id": ("provider-id",),
    "service": ("service", "service-name", "location", "location-name", "home", "practice", "site"),
    "service_id": ("service-id", "location-id"),
    "type": ("service-type", "type"),
    "date": ("date", "assessment-date", "date-of-assessment"),
    "started": ("started", "start-date", "assessment-started"),
    "assessor": ("assessor", "assessed-by", "completed-by"),
    "previous_rating": ("previous-rating", "last-rating"),
    "key_question": ("key-question",),
    "level": ("level",),
    "summary": ("summary",),
}
_SCORE = re.compile(r"([1-4])(?:\.0+)?(?:\s*[-\u2013:(]?\s*[A-Za-z][^0-9]*)?")
_ENGLISH_DAY = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


def detect(content: bytes, name: str) -> bool:
    """Tell whether bytes are a sheet: by the ending of the name, or a heading row for statements and scores."""
    if name.casefold().endswith((".csv", ".xlsx", ".tsv")):
        return True
    try:
        rows = _csv_rows(content)
    except NotImportableError:
        return False
    return any({"statement", "score"} <= set(_columns(row)) for row in rows[:20])


def read(content: bytes, name: str, given: Given) -> list[Draft]:
    """Give the assessment a sheet holds.

    Raises NotImportableError for what is no such sheet, or says neither who was assessed nor when.
    """
    if content.startswith(_ZIP):
        tables, notes = _workbook(content, name), tuple[str, ...]()
    else:
        decoded = as_text(content, EXPECTED)
        tables, notes = {"the sheet": _csv_rows(content)}, tuple(decoded.notes)
    for title, rows in tables.items():
        for number, row in enumerate(rows[:20]):
            columns = _columns(row)
            if {"statement", "score"} <= set(columns):
                about = dict(_about(row for other, rows in tables.items() for row in rows if other != title))
                about |= dict(_about(rows[:number]))
                below = [*enumerate(rows[number + 1 :], start=number + 2)]
                return [_Sheet(columns, below, about, name, given).draft(notes)]
    raise NotImportableError(f"{name}: expected {EXPECTED}; found no row with both headings")


def _columns(row: Sequence[str]) -> dict[str, int]:
    """Give which column holds what, by the headings of a row."""
    found: dict[str, int] = {}
    for number, heading in enumerate(row):
        for column, names in _COLUMNS.items():
            if slug(heading) in names and column not in found:
                found[column] = number
    return found


def _about(rows: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Give what rows of a name and a value say about the assessment."""
    for row in rows:
        told = [cell for cell in row if cell.strip()]
        if len(told) == 2:  # noqa: PLR2004  a name and a value
            for key, names in _ABOUT.items():
                if slug(told[0].rstrip(": ")) in names:
                    yield key, told[1].strip()


def _csv_rows(content: bytes) -> list[list[str]]:
    text = as_text(content, EXPECTED).text
    heading = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=heading.count)
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error:
        raise NotImportableError(f"found text that is no CSV; expected {EXPECTED}") from None


def _workbook(content: bytes, name: str) -> dict[str, list[list[str]]]:
    if b"xl/workbook" not in content:
        raise NotImportableError(f"{name}: found an archive that is no Excel workbook; expected {EXPECTED}")
    if _unpacked(content) > _LARGEST_UNPACKED:
        raise NotImportableError(f"{name}: found a workbook that unpacks to more than any sheet; expected {EXPECTED}")
    try:
        from openpyxl import load_workbook
    except ImportError:
        message = f"{name}: Excel files need the extra xlsx: pip install 'wellled-cli[xlsx]'; or save the sheet as CSV"
        raise NotImportableError(message) from None
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return {sheet.title: _rows_of(sheet) for sheet in book.worksheets[:_MOST_SHEETS]}
    except Exception:  # noqa: BLE001  whatever the library stumbles over, the file is not one it reads
        raise NotImportableError(
            f"{name}: found an Excel workbook that cannot be opened; expected {EXPECTED}"
        ) from None


def _unpacked(content: bytes) -> int:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return sum(part.file_size for part in archive.infolist())
    except BadZipFile:
        return 0


def _rows_of(sheet: "Worksheet") -> list[list[str]]:
    """Give the rows of a sheet, no more of them than a self-assessment can have."""
    rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return str(value.date())
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


class _Sheet:
    """The rows below a heading, and what was said about them."""

    def __init__(
        self, columns: Mapping[str, int], rows: NumberedRows, about: Mapping[str, str], name: str, given: Given
    ) -> None:
        self._columns, self._rows, self._about, self._name, self._given = columns, rows, about, name, given
        self._notes: dict[Pointer, list[str]] = {}

    def draft(self, reading: Sequence[str]) -> Draft:
        """Give the assessment."""
        on = self._given.day or self._day("date")
        if on is None:
            raise NotImportableError(f"{self._name}: found no date of the assessment; say it with --date")
        started = self._day("started")
        names = [self._value(row, "statement") for _, row in self._rows]
        key_question = self._given.key_question or self._about.get("key_question")
        asked = asked_by(names, started or on, key_question)
        if asked is None:
            raise NotImportableError(f"{self._name}: found none of CQC's quality statements, expected {EXPECTED}")
        level = self._given.level or self._about.get("level", "").casefold() or "service"
        values: dict[str, Value] = {"wellled": 1, "framework": asked.framework.id}
        if asked.key_question:
            values |= {"key_question": asked.key_question.id, "level": level}
        values |= self._who()
        about: dict[str, Value] = {"source": "self", "date": on}
        if started:
            about["started"] = started
        if assessor := self._about.get("assessor"):
            about["assessor"] = assessor
        if previous := Rating.parse(self._about.get("previous_rating", "")):
            about["previous_rating"] = str(previous)
        values["assessment"] = about
        if summary := self._about.get("summary"):
            values["summary"] = summary
        values["statements"] = self._statements(asked.counted(level), asked.statements)
        return Draft(values, (f"Imported from {self._name}.", *reading), self._notes)

    def _who(self) -> dict[str, Value]:
        who: dict[str, Value] = {}
        provider = {"name": self._given.provider or self._about.get("provider"), "id": self._about.get("provider_id")}
        service = {
            "name": self._given.service or self._about.get("service"),
            "id": self._about.get("service_id"),
            "type": self._about.get("type"),
        }
        for key, part in (("provider", provider), ("service", service)):
            said: dict[str, Value] = {field: text for field, text in part.items() if text}
            if said:
                who[key] = said
        if not any(key in part for part in who.values() if isinstance(part, dict) for key in ("name", "id")):
            message = (
                "found nobody who was assessed; say it with --provider or --service, or in rows above the statements"
            )
            raise NotImportableError(f"{self._name}: {message}")
        return who

    def _statements(self, counted: Sequence[StatementEntry], known: Mapping[str, StatementEntry]) -> dict[str, Value]:
        rows: dict[str, tuple[int, Sequence[str]]] = {}
        for number, row in self._rows:
            title = self._value(row, "statement")
            entry = known.get(slug(title))
            if entry is None and title:
                self._note(("statements",), f'row {number}: "{title}" is no statement that counts here: left out')
            elif entry and entry.id in rows:
                self._note(("statements", entry.id), f"row {number} names it again: left out")
            elif entry:
                rows[entry.id] = (number, row)
        return {entry.id: self._statement(entry, *rows.get(entry.id, (0, ()))) for entry in counted}

    def _statement(self, entry: StatementEntry, number: int, row: Sequence[str]) -> dict[str, Value]:
        pointer = ("statements", entry.id)
        if not number:
            self._note(pointer, f"{entry.title}: the sheet has no row for it")
            return {"score_unknown": "The sheet has no row for this statement"}
        statement: dict[str, Value] = {}
        written, reason = self._value(row, "score"), self._value(row, "not_assessed")
        found = _SCORE.fullmatch(written)
        if found:
            statement["score"] = int(found[1])
            if reason:
                self._note(pointer, f'row {number}: also says it was not assessed: "{reason}"')
        elif reason and not written:
            statement["not_assessed"] = reason
        else:
            statement["score_unknown"] = "The sheet shows no score from 1 to 4 for this statement"
            self._note(
                pointer, f'look at row {number}: found "{written}" as the score' if written else f"look at row {number}"
            )
        if findings := self._value(row, "findings"):
            statement["findings"] = findings
        return statement

    def _value(self, row: Sequence[str], column: str) -> str:
        number = self._columns.get(column)
        return row[number].strip() if number is not None and number < len(row) else ""

    def _day(self, key: str) -> date | None:
        written = self._about.get(key, "")
        found = _ENGLISH_DAY.fullmatch(written)
        return day(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else written)

    def _note(self, pointer: Pointer, text: str) -> None:
        self._notes.setdefault(pointer, []).append(text)
