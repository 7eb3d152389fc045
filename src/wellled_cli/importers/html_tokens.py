"""HTML as tags and texts: parted as a browser parts them, in one pass over the page.

The parser of the standard library differs from one version of Python to the next, and the time it takes for tags that
never end grows with the square of their number.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import TypeAlias

_OPENING = re.compile(r"<(?:(?P<closes>/?)(?P<name>[a-zA-Z][^\s/>]*+)|[!?/])")
_ATTRIBUTE = re.compile(
    r"""(?P<gap>[\s/]*+)(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*+)"""
    r"""(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>(?!["'])[^\s>]*+))|(?!\s*+=)))"""
)
_COMMENT_END = re.compile("--!?>")
_RAW_END = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style")}
"""The end of elements in which nothing else is a tag."""
_FAR_REFERENCE = re.compile("&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
"""A reference to a character by a number beyond all that there are."""


@dataclass(frozen=True, slots=True)
class Text:
    """What stands between tags, with its references to characters resolved."""

    text: str


@dataclass(frozen=True, slots=True)
class Start:
    """A tag that opens an element; `is_closed` where it closes it too."""

    name: str
    attributes: Mapping[str, str]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class End:
    """A tag that closes an element."""

    name: str


Token: TypeAlias = Text | Start | End


def tokens(markup: str) -> Iterator[Token]:
    """Give the tags and texts of a page, those within scripts and styles left out.

    What follows a tag or a comment that never ends is none of it.
    """
    at = 0
    while opening := _OPENING.search(markup, at):
        yield from _text(markup[at : opening.start()])
        name = opening["name"]
        if name is None:
            at = _after_declaration(markup, opening.start())
            continue
        attributes, at, is_closed = _attributes(markup, opening.end())
        if not at:
            return
        name = name.lower()
        if opening["closes"]:
            yield End(name)
            continue
        yield Start(name, attributes, is_closed)
        if name in _RAW_END:
            end = _RAW_END[name].search(markup, at)
            at = end.start() if end else len(markup)
    yield from _text(markup[at:])


def _text(written: str) -> Iterator[Text]:
    if written:
        yield Text(_resolved(written))


def _resolved(written: str) -> str:
    return unescape(_FAR_REFERENCE.sub("\ufffd", written)) if "&" in written else written


def _attributes(markup: str, at: int) -> tuple[Mapping[str, str], int, bool]:
    """Give the attributes of a tag, where it ends, 0 where it never does, and whether it closes its element too."""
    found: dict[str, str] = {}
    while each := _ATTRIBUTE.match(markup, at):
        at = each.end()
        if each["end"]:
            return found, at, each["gap"].endswith("/")
        value = next((value for value in each.group("double", "single", "bare") if value is not None), "")
        found.setdefault(each["name"].lower(), _resolved(value))
    return found, 0, False


def _after_declaration(markup: str, start: int) -> int:
    """Give where a comment or declaration that starts somewhere has ended."""
    if markup.startswith(("<!-->", "<!--->"), start):
        return markup.index(">", start) + 1
    if markup.startswith("<!--", start):
        end = _COMMENT_END.search(markup, start + 4)
        return end.end() if end else len(markup)
    return markup.find(">", start) + 1 or len(markup)
