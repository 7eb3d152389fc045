"""What a saved page holds around its report: links, cookies, other dates, its foot, and how to reach people."""

import re
from collections.abc import Iterator, Sequence

from wellled_cli.importers.notes import Notes
from wellled_cli.importers.page_text import Line

_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?:\s+[A-Z][a-z]+)?(?:\s+\d{4})?"
_OTHER_DATE = re.compile(
    r"(?i:date of assessment|updated|published|last updated|page last updated)(?i:\s+on)?\s*:?\s*"
    rf"{_DAY}(?:\s*(?:to|and|-|\u2013|,)\s*{_DAY})*\.?"
)
_FURNITURE = re.compile(
    r"on this page|contents|back to top|print this page|share this page|previous|next|skip to main content|menu|search"
    r"|home|cqc|care quality commission|previous reports|find out what we look at when we assess this area\.?"
    r"|(?:and )?how we calculate these scores\.?"
    r"|(?:was|is) this page useful\??|cookies|cookies on \S+|we use (?:some )?(?:essential )?cookies to .+"
    r"|(?:accept|reject|manage|view)(?: all| additional| essential)?(?: cookies)?|hide this message",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"related (?:pages|links|content)|see also|back to top|print this page|share this page|previous|next"
    r"|(?:was|is) this page useful\??|help us improve(?: this (?:page|website|service))?|cookies|about us"
    r"|contact us(?:\s*:.*)?|who runs this service|follow us(?: on .+)?"
    r"|(?:\u00a9|\(c\)) ?(?:care quality commission|crown copyright).*",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:registered manager|nominated individual|manager(?=\s*:))\b[\s:\u2013-]*(?P<rest>.*)", re.IGNORECASE
)
_REACH = re.compile(
    r"(?:contact details|contact us|call us|telephone|tel|phone|fax|e-?mail)\b[\s:\u2013-]*(?P<rest>.*)", re.IGNORECASE
)
_REACHABLE = re.compile(r"[^\s@]{1,100}@[^\s@]{1,100}\.\w{1,30}|[+\d][\d ()]{8,}")
_PERSON = re.compile(r"\s*(?:(?:Mrs?|Ms|Miss|Dr|Prof)\b\.?.*|[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019.-]*){1,3})")
_HOLDS_OFFICE = re.compile(rf"{_PERSON.pattern} is (?:the|our) (?:registered manager|nominated individual)\.?")


def is_other_date(text: str) -> bool:
    """Tell whether a line is one of the dates of a page and nothing else, like "Updated 30 May 2024"."""
    return bool(_OTHER_DATE.fullmatch(text))


def is_furniture(text: str) -> bool:
    """Tell whether a line is exactly one of the links and labels that stand around every report."""
    return bool(_FURNITURE.fullmatch(text))


def opens_foot(text: str) -> bool:
    """Tell whether a line is one that the foot of a page opens with."""
    return bool(_FOOT.fullmatch(text))


def is_contact(text: str) -> bool:
    """Tell whether a line names a person by office, or says how to reach somebody, and is no sentence of a report."""
    text = text.lstrip("-*\u2022 ")
    if _REACHABLE.fullmatch(text) or _HOLDS_OFFICE.fullmatch(text):
        return True
    if found := _OFFICE.match(text):
        return not found["rest"] or bool(_PERSON.fullmatch(found["rest"]) or _REACHABLE.search(found["rest"]))
    found = _REACH.match(text)
    return bool(found and (not found["rest"] or _REACHABLE.search(found["rest"])))


def without_contacts(lines: Sequence[Line], notes: Notes) -> Iterator[Line]:
    """Give the lines without those that name people by office or say how to reach them; a note tells of each."""
    is_named_next = False
    for line in lines:
        if is_contact(line.text) or (is_named_next and _PERSON.fullmatch(line.text)):
            office = _OFFICE.match(line.text)
            is_named_next = bool(office and not office["rest"])
            notes.add((), f"Left out line {line.number} of the page: a person, or how to reach somebody")
        else:
            is_named_next = False
            yield line
