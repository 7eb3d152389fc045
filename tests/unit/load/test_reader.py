"""Bytes to text: every fault at its place, and nothing raised."""

from dataclasses import replace

import pytest

from wellled_cli.load.reader import read
from wellled_cli.load.tree import Limits


def found(content: bytes, path: str = "assessment.yaml") -> list[tuple[str, int, int]]:
    """Give the rule, line and column of each fault of a file's bytes."""
    return [(fault.rule, fault.place.line, fault.place.column) for fault in read(content, path).faults]


@pytest.mark.parametrize("path", ["a.yaml", "a.json"])
def test_a_byte_order_mark_is_no_content(path: str) -> None:
    """A byte-order mark is read over and moves nothing."""
    source = read(b'\xef\xbb\xbf{"a": "b"}', path)
    assert source.data == {"a": "b"}
    assert source.locate(("a",)).column == 7


@pytest.mark.parametrize("line_break", [b"\n", b"\r\n", b"\r"])
def test_line_breaks_of_every_kind_are_read(line_break: bytes) -> None:
    """Lines may end as on any system."""
    source = read(b"a: x" + line_break + b"b: |-" + line_break + b"  y" + line_break + b"  z" + line_break, "a.yaml")
    assert source.data == {"a": "x", "b": "y\nz"}
    assert source.locate(("b",)).line == 2


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        (b"a: caf\xe9\n", 1, 7),
        (b"a: x\nb: it\x92s\n", 2, 6),
        ("a: \u00e9\u00e9".encode() + b"\xff\n", 1, 6),
        (b"\xff\xfea\x00", 1, 1),
        (b"\xfe\xff\x00a", 1, 1),
    ],
)
def test_what_is_not_utf_8_is_a_fault(content: bytes, line: int, column: int) -> None:
    """The first byte that is no UTF-8 is a fault at its character, which says what to save the file as."""
    assert found(content) == [("not-utf-8", line, column)]
    assert "UTF-8" in read(content, "assessment.yaml").faults[0].message


@pytest.mark.parametrize(
    ("text", "line", "column"), [("a: x\x00y", 1, 5), ("a: x\nb: \x1b[31m", 2, 4), ("a: \x07", 1, 4), ("\x7f", 1, 1)]
)
def test_control_characters_are_a_fault(text: str, line: int, column: int) -> None:
    """A control character is a fault at its place."""
    assert found(text.encode()) == [("control-character", line, column)]


@pytest.mark.parametrize("content", [b"", b"\n\n", b"# only a comment\n", b"---\n...\n", b"\xef\xbb\xbf", b"null\n"])
def test_a_file_without_a_value_is_empty(content: bytes) -> None:
    """A file with nothing in it, or only comments, is one fault."""
    assert found(content) == [("empty-file", 1, 1)]


def test_an_empty_json_file_is_one_fault() -> None:
    """An empty file is one fault in JSON too."""
    assert len(found(b"", "a.json")) == 1


def test_size_is_bounded() -> None:
    """A file as large as allowed is read; a larger one is a fault."""
    limits = replace(Limits(), size=4)
    assert read(b"a: x", "a.yaml", limits).faults == ()
    assert [fault.rule for fault in read(b"a: xy", "a.yaml", limits).faults] == ["too-large"]
