"""Documents as Markdown that reads well on GitHub; no text can become structure."""

import re
from collections.abc import Iterator, Sequence

from wellled_cli.render.document.parts import (
    Block,
    Bullets,
    Citations,
    Document,
    Facts,
    Headline,
    Prose,
    Section,
    Table,
)
from wellled_cli.render.visible import one_line

_ALWAYS = re.compile(r"[\\`*\[\]<$]|(?<![^\W_])_|_(?![^\W_])|~|&(?=#|\w+;)")
_LINE_START = re.compile(r"^(?:([#>+=-])|(\d{1,9})([.)]))")
_CLOSING = re.compile(r"#+$")
_ADDRESS = re.compile(r"https?://[^\s<>\\]+")
_AUTOLINK = re.compile(r"(?i)(?:https?|ftp|mailto|xmpp)(?=:)|www(?=\.)")


def render(document: Document) -> str:
    """Give a document as Markdown, ending in a line break."""
    parts = (_heading(document.title, 1), *_blocks(document.blocks), *_sections(document.sections, 2))
    return "\n\n".join(parts) + "\n"


def _sections(sections: Sequence[Section], depth: int) -> Iterator[str]:
    for section in sections:
        yield _heading(section.title, depth)
        yield from _blocks(section.blocks)
        yield from _sections(section.sections, depth + 1)


def _heading(title: str, depth: int) -> str:
    text = _CLOSING.sub(r"\\\g<0>", _text(title))
    return f"{'#' * depth} {text}"


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Headline):
            yield f"**{_text(block.text)}**"
        elif isinstance(block, Prose):
            yield from (_paragraph(paragraph) for paragraph in block.paragraphs if paragraph.strip())
        elif isinstance(block, Bullets):
            yield "\n".join(f"- {_paragraph(item)}" for item in block.items)
        elif isinstance(block, Citations):
            yield "\n".join(f"- {_citation(title, url)}" for title, url in block.items)
        elif isinstance(block, Facts):
            yield _table((block.caption, ""), [(label, value) for label, value in block.items], frozenset())
        elif isinstance(block, Table):
            yield _table(block.columns, block.rows, block.numbers)


def _citation(title: str, url: str | None) -> str:
    if url and _ADDRESS.fullmatch(url):
        return f"{_paragraph(title)}: <{url}>"
    return f"{_paragraph(title)}: {_text(url)}" if url else _paragraph(title)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: frozenset[str]) -> str:
    cells = [[_cell(text) for text in row] for row in (columns, *rows)]
    widths = [max(3, *(len(row[index]) for row in cells)) for index in range(len(columns))]
    right = [name in numbers for name in columns]
    rule = ("-" * (width - 1) + ":" if is_right else "-" * width for width, is_right in zip(widths, right, strict=True))
    lines = [_row(row, widths, right) for row in cells]
    return "\n".join((lines[0], f"| {' | '.join(rule)} |", *lines[1:]))


def _row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        cell.rjust(width) if is_right else cell.ljust(width)
        for cell, width, is_right in zip(cells, widths, right, strict=True)
    )
    return f"| {' | '.join(padded)} |"


def _cell(text: str) -> str:
    return _text(text).replace("|", "\\|")


def _paragraph(text: str) -> str:
    return _LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", _text(text))


def _text(text: str) -> str:
    return _AUTOLINK.sub(r"\g<0>\\", _ALWAYS.sub(lambda found: f"\\{found.group()}", one_line(text)))
