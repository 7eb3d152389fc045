"""Documents as Word files, with the extra `docx`: styles, header rows, table titles, language, page numbers."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import docx
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table as WordTable
from docx.table import _Row as Row
from docx.text.paragraph import Paragraph

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

_LANGUAGE = "en-GB"
_DEEPEST = 9
_TABLE_FONT = Pt(9)
_PAGE_WIDTH = 17.4
_CHARACTER, _MARGINS = 0.17, 0.45
_LONGEST_WORD, _LINE = 18, 60
"""In characters: more of a word may be broken, and a longer text has several lines anyway."""
_ABOUT = "About this assessment"
_EPOCH, _UNIX = (1980, 1, 1, 0, 0, 0), 3
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def render(document: Document, today: date) -> bytes:
    """Give the bytes of a Word file, the same for the same document whenever it is written.

    `today` stands in it as the day it was made.
    """
    word = docx.Document()
    _set_up(word, document.title, today)
    word.add_heading(_text(document.title), 0)
    _blocks(word, document.blocks)
    _sections(word, document.sections, 1)
    file = io.BytesIO()
    word.save(file)
    return _timeless(file)


def _timeless(file: io.BytesIO) -> bytes:
    """Pack a Word file anew, with nothing in it of the moment and machine it was written on."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as written, zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(written.namelist()):
            member = zipfile.ZipInfo(name, _EPOCH)
            member.create_system = _UNIX
            archive.writestr(member, written.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _set_up(word: WordDocument, title: str, today: date) -> None:
    properties = word.core_properties
    properties.title, properties.language, properties.author = _text(title)[:255], _LANGUAGE, "wellled"
    properties.created = properties.modified = datetime(today.year, today.month, today.day)  # noqa: DTZ001  a day
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10.5)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), _LANGUAGE)
    normal.element.get_or_add_rPr().append(language)
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(1.8)
    _page_number(section.footer.paragraphs[0])


def _page_number(paragraph: Paragraph) -> None:
    """Write "Page 1 of 9", counted by the program that shows the file."""
    for words, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        code = OxmlElement("w:fldSimple")
        code.set(qn("w:instr"), field)
        paragraph._p.append(code)  # noqa: SLF001  the library has no call for fields


def _sections(word: WordDocument, sections: Sequence[Section], depth: int) -> None:
    for section in sections:
        word.add_heading(_text(section.title), min(depth, _DEEPEST))
        _blocks(word, section.blocks)
        _sections(word, section.sections, depth + 1)


def _blocks(word: WordDocument, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if isinstance(block, Headline):
            word.add_paragraph().add_run(_text(block.text)).bold = True
        elif isinstance(block, Prose):
            _paragraphs(word, block.paragraphs)
        elif isinstance(block, Bullets):
            _paragraphs(word, block.items, "List Bullet")
        elif isinstance(block, Citations):
            _paragraphs(word, [f"{title}: {url}" if url else title for title, url in block.items], "List Bullet")
        elif isinstance(block, Facts):
            _table(word, Table(_ABOUT, ("What", "It says"), block.items))
        elif isinstance(block, Table):
            _table(word, block)


def _paragraphs(word: WordDocument, texts: Sequence[str], style: str | None = None) -> None:
    style_id = word.styles[style].style_id if style else None
    for text in texts:
        if text.strip():
            paragraph = word.add_paragraph(_text(text))
            if style_id:  # set by its id: by its name the library goes through all styles for each paragraph
                paragraph._p.style = style_id  # noqa: SLF001  the library has no call for that


def _table(word: WordDocument, table: Table) -> None:
    """Write a table under its caption; its heads come back on every page, and no row is cut."""
    caption = word.add_paragraph(_text(table.caption), style="Caption")
    caption.paragraph_format.keep_with_next = True
    grid = word.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.autofit = False
    _entitle(grid, table.caption)
    widths = [Cm(width) for width in _widths(table)]
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = width
    _fill(grid.rows[0], table.columns, widths, "w:tblHeader", bold=True)
    for texts in table.rows:
        _fill(grid.add_row(), texts, widths, "w:cantSplit")
    word.add_paragraph()


def _fill(row: Row, texts: Sequence[str], widths: Sequence[Cm], mark: str, *, bold: bool | None = None) -> None:
    for cell, text, width in zip(row.cells, texts, widths, strict=True):
        cell.width = width
        run = cell.paragraphs[0].add_run(_text(text))
        run.bold, run.font.size = bold, _TABLE_FONT
    row._tr.get_or_add_trPr().append(OxmlElement(mark))  # noqa: SLF001  the library has no call for header rows


def _widths(table: Table) -> list[float]:
    """Share the width of the page, in centimetres: room for the longest word of each column, then by what it says."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    words = [max((len(word) for text in column for word in text.split()), default=1) for column in columns]
    least = [_MARGINS + _CHARACTER * min(length, _LONGEST_WORD) for length in words]
    weights = [min(max(map(len, column)), _LINE) for column in columns]
    rest = max(_PAGE_WIDTH - sum(least), 0.0)
    return [width + rest * weight / (sum(weights) or 1) for width, weight in zip(least, weights, strict=True)]


def _entitle(grid: WordTable, title: str) -> None:
    for name in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(name)
        element.set(qn("w:val"), _text(title))
        grid._tbl.tblPr.append(element)  # noqa: SLF001  the library has no call for titles of tables


def _text(text: str) -> str:
    return one_line(text).translate(_FORBIDDEN)
