"""The page of a key question in a published report, as text copied from it or as saved HTML.

Two layouts are known: the early one, with the rating under the name of the key question, and that of 2025, with a
sentence that says how the rating changed. Pages of providers, locations and local authorities share them.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from wellled_cli.importers.decoding import as_text
from wellled_cli.importers.given import Given
from wellled_cli.importers.notes import Notes, rating_carried
from wellled_cli.importers.page_breaches import breaches_on
from wellled_cli.importers.page_facts import (
    REPORT_FROM,
    note_contradicted,
    previous_rating_on,
    rating_on,
    report_on,
    who_on,
)
from wellled_cli.importers.page_frame import is_furniture, is_other_date, without_contacts
from wellled_cli.importers.page_sections import (
    SCORE,
    SCORED,
    SCORED_SENTENCE,
    Section,
    heading_of,
    refuse_several,
    sections_of,
)
from wellled_cli.importers.page_text import Line, day_in, lines_of, paragraphs
from wellled_cli.importers.titles import PartAsked, asked_by
from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.slug import slug
from wellled_cli.model.source import Pointer
from wellled_cli.model.wording import day_words

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
        text = as_text(content, name, EXPECTED).text
    except NotImportableError:
        return False
    return bool(REPORT_FROM.search(text) or SCORED.search(text) or SCORE.search(text))


def read(content: bytes, name: str, given: Given) -> list[Draft]:
    """Give the assessment a page shows.

    Raises NotImportableError for what is no such page.
    """
    decoded = as_text(content, name, EXPECTED)
    try:
        return [_Page(lines_of(decoded.text), name, given).draft(decoded.notes)]
    except NotImportableError as fault:
        raise NotImportableError(f"{name}: {fault}") from fault


class _Page:
    """One page, found out from the front."""

    def __init__(self, lines: Sequence[Line], name: str, given: Given) -> None:
        self._name = name
        self._given = given
        self._notes = Notes()
        self._lines = list(without_contacts(lines, self._notes))
        self._scored = next((line for line in self._lines if SCORED.search(line.text)), None)
        self._report = report_on(self._lines, self._scored, given)
        self._day = day_in(self._report.text) if self._report else None
        asked = asked_by((line.text for line in self._lines), self._day or given.day)
        if asked is None or not (self._scored or self._report):
            raise NotImportableError(f"found none of CQC's quality statements, expected {EXPECTED}")
        self._asked: PartAsked = asked
        refuse_several(self._lines, asked)
        self._refuse_another_key_question()
        start = self._lines.index(self._scored) + 1 if self._scored else 0
        self._sections, foot = sections_of(self._lines, start, asked)
        if not any(section.lines for section in self._sections):
            raise NotImportableError(f"found titles of statements but nothing below them, expected {EXPECTED}")
        self._first = self._lines.index(self._sections[0].heading)
        self._refuse_scores_above()
        if foot:
            self._notes.add((), f"Left out from line {foot.number} of the page on: its foot")

    def _refuse_another_key_question(self) -> None:
        wanted, found = self._given.key_question, self._asked.key_question
        if wanted and slug(wanted) not in ({found.id, slug(found.title)} if found else set()):
            title = found.title if found else "a local authority"
            raise NotImportableError(
                f"found the page of {title}, expected that of {wanted}, as --key-question says: "
                "save that page, or leave the option out"
            )

    def _refuse_scores_above(self) -> None:
        above = next((line for line in self._lines[: self._first] if SCORE.fullmatch(line.text)), None)
        if above:
            raise NotImportableError(
                f'line {above.number}: found "{above.text}" above the first title, expected each score '
                "below the title of its statement: save the page again, or put the scores below the titles"
            )

    def draft(self, reading: Sequence[str]) -> Draft:
        day = self._day or self._given.day
        if day is None:
            raise NotImportableError(
                'found no "Report from ... assessment" with a day, expected one; say it with --date'
            )
        level = self._asked.level_named(section.entry.id for section in self._sections)
        counted = self._asked.counted(level)
        self._note_unheard(day, level)
        values: dict[str, Value] = {"wellled": 1, "framework": self._asked.framework.id}
        if self._asked.key_question:
            values |= {"key_question": self._asked.key_question.id, "level": level}
        values |= who_on(self._lines, self._report, self._asked, self._given, self._notes)
        about: dict[str, Value] = {"source": "published", "date": day}
        values["assessment"] = about
        if summary := self._summary():
            values["summary"] = summary
        values["statements"], carried = self._statements(counted)
        previous = previous_rating_on(self._above())
        note_contradicted(carried, previous, self._asked, self._notes)
        if before := previous or rating_carried(carried.values(), self._asked, self._notes):
            about["previous_rating"] = str(before)
        if breaches := breaches_on(self._narrative(), self._asked, self._notes):
            values["breaches"] = breaches
        if published := self._published():
            values["published"] = published
        self._notes.add(
            ("framework",), f"in force on {day_words(day)}; the page does not say when the assessment started"
        )
        return Draft(values, (*self._head(), *reading, *self._notes.pop((), [])), self._notes)

    def _note_unheard(self, day: date, level: str) -> None:
        """Note what the command line says and the page says otherwise."""
        if self._given.day not in {None, day}:
            self._notes.add(("assessment", "date"), f"the page says so; --date said {self._given.day}")
        if self._given.level not in {None, level}:
            self._notes.add(("level",), f"the statements of the page are those; --level said {self._given.level}")

    def _head(self) -> Iterator[str]:
        yield f"Imported from {self._name}, a published page of the Care Quality Commission (CQC)."
        yield "The page is the authority, not this file. Contains public sector information licensed under the Open"
        yield "Government Licence v3.0."
        for line in self._lines:
            if is_other_date(line.text):
                yield f"The page says: {line.text}"

    def _statements(self, counted: Sequence[StatementEntry]) -> tuple[dict[str, Value], dict[str, int]]:
        sections = {section.entry.id: section for section in self._sections}
        statements: dict[str, Value] = {}
        carried: dict[str, int] = {}
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

    def _answer(self, section: Section, statement: dict[str, Value], pointer: Pointer, carried: dict[str, int]) -> None:
        told = [line for line in section.told if not is_furniture(line.text)]
        for line in told:
            if SCORE.fullmatch(line.text):
                doubt = "a score that stands below no title: what is around it may belong to another statement"
                self._notes.add(pointer, f"line {line.number} of the page: {doubt}")
        if section.is_missed:
            statement["not_assessed"] = "CQC did not look at it in this assessment"
            if section.score:
                carried[section.entry.id] = section.score
                self._notes.add(pointer, f"the page shows the score {section.score}, carried from the previous rating")
        elif section.score:
            statement["score"] = section.score
            if said := section.missed_elsewhere:
                self._notes.add(pointer, f"scored all the same, as it does not name this statement: {said}")
        else:
            statement["score_unknown"] = "The page shows no score for this statement"
            self._notes.add(
                pointer, f'look at line {section.heading.number} of the page: no "Score: 1" to "Score: 4" follows it'
            )
        if findings := paragraphs(told):
            statement["findings"] = findings

    def _above(self) -> list[Line]:
        """Give the lines of this report above its statements."""
        return self._lines[self._opening() : self._first]

    def _opening(self) -> int:
        """Give where the report opens: after "Report from", else at the last name of the key question; else nowhere."""
        if self._report and (at := self._lines.index(self._report)) < self._first:
            return at + 1
        key_question = self._asked.key_question
        named = (
            at for at in reversed(range(self._first)) if key_question and slug(self._lines[at].text) == key_question.id
        )
        own = self._lines.index(self._scored) if self._scored else self._first
        return next(named, own)

    def _narrative(self) -> list[Line]:
        below = (line for section in self._sections for line in section.told)
        return [line for line in (*self._above(), *below) if self._is_told(line)]

    def _summary(self) -> str:
        """Give what is told above the statements, without the sentence of the score."""
        kept = [line for line in self._above() if self._is_told(line)]
        if not self._scored or self._scored not in kept:
            return paragraphs(kept)
        at = kept.index(self._scored)
        end = next((n for n in range(at + 1, len(kept)) if kept[n].opens_paragraph), len(kept))
        own = SCORED_SENTENCE.sub("", " ".join(line.text for line in kept[at:end]), count=1).strip()
        rest = [Line(self._scored.number, own, self._scored.opens_paragraph)] if own else []
        return paragraphs([*kept[:at], *rest, *kept[end:]])

    def _is_told(self, line: Line) -> bool:
        """Tell whether a line is narrative: no title, no rating, no date, nothing of the frame."""
        text = line.text
        is_title = slug(text) in self._asked.statements or heading_of(text) in self._asked.statements
        if is_title or text in _PARTS or Rating.parse(text) or is_furniture(text):
            return False
        return not is_other_date(text) and not REPORT_FROM.search(text)

    def _published(self) -> dict[str, Value]:
        published: dict[str, Value] = {}
        if self._scored and (found := SCORED.search(self._scored.text)):
            published["score"] = int(found[1])
        if rating := rating_on(self._above(), self._lines, self._asked, self._notes):
            published["rating"] = str(rating)
        if gaps := [word for word in ("score", "rating") if word not in published]:
            self._notes.add((), f"Look for the published {' and '.join(gaps)}: not found on the page")
        return published
