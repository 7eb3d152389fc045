"""What a comparison says, best first."""

from collections.abc import Iterator
from datetime import date

from wellled_cli import __version__
from wellled_cli.model.comparison import Comparison, Side
from wellled_cli.model.review import NOTICE
from wellled_cli.model.wording import day_words
from wellled_cli.render.document.changed_findings import changed_concerns, changed_records
from wellled_cli.render.document.changed_things import changed_registers, changed_result
from wellled_cli.render.document.parts import Block, Bullets, Document, Headline, Prose, Section, Table
from wellled_cli.render.headline import headline
from wellled_cli.render.words import SOURCES, question, rating_words, score_words, who

_NOTHING = "-"


def comparison_document(comparison: Comparison, today: date) -> Document:
    """Give a comparison as a document: how the result moved, what cannot be compared, then what changed."""
    sections = (
        *changed_result(comparison),
        *changed_concerns(comparison),
        *changed_registers(comparison),
        *changed_records(comparison),
        Section("How this was compared", (Prose((*_method(today), NOTICE)),)),
    )
    return Document(_title(comparison), tuple(_front(comparison)), sections)


def _title(comparison: Comparison) -> str:
    if any(caveat.grave for caveat in comparison.caveats):
        return "Two assessments compared"
    return f"What changed: {question(comparison.new.review)}: {who(comparison.new.said)}"


def _front(comparison: Comparison) -> Iterator[Block]:
    """Say on the first page what a reader who stops there must know."""
    yield from (Headline(caveat.text) for caveat in comparison.caveats if caveat.grave)
    yield Headline(headline(comparison))
    if caveats := [caveat.text for caveat in comparison.caveats if not caveat.grave]:
        yield Prose(("What cannot be compared, or has to be borne in mind:",))
        yield Bullets(tuple(caveats))
    yield _both(comparison.old, comparison.new)
    if counts := list(_counts(comparison)):
        columns = ("How many", "Changed", "New", "Gone", "As before", "Not compared")
        yield Table("What changed, counted", columns, counts, frozenset(columns[1:]))


def _both(old: Side, new: Side) -> Table:
    """Show the two beside each other; what is the same in both and stands in the title is left out."""
    was, now = dict(_facts(old)), dict(_facts(new))
    in_title = {"Assessed", "Key question"}
    rows = [
        (name, was[name], now[name])
        for name in was
        if {was[name], now[name]} != {_NOTHING} and not (name in in_title and was[name] == now[name])
    ]
    return Table("The two assessments", ("The two", "Old", "New"), rows)


def _facts(side: Side) -> Iterator[tuple[str, str]]:
    said, card = side.said, side.card
    yield "Assessed", who(said)
    yield "Key question", question(side.review)
    yield "Kind", SOURCES[said.assessment.source]
    yield "Date", day_words(said.assessment.date)
    yield "Framework", side.framework.id
    yield "File", side.review.path
    yield "Rating", rating_words(card.rating)
    yield "Score", score_words(card).removeprefix("score ") or _NOTHING
    yield "Band of the score", str(card.band) if card.limited_by else _NOTHING
    values = (said.published.score, said.published.rating) if said.published else ()
    yield "Published", ", ".join(str(value) for value in values if value is not None) or _NOTHING
    yield "Judged", f"{said.judgement.rating}: {said.judgement.reason}" if said.judgement else _NOTHING


def _counts(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    named = (
        ("Quality statements", comparison.statements),
        ("Limits of the rating", comparison.limits),
        ("Concerns", comparison.concerns),
        ("Gaps in the record", comparison.records),
        ("Measures", comparison.measures),
        ("Breaches", comparison.breaches),
        ("Actions", comparison.actions),
    )
    for name, part in named:
        counts = (len(part.altered), len(part.raised), len(part.cleared), part.unchanged, len(part.apart))
        if any(counts):
            yield name, *map(str, counts)


def _method(today: date) -> Iterator[str]:
    yield (
        f"Compared by wellled {__version__}; both files were looked at as of {day_words(today)}. Findings are compared "
        "by the concerns read in them, not word by word, and the evidence register by its gaps."
    )
