"""HTML to the text a reader sees: paragraphs and lists kept, nothing hidden and nothing that runs."""

import re
from html.parser import HTMLParser

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
_MARKED_SECTION = re.compile(r"<!\[.*?(?:>|\Z)", re.DOTALL)
"""Declarations like <![if ...]>, which say nothing to a reader and which the parser stumbles over."""
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(
    r"</?(?:html|body|div|p|span|ul|ol|li|br|h[1-6]|strong|em|b|i|a|table)\b[^<>]*>", re.IGNORECASE
)


def is_html(text: str) -> bool:
    """Tell whether a text holds HTML markup."""
    return bool(_LOOKS_LIKE_HTML.search(text))


def text_of(markup: str) -> str:
    """Give the text of HTML: a paragraph a line with an empty line between, list items after a dash."""
    reader = _Reader()
    reader.feed(_MARKED_SECTION.sub("", markup))
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    """Collects the lines of what is shown."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._line = ""
        self._hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden or tag in _HIDDEN or _is_hidden(dict(attrs)):
            if tag not in _VOID:
                self._hidden.append(tag)
            return
        if tag == "br":
            self._end_line()
        elif tag in _PARAGRAPHS:
            self._end_paragraph()
            if tag == "li":
                self._line = "- "

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            while self._hidden.pop() != tag:
                pass
        elif not self._hidden and tag in _PARAGRAPHS:
            self._end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line += re.sub(r"\s+", " ", data)

    def _end_line(self) -> None:
        line = " ".join(self._line.split())
        if line and line != "-":
            self._lines.append(line)
        self._line = ""

    def _end_paragraph(self) -> None:
        self._end_line()
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def text(self) -> str:
        self._end_paragraph()
        joined = "\n".join(self._lines).strip()
        return re.sub(r"(?m)^(- .*)\n\n(?=- )", r"\1\n", joined)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return bool(_NOT_SHOWN.search(attributes.get("style") or ""))
