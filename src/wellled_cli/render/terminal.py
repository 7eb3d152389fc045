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
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import NOTICE, Review
from wellled_cli.model.scorecard import Scorecard, StatementScore, Status
from wellled_cli.model.wording import day_words
from wellled_cli.render.visible import one_line

_LEVEL_STYLE = {Level.ERROR: "bold red", Level.WARNING: "yellow", Level.NOTE: "cyan"}
_CHOSEN_BY = {"option": "named on the command line", "file": "named in the file", "date": "in force when it started"}
_SOURCES = {
    "self": "self-assessment",
    "peer": "peer review",
    "mock": "mock inspection",
    "draft": "CQC's draft",
    "published": "published assessment",
}
_STATUS = {
    Status.CARRIED: "carried from the previous rating",
    Status.EXCLUDED: "not assessed, left out",
    Status.ZERO: "not assessed, counts as nothing",
    Status.UNKNOWN: "score not known",
}


_VERDICT = {
    True: "agrees with the computed result",
    False: "differs from the computed result",
    None: "cannot be compared, as the computed result is open",
}


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
        console.print(Group(*_review(review)))
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
    names = [name for part in (said.provider, said.service) if part and (name := part.name or part.id)]
    yield Text(one_line(", ".join(names)), "bold")
    level = f", {review.level} level" if review.level else ""
    question = f"{review.key_question.title}{level}: " if review.key_question else ""
    about = said.assessment
    yield Text(f"{question}{_SOURCES[about.source]} of {day_words(about.date)}")
    yield Text(f"{framework.title} ({framework.id}, {_CHOSEN_BY[review.chosen_by or 'file']})", "dim")


def _result(review: Review, card: Scorecard) -> RenderableType:
    lines = [Text.assemble((_rating_words(card.rating), "bold"), _score_words(card))]
    lines += [Text(f"Limited: {limit.text}", "bold red") for limit in card.limited_by]
    if card.next:
        points = "1 point" if card.next.points == 1 else f"{card.next.points} points"
        lines.append(Text(f"Next rating: {card.next.rating}, {points} away."))
    said = review.assessment
    if said and said.published:
        published = said.published
        values = ", ".join(str(value) for value in (published.score, published.rating) if value is not None)
        lines.append(Text(f"Published: {values}; {_VERDICT[card.agrees]}."))
    if said and said.judgement:
        text = f"Judged: {said.judgement.rating}, beside the computed rating. Reason: {said.judgement.reason}"
        lines.append(Text(one_line(text)))
    return Padding(Panel(Group(*lines), box=box.SQUARE, expand=False), (1, 0, 0, 0))


def _rating_words(rating: Rating | None) -> str:
    return str(rating).capitalize() if rating else "Rating open"


def _score_words(card: Scorecard) -> str:
    if card.score is None:
        return "" if card.maximum is None else "   score not known"
    return f"   score {card.score} out of 100   total {card.total} of {card.maximum}"


def _statements(card: Scorecard, framework: Framework) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
    table.add_column("Quality statement", ratio=None, overflow="fold")
    table.add_column("Score", justify="right", no_wrap=True)
    table.add_column("What it says", overflow="fold")
    limiting = {limit.statement: limit.rule for limit in card.limited_by}
    for score in card.statements:
        rule = limiting.get(score.id)
        style = "bold red" if rule else ""
        words = _score_meaning(score, framework)
        note = f"{words} <- limits the rating ({rule})" if rule else words
        number = "-" if score.score is None else str(score.score)
        table.add_row(Text(score.title, style), Text(number, style), Text(note, style))
    return Padding(table, (1, 0, 0, 0))


def _score_meaning(score: StatementScore, framework: Framework) -> str:
    if score.status in _STATUS:
        return _STATUS[score.status]
    words = framework.scoring.scale.words if framework.scoring else {}
    return words.get(str(score.score), "").removeprefix("Evidence shows ")


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
