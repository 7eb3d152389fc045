"""The rows of a sheet as statements: their scores, findings, or why they were not assessed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from wellled_cli.importers.notes import Notes
from wellled_cli.importers.sheet_headings import Columns, Rows
from wellled_cli.importers.titles import PartAsked
from wellled_cli.model.draft import Value
from wellled_cli.model.framework import Framework, StatementEntry
from wellled_cli.model.slug import slug

_SCORE = re.compile(r"([1-4])(?:\.0+)?(?:\s*[-\u2013\u2014:(]?\s*([A-Za-z][^0-9]*))?")


def score_in(text: str, framework: Framework) -> int | None:
    """Give the score a cell shows: a figure alone, or with words that the framework has for it; else None."""
    found, scoring = _SCORE.fullmatch(text), framework.scoring
    if not found or not scoring:
        return None
    score, words = int(found[1]), slug(found[2] or "")
    carried = scoring.unassessed.carried.items()
    meanings = [scoring.scale.words[found[1]], *(rating for rating, behind in carried if behind == score)]
    return score if not words or any(f"-{words}-" in f"-{slug(meaning)}-" for meaning in meanings) else None


@dataclass
class _Block:
    """A row that names something, and the rows below it that name nothing."""

    title: str
    rows: list[tuple[int, Sequence[str]]] = field(default_factory=list)

    def __str__(self) -> str:
        first, last = self.rows[0][0], self.rows[-1][0]
        return f"row {first}" if first == last else f"rows {first} to {last}"

    def texts(self, columns: Sequence[int]) -> Iterator[str]:
        """Give what stands in some columns, row by row."""
        return (text for _, row in self.rows for column in columns if (text := _cell(row, column)))


class Statements:
    """The rows below a heading as statements; what was left out is noted."""

    def __init__(self, rows: Rows, start: int, columns: Columns, notes: Notes) -> None:
        self._columns, self._notes = columns, notes
        self._blocks = list(self._blocks_of(rows, start))

    @property
    def titles(self) -> list[str]:
        """What the rows name."""
        return [block.title for block in self._blocks]

    def values(self, asked: PartAsked, level: str | None) -> dict[str, Value]:
        """Give the statements that count at a level."""
        counted, blocks = asked.counted(level), dict[str, _Block]()
        for block in self._blocks:
            entry = asked.statements.get(slug(block.title))
            if entry is None or entry not in counted:
                self._notes.add(("statements",), f'{block}: "{block.title}" is no statement that counts here: left out')
            elif first := blocks.get(entry.id):
                self._notes.add(("statements", entry.id), f"{block} names it again: read as one with {first}")
                first.rows.extend(block.rows)
            else:
                blocks[entry.id] = block
        return {entry.id: self._statement(entry, blocks.get(entry.id), asked.framework) for entry in counted}

    def _blocks_of(self, rows: Rows, start: int) -> Iterator[_Block]:
        block: _Block | None = None
        for number, row in enumerate(rows, start=start):
            if title := _cell(row, self._columns.statement):
                if block:
                    yield block
                block = _Block(title, [(number, row)])
            elif block and any(cell.strip() for cell in row):
                block.rows.append((number, row))
            else:
                if block:
                    yield block
                elif any(cell.strip() for cell in row):
                    self._notes.add(("statements",), f"row {number} stands below no statement: left out")
                block = None
        if block:
            yield block

    def _statement(self, entry: StatementEntry, block: _Block | None, framework: Framework) -> dict[str, Value]:
        pointer = ("statements", entry.id)
        if block is None:
            self._notes.add(pointer, f"{entry.title}: the sheet has no row for it")
            return {"score_unknown": "The sheet has no row for this statement"}
        (number, row), *below = block.rows
        written, reason = _cell(row, self._columns.score), " ".join(block.texts(self._columns.not_assessed))
        score, statement = score_in(written, framework), dict[str, Value]()
        others = [(at, text) for at, each in below if (text := _cell(each, self._columns.score))]
        differing = [(at, text) for at, text in others if score_in(text, framework) != score or not score]
        for at, text in differing:
            self._notes.add(pointer, f'row {at} shows "{text}" as the score too')
        several = bool(score) and any(score_in(text, framework) for _, text in differing)
        if score and not several:
            statement["score"] = score
            if reason:
                self._notes.add(pointer, f'row {number}: also says it was not assessed: "{reason}"')
        elif reason and not written and not others:
            statement["not_assessed"] = reason
        else:
            shown = "several scores" if several else "no score from 1 to 4"
            statement["score_unknown"] = f"The sheet shows {shown} for this statement"
            found = f': found "{written}" as the score' if written else ""
            self._notes.add(pointer, f"look at row {number}{found}")
            if reason:
                self._notes.add(pointer, f'row {number}: also says it was not assessed: "{reason}"')
        if findings := "\n\n".join(block.texts(self._columns.findings)):
            statement["findings"] = findings
        return statement


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""
