"""The statements of a published page: where each stands, its score, and whether it was looked at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wellled_cli.importers.page_frame import opens_foot
from wellled_cli.importers.page_text import Line, flowing
from wellled_cli.importers.titles import PartAsked, siblings
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.slug import slug

SCORE = re.compile(r"Score\s*:\s*([1-4])(?!\d)", re.IGNORECASE)
SCORED = re.compile(r"scored (\d{1,3}) \(out of 100\)")
SCORED_SENTENCE = re.compile(
    r"(?:^|(?<=\.))[^.]*scored \d{1,3} \(out of 100\)[^.]*(?:\.|$)"
    r"(?:\s*Find out what we look at when we assess this area(?: and How we calculate these scores)?\.?)?"
)
_NOT_LOOKED_AT = re.compile(
    r"We did not look at (?P<what>[^.]{1,300}?) during this assessment\."
    r"(?P<carried> The score for this quality statement is based on the previous rating for)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")
_BULLETS = ("-", "\u2022", "*")


@dataclass(frozen=True)
class Section:
    """A statement of the page: its heading and the lines below it."""

    entry: StatementEntry
    heading: Line
    lines: Sequence[Line]

    @property
    def score(self) -> int | None:
        """The score right below the heading."""
        found = SCORE.fullmatch(self.lines[0].text) if self.lines else None
        return int(found[1]) if found else None

    @property
    def told(self) -> Sequence[Line]:
        """What stands below the score."""
        return self.lines[1:] if self.score else self.lines

    @property
    def is_missed(self) -> bool:
        """Whether the page says that CQC did not look at this statement."""
        return any(found["carried"] or _names(found["what"], self.entry) for found in self._not_looked_at())

    @property
    def missed_elsewhere(self) -> str | None:
        """The sentence on something within the statement that was not looked at, if there is one."""
        return next((found[0] for found in self._not_looked_at()), None)

    def _not_looked_at(self) -> Iterator[re.Match[str]]:
        return _NOT_LOOKED_AT.finditer(flowing(self.told))


def sections_of(lines: Sequence[Line], start: int, asked: PartAsked) -> tuple[list[Section], Line | None]:
    """Give the statements from a line on in the order of the page, and the line that opens its foot."""
    occurs = [
        (number, entry)
        for number, line in enumerate(lines)
        if number >= start and (entry := asked.statements.get(heading_of(line.text)))
    ]
    chosen: dict[str, int] = {}
    for entry in {entry.id: entry for _, entry in occurs}.values():
        places = [number for number, each in occurs if each.id == entry.id]
        scored = [number for number in places if _score_below(lines, number)]
        if len({_score_below(lines, number) for number in scored}) > 1:
            raise NotImportableError(
                f'found "{entry.title}" twice with different scores, expected it once: save one report by itself'
            )
        chosen[entry.id] = scored[0] if scored else _told_at(lines, places, asked)
    order = sorted(chosen.values())
    if not order:
        return [], None
    foot = next((at for at in range(order[-1] + 1, len(lines)) if opens_foot(lines[at].text)), None)
    ends = [*order[1:], len(lines) if foot is None else foot]
    sections = [
        Section(asked.statements[heading_of(lines[at].text)], lines[at], lines[at + 1 : end])
        for at, end in zip(order, ends, strict=True)
    ]
    return sections, None if foot is None else lines[foot]


def refuse_several(lines: Sequence[Line], asked: PartAsked) -> None:
    """Raise NotImportableError where a page holds the scores of more than one key question, or more than one report."""
    scored = {heading_of(line.text) for at, line in enumerate(lines) if _score_below(lines, at)}
    others = [
        part.key_question.title
        for part in siblings(asked)
        if part.key_question and scored & (set(part.statements) - set(asked.statements))
    ]
    if others and asked.key_question and scored & set(asked.statements):
        raise NotImportableError(
            f"found scores of several key questions ({', '.join([asked.key_question.title, *others])}), expected those "
            "of one: save each key question as a page of its own"
        )
    totals = sorted({found[1] for line in lines for found in SCORED.finditer(line.text)}, key=int)
    if len(totals) > 1:
        raise NotImportableError(
            f"found several scores out of 100 ({', '.join(totals)}), expected that of one key question: save each "
            "report as a page of its own"
        )


def heading_of(text: str) -> str:
    """Give a line as the slug of a heading, without its number, & in full; empty for an item of a list."""
    return "" if text.startswith(_BULLETS) else slug(_NUMBERED.sub("", text).replace("&", " and "))


def _score_below(lines: Sequence[Line], at: int) -> str | None:
    found = SCORE.fullmatch(lines[at + 1].text) if at + 1 < len(lines) else None
    return found[1] if found else None


def _told_at(lines: Sequence[Line], places: Sequence[int], asked: PartAsked) -> int:
    """Give the first place with a text below it rather than another title; the last where there is none."""
    told = (at for at in places if at + 1 < len(lines) and heading_of(lines[at + 1].text) not in asked.statements)
    return next(told, places[-1])


def _names(what: str, entry: StatementEntry) -> bool:
    return slug(what).removeprefix("the-").removeprefix("quality-statement-") in {slug(entry.title), entry.id}
