"""JSON with the place of every value."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellled_cli.load.reader import read_text
from wellled_cli.model.source import Place, Plain, Source

PATH = "assessment.json"
SLIPS = ["", *'{}[]:,"\\ 01-+.eutn', "true", "nul", "NaN", "Infinity", "01", "1.", ".5", "\n", "\u00e9", "//"]
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda below: st.lists(below, max_size=4) | st.dictionaries(TEXT, below, max_size=4),
    max_leaves=12,
)


def is_json(text: str) -> bool:
    """Tell whether a text is JSON, in which NaN and the like are no numbers."""

    def refuse(name: str) -> None:
        raise ValueError(name)

    try:
        json.loads(text, parse_constant=refuse)
    except ValueError:
        return False
    return True


def as_written(value: object) -> object:
    """Give a value with its numbers as the text they were written as, which is how they are kept."""
    if isinstance(value, dict):
        return {key: as_written(below) for key, below in value.items()}
    if isinstance(value, list):
        return [as_written(below) for below in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


@given(
    value=st.dictionaries(TEXT, VALUES, min_size=1, max_size=4), indent=st.sampled_from([None, 2]), bare=st.booleans()
)
def test_what_json_says_is_what_is_read(*, value: dict[str, object], indent: int | None, bare: bool) -> None:
    """Every JSON object is read as the standard library reads it, however it is indented and escaped."""
    text = json.dumps(value, indent=indent, ensure_ascii=not bare)
    assert read_text(text, PATH).data == as_written(value)


@given(st.data())
def test_what_is_no_json_is_refused(data: st.DataObject) -> None:
    """Whatever is cut out of a JSON text or put into it, it is refused where the standard library refuses it."""
    text = '{"a": [1, -2.5e+3, true, null, "\\u00e9\\n"], "b": {"c": {}}, "d": []}'
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 4, len(text))))
    changed = text[:start] + data.draw(st.sampled_from(SLIPS)) + text[end:]
    refused = "not-json" in [fault.rule for fault in read_text(changed, PATH).faults]
    assert refused is not is_json(changed)


def test_values_stand_where_they_are_written() -> None:
    """A value in JSON has the place of its first and one past its last character."""
    source = read_text('{"a": [1, "two"],\n "b": {"c": null}}', PATH)
    assert source.locate(("a", 1)) == Place(1, 11, 1, 16)
    assert source.locate(("a",)) == Place(1, 2, 1, 5)
    assert source.locate(("b", "c")) == Place(2, 13, 2, 17)


def test_escapes_are_characters() -> None:
    """Escapes, surrogate pairs among them, are the characters they stand for; brackets in text are text."""
    source = read_text(r'{"a": "caf\u00e9 \ud83d\ude00 \"{[,:]}\" \\"}', PATH)
    assert source.data == {"a": 'caf\u00e9 \U0001f600 "{[,:]}" \\'}


def test_numbers_are_kept_as_written() -> None:
    """A number keeps its digits, so that 1.10 is not 1.1 and no digit of a large one is lost."""
    source = read_text('{"a": 1.10, "b": 12345678901234567890123, "c": "1"}', PATH)
    assert source.data == {"a": "1.10", "b": "12345678901234567890123", "c": "1"}
    assert isinstance(source.text_at("a"), Plain)
    assert not isinstance(source.text_at("c"), Plain)


def test_a_key_twice_is_a_fault() -> None:
    """A key given twice is a fault at the second, and the first value stays."""
    source = read_text('{"score": 3, "score": 1}', PATH)
    assert [(fault.rule, fault.place.column) for fault in source.faults] == [("duplicate-key", 14)]
    assert source.data == {"score": "3"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"a": NaN}', 1, 7),
        ('{"a":\n -Infinity}', 2, 2),
        ('{"a": "NaN", "b": Infinity}', 1, 19),
        ('{"a" 1}', 1, 6),
        ('{"a": yes}', 1, 7),
        ('{"a": 1} {}', 1, 10),
        ("{'a': 1}", 1, 2),
        ("wellled: 1", 1, 1),
    ],
)
def test_what_is_not_json_is_placed(text: str, line: int, column: int) -> None:
    """Text that is not JSON, or a number that is none, is one fault where it stands."""
    found = [(fault.rule, fault.place.line, fault.place.column) for fault in read_text(text, PATH).faults]
    assert found == [("not-json", line, column)]


def test_depth_is_bounded() -> None:
    """Values nested without measure are a fault, not a crash."""
    source = read_text("[" * 100_000, PATH)
    assert [fault.rule for fault in source.faults] == ["too-deep"]


def test_the_ending_decides() -> None:
    """A file is JSON by its ending, in any case; the same text with another ending is YAML."""
    assert [fault.rule for fault in read_text("a: x", "a.JSON").faults] == ["not-json"]
    assert read_text("a: x", "a.yml").data == {"a": "x"}


def test_an_unreadable_file_has_no_tree() -> None:
    """Nothing is made of a file that is not JSON."""
    assert read_text("{", PATH) == Source(PATH, "{", None, read_text("{", PATH).faults)


def test_half_a_character_is_a_fault() -> None:
    """An escape that is half a character is no text: a fault where it stands, so that the result can be shown."""
    text = '{"a": "x", "b": "\\ud83d tree"}'
    assert [(fault.place.line, fault.place.column) for fault in read_text(text, PATH).faults] == [(1, 17)]
