"""Bytes to text, as people save it: UTF-8, UTF-16 with its mark, or what Windows writes."""

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

from wellled_cli.importers.web_archive import is_web_archive, page_in
from wellled_cli.model.errors import NotImportableError

_PICTURE = "a picture: type what it says, or save the page it shows"
_KINDS = {
    b"%PDF": "a PDF: open it, copy its text and save that as a text file, or save the page itself",
    b"\xd0\xcf\x11\xe0": "an old Office file, or one with a password: open it and save it as .xlsx or .csv without one",
    b"{\\rtf": "a rich text file: open it and save it as plain text",
    b"bplist00": "a web archive of Safari: save the page as page source instead",
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"\x1f\x8b": "a packed file: unpack it first",
    b"7z\xbc\xaf\x27\x1c": "a packed file: unpack it first",
    b"Rar!": "a packed file: unpack it first",
}
_ZIP = b"PK\x03\x04"
_IN_ZIP = {
    b"word/document": "a Word file: save it as plain text, or a table in it as a sheet",
    b"ppt/presentation": "a PowerPoint file: save its text as a text file",
    b"application/vnd.oasis.opendocument": "an OpenDocument file: save a sheet as .xlsx or .csv, a text as plain text",
    b"xl/workbook": "an Excel file",
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what has to be said about how it was read."""

    text: str
    notes: Sequence[str] = ()


def kind_of(content: bytes) -> str | None:
    """Say what kind of file some bytes are and what to do with it; None for what may be text."""
    if content.startswith(_ZIP):
        return next((kind for mark, kind in _IN_ZIP.items() if mark in content), "a zip archive: unpack it first")
    return next((kind for mark, kind in _KINDS.items() if content.startswith(mark)), None)


def as_text(content: bytes, name: str, expected: str) -> Decoded:
    """Give the text of some bytes.

    Raises NotImportableError where they are none, naming the file and saying what was expected.
    """
    if kind := kind_of(content):
        raise NotImportableError(f"{name}: found {kind}; expected {expected}")
    if is_web_archive(content):
        return _page_of(content, name, expected)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_whole(_read_as("utf-16", content), name, expected))
    text = _read_as("utf-8", content.removeprefix(codecs.BOM_UTF8))
    if text is not None:
        return Decoded(_whole(text, name, expected))
    note = "It was read as Windows text (cp1252): look at letters with accents and at quotation marks."
    return Decoded(_whole(_read_as("cp1252", content), name, expected), (note,))


def _page_of(content: bytes, name: str, expected: str) -> Decoded:
    """Give the first page in a web archive."""
    page = page_in(content)
    if page is None:
        message = f"{name}: found a web archive without a page, expected {expected}: save the page as HTML only"
        raise NotImportableError(message)
    text = _read_as(page.charset, page.content)
    text = _read_as("cp1252", page.content) if text is None else text
    return Decoded(_whole(text, name, expected), ("It was read from a web archive (MHTML).",))


def _read_as(encoding: str, content: bytes) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _whole(text: str | None, name: str, expected: str) -> str:
    if text is None or "\0" in text:
        raise NotImportableError(f"{name}: found bytes that are no text; expected {expected}")
    return text
