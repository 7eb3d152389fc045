"""What the rows above the statements, and tabs without statements, say about an assessment."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wellled_cli.importers.page_text import day_in
from wellled_cli.importers.sheet_headings import Rows
from wellled_cli.importers.sheet_tables import Table
from wellled_cli.model.shape import day
from wellled_cli.model.slug import slug

_NAMES: Mapping[str, tuple[str, ...]] = {
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
_KEYS = {name: key for key, names in _NAMES.items() for name in names}
_DAY_IN_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_DAY_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+),?\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class Fact:
    """A name, the value beside it, and where they stand."""

    name: str
    value: str
    place: str

    def __str__(self) -> str:
        """Say it as a person finds it in the sheet."""
        return f'{self.place}: "{self.name}" says "{self.value}"'


class Facts:
    """Facts by what they tell; the first of each counts, and `notes` say what was not understood."""

    def __init__(self, above: Rows, tabs: Sequence[Table]) -> None:
        self._facts: dict[str, Fact] = {}
        self.notes: list[str] = []
        for number, row in enumerate(above, start=1):
            self._read(row, f"row {number}", every=True)
        for tab in tabs:
            for number, row in enumerate(tab.rows, start=1):
                self._read(row, f'tab "{tab.title}", row {number}', every=False)

    def get(self, key: str) -> Fact | None:
        """Give a fact, if it is there."""
        return self._facts.get(key)

    def text(self, key: str, given: str | None = None) -> str:
        """Give the value of a fact, or what was given instead of it; empty where there is neither."""
        fact = self.get(key)
        if given is None:
            return fact.value if fact else ""
        if fact and slug(given) != slug(fact.value):
            self.overruled(key, given)
        return given

    def overruled(self, key: str, given: str) -> None:
        """Note that something else was given instead of a fact, if it is there."""
        if fact := self.get(key):
            self.notes.append(f'{fact}: left out, as "{given}" was said beside it')

    def misread(self, key: str, expected: str) -> None:
        """Note that a fact, if it is there, is not what was expected."""
        if fact := self.get(key):
            self.notes.append(f"{fact}: left out; expected {expected}")

    def _read(self, row: Sequence[str], place: str, *, every: bool) -> None:
        told = [cell.strip() for cell in row if cell.strip()]
        if len(told) == 1 and ":" in told[0]:
            told = [part for each in told[0].split(":", 1) if (part := each.strip())]
        names = told[::2]
        if len(told) % 2 == 0 and all(slug(name) in _KEYS for name in names):
            for name, value in zip(names, told[1::2], strict=True):
                self._add(Fact(name, value, place))
        elif len(told) > 1 and slug(told[0]) in _KEYS:
            self.notes.append(f'{place}: "{told[0]}" has more than one value beside it: left out')
        elif len(told) > 1 and every:
            self.notes.append(f'{place}: "{told[0]}" is nothing that is read here: left out')

    def _add(self, fact: Fact) -> None:
        first = self._facts.setdefault(_KEYS[slug(fact.name)], fact)
        if first.value != fact.value:
            self.notes.append(f'{fact}: left out, as {first.place} says "{first.value}"')


def day_of(text: str) -> date | None:
    """Read a day as people write it: 2024-11-12, 12/11/2024 or 12 November 2024; None where it is none."""
    if figures := _DAY_IN_FIGURES.fullmatch(text):
        return day(f"{figures[3]}-{figures[2]:0>2}-{figures[1]:0>2}")
    if words := _DAY_IN_WORDS.fullmatch(text):
        return day_in(" ".join(words.groups()))
    return day(text)
