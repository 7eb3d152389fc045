"""Where each value of a file stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import source_of
from wellled_cli.model.source import Place, Pointer, Source

TEXT = """\
# a comment
title: Ash Grove
list: [first, second]
group:
  empty:
  deep:
    - one: 1
"""


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        (("title",), Place(2, 8, 2, 17)),
        (("list", 1), Place(3, 15, 3, 21)),
        (("group", "deep", 0, "one"), Place(7, 12, 7, 13)),
    ],
)
def test_a_scalar_stands_where_it_is_written(pointer: Pointer, place: Place) -> None:
    """A scalar starts at its first character and ends one past its last."""
    assert source_of(TEXT).locate(pointer) == place


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        (("list",), Place(3, 1, 3, 5)),
        (("group",), Place(4, 1, 4, 6)),
        (("group", "empty"), Place(5, 3, 5, 8)),
    ],
)
def test_what_has_no_text_stands_at_its_key(pointer: Pointer, place: Place) -> None:
    """A mapping, a list and an empty value stand where their key does."""
    assert source_of(TEXT).locate(pointer) == place


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        (("group", "missing"), Place(4, 1, 4, 6)),
        (("group", "missing", "below"), Place(4, 1, 4, 6)),
        (("list", 7), Place(3, 1, 3, 5)),
    ],
)
def test_what_is_missing_stands_at_its_nearest_parent(pointer: Pointer, place: Place) -> None:
    """A value that is not there is placed at its nearest parent."""
    assert source_of(TEXT).locate(pointer) == place


def test_what_is_missing_at_the_top_stands_at_the_first_key() -> None:
    """A key missing at the top is placed where the file's first key is, not in a comment before it."""
    place = source_of(TEXT).locate(("missing",))
    assert (place.line, place.column) == (2, 1)


def test_a_key_is_placed_by_itself() -> None:
    """A key can be pointed at, whatever its value."""
    assert source_of(TEXT).locate_key(("title",)) == Place(2, 1, 2, 6)


def test_a_file_without_a_tree_is_placed_at_its_start() -> None:
    """Where nothing could be read, everything is at the start."""
    assert Source("empty.yaml").locate(("anything",)) == Place(1, 1, 1, 1)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_line_breaks_of_every_kind_count_once(line_break: str) -> None:
    """Lines and columns do not depend on how lines are broken."""
    source = source_of(TEXT.replace("\n", line_break))
    assert source.locate(("group", "deep", 0, "one")) == Place(7, 12, 7, 13)


@pytest.mark.parametrize("name", ["a: \U0001f600\n", "a: \u00e9\n", "a: x\n"])
def test_a_column_is_a_character(name: str) -> None:
    """A character counts as one column, however many bytes it takes."""
    assert source_of(name).locate(("a",)) == Place(1, 4, 1, 5)


@given(st.text(st.sampled_from("ab\u00e9\U0001f600\n"), max_size=60), st.data())
def test_line_and_column_lead_back_to_the_character(text: str, data: st.DataObject) -> None:
    """The line and the column of a character lead back to that character."""
    offset = data.draw(st.integers(0, len(text)))
    place = Source("any.yaml", text).place(offset, offset)
    before = text.split("\n")[: place.line - 1]
    assert sum(len(line) + 1 for line in before) + place.column - 1 == offset


def test_pointers_lead_to_values() -> None:
    """Keys, items and texts are found by their pointer, and nothing where there is nothing."""
    source = source_of(TEXT)
    assert source.keys("group") == ("empty", "deep")
    assert source.keys("title") == ()
    assert list(source.items("list")) == [("list", 0), ("list", 1)]
    assert list(source.items("group")) == []
    assert source.text_at("title") == "Ash Grove"
    assert source.text_at("group", "empty") is None
    assert source.node(("group", "nowhere", 3)) is None
