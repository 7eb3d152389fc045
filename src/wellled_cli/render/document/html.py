"""Documents as one self-contained HTML page without a script; it reads on a phone and prints to A4."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files
from itertools import count

from wellled_cli.model.finding import Level
from wellled_cli.render.document import svg
from wellled_cli.render.document.parts import (
    Bars,
    Block,
    Bullets,
    Citations,
    Document,
    Facts,
    Headline,
    Prose,
    Scale,
    Section,
    Table,
)
from wellled_cli.render.visible import one_line

_ADDRESS = re.compile(r"https?://[^\s<>\"'\\]+")
_FEW_COLUMNS = 2
_DEEPEST = 6
_TAGGED = frozenset({*map(str, Level), "waived"})


def render(document: Document) -> str:
    """Give a document as an HTML page, ending in a line break."""
    return "\n".join(_Page(document).lines()) + "\n"


class _Page:
    """One page; it numbers its pictures."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pictures = count(1)

    def lines(self) -> Iterator[str]:
        title = _text(self._document.title)
        style = (files("wellled_cli.render.document") / "style.css").read_text(encoding="utf-8").strip()
        yield "<!doctype html>"
        yield '<html lang="en-GB">'
        yield f'<head>\n<meta charset="utf-8">\n<title>{title}</title>'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<style>\n{style}\n</style>\n</head>\n<body>\n<main>"
        yield f"<h1>{title}</h1>"
        yield from self._blocks(self._document.blocks)
        parts = [section for section in self._document.sections if section.sections]
        yield from self._sections(
            self._document.sections, 2, "file" if len(parts) > 1 and len(parts) == len(self._document.sections) else ""
        )
        yield "</main>\n</body>\n</html>"

    def _sections(self, sections: Sequence[Section], depth: int, kind: str = "") -> Iterator[str]:
        tag = f"h{min(depth, _DEEPEST)}"
        for section in sections:
            yield f"<section{f' class={chr(34)}{kind}{chr(34)}' if kind else ''}>"
            yield f"<{tag}>{_text(section.title)}</{tag}>"
            yield from self._blocks(section.blocks)
            yield from self._sections(section.sections, depth + 1)
            yield "</section>"

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Headline):
                yield f'<p class="headline">{_text(block.text)}</p>'
            elif isinstance(block, Prose):
                yield from (f"<p>{_text(paragraph)}</p>" for paragraph in block.paragraphs if paragraph.strip())
            elif isinstance(block, Bullets):
                yield from _list(_text(item) for item in block.items)
            elif isinstance(block, Citations):
                yield from _list(_citation(title, url) for title, url in block.items)
            elif isinstance(block, Facts):
                yield from _facts(block)
            elif isinstance(block, Bars | Scale):
                yield f"<figure>{svg.render(block, f'picture-{next(self._pictures)}')}</figure>"
            else:
                yield from _table(block)


def _list(items: Iterator[str]) -> Iterator[str]:
    yield "<ul>"
    yield from (f"<li>{item}</li>" for item in items)
    yield "</ul>"


def _citation(title: str, url: str | None) -> str:
    if url and _ADDRESS.fullmatch(url):
        return f'{_text(title)}: <a href="{escape(url)}">{_text(url)}</a>'
    return f"{_text(title)}: {_text(url)}" if url else _text(title)


def _facts(facts: Facts) -> Iterator[str]:
    yield f"<table>\n<caption>{_text(facts.caption)}</caption>\n<tbody>"
    for label, value in facts.items:
        yield f'<tr><th scope="row">{_text(label)}</th><td>{_text(value)}</td></tr>'
    yield "</tbody>\n</table>"


def _table(table: Table) -> Iterator[str]:
    wide = ' class="wide"' if len(table.columns) > _FEW_COLUMNS else ""
    yield f'<table{wide} role="table">\n<caption>{_text(table.caption)}</caption>'
    heads = (f'<th scope="col" role="columnheader"{_kind(name, table)}>{_text(name)}</th>' for name in table.columns)
    yield f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>\n<tbody role="rowgroup">'
    for row in table.rows:
        cells = (
            f'<td role="cell" data-label="{_text(name)}"{_kind(name, table)}>{_cell(text)}</td>'
            for name, text in zip(table.columns, row, strict=True)
        )
        yield f'<tr role="row">{"".join(cells)}</tr>'
    yield "</tbody>\n</table>"


def _kind(column: str, table: Table) -> str:
    return ' class="number"' if column in table.numbers else ""


def _cell(text: str) -> str:
    """Write a cell; a level is marked by its word and a colour, never by the colour alone."""
    return f'<span class="{text}">{text}</span>' if text in _TAGGED else _text(text)


def _text(text: str) -> str:
    return escape(one_line(text))
