"""The narratives of CQC's API: HTML or plain text, whatever the field."""

import html
import re

from wellled_cli.importers.html_text import text_of

UNREADABLE = "\ufffd"
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#\w{1,8}|[A-Za-z]\w{1,31});")
_TAG = (
    r"</?(?:[a-z]+:[a-z]+|h[1-6]|[abipqsu]|abbr|address|article|aside|big|blockquote|body|br|button|caption|center|cite"
    r"|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|figcaption|figure|font|footer|form|head|header|hr|html|iframe"
    r"|img|input|ins|label|li|link|main|mark|meta|nav|noscript|object|ol|option|pre|script|section|select|small|span"
    r"|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|tt|ul|wbr)"
    r"""(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)|\s+hidden)*\s*/?>"""
)
_MARKUP = re.compile(rf"{_TAG}|<[!?][a-z\[][^<>]*>", re.IGNORECASE)
_BRACKET = re.compile(rf"({_MARKUP.pattern})|<", re.IGNORECASE)


def readable(text: str) -> str:
    """Put the mark for what cannot be read in the place of characters that are no text."""
    return _NO_TEXT.sub(UNREADABLE, text)


def narrative(value: object) -> str:
    """Give the text of a narrative: without the markup of HTML, but with all words in angle brackets that are none."""
    if not isinstance(value, str):
        return ""
    value = _without_comments(value)
    if not _MARKUP.search(value):
        paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", value))
        plain = "\n\n".join(part for part in paragraphs if part)
        return readable(_ENTITY.sub(lambda entity: html.unescape(entity.group()), plain))
    return readable(text_of(_BRACKET.sub(lambda bracket: bracket[1] or "&lt;", value)))


def _without_comments(markup: str) -> str:
    *closed, rest = markup.split("-->")
    parts = ((chunk.partition("<!--"), chunk) for chunk in closed)
    return "".join(before if opened else f"{chunk}-->" for (before, opened, _), chunk in parts) + rest
