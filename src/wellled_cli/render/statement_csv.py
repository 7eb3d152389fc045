"""Reviews as CSV for spreadsheets and analysts: a row a statement; no text of a file can become a formula."""

import csv
import io
from collections.abc import Iterable, Iterator

from wellled_cli.model.assessment import Assessment
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Scorecard
from wellled_cli.render.cells import MARK, cell
from wellled_cli.render.document.narrative import narrative
from wellled_cli.render.document.parts import Block, Bullets, Prose
from wellled_cli.render.visible import one_line

COLUMNS = (
    *("path", "provider", "provider_id", "service", "service_id", "service_type", "date", "source", "framework"),
    *("key_question", "level", "statement", "title", "score", "status", "reason", "findings"),
    *("total", "maximum", "score_out_of_100", "band", "rating", "published_score", "published_rating"),
)


def render(reviews: Iterable[Review]) -> str:
    """Give the table with a mark by which Excel knows it as UTF-8, lines ending in a plain line break."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for review in reviews:
        if review.assessment and review.scorecard:
            writer.writerows(_rows(review, review.assessment, review.scorecard))
    return MARK + text.getvalue()


def _rows(review: Review, said: Assessment, card: Scorecard) -> Iterator[list[str]]:
    provider, service, published = said.provider, said.service, said.published
    who = (provider and provider.name, provider and provider.id)
    what = (service and service.name, service and service.id, service and service.type)
    framework = review.framework.id if review.framework else None
    key_question = review.key_question.id if review.key_question else None
    about = (said.assessment.date, said.assessment.source, framework, key_question, review.level)
    result = (card.total, card.maximum, card.score, card.band, card.rating)
    beside = (published and published.score, published and published.rating)
    for each in card.statements:
        statement = said.statements[each.id]
        reason = statement.not_assessed or statement.score_unknown
        findings = "\n\n".join(map(_unwrapped, narrative(statement.findings or "")))
        own = (each.id, each.title, each.score, each.status, one_line(reason or ""), findings)
        yield [cell(value) for value in (review.path, *who, *what, *about, *own, *result, *beside)]


def _unwrapped(block: Block) -> str:
    """Write a paragraph on one line, and a list with a line an item."""
    if isinstance(block, Prose):
        return "\n".join(map(one_line, block.paragraphs))
    return "\n".join(f"- {one_line(item)}" for item in block.items) if isinstance(block, Bullets) else ""
