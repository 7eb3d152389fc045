"""Reviews as tables for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from wellled_cli.model.finding import Finding, Kind, Level
from wellled_cli.model.framework import Framework
from wellled_cli.model.review import NOTICE, Review
from wellled_cli.model.scorecard import Scorecard
from wellled_cli.model.wording import day_words
from wellled_cli.render.visible import one_line
from wellled_cli.render.words import (
    CHOSEN_BY,
    SOURCES,
    beside,
    next_words,
    question,
    rating_words,
    score_meaning,
    score_words,
    who,
)

_LEVEL_STYLE = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}


class _Sink(StringIO):
    """Text in memory that claims the encoding it will be written with, so that boxes fit it."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]  # StringIO has no encoding of its own
        return self._encoding


def render(reviews: Iterable[Review], width: int, *, color: bool, encoding: str = "utf-8") -> str:
    """Give the tables of scored reviews at a width in characters, with colours or without, ending in a line break."""
    sink = _Sink(encoding)
    console = Console(
        file=sink,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for review in reviews:
        console.print(Group(*_review(review)), Text())
    console.print(Text(NOTICE, "italic"))
    return "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def _review(review: Review) -> Iterator[RenderableType]:
    card, framework = review.scorecard, review.framework
    if card is None or framework is None:
        return
    yield from _heading(review, framework)
    yield _result(review, card)
    yield _statements(card, framework)
    yield from _working(card, framework)
    yield from _findings("Concerns", review.of_kind(Kind.CONCERN))
    yield from _findings("Gaps in the record", review.of_kind(Kind.RECORD))


def _heading(review: Review, framework: Framework) -> Iterator[RenderableType]:
    said = review.assessment
    if said is None:
        return
    about = said.assessment
    yield Text(one_line(who(said)), "bold")
    yield Text(f"{question(review)}: {SOURCES[about.source]} of {day_words(about.date)}")
    yield Text(one_line(f"{framework.title} ({framework.id}, {CHOSEN_BY[review.chosen_by or 'file']})"), "dim")


def _result(review: Review, card: Scorecard) -> RenderableType:
    lines = [Text.assemble((rating_words(card.rating), "bold"), f"   {score_words(card)}")]
    lines += [Text(f"Limited: {limit.text}", "bold red") for limit in card.limited_by]
    if card.next:
        lines.append(Text(next_words(card)))
    lines += [Text(one_line(words)) for words in beside(review)]
    return Padding(Panel(Group(*lines), box=box.SQUARE, expand=False), (1, 0, 0, 0))


def _statements(card: Scorecard, framework: Framework) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column("Quality statement", ratio=None, overflow="fold")
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("What it says", overflow="fold")
    limiting = {limit.statement: limit.rule for limit in card.limited_by}
    for score in card.statements:
        rule = limiting.get(score.id)
        style = "bold red" if rule else ""
        words = score_meaning(score, framework)
        note = f"{words} <- limits the rating ({rule})" if rule else words
        number = "-" if score.score is None else str(score.score)
        table.add_row(Text(score.title, style), Text(number, style), Text(note, style))
    return Padding(table, (1, 0, 0, 0))


def _working(card: Scorecard, framework: Framework) -> Iterator[RenderableType]:
    if not card.steps:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column("How it was worked out", overflow="fold")
    table.add_column("Rule", no_wrap=True)
    table.add_column("Confidence", no_wrap=True)
    for step in card.steps:
        table.add_row(Text(step.text), Text(step.rule), Text(framework.rules[step.rule].confidence))
    yield Padding(table, (1, 0, 0, 0))


def _findings(title: str, findings: Sequence[Finding]) -> Iterator[RenderableType]:
    if not findings:
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column("Level", no_wrap=True)
    table.add_column(f"{title} ({len(findings)})", overflow="fold")
    table.add_column("Rule", overflow="fold")
    table.add_column("Line", justify="right", no_wrap=True)
    for finding in sorted(findings, key=lambda each: -each.level.rank):
        level = Text(finding.level, _LEVEL_STYLE[finding.level])
        table.add_row(level, Text(one_line(finding.message)), Text(finding.rule), Text(str(finding.place.line)))
    yield Padding(table, (1, 0, 0, 0))
