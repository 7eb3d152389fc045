"""A tab of statements, and what is said about it, as an assessment."""

from collections.abc import Sequence
from datetime import date

from wellled_cli.importers.given import Given
from wellled_cli.importers.notes import Notes
from wellled_cli.importers.sheet_facts import Facts, day_of
from wellled_cli.importers.sheet_headings import EXPECTED, Rows, columns_of
from wellled_cli.importers.sheet_statements import Statements
from wellled_cli.importers.sheet_tables import Table
from wellled_cli.importers.titles import PartAsked, asked_by, scored_frameworks
from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.rating import Rating
from wellled_cli.model.slug import slug
from wellled_cli.model.wording import one_of


class SheetAssessment:
    """The rows of a table, its heading row among them, and the tabs that say who and when."""

    def __init__(self, rows: Rows, heading: int, tabs: Sequence[Table], where: str, given: Given) -> None:
        below = rows[heading + 1 :]
        columns = columns_of(rows[heading], below, where)
        self._where, self._given, self._notes = where, given, Notes()
        self._facts = Facts(rows[:heading], tabs)
        self._statements = Statements(below, heading + 2, columns, self._notes)
        if columns.unread:
            self._notes.add(("statements",), f"columns that were not read: {', '.join(columns.unread)}")

    def draft(self, reading: Sequence[str]) -> Draft:
        """Give the assessment.

        Raises NotImportableError where it is not known who was assessed, when, or in what.
        """
        about = self._about()
        asked = self._asked(about)
        values: dict[str, Value] = {"wellled": 1, "framework": asked.framework.id}
        level = self._level(asked)
        if asked.key_question:
            values |= {"key_question": asked.key_question.id, **({"level": level} if level else {})}
        values |= self._who()
        values["assessment"] = about
        if summary := self._facts.text("summary"):
            values["summary"] = summary
        values["statements"] = self._statements.values(asked, level)
        for note in self._facts.notes:
            self._notes.add(("assessment",), note)
        return Draft(values, (f"Imported from {self._where}.", *reading), self._notes)

    def _about(self) -> dict[str, Value]:
        about: dict[str, Value] = {"source": "self", "date": self._date()}
        if started := day_of(self._facts.text("started")):
            about["started"] = started
        else:
            self._facts.misread("started", "a day like 12 November 2024; the framework is chosen by the date instead")
        if assessor := self._facts.text("assessor"):
            about["assessor"] = assessor
        if previous := Rating.parse(self._facts.text("previous_rating")):
            about["previous_rating"] = str(previous)
        else:
            self._facts.misread("previous_rating", one_of(Rating))
        return about

    def _date(self) -> date:
        on, given = day_of(self._facts.text("date")), self._given.day
        if given:
            if on != given:
                self._facts.overruled("date", str(given))
            return given
        if on is None:
            fact = self._facts.get("date")
            found = f"{fact}, which is no day like 31 March 2026" if fact else "found no date of the assessment"
            raise self._unsaid(found, "--date")
        return on

    def _asked(self, about: dict[str, Value]) -> PartAsked:
        day = next(value for key in ("started", "date") if isinstance(value := about.get(key), date))
        titles = self._statements.titles
        named = asked_by(titles, day)
        said = self._facts.text("key_question", self._given.key_question)
        if not said:
            if named is None:
                raise NotImportableError(f"{self._where}: found none of CQC's quality statements, expected {EXPECTED}")
            return named
        asked = asked_by(titles, day, said)
        if asked is None or asked.key_question is None:
            frameworks = scored_frameworks(day)
            known = dict.fromkeys(each.id for framework in frameworks for each in framework.key_questions or [])
            raise NotImportableError(self._unfit("key_question", said, one_of(known)))
        if not {slug(title) for title in titles} & set(asked.statements):
            others = named.key_question.title if named and named.key_question else "no key question"
            expected = f"the one the rows answer, which name statements of {others}, none of {asked.key_question.title}"
            raise NotImportableError(self._unfit("key_question", said, expected))
        return asked

    def _level(self, asked: PartAsked) -> str | None:
        """Give the level that is said, or the one at which alone a statement counts that is named."""
        levels = asked.framework.levels
        if not levels:
            return None
        if said := self._facts.text("level", self._given.level):
            if said.casefold() not in levels:
                raise NotImportableError(self._unfit("level", said, one_of(levels)))
            return said.casefold()
        for title in self._statements.titles:
            entry = asked.statements.get(slug(title))
            if entry and entry.only_at:
                self._notes.add(("level",), f'worked out: "{title}" counts at the level {entry.only_at} alone')
                return entry.only_at
        return levels[0]

    def _unfit(self, key: str, said: str, expected: str) -> str:
        fact, option = self._facts.get(key), f"--{key.replace('_', '-')}"
        if fact is None or getattr(self._given, key) is not None:
            return f'{self._where}: {option}: found "{said}", expected {expected}'
        return f"{self._where}: {fact}, expected {expected}; correct it, or say it with {option}"

    def _unsaid(self, found: str, how: str) -> NotImportableError:
        return NotImportableError("; ".join((f"{self._where}: {found}; say it with {how}", *self._facts.notes)))

    def _who(self) -> dict[str, Value]:
        text, given = self._facts.text, self._given
        parts: dict[str, dict[str, Value]] = {
            "provider": {"name": text("provider", given.provider), "id": text("provider_id")},
            "service": {"name": text("service", given.service), "id": text("service_id"), "type": text("type")},
        }
        if not any(part["name"] or part["id"] for part in parts.values()):
            raise self._unsaid(
                "found nobody who was assessed", "--provider or --service, or in rows above the statements"
            )
        said = {key: {field: value for field, value in part.items() if value} for key, part in parts.items()}
        return {key: part for key, part in said.items() if part}
