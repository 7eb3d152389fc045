"""What a published page says about itself: who, which day, which rating, what before."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from wellled_cli.importers.given import Given
from wellled_cli.importers.notes import Notes
from wellled_cli.importers.page_frame import is_contact, is_furniture, is_other_date
from wellled_cli.importers.page_text import Line, day_in, flowing
from wellled_cli.importers.titles import PartAsked
from wellled_cli.model.draft import Value
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.rating import Rating
from wellled_cli.model.slug import slug
from wellled_cli.model.wording import day_words

REPORT_FROM = re.compile(r"Report from (.{1,100}?) assessment", re.IGNORECASE)
_RATING = r"(?i:(outstanding|good|requires improvement|inadequate)\b)"
_OVERALL = re.compile(r"Overall\s*:\s*(.+)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?:At our last assessment,? we|previously) rated this key question (?:as )?{_RATING}")
_NOW = re.compile(
    r"(?:At this assessment,? the|The) rating (?:(?:of|for) (?P<subject>[\w ,-]{1,60}?) )?"
    r"(?:remains|remained|has remained|has changed to|changed to|is|has improved to|has deteriorated to) "
    rf"(?P<rating>{_RATING})"
)
_LONGEST_NAME = 150
_ORGANISATIONS = frozenset(["organisation", "service provider", "local authority"])
_NO_NAMES = re.compile(
    r"(?:[-\u2022*]|this is an organisation|important:|.*\binspection ratings)",
    re.IGNORECASE,
)
_AFTER_NAMES = re.compile(
    r"(?:overall\b|provided and run by|address\b|(?:flat |unit |po box )?\d+\w?,? \w|.*\d{5,}"
    r"|.*\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|on this page)",
    re.IGNORECASE,
)
_MOST_NAMES = 2


def report_on(lines: Sequence[Line], scored: Line | None, given: Given) -> Line | None:
    """Give the "Report from" line that belongs to the score: the one above it.

    Raises NotImportableError where there are several days above it and nobody said which.
    """
    above = lines[: lines.index(scored)] if scored else lines
    found = [line for line in above if REPORT_FROM.search(line.text)]
    found = found or [line for line in lines if REPORT_FROM.search(line.text)]
    days = sorted({day for line in found if (day := day_in(line.text))})
    if len(days) <= 1:
        return next((line for line in found if day_in(line.text)), next(iter(found), None))
    said = next((line for line in found if given.day and day_in(line.text) == given.day), None)
    if said is None:
        raise NotImportableError(
            f"found reports of several days ({', '.join(map(day_words, days))}), expected one: say which with --date"
        )
    return said


def who_on(
    lines: Sequence[Line], report: Line | None, asked: PartAsked, given: Given, notes: Notes
) -> dict[str, Value]:
    """Give provider and service as the head of a page names them, above its "Report from" line.

    Where the page names no provider, as those of locations do since 2025, the service stands alone. Where the head
    holds more lines than names, none is taken and a note says so.
    """
    head = lines[: lines.index(report)] if report else ()
    texts = [line.text for line in head if not REPORT_FROM.search(line.text) and not is_furniture(line.text)]
    names = [text for text in takewhile(lambda text: not _AFTER_NAMES.match(text), texts) if _is_name(text)]
    is_organisation = any(text.casefold().lstrip("-\u2022 ") in _ORGANISATIONS for text in texts)
    provider, service, kind = given.provider or _runs(texts), given.service, ""
    of_provider = not asked.key_question or is_organisation
    if len(names) > (1 if of_provider else _MOST_NAMES):
        if not (given.provider if of_provider else given.service):
            notes.add((), "The head of the page holds more than names: say who was assessed with --provider, --service")
    elif of_provider:
        provider = provider or next(iter(names), None)
    elif service is None and names:
        kind, service = names if len(names) > 1 else ("", names[0])
    who: dict[str, Value] = {}
    if provider:
        who["provider"] = {"name": provider}
    if service:
        who["service"] = {"name": service, **({"type": kind} if kind else {})}
    return who


def _runs(texts: Sequence[str]) -> str | None:
    """Give who the page says provides and runs the service."""
    at = next((at for at, text in enumerate(texts) if text.casefold().startswith("provided and run by")), None)
    if at is None:
        return None
    name = texts[at].partition(":")[2].strip() or next(iter(texts[at + 1 : at + 2]), "")
    return name if _is_name(name) else None


def _is_name(text: str) -> bool:
    if not text or text.casefold() in _ORGANISATIONS or _NO_NAMES.match(text) or is_contact(text):
        return False
    return len(text) <= _LONGEST_NAME and not text.endswith(".") and not is_other_date(text)


def rating_on(head: Sequence[Line], lines: Sequence[Line], asked: PartAsked, notes: Notes) -> Rating | None:
    """Give the rating: that of the sentence above the statements, else the line under the name of the key question.

    A local authority has no key question; there the overall rating is the one. Where the page says different ratings,
    none is taken and a note says which they are.
    """
    found = _NOW.finditer(flowing(head))
    told = [Rating(each["rating"].casefold()) for each in found if _is_about(each["subject"], asked)]
    shown = list(_shown_on(head, lines, asked))
    said = list(dict.fromkeys([*told, *shown]))
    if len(said) > 1:
        notes.add((), f"The page says different ratings, and none was taken: {', '.join(map(str, said))}")
        return None
    return next(iter(said), None)


def _is_about(subject: str | None, asked: PartAsked) -> bool:
    """Tell whether a rating is that of what was asked, by whose rating it is called; nobody's is the page's own."""
    part = asked.key_question
    own = {part.id, "key-question"} if part else {"local-authority", "authority"}
    return subject is None or re.sub("^(?:the|this|our)-", "", slug(subject)) in own


def _shown_on(head: Sequence[Line], lines: Sequence[Line], asked: PartAsked) -> Iterator[Rating]:
    if asked.key_question is None:
        words = (found[1] for line in lines if (found := _OVERALL.match(line.text)))
    else:
        words = (after.text for line, after in pairwise(head) if slug(line.text) == asked.key_question.id)
    yield from (rating for each in words if (rating := Rating.parse(each)))


def previous_rating_on(head: Sequence[Line]) -> Rating | None:
    """Give the rating before this one, where the text above the statements says it."""
    found = _BEFORE.search(flowing(head))
    return Rating(found[1].casefold()) if found else None


def note_contradicted(carried: Mapping[str, int], previous: Rating | None, asked: PartAsked, notes: Notes) -> None:
    """Note every carried score that is not what the previous rating on the page is carried as (N1)."""
    scoring = asked.framework.scoring
    due = scoring.unassessed.carried.get(previous) if scoring and previous else None
    for name, score in carried.items():
        if due and score != due:
            said = f"LOOK AT THE PAGE: it carries the score {score}, but its previous rating, {previous}, gives {due}"
            notes.add(("statements", name), said)
    if not due and len(set(carried.values())) > 1:
        notes.add((), "LOOK AT THE PAGE: its carried scores differ, though they come from one previous rating")
