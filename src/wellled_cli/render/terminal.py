"""Reviews as tables for a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table as TextTable
from rich.text import Text

from wellled_cli.model.assessment import Assessment
from wellled_cli.model.finding import Finding, Kind, Level
from wellled_cli.model.framework import Framework
from wellled_cli.model.overall import RatedService
from wellled_cli.model.review import BARE_SCORES, NOTICE, Review
from wellled_cli.model.scorecard import Scorecard, Step
from wellled_cli.model.wording import day_words
from wellled_cli.render.document.parts import (
    Block,
    Bullets,
    Citations,
    Document,
    Facts,
    Headline,
    Prose,
    Section,
    Table,
)
from wellled_cli.render.topics import concerns_table, strengths_table
from wellled_cli.render.visible import one_line
from wellled_cli.render.words import (
    CHOSEN_BY,
    SOURCES,
    beside,
    next_words,
    outcome,
    overall_words,
    question,
    rating_words,
    score_meaning,
    score_words,
    who,
)

_NEVER_SPLIT = frozenset({"Id", "Rule", "Confidence", "Level"})
_LEVEL_STYLE = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}


class _Sink(StringIO):
    """Text in memory that claims the encoding it will be written with, so that boxes fit it."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]  # StringIO has no encoding of its own
        return self._encoding


def render(
    reviews: Iterable[Review],
    width: int,
    *,
    color: bool,
    encoding: str = "utf-8",
    services: Iterable[RatedService] = (),
) -> str:
    """Give the tables of scored reviews and the overall ratings of services, ending in a line break.

    `width` is in characters; `encoding` is what the text will be written in.
    """
    shown = [part for review in reviews for part in (*_review(review), Text())]
    shown += [part for service in services for part in (*_overall(service), Text())]
    return _printed((*shown, Text(NOTICE, "italic")), width, color=color, encoding=encoding)


def render_document(document: Document, width: int, *, color: bool, encoding: str = "utf-8") -> str:
    """Give a document at a width in characters, with colours or without, ending in a line break."""
    parts = (Text(one_line(document.title), "bold"), *_blocks(document.blocks), *_sections(document.sections))
    return _printed(parts, width, color=color, encoding=encoding)


def _printed(parts: Iterable[RenderableType], width: int, *, color: bool, encoding: str) -> str:
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
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in sink.getvalue().split("\n"))


def _sections(sections: Sequence[Section]) -> Iterator[RenderableType]:
    for section in sections:
        yield Padding(Text(one_line(section.title), "bold underline"), (1, 0, 0, 0))
        yield from _blocks(section.blocks)
        yield from _sections(section.sections)


def _blocks(blocks: Sequence[Block]) -> Iterator[RenderableType]:
    for block in blocks:
        if isinstance(block, Headline):
            yield Padding(Text(one_line(block.text), "bold"), (1, 0, 0, 0))
        elif isinstance(block, Prose):
            yield from (Padding(Text(one_line(paragraph)), (1, 0, 0, 0)) for paragraph in block.paragraphs)
        elif isinstance(block, Facts):
            yield _table(("", ""), block.items, show_header=False)
        elif isinstance(block, Table):
            yield _table(block.columns, block.rows, block.numbers)
        elif isinstance(block, Bullets | Citations):
            yield Padding(_list(block), (1, 0, 0, 0))


def _list(block: Bullets | Citations) -> RenderableType:
    grid = TextTable.grid(padding=(0, 1))
    for item in block.items:
        words = item if isinstance(item, str) else ", ".join(part for part in item if part)
        grid.add_row(Text("-"), Text(one_line(words), overflow="fold"))
    return grid


def _table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: frozenset[str] = frozenset(),
    *,
    show_header: bool = True,
) -> RenderableType:
    table = _plain_table(show_header=show_header)
    for name in columns:
        table.add_column(
            name, justify="right" if name in numbers else "left", overflow="fold", no_wrap=name in _NEVER_SPLIT
        )
    for row in rows:
        table.add_row(*(Text(one_line(cell), _style(cell)) for cell in row))
    return Padding(table, (1, 0, 0, 0))


def _style(cell: str) -> str:
    return _LEVEL_STYLE[Level(cell)] if cell in set(Level) else ""


def _plain_table(*, show_header: bool = True) -> TextTable:
    return TextTable(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, show_header=show_header)


def _review(review: Review) -> Iterator[RenderableType]:
    card, said, framework = review.scorecard, review.assessment, review.framework
    if card is None or said is None or framework is None:
        return
    yield from _heading(review, said, framework)
    yield _result(review, card)
    yield from _blocks(list(concerns_table(review)))
    yield _statements(card, said, framework)
    yield from _working(card, framework)
    yield from _blocks(list(strengths_table(review)))
    yield from _measures(said)
    yield from _findings("Gaps in the record", review.of_kind(Kind.RECORD))


def _overall(service: RatedService) -> Iterator[RenderableType]:
    yield Text(one_line(overall_words(service)), "bold")
    framework = service.reviews[0].framework
    if framework:
        yield _steps(service.overall.steps, framework)


def _heading(review: Review, said: Assessment, framework: Framework) -> Iterator[RenderableType]:
    about = said.assessment
    yield Text(one_line(who(said)), "bold")
    if review.path == BARE_SCORES:
        yield Text(one_line(question(review)))
    else:
        yield Text(one_line(f"{question(review)}: {SOURCES[about.source]} of {day_words(about.date)}"))
        yield Text(one_line(f"File: {review.path}"), "dim")
    yield Text(one_line(f"{framework.title} ({framework.id}, {CHOSEN_BY[review.chosen_by or 'file']})"), "dim")


def _result(review: Review, card: Scorecard) -> RenderableType:
    lines = [Text.assemble((rating_words(card.rating), "bold"), f"   {score_words(card)}")]
    lines += [Text(one_line(f"Limited: {limit.text}"), "bold red") for limit in card.limited_by]
    if card.next:
        lines.append(Text(next_words(card)))
    lines += [Text(one_line(words)) for words in beside(review)]
    return Padding(Panel(Group(*lines), box=box.SQUARE, expand=False), (1, 0, 0, 0))


def _statements(card: Scorecard, said: Assessment, framework: Framework) -> RenderableType:
    table = _plain_table()
    table.add_column("Quality statement", overflow="fold")
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("What it says", overflow="fold")
    limiting = {limit.statement: limit.rule for limit in card.limited_by}
    for score in card.statements:
        rule = limiting.get(score.id)
        style = "bold red" if rule else ""
        words = score_meaning(score, said.statements[score.id], framework)
        note = f"{words} <- limits the rating ({rule})" if rule else words
        number = "-" if score.score is None else str(score.score)
        table.add_row(Text(one_line(score.title), style), Text(number, style), Text(one_line(note), style))
    return Padding(table, (1, 0, 0, 0))


def _measures(said: Assessment) -> Iterator[RenderableType]:
    if said.measures:
        rows = [(each.name, each.amount(each.value), each.wanted, outcome(each)) for each in said.measures]
        yield _table(("Measure", "Value", "Own target", "Outcome"), rows, frozenset({"Value"}))


def _working(card: Scorecard, framework: Framework) -> Iterator[RenderableType]:
    if card.steps:
        yield _steps(card.steps, framework)
        yield Text("Confidence: how sure it is that CQC scores so. wellled explain RULE says more.", "dim")


def _steps(steps: Sequence[Step], framework: Framework) -> RenderableType:
    rows = [(step.text, step.rule, framework.rules[step.rule].confidence) for step in steps]
    return _table(("How it was worked out", "Rule", "Confidence"), rows)


def _findings(title: str, findings: Sequence[Finding]) -> Iterator[RenderableType]:
    if not findings:
        return
    table = _plain_table()
    table.add_column("Level", no_wrap=True)
    table.add_column(f"{title} ({len(findings)})", overflow="fold")
    table.add_column("Rule", overflow="fold")
    table.add_column("Line", justify="right", no_wrap=True)
    for finding in sorted(findings, key=lambda each: -each.level.rank):
        level = Text(finding.level, _LEVEL_STYLE[finding.level])
        table.add_row(
            level, Text(one_line(finding.message)), Text(one_line(finding.rule)), Text(str(finding.place.line))
        )
    yield Padding(table, (1, 0, 0, 0))
