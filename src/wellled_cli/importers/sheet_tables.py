"""The tables of a CSV file or an Excel workbook, as text."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZipFile

from wellled_cli.importers.decoding import as_text, kind_of
from wellled_cli.importers.sheet_headings import EXPECTED, Rows, heading_row
from wellled_cli.model.errors import NotImportableError

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_MOST_SHEETS, _MOST_ROWS, _MOST_COLUMNS = 20, 2_000, 100
_LARGEST_UNPACKED, _MOST_CELLS = 30_000_000, 500_000
_ZIP = b"PK\x03\x04"
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet under the title of its tab."""

    title: str
    rows: Rows


@dataclass(frozen=True, slots=True)
class Tables:
    """Tables, and what has to be said about how they were read."""

    tables: Sequence[Table]
    notes: Sequence[str]


def is_workbook(content: bytes) -> bool:
    """Tell whether bytes look like an Excel workbook."""
    return content.startswith(_ZIP) and b"xl/workbook" in content


def tables_of(content: bytes, name: str) -> Tables:
    """Give the tables some bytes hold; those of hidden tabs are left out.

    Raises NotImportableError where they hold none.
    """
    if content.startswith(_ZIP):
        return _workbook(content, name)
    decoded = as_text(content, name, EXPECTED)
    try:
        candidates = (_csv_rows(decoded.text, delimiter) for delimiter in _DELIMITERS)
        rows = next((rows for rows in candidates if heading_row(rows) is not None), [])
    except csv.Error:
        raise NotImportableError(f"{name}: found text that is no CSV; expected {EXPECTED}") from None
    return Tables([Table("", rows)], decoded.notes)


def _csv_rows(text: str, delimiter: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))


def _workbook(content: bytes, name: str) -> Tables:
    if not is_workbook(content):
        raise NotImportableError(f"{name}: found {kind_of(content)}; expected {EXPECTED}")
    if _is_huge(content):
        raise NotImportableError(f"{name}: found a workbook that unpacks to more than any sheet; expected {EXPECTED}")
    try:
        from openpyxl import load_workbook
    except ImportError:
        message = f"{name}: Excel files need the extra xlsx: pip install 'wellled-cli[xlsx]'; or save the sheet as CSV"
        raise NotImportableError(message) from None
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"][:_MOST_SHEETS]
        return Tables([Table(sheet.title, _rows_of(sheet)) for sheet in shown], [*_left_out(book, shown)])
    except Exception:  # noqa: BLE001  whatever the library stumbles over, the file is not one it reads
        raise NotImportableError(
            f"{name}: found an Excel workbook that cannot be opened; expected {EXPECTED}"
        ) from None


def _is_huge(content: bytes) -> bool:
    """Tell whether an archive unpacks to more than any sheet has; of one that cannot be opened it is said later."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if sum(part.file_size for part in parts) > _LARGEST_UNPACKED:
                return True
            sheets = (archive.read(part) for part in parts if part.filename.startswith("xl/worksheets/"))
            return sum(sheet.count(b"<c") for sheet in sheets) > _MOST_CELLS
    except Exception:  # noqa: BLE001  whatever is wrong with the archive, whoever opens it next says so
        return False


def _rows_of(sheet: "Worksheet") -> list[list[str]]:
    """Give the rows of a sheet, no more of them than a self-assessment can have."""
    rows = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS)
    return [[_text(cell) for cell in row] for row in rows]


def _left_out(book: "Workbook", shown: Sequence["Worksheet"]) -> Iterator[str]:
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            yield f'The hidden tab "{sheet.title}" was not read.'
        elif sheet not in shown:
            yield f'The tab "{sheet.title}" was not read: only the first {_MOST_SHEETS} are.'
        elif (sheet.max_row or 0) > _MOST_ROWS or (sheet.max_column or 0) > _MOST_COLUMNS:
            yield f'Of the tab "{sheet.title}" the first {_MOST_ROWS:,} rows and {_MOST_COLUMNS} columns were read.'


def _text(cell: "Cell | MergedCell") -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return str(value.date())
    if isinstance(value, int | float) and "%" in cell.number_format:
        return f"{value * 100:g}%"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
