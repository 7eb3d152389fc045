"""The page in a web archive (MHTML), as browsers save one: parts of a mail, of which one is the page."""

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass

_WEB_ARCHIVE = re.compile(
    rb"(?=[\w-]+:)(?=[\s\S]{0,4096}?^MIME-Version:)[\s\S]{0,4096}?^Content-Type:\s*multipart/",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(r"^([\w-]+):[ \t]*(.*)$", re.MULTILINE)
_FOLDED = re.compile(r"\r?\n[ \t]+")
_LARGEST_HEAD = 20_000
_DEEPEST = 5
_CHARSETS = frozenset(["utf-8", "utf8", "us-ascii", "iso-8859-1", "iso-8859-15", "windows-1252", "utf-16"])


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of a page, and the encoding they are said to be in."""

    content: bytes
    charset: str


def is_web_archive(content: bytes) -> bool:
    """Tell whether bytes begin as a web archive does."""
    return bool(_WEB_ARCHIVE.match(content))


def page_in(entity: bytes, depth: int = 0) -> Page | None:
    """Give the first page in an archive, or in a part of one; None where there is none."""
    end = _HEAD_END.search(entity, 0, _LARGEST_HEAD)
    if end is None:
        return None
    fields = _fields(entity[: end.start()])
    kind, body = fields.get("content-type", ""), entity[end.end() :]
    if kind.casefold().startswith("text/html"):
        charset = _parameter(kind, "charset").casefold()
        return Page(_decoded(body, fields), charset if charset in _CHARSETS else "utf-8")
    boundary = _parameter(kind, "boundary").encode()
    if not kind.casefold().startswith("multipart/") or not boundary or depth == _DEEPEST:
        return None
    mark = re.compile(rb"^--" + re.escape(boundary) + rb"(?:--)?[ \t]*\r?\n", re.MULTILINE)
    pages = (page_in(part, depth + 1) for part in mark.split(body)[1:])
    return next((page for page in pages if page), None)


def _fields(head: bytes) -> Mapping[str, str]:
    lines = _FOLDED.sub(" ", head.decode("latin-1")).replace("\r", "")
    return {name.casefold(): value for name, value in _FIELD.findall(lines)}


def _parameter(value: str, name: str) -> str:
    found = re.search(rf';\s*{name}\s*=\s*(?:"([^"]*)"|([^\s;"]+))', value, re.IGNORECASE)
    return (found[1] or found[2] or "") if found else ""


def _decoded(body: bytes, fields: Mapping[str, str]) -> bytes:
    encoding = fields.get("content-transfer-encoding", "").strip().casefold()
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        try:
            return binascii.a2b_base64(body)
        except binascii.Error:
            return b""
    return body
