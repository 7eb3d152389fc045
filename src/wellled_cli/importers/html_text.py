"""HTML to the text a reader sees: paragraphs and lists kept, nothing hidden and nothing that runs."""

import re
from collections import Counter
from collections.abc import Mapping

from wellled_cli.importers.html_tokens import End, Start, tokens
from wellled_cli.model.errors import NotImportableError

_HIDDEN = frozenset(
    ["script", "style", "template", "noscript", "head", "svg", "iframe", "object", "select", "textarea", "button"]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_PARAGRAPHS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "td", "th", "tr", "ul"),
    ]
)
_DEEPEST = 250
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_OF_HEAD = frozenset(["head", "title", "meta", "link", "script", "style", "base", "template", "noscript"])
_BOUNDS = frozenset(["button", "td", "th", "table", "caption", "object", "template", "svg", "select", "iframe"])
_LISTS = frozenset(["ul", "ol", "dl", "table"])
_TABLES = frozenset(["table"])
_ENDED_BY: Mapping[str, Mapping[str, frozenset[str]]] = {
    "li": {"li": _LISTS},
    "dt": {"dt": _LISTS, "dd": _LISTS},
    "dd": {"dt": _LISTS, "dd": _LISTS},
    "td": {"td": _TABLES, "th": _TABLES},
    "th": {"td": _TABLES, "th": _TABLES},
    "tr": {"tr": _TABLES},
}
"""What a tag ends by itself, and where the search for it stops."""
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:html|body|div|p|span|ul|ol|li|br|h[1-6]|strong|em|b|i|a|table)\b[^<>]*>", re.IGNORECASE
)


def is_html(text: str) -> bool:
    """Tell whether a text holds HTML markup."""
    return bool(_LOOKS_LIKE_HTML.search(text))


def text_of(markup: str) -> str:
    """Give the text of HTML: a paragraph a line with an empty line between, list items after a dash.

    Raises NotImportableError for elements nested deeper than any page has them.
    """
    reader = _Reader()
    for token in tokens(markup):
        if isinstance(token, Start):
            reader.open(token)
        elif isinstance(token, End):
            reader.close(token.name)
        else:
            reader.say(token.text)
    return reader.text()


class _Reader:
    """Collects the lines of what is shown."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._count = Counter[str]()
        self._hidden = 0

    def open(self, start: Start) -> None:
        tag = start.name
        self._end_what_may_be_left_open(tag)
        if tag not in _VOID:
            if len(self._open) >= _DEEPEST:
                raise NotImportableError(
                    f"found HTML with more than {_DEEPEST} elements in each other, expected a page"
                )
            is_title = tag == "button" and any(self._count[heading] for heading in _HEADINGS)
            is_hidden = (tag in _HIDDEN and not is_title) or _is_hidden(start.attributes)
            self._open.append((tag, is_hidden))
            self._count[tag] += 1
            self._hidden += is_hidden
        if tag == "br" and not self._hidden:
            self._end_line()
        elif tag in _PARAGRAPHS and not self._hidden:
            self._end_paragraph()
            self._line = ["- "] if tag == "li" else []
        if start.is_closed:
            self.close(tag)

    def close(self, tag: str) -> None:
        if not self._count[tag]:
            return
        if tag in _PARAGRAPHS or tag in _HIDDEN or tag == "body":
            self._close_through(tag)
        else:
            self._close(next(at for at in reversed(range(len(self._open))) if self._open[at][0] == tag))

    def _end_what_may_be_left_open(self, tag: str) -> None:
        """Close what HTML closes by itself before a tag: a paragraph, an item, a cell, the head."""
        if self._count["head"] and tag not in _OF_HEAD and not self._count["svg"]:
            self._close_to("head", frozenset())
        if tag in _PARAGRAPHS and self._count["p"]:
            self._close_to("p", _BOUNDS)
        for ended, bounds in _ENDED_BY.get(tag, {}).items():
            if self._count[ended]:
                self._close_to(ended, bounds)

    def _close_to(self, tag: str, bounds: frozenset[str]) -> None:
        """Close the last open element of a name with all within it, unless one of the bounds stands between."""
        for name, _ in reversed(self._open):
            if name == tag:
                self._close_through(tag)
                return
            if name in bounds:
                return

    def _close_through(self, tag: str) -> None:
        was_shown = not self._hidden
        while self._close() != tag:
            pass
        if was_shown and tag in _PARAGRAPHS:
            self._end_paragraph()

    def _close(self, at: int = -1) -> str:
        tag, is_hidden = self._open.pop(at)
        self._count[tag] -= 1
        self._hidden -= is_hidden
        return tag

    def say(self, text: str) -> None:
        if not self._hidden:
            self._line.append(text)

    def _end_line(self) -> None:
        line = " ".join("".join(self._line).split())
        if line and line != "-":
            self._lines.append(line)
        self._line = []

    def _end_paragraph(self) -> None:
        self._end_line()
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def text(self) -> str:
        self._end_paragraph()
        joined = "\n".join(self._lines).strip()
        return re.sub(r"(?m)^(- .*)\n\n(?=- )", r"\1\n", joined)


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if attributes.get("hidden", "until-found").casefold() != "until-found" or attributes.get("aria-hidden") == "true":
        return True
    return bool(_NOT_SHOWN.search(attributes.get("style", "")))
