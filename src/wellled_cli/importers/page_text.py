"""The lines of a published page, and what each of them is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from wellled_cli.importers.html_text import is_html, text_of

_NAMES = [
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
]
_MONTHS = {name[:length]: number for number, name in enumerate(_NAMES, start=1) for length in (3, len(name))}
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\s+(\d{4})")
_BOLD = re.compile(r"(\*\*|__)(.+)\1")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page that says something, and its number in the text, counted from 1."""

    number: int
    text: str
    opens_paragraph: bool
    """Whether an empty line stands before it."""


def lines_of(text: str) -> Sequence[Line]:
    """Give the lines of a page that say something; of HTML, those of the text it shows; of bold ones, the words."""
    shown = text_of(text) if is_html(text) else text
    lines, gap = [], True
    for number, raw in enumerate(shown.splitlines(), start=1):
        words = _BOLD.sub(r"\2", " ".join(raw.split())) if _BOLD.fullmatch(raw.strip()) else " ".join(raw.split())
        if words:
            lines.append(Line(number, words, gap))
        gap = not words
    return lines


def day_in(text: str) -> date | None:
    """Give the first day written in a text like 20 February 2025; None where there is none."""
    for found in _DAY.finditer(text):
        month = _MONTHS.get(found[2].casefold())
        try:
            if month:
                return date(int(found[3]), month, int(found[1]))
        except ValueError:
            continue
    return None


def paragraphs(lines: Sequence[Line]) -> str:
    """Join lines as a narrative: a paragraph a line with an empty line between, list items kept together."""
    text = ""
    for line in lines:
        item = bool(re.match(r"[-*\u2022]\s", line.text))
        bare = re.sub(r"^[*\u2022]\s+", "- ", line.text)
        if not text:
            text = bare
        elif item:
            text += f"\n{bare}"
        elif line.opens_paragraph:
            text += f"\n\n{bare}"
        else:
            text += f" {bare}"
    return text


def sentences(lines: Sequence[Line]) -> Iterator[Line]:
    """Give the sentences of a text whose lines may be wrapped, each with the number of the line its paragraph opens."""
    runs: list[list[Line]] = []
    for line in lines:
        if line.opens_paragraph or not runs:
            runs.append([])
        runs[-1].append(line)
    for run in runs:
        for text in _SENTENCE_END.split(" ".join(line.text for line in run)):
            yield Line(run[0].number, text, opens_paragraph=True)


def flowing(lines: Sequence[Line]) -> str:
    """Give lines as one text to search, where a sentence may go on from line to line."""
    return " ".join(line.text for line in lines)
