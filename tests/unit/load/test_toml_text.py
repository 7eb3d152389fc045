"""Where keys and values stand in a TOML file."""

import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wellled_cli.load.toml_text import read_toml
from wellled_cli.model.source import Place, Plain, Pointer, Source

KEYS = st.sampled_from(
    ["a", "b", "c-1", "3", '"a"', "'b'", '"a.b"', "'a b'", '"\\u0061"', '"a\\"b"', "'#'", '"]"', '""']
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).flatmap(
    lambda names: st.sampled_from([".", " . "]).map(lambda dot: dot.join(names))
)
SCALARS = st.sampled_from(
    [
        *("1", "-1_0", "0x1F", "3.5", "1e3", "inf", "-nan", "true", "false"),
        *("2026-11-23", "2026-11-23 12:30:00", "2026-11-23T12:30:00.5+01:00", "12:30:00"),
        *(
            '""',
            "''",
            '"x"',
            "'x'",
            '"a = 1"',
            "'[t]'",
            '"#"',
            '"\\""',
            '"\\\\"',
            "'\\'",
            '"]"',
            "'}'",
            '","',
            '"\u2028"',
        ),
        *('""""""', "''''''", '"""\nx\n"""', "'''\nb = 1\n[t]\n'''", '""""x""""', "''''x''''", '"""x\\"""x"""'),
        *('"""\\\\"""', '"""x"""""', "'''x'''''", '"""\n# a = 1\n"""', '"""x\\\n   y"""'),
    ]
)
COMMENTS = st.sampled_from(["", " ", "\t", " # x", " # a = 1", " # [t]", ' # "'])
BREAKS = st.sampled_from(["\n", "\n\n", "\n  ", "\n# [a]\n"])


def lists(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Write lists of values, on one line or on several."""
    commas = st.sampled_from([",", " , ", ", # x ]\n", "\n,\n"])
    return st.builds(lambda parts, comma: f"[{comma.join(parts)}]", st.lists(values, max_size=3), commas)


def inline_tables(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Write tables on one line."""
    pairs = st.lists(st.builds("{} = {}".format, DOTTED, values), max_size=3)
    return st.builds(lambda parts, comma: f"{{{comma.join(parts)}}}", pairs, st.sampled_from([",", " , "]))


VALUES = st.recursive(SCALARS, lambda values: lists(values) | inline_tables(values), max_leaves=6)
LINES = st.one_of(
    st.builds("{}{}={}{}".format, DOTTED, st.sampled_from(["", " ", "\t "]), VALUES, COMMENTS),
    st.builds("[{}]{}".format, DOTTED, COMMENTS),
    st.builds("[ {} ]{}".format, DOTTED, COMMENTS),
    st.builds("[[{}]]{}".format, DOTTED, COMMENTS),
    COMMENTS,
)
TEXTS = st.builds(lambda lines, between: between.join(lines), st.lists(LINES, max_size=8), BREAKS)


def read(text: str) -> Source:
    """Read a text that is free of faults."""
    source = read_toml(text.encode(), "wellled.toml")
    assert source.faults == ()
    return source


def key_of(text: str, *pointer: str | int) -> tuple[int, int]:
    """Give line and column of the key at the end of a pointer."""
    place = read(text).locate_key(pointer)
    return place.line, place.column


def value_of(text: str, *pointer: str | int) -> tuple[int, int]:
    """Give line and column of a value that is no table."""
    place = read(text).locate(pointer)
    return place.line, place.column


def covered(text: str, place: Place) -> str:
    """Give the text that a place covers, in a text of plain line breaks."""
    lines = [f"{line}\n" for line in text.split("\n")]
    start, end = (sum(map(len, lines[: line - 1])) for line in (place.line, place.end_line))
    return text[start + place.column - 1 : end + place.end_column - 1]


def scalars(data: object, pointer: Pointer = ()) -> Iterator[tuple[Pointer, object]]:
    """Give the way to every value of a file that is neither table nor list."""
    if isinstance(data, dict | list):
        for step, below in data.items() if isinstance(data, dict) else enumerate(data):
            yield from scalars(below, (*pointer, step))
    else:
        yield pointer, data


@given(text=TEXTS)
def test_what_stands_at_a_place_is_the_value(text: str) -> None:
    """However TOML is written, what stands at the place of a value is the value, and at that of a key the key."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)  # noqa: FBT003  what is no TOML is not what this is about
    source = read(text)
    for pointer, value in scalars(data):
        assert repr(tomllib.loads(f"x = {covered(text, source.locate(pointer))}")) == repr({"x": value})
        if isinstance(pointer[-1], str):
            key = tomllib.loads(f"{covered(text, source.locate_key(pointer))} = 1")
            while isinstance(key, dict):
                ((name, key),) = key.items()
            assert name == pointer[-1]


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ("a = 1\n", ("a",), (1, 1), (1, 5)),
        ("a=1", ("a",), (1, 1), (1, 3)),
        ("  a  =  1\n", ("a",), (1, 3), (1, 9)),
        ("\ta\t=\t1\n", ("a",), (1, 2), (1, 6)),
        ("# a = 2\n\na = 1\n", ("a",), (3, 1), (3, 5)),
        ("a-b_1 = 1\n", ("a-b_1",), (1, 1), (1, 9)),
        ("[t]\na = 1\n", ("t", "a"), (2, 1), (2, 5)),
        ("a = 1\n[t]\na = 2\n", ("a",), (1, 1), (1, 5)),
        ("a = 1\n[t]\na = 2\n", ("t", "a"), (3, 1), (3, 5)),
        ("[t.u]\na = 1\n", ("t", "u", "a"), (2, 1), (2, 5)),
        ("[ t . u ]  # a = 3\na = 1\n", ("t", "u", "a"), (2, 1), (2, 5)),
        ("  [t]\n  a = 1\n", ("t", "a"), (2, 3), (2, 7)),
        ('a = "b = 2"\nb = 1\n', ("b",), (2, 1), (2, 5)),
        ("a = 'b = 2'\nb = 1\n", ("a",), (1, 1), (1, 5)),
        ('"\u00e4" = 1\n', ("\u00e4",), (1, 1), (1, 7)),
    ],
)
def test_a_key_stands_where_it_is_written(
    text: str, pointer: Pointer, key: tuple[int, int], value: tuple[int, int]
) -> None:
    """The key stands at its first character and the value at its own, whatever blanks and comments are around."""
    assert key_of(text, *pointer) == key
    assert value_of(text, *pointer) == value


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ("t.a = 1\n", ("t", "a"), (1, 1), (1, 7)),
        ("t . a = 1\n", ("t", "a"), (1, 1), (1, 9)),
        ("t.u.a = 1\nt.u.b = 2\n", ("t", "u", "b"), (2, 1), (2, 9)),
        ("[t]\nu.a = 1\n", ("t", "u", "a"), (2, 1), (2, 7)),
        ('t."u.v".a = 1\n', ("t", "u.v", "a"), (1, 1), (1, 13)),
        ("3.14 = 1\n", ("3", "14"), (1, 1), (1, 8)),
    ],
)
def test_a_dotted_key_stands_at_its_start(
    text: str, pointer: Pointer, key: tuple[int, int], value: tuple[int, int]
) -> None:
    """A dotted key is one word: what it leads to stands where the word starts."""
    assert key_of(text, *pointer) == key
    assert value_of(text, *pointer) == value


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ('"a" = 1\n', ("a",), (1, 1), (1, 7)),
        ("'a' = 1\n", ("a",), (1, 1), (1, 7)),
        ('"a b" = 1\n', ("a b",), (1, 1), (1, 9)),
        ('"a.b" = 1\na.b = 2\n', ("a.b",), (1, 1), (1, 9)),
        ('"a.b" = 1\na.b = 2\n', ("a", "b"), (2, 1), (2, 7)),
        ('"a = b" = 1\n', ("a = b",), (1, 1), (1, 11)),
        ('"a#b" = 1\n', ("a#b",), (1, 1), (1, 9)),
        ('"" = 1\n', ("",), (1, 1), (1, 6)),
        ('b = 0\n"a\\"c" = 1\n', ('a"c',), (2, 1), (2, 10)),
        ('b = 0\n"\\u0061" = 1\n', ("a",), (2, 1), (2, 12)),
        ("b = 0\n\"'a'\" = 1\n", ("'a'",), (2, 1), (2, 9)),
        ('["t"]\na = 1\n', ("t", "a"), (2, 1), (2, 5)),
        ('["t.u"."v"]\na = 1\n', ("t.u", "v", "a"), (2, 1), (2, 5)),
    ],
)
def test_a_quoted_key_stands_at_its_quote(
    text: str, pointer: Pointer, key: tuple[int, int], value: tuple[int, int]
) -> None:
    """A key in quotes is found under what it means, and stands where its quote does."""
    assert key_of(text, *pointer) == key
    assert value_of(text, *pointer) == value


@pytest.mark.parametrize(
    ("text", "pointer", "place"),
    [
        ("[t]\na = 1\n", ("t",), (1, 2)),
        ("\n  [ t ]\n", ("t",), (2, 5)),
        ("[t.u]\n", ("t", "u"), (1, 2)),
        ("[t]\n[t.u]\n", ("t", "u"), (2, 2)),
        ("[[t]]\n", ("t",), (1, 3)),
    ],
)
def test_a_table_stands_at_its_name(text: str, pointer: Pointer, place: tuple[int, int]) -> None:
    """A table stands where its name does, inside the brackets."""
    assert key_of(text, *pointer) == place


ARRAY = "[[t]]\na = 1\n\n[[t]]\na = 2\n[[t]]\nb = 3\n"


@pytest.mark.parametrize(
    ("text", "pointer", "place"),
    [
        (ARRAY, ("t", 0, "a"), (2, 1)),
        (ARRAY, ("t", 1, "a"), (5, 1)),
        (ARRAY, ("t", 2, "b"), (7, 1)),
        ("[[t.u]]\na = 1\n[[t.u]]\na = 2\n", ("t", "u", 1, "a"), (4, 1)),
        ("[[t]]\n[t.u]\na = 1\n[[t]]\n[t.u]\na = 2\n", ("t", 0, "u", "a"), (3, 1)),
        ("[[t]]\n[t.u]\na = 1\n[[t]]\n[t.u]\na = 2\n", ("t", 1, "u", "a"), (6, 1)),
        ("[[t]]\n[[t.u]]\na = 1\n[[t]]\n[[t.u]]\na = 2\n", ("t", 1, "u", 0, "a"), (6, 1)),
    ],
)
def test_a_table_of_an_array_has_its_own_keys(text: str, pointer: Pointer, place: tuple[int, int]) -> None:
    """Tables of one name are counted in order: each key stands where its own table says it."""
    assert key_of(text, *pointer) == place


@pytest.mark.parametrize(
    ("text", "pointer", "key", "value"),
    [
        ("x = 0\nt = {a = 1, b = 2}\n", ("t", "a"), (2, 6), (2, 10)),
        ("x = 0\nt = {a = 1, b = 2}\n", ("t", "b"), (2, 13), (2, 17)),
        ("x = 0\nt = { u = { a = 1 } }\n", ("t", "u", "a"), (2, 13), (2, 17)),
        ("x = 0\nt = {u.a = 1}\n", ("t", "u", "a"), (2, 6), (2, 12)),
        ("x = 0\nt = {'a' = '}', \"b\" = 2}\n", ("t", "b"), (2, 17), (2, 23)),
        ("t = [{a = 1}, {a = 2}]\n", ("t", 1, "a"), (1, 16), (1, 20)),
        ("t = [\n  {a = 1},  # {a = 0}\n  {a = 2},\n]\n", ("t", 1, "a"), (3, 4), (3, 8)),
    ],
)
def test_a_key_of_an_inline_table_has_its_own_place(
    text: str, pointer: Pointer, key: tuple[int, int], value: tuple[int, int]
) -> None:
    """A key and a value of an inline table stand where they are written, not where the table does."""
    assert key_of(text, *pointer) == key
    assert value_of(text, *pointer) == value


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_text_of_several_lines_has_no_keys(quotes: str) -> None:
    """What looks like a key or a table inside a text is text: it moves neither key nor table."""
    inside = f"{quotes}\nb = 1\n[t]\nc = 1\n{quotes}"
    before = f"b = 2\na = {inside}\nc = 2\n[t]\nb = 3\n"
    assert key_of(before, "b") == (1, 1)
    assert value_of(before, "b") == (1, 5)
    assert key_of(before, "a") == (2, 1)
    assert value_of(before, "a") == (2, 5)
    assert key_of(before, "c") == (7, 1)
    assert key_of(before, "t", "b") == (9, 1)


def test_a_list_of_several_lines_has_no_keys() -> None:
    """What looks like a key or a table inside a list is not: keys before and after it stand where they are written."""
    text = 'b = 1\na = [\n  ["t"],\n  # b = 2\n  "b = 3",\n  """\nb = 4\n[t]\n""",\n]\nc = 5\n'
    assert read(text).data == tomllib.loads(text) | {"b": "1", "c": "5"}
    assert key_of(text, "b") == (1, 1)
    assert key_of(text, "a") == (2, 1)
    assert value_of(text, "b") == (1, 5)
    assert key_of(text, "c") == (11, 1)


@pytest.mark.parametrize(
    ("text", "pointer", "expected"),
    [
        ("a = 10\nb = 2", ("a",), "10"),
        ('a = "x y"  \n', ("a",), '"x y"'),
        ("a = 1  # one\n", ("a",), "1"),
        ('a = "x # y" # z\n', ("a",), '"x # y"'),
        ('a = """\nx\ny"""\nb = 1\n', ("a",), '"""\nx\ny"""'),
    ],
)
def test_a_value_ends_where_it_is_written_to_its_end(text: str, pointer: Pointer, expected: str) -> None:
    """The place of a value covers the value: no comment behind it, and all of its lines."""
    assert covered(text, read(text).locate(pointer)) == expected


@pytest.mark.parametrize(
    ("text", "pointer", "place"),
    [
        ('a = ["x", "y"]\n', ("a", 1), (1, 11)),
        ("a = [1,2]\n", ("a", 0), (1, 6)),
        ('a = [\n  "x",\n  "y",\n]\n', ("a", 0), (2, 3)),
        ('a = [\n  "x",  # "z",\n\n  "y"\n]\n', ("a", 1), (4, 3)),
        ("a = [[1], [2, 3]]\n", ("a", 1, 1), (1, 15)),
        ("a = ['],', ']']\n", ("a", 1), (1, 12)),
        ("a = [2026-11-23 12:00:00, 1]\n", ("a", 1), (1, 27)),
    ],
)
def test_an_item_has_its_own_place(text: str, pointer: Pointer, place: tuple[int, int]) -> None:
    """An item of a list stands where it is written, on whichever line."""
    assert value_of(text, *pointer) == place


@pytest.mark.parametrize(
    "text",
    ["x = 0\n[t]\na = 1\n", "# \u00e4\n[t]\na = 1\n", 'x = ["1",\n"2"]\n[t]\na = 1\n', "[[u]]\na = 0\n[t]\na = 1\n"],
)
def test_windows_line_breaks_move_nothing(text: str) -> None:
    """A file with CRLF has its keys and values on the same lines and columns, and the same values."""
    windows = text.replace("\n", "\r\n")
    assert key_of(windows, "t", "a") == key_of(text, "t", "a")
    assert read(windows).locate(("t", "a")) == read(text).locate(("t", "a"))
    assert read(windows).data == read(text).data


def test_windows_line_breaks_in_a_text_are_plain() -> None:
    """TOML reads CRLF in a text of several lines as one line break."""
    assert read('a = """\r\nx\r\ny"""\r\n').data == {"a": "x\ny"}


@pytest.mark.parametrize("separator", ["\u2028", "\u0085", "\u2029"])
def test_only_line_breaks_break_lines(separator: str) -> None:
    """Characters that some editors take for a line break do not start a line in TOML, in comments and texts neither."""
    assert key_of(f"b = 1\n# x{separator}b = 2\n", "b") == (1, 1)
    assert key_of(f'b = 1\nc = "x{separator}b = 2"\n', "b") == (1, 1)
    assert key_of(f"# x{separator}y\nb = 1\n", "b") == (2, 1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a = 1", Plain("1")),
        ("a = -1_000", Plain("-1000")),
        ("a = 3.50", Plain("3.5")),
        ("a = true", True),
        ('a = "1"', "1"),
        ("a = 2026-11-23", Plain("2026-11-23")),
        ('a = ["x", 1]', ["x", Plain("1")]),
        ("a = {b = 1}", {"b": Plain("1")}),
        ("a = []", []),
        ("a = {}", {}),
    ],
)
def test_values_are_what_they_are_in_every_file_of_ours(text: str, value: object) -> None:
    """Numbers and days are scalars without quotes, texts are in quotes, true is true, as in YAML and JSON."""
    data = read(text).data
    assert data == {"a": value}
    assert isinstance(data, dict)
    assert isinstance(data["a"], Plain) == isinstance(value, Plain)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a = \n", 1, 5),
        ("a = 1\nb = nonsense\n", 2, 5),
        ("a = 1\r\nb = nonsense\r\n", 2, 5),
        ("[t]\na = 1\na = 2\n", 3, 6),
        ('a = "x\nb = 1\n', 1, 7),
    ],
)
def test_what_is_no_toml_is_placed(text: str, line: int, column: int) -> None:
    """A text that is not TOML has one fault at the place where it stops being TOML, and no values."""
    source = read_toml(text.encode(), "wellled.toml")
    (fault,) = source.faults
    assert source.root is None
    assert (fault.rule, fault.place.line, fault.place.column) == ("not-toml", line, column)


@pytest.mark.parametrize("text", ["a = 1\nb = [\n1,\n", 'a = 1\nb = "x', "a = 1\nb = {", 'a = 1\nb = """\nx\n'])
def test_what_is_never_closed_is_placed_where_the_text_ends(text: str) -> None:
    """Where something is opened and never closed the fault stands at the end of the text."""
    (fault,) = read_toml(text.encode(), "wellled.toml").faults
    end = Source("", text).place(len(text), len(text))
    assert (fault.rule, fault.place) == ("not-toml", end)


def test_bytes_that_are_no_text_are_a_fault() -> None:
    """A file that is not UTF-8 has one fault, on the line where it stops being text."""
    source = read_toml(b'a = 1\nb = "caf\xe9"\n', "wellled.toml")
    (fault,) = source.faults
    assert source.root is None
    assert (fault.rule, fault.place) == ("not-utf-8", Place(2, 9, 2, 9))


def test_an_empty_file_is_an_empty_table() -> None:
    """A file without a value is a table without keys, not a fault."""
    assert read("").data == {}
    assert read("# nothing\n").data == {}
