"""The breaches of regulations that a published page reports."""

import re
from collections.abc import Mapping, Sequence

from wellled_cli.importers.notes import Notes
from wellled_cli.importers.page_text import Line, sentences
from wellled_cli.importers.titles import PartAsked
from wellled_cli.model.draft import Value

_BREACH = re.compile(r"\bin breach of (?P<held>.+)|\bbreach(?:es)? of (?P<found>.*?\bregulations?\b.*)", re.IGNORECASE)
_ENDED = re.compile(r"\bno longer\b|\bnot in breach\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"\bprevious(?:ly)?\b|\blast (?:assessment|inspection)\b|\bhad been in breach\b",
    re.IGNORECASE,
)
_STILL = re.compile(r"\b(?:still|remain\w*|continu\w*|repeat\w*|ongoing)\b", re.IGNORECASE)
_NUMBERS = re.compile(
    r"\bregulations? (\d{1,2}A?\b(?:\(\w+\))*(?:(?:, and |, | and )\d{1,2}A?\b(?:\(\w+\))*)*)", re.IGNORECASE
)
_NUMBER = re.compile(r"(?<!\()\b(\d{1,2}A?)\b(?!\))", re.IGNORECASE)
_NAMED = re.compile(r"\bregulations? (?:in relation to|relating to|regarding|for|on) (.+)", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:\s|,|;|\band\b|\bthe\b)*", re.IGNORECASE)


def breaches_on(lines: Sequence[Line], asked: PartAsked, notes: Notes) -> list[Value]:
    """Give the breaches a page reports by the name or number of a regulation, each with a note on its line.

    A breach that the page tells of as past, and one of a regulation that is not known, is noted instead.
    """
    breaches: dict[str, Value] = {}
    for sentence in sentences(lines):
        found = _BREACH.search(sentence.text)
        if not found:
            continue
        where = f"line {sentence.number} of the page"
        if _is_past(sentence.text):
            notes.add((), f"{where}: a breach told of as past was not taken as current: {sentence.text}")
            continue
        numbers, unread = _regulations(found["held"] or found["found"], asked.framework.regulations)
        if unread or not numbers:
            notes.add(
                (), f"{where}: look whether a breach is missing, not every regulation was recognised in: {found[0]}"
            )
        for number in numbers:
            if number not in breaches:
                notes.add(("breaches", len(breaches)), f"{where}; whether it still holds is not known")
                breaches[number] = {"regulation": number, "status": "current", "text": sentence.text}
    return list(breaches.values())


def _is_past(text: str) -> bool:
    return bool(_ENDED.search(text) or (_BEFORE.search(text) and not _STILL.search(text)))


def _regulations(what: str, regulations: Mapping[str, str]) -> tuple[list[str], str]:
    """Give the numbers of the regulations named, and what was left unread."""
    if listed := _NUMBERS.search(what):
        numbers = [number.upper() for number in _NUMBER.findall(listed[1])]
        known = [number for number in numbers if number in regulations]
        return known, "" if known == numbers else what
    named = _NAMED.search(what)
    return _by_name(named[1].rstrip(" .!?"), regulations) if named else ([], what)


def _by_name(text: str, regulations: Mapping[str, str]) -> tuple[list[str], str]:
    longest_first = sorted(regulations.items(), key=lambda each: len(each[1]), reverse=True)
    numbers: list[str] = []
    rest = _without_opening(text)
    while rest:
        number, name = next((each for each in longest_first if _opens(rest, each[1])), ("", ""))
        if not number:
            return numbers, rest
        numbers.append(number)
        rest = _without_opening(rest[len(name) :])
    return numbers, ""


def _opens(text: str, name: str) -> bool:
    return text.casefold().startswith(name.casefold()) and not text[len(name) : len(name) + 1].isalnum()


def _without_opening(text: str) -> str:
    return _BETWEEN.sub("", text, count=1)
