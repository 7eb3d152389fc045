"""The heading row of a sheet, and which of its columns holds what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from wellled_cli.importers.titles import asked_by
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.slug import slug

Rows: TypeAlias = Sequence[Sequence[str]]
EXPECTED = "a sheet with a heading row and a row a quality statement, with columns for the statement and its score"
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "statement": ("statement", "quality-statement", "qs", "title", "name", "standard"),
    "score": ("score", "our-score", "self-score", "rating-1-4", "score-1-4", "mark", "self-assessment-score"),
    "not_assessed": ("not-assessed-because", "not-assessed", "reason-not-assessed", "why-not-assessed", "reason"),
    "findings": (
        *("findings", "finding", "narrative", "commentary", "comments", "comment", "notes", "evidence", "rationale"),
        *("what-we-found", "strengths", "weaknesses", "what-we-do-well", "what-we-could-do-better", "observations"),
        *("areas-for-improvement", "areas-of-improvement", "areas-to-improve", "justification"),
    ),
}
_ROLES = {name: role for role, names in _HEADINGS.items() for name in names}
_LAST_HEADING = 20


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what, counted from 0."""

    statement: int
    score: int
    not_assessed: Sequence[int]
    findings: Sequence[int]
    unread: Sequence[str]
    """The columns that say something and are not read, in words."""


def heading_row(rows: Rows) -> int | None:
    """Give the position of the row with headings for the statement and its score; None where there is none."""
    return next((at for at, row in enumerate(rows[:_LAST_HEADING]) if {"statement", "score"} <= set(_roles(row))), None)


def columns_of(heading: Sequence[str], below: Rows, where: str) -> Columns:
    """Give which columns hold what.

    Raises NotImportableError where several could be the statement or its score.
    """
    roles = _roles(heading)
    naming = [at for at in roles["statement"] if asked_by(_column(below, at), None)]
    statement = naming if len(roles["statement"]) > 1 and naming else roles["statement"]
    for what, found in (("the statement", statement), ("the score", roles["score"])):
        if len(found) > 1:
            named = " and ".join(_named(heading, at) for at in found)
            raise NotImportableError(
                f"{where}: found several columns that could be {what}: {named}; expected one: rename the others"
            )
    findings, reasons = roles.get("findings", []), roles.get("not_assessed", [])
    read = {statement[0], roles["score"][0], *findings, *reasons}
    unread = [
        _named(heading, at)
        for at in range(max(map(len, (heading, *below))))
        if at not in read and any(cell.strip() for cell in _column(below, at))
    ]
    return Columns(statement[0], roles["score"][0], reasons, findings, unread)


def _roles(row: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, heading in enumerate(row):
        if role := _ROLES.get(slug(heading)):
            found.setdefault(role, []).append(at)
    return found


def _column(rows: Rows, at: int) -> Iterator[str]:
    return (row[at] for row in rows if at < len(row))


def _named(heading: Sequence[str], at: int) -> str:
    title = heading[at].strip() if at < len(heading) else ""
    return f'"{title}" in column {_letter(at)}' if title else f"column {_letter(at)}"


def _letter(at: int) -> str:
    return (_letter(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)  # noqa: PLR2004  the alphabet
