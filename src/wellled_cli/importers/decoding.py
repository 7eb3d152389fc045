"""Bytes to text, as people save it: UTF-8, UTF-16 with its mark, or what Windows writes."""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from email import message_from_bytes, policy

from wellled_cli.model.errors import NotImportableError

_KINDS = {
    b"%PDF": "a PDF: open it, copy its text and save that, or save the page itself",
    b"PK\x03\x04": "a zip archive, like an Excel or Word file",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a packed file",
}

_WEB_ARCHIVE = re.compile(
    rb"(?=[\w-]+:)(?=[\s\S]{0,4096}?^MIME-Version:)[\s\S]{0,4096}?^Content-Type:\s*multipart/",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what has to be said about how it was read."""

    text: str
    notes: Sequence[str] = ()


def as_text(content: bytes, expected: str) -> Decoded:
    """Give the text of some bytes.

    Raises NotImportableError where they are none, saying what was expected.
    """
    for mark, kind in _KINDS.items():
        if content.startswith(mark):
            raise NotImportableError(f"found {kind}; expected {expected}")
    if _WEB_ARCHIVE.match(content):
        return _page_of(content, expected)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Decoded(_decoded(content, "utf-16", expected))
    try:
        text = content.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError:
        text = _decoded(content, "cp1252", expected)
        return Decoded(
            text, ("It was read as Windows text (cp1252): look at letters with accents and at quotation marks.",)
        )
    if "\0" in text:
        raise NotImportableError(f"found bytes that are no text; expected {expected}")
    return Decoded(text)


def _page_of(content: bytes, expected: str) -> Decoded:
    """Give the first page in a web archive (MHTML), as browsers save one."""
    archive = message_from_bytes(content, policy=policy.default)
    part = next((part for part in archive.walk() if part.get_content_type() == "text/html"), None)
    page = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(page, bytes):
        raise NotImportableError(f"found a web archive without a page, expected {expected}: save the page as HTML only")
    try:
        text = page.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeDecodeError):
        text = _decoded(page, "cp1252", expected)
    return Decoded(text, ("It was read from a web archive (MHTML).",))


def _decoded(content: bytes, encoding: str, expected: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise NotImportableError(f"found bytes that are no text; expected {expected}")
    return text
