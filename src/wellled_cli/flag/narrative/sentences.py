"""Text to sentences, as a reader would split it."""

import re
from collections.abc import Iterator

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*\u2022\u2023\u2013]|\(?\d{1,2}[.)])[^\S\n])")
_CLOSING = r"'\"\u201d\u2019)\]"
_STOPS = r".!?\u2026"
_END = re.compile(
    rf"[{_STOPS}](?<![{_STOPS}]{{2}})[{_STOPS}{_CLOSING}]{{0,30}}"
    r"(?=\s+[\"\u201c\u2018'(\[]*(?:[A-Z0-9\u00a3]|[-\u2022]\s))"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Rev|Sr|Jr|vs|cf|approx|e\.g|i\.e|[Dd]ept|[Gg]ovt)|\b[A-Z])$"
)
_BEFORE_A_NUMBER = re.compile(
    r"\b(?:[Nn]os?|[Rr]egs?|[Ff]igs?|[Pp]aras?|pp?|[Vv]ol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_MAY_END = re.compile(r"\b(?:etc|Ltd|Co|a\.m|p\.m)$")
_LONGEST = 2000
"""What is longer than any sentence is cut between words, so that reading takes no more than the length of a text."""
_BULLET = re.compile(r"\s*(?:[-*\u2022\u2023\u2013]|\(?\d{1,2}[.)])\s+|\s+")


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and end offset of each sentence, without blanks or a list mark before it."""
    start = 0
    for found in _PARAGRAPH.finditer(text):
        yield from _of_paragraph(text, start, found.start())
        start = found.end()
    yield from _of_paragraph(text, start, len(text))


def _of_paragraph(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in _END.finditer(text, start, end):
        before = text[max(start, found.start() - 8) : found.start()]
        if found.group().startswith(".") and _is_abbreviation(before, text, found.end()):
            continue
        yield from _cut(text, start, found.end())
        start = found.end()
    yield from _cut(text, start, end)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > 0 else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _is_abbreviation(before: str, text: str, after: int) -> bool:
    following = text[after : after + 8].lstrip()[:1]
    if _MAY_END.search(before):
        return not following.isupper()
    return bool(_ABBREVIATION.search(before)) or (following.isdigit() and bool(_BEFORE_A_NUMBER.search(before)))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if mark := _BULLET.match(text, start, end):
        start = mark.end()
    while end > start and text[end - 1].isspace():
        end -= 1
    if any(character.isalnum() for character in text[start:end]):
        yield start, end
