"""What a published page says about itself: who, which rating, what before, which breaches."""

import re
from collections.abc import Sequence
from itertools import pairwise

from wellled_cli.importers.given import Given
from wellled_cli.importers.notes import Notes
from wellled_cli.importers.page_text import Line
from wellled_cli.importers.titles import Asked
from wellled_cli.model.draft import Value
from wellled_cli.model.rating import Rating
from wellled_cli.model.slug import slug

_OVERALL = re.compile(r"Overall\s*:\s*(.+)", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:At our last assessment, we|previously) rated this key question (\w[\w ]*?)(?:[.,]|$)", re.IGNORECASE
)
_NOW = re.compile(
    r"the rating (?:remains|remained|has remained|has changed to|changed to|is|has improved to|has deteriorated to) "
    r"(\w[\w ]*?)(?:[.,]|$)",
    re.IGNORECASE,
)
_BREACH = re.compile(
    r"(?:was|is|were) in breach of (?:the )?(?:legal )?regulations? (?:in relation to|relating to|for|on) (.+?)\."
)
_LONGEST_NAME = 150
_ORGANISATIONS = frozenset(["organisation", "service provider", "local authority"])
_NO_NAMES = re.compile(
    r"(?:[-\u2022]|this is an organisation|important:|overall\b|.*\binspection ratings|(?:tel|phone|address)\b|.*\d{5,}"
    r"|.*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|on this page|contents|cqc$|care quality commission$|home$|menu$|search$)",
    re.IGNORECASE,
)


def _is_name(text: str) -> bool:
    if text.casefold() in _ORGANISATIONS or _NO_NAMES.match(text):
        return False
    return len(text) <= _LONGEST_NAME and not text.endswith(".")


def who_on(lines: Sequence[Line], report: Line | None, asked: Asked, given: Given) -> dict[str, Value]:
    """Give provider and service as the head of a page names them, above its "Report from" line.

    Where the page names no provider, as those of locations do since 2025, the service stands alone.
    """
    texts = [line.text for line in (lines[: lines.index(report)] if report else ())]
    runs = next((at for at, text in enumerate(texts) if text.casefold().startswith("provided and run by")), None)
    names = [text for text in texts[:runs] if _is_name(text)]
    provider, service, kind = given.provider, given.service, ""
    if provider is None and runs is not None:
        provider = texts[runs].partition(":")[2].strip() or next(iter(texts[runs + 1 : runs + 2]), None)
    if not asked.key_question or any(text.casefold().lstrip("-\u2022 ") in _ORGANISATIONS for text in texts):
        provider = provider or next(iter(names), None)
    elif service is None and names:
        kind, service = names[:2] if len(names) > 1 else ("", names[0])
    who: dict[str, Value] = {}
    if provider:
        who["provider"] = {"name": provider}
    if service:
        who["service"] = {"name": service, **({"type": kind} if kind else {})}
    return who


def rating_on(lines: Sequence[Line], asked: Asked) -> Rating | None:
    """Give the rating: that of the sentence, else the line under the name of the key question.

    A local authority has no key question; there the overall rating is the one.
    """
    told = (Rating.parse(found[1]) for line in lines if (found := _NOW.search(line.text)))
    if rating := next((rating for rating in told if rating), None):
        return rating
    if asked.key_question is None:
        overall = (Rating.parse(found[1]) for line in lines if (found := _OVERALL.match(line.text)))
        return next((rating for rating in overall if rating), None)
    parts = (Rating.parse(after.text) for line, after in pairwise(lines) if slug(line.text) == asked.key_question.id)
    return next((rating for rating in parts if rating), None)


def previous_rating_on(lines: Sequence[Line]) -> str | None:
    """Give the rating before this one, where the page says it."""
    said = (Rating.parse(found[1]) for line in lines if (found := _BEFORE.search(line.text)))
    return next((str(rating) for rating in said if rating), None)


def breaches_on(lines: Sequence[Line], asked: Asked, notes: Notes) -> list[Value]:
    """Give the breaches a page names by the name of a regulation, each with a note on its line."""
    numbers = {slug(name): number for number, name in asked.framework.regulations.items()}
    breaches: list[Value] = []
    for line in lines:
        for found in _BREACH.finditer(line.text):
            for part in re.split(r",| and (?=\w)", found[1]):
                if number := numbers.get(slug(part)):
                    said = f"line {line.number} of the page; whether it still holds is not known"
                    notes.add(("breaches", len(breaches)), said)
                    breaches.append({"regulation": number, "status": "current", "text": found.group()})
    return breaches
