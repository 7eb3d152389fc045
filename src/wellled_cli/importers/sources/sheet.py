"""A self-assessment kept in a sheet: CSV, or Excel with the extra `xlsx`. A row a statement, a tab an assessment."""

from collections.abc import Iterator, Sequence

from wellled_cli.importers.given import Given
from wellled_cli.importers.sheet_assessment import SheetAssessment
from wellled_cli.importers.sheet_headings import EXPECTED, heading_row
from wellled_cli.importers.sheet_tables import Table, is_workbook, tables_of
from wellled_cli.importers.titles import asked_by
from wellled_cli.model.draft import Draft
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.slug import slug


def detect(content: bytes, name: str) -> bool:
    """Tell whether bytes are a sheet: by the ending of the name, or a heading row for statements and scores."""
    if name.casefold().endswith((".csv", ".xlsx", ".tsv")) or is_workbook(content):
        return True
    try:
        return any(heading_row(table.rows) is not None for table in tables_of(content, name).tables)
    except NotImportableError:
        return False


def read(content: bytes, name: str, given: Given) -> list[Draft]:
    """Give the assessments a sheet holds, one for each tab of statements.

    Raises NotImportableError for what is no such sheet, or says neither who was assessed nor when.
    """
    found = tables_of(content, name)
    headed = {table.title: at for table in found.tables if (at := heading_row(table.rows)) is not None}
    if not headed:
        message = f"{name}: expected {EXPECTED}; found no row with both headings"
        raise NotImportableError(" ".join((f"{message}.", *found.notes)) if found.notes else message)
    naming = {table.title for table in found.tables if _answers(table, given)}
    chosen = [table for table in found.tables if table.title in naming & set(headed)]
    chosen = chosen or [table for table in found.tables if table.title in headed]
    silent = [table for table in found.tables if table.title not in headed and not _answers(table, Given())]
    notes = [*found.notes, *_unread([table for table in found.tables if table not in [*chosen, *silent]], headed)]
    several = len(found.tables) > 1
    return [
        SheetAssessment(
            *(table.rows, headed[table.title], silent), f'{name}, tab "{table.title}"' if several else name, given
        ).draft(notes)
        for table in chosen
    ]


def _answers(table: Table, given: Given) -> bool:
    """Tell whether cells of a table name statements, those of the key question where it is given."""
    cells = {cell for row in table.rows for cell in row if cell}
    asked = asked_by(cells, given.day, given.key_question)
    return asked is not None and not {slug(cell) for cell in cells}.isdisjoint(asked.statements)


def _unread(tables: Sequence[Table], headed: dict[str, int]) -> Iterator[str]:
    for table in tables:
        why = "it names no statement that is asked for" if table.title in headed else "it has no headings for both"
        yield f'The tab "{table.title}" was not read: {why}.'
