"""Files that cannot be imported are called what they are, with what to do about them."""

import gzip
import io
import zipfile
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cli.command import Command

pytestmark = pytest.mark.usefixtures("folder")


def packed(*names: str) -> bytes:
    """Give a zip archive with some files in it."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


def word() -> bytes:
    """Give a Word file."""
    file = io.BytesIO()
    docx.Document().save(file)
    return file.getvalue()


KINDS = {
    # the file, what it is called, and what to do with it
    "report.pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF", "copy its text"),
    "report.txt": (b"%PDF-1.4 by another name", "a PDF", "copy its text"),
    "notes.docx": (word(), "a Word file", "save it as plain text"),
    "slides.pptx": (packed("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint file", "text file"),
    "sheet.ods": (packed("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument", ".csv"),
    "pages.zip": (packed("page.html"), "a zip archive", "unpack it"),
    "old.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file, or one with a password", "save it as .xlsx"),
    "notes.rtf": (b"{\\rtf1\\ansi x}", "a rich text file", "plain text"),
    "page.webarchive": (b"bplist00\xd1\x01\x02", "a web archive of Safari", "page source"),
    "photo.png": (b"\x89PNG\r\n\x1a\n", "a picture", "save the page"),
    "photo.jpg": (b"\xff\xd8\xff\xe0", "a picture", "save the page"),
    "page.gz": (gzip.compress(b"x", mtime=0), "a packed file", "unpack it"),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("source", ["auto", "published-report", "cqc-api", "sheet"])
def test_a_file_is_called_what_it_is(wellled: Command, name: str, source: str) -> None:
    """Whatever it was taken for, one line says what was found, what to do with it, and what was expected."""
    content, kind, advice = KINDS[name]
    Path(name).write_bytes(content)
    ran = wellled("import", name, "--from", source)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert name in line
    assert f"found {kind}" in line
    assert advice in line
    assert "expected" in line.casefold()


@pytest.mark.parametrize("source", ["published-report", "cqc-api"])
def test_an_excel_file_is_called_so_where_a_page_is_wanted(wellled: Command, source: str) -> None:
    """A workbook is a sheet, and nothing else."""
    openpyxl.Workbook().save("sheet.xlsx")
    ran = wellled("import", "sheet.xlsx", "--from", source)
    assert ran.code == 2
    assert "found an Excel file" in ran.err
