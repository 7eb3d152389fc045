"""TOML to a `Source`: the standard library reads it, and a scan of the same text says where each value stands."""

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import TypeAlias

from wellled_cli.load.reader import as_text
from wellled_cli.model.source import START, Fault, Member, Node, Plain, Pointer, Scalar, Source

_WHERE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_NAME = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_SCALAR = re.compile(
    r'''"""(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|[^,\]}#\r\n]*[^,\]}#\s]''', re.DOTALL
)
_Span: TypeAlias = tuple[int, int]


def read_toml(content: bytes, path: str) -> Source:
    """Read the bytes of a TOML file; faults are kept in the Source."""
    source = as_text(content, path)
    if source.faults:
        return source
    try:
        data = tomllib.loads(source.text)
        return Source(path, source.text, _Scan(source.text).node(data, ()))
    except tomllib.TOMLDecodeError as error:
        return Source(path, source.text, faults=(_not_toml(str(error), source),))
    except (ValueError, RecursionError):
        message = "found a number too long or values nested too deep, expected what a config needs"
        return Source(path, source.text, faults=(Fault("not-toml", START, message),))


def _not_toml(problem: str, source: Source) -> Fault:
    where = _WHERE.search(problem)
    line, column = (int(where[1]), int(where[2])) if where and where[1] else (0, 0)
    starts = [0, *(found.end() for found in re.finditer("\n", source.text))]
    offset = starts[line - 1] + column - 1 if line else len(source.text)
    return Fault("not-toml", source.place(offset, offset), f"this is not valid TOML: {_WHERE.sub('', problem)}")


class _Scan:
    """Where the keys and values of a text stand that is known to be TOML."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._keys: dict[Pointer, _Span] = {}
        self._values: dict[Pointer, _Span] = {}
        self._tables: Counter[Pointer] = Counter()
        self._document()

    def node(self, data: object, pointer: Pointer) -> Node:
        """Give a value as a tree, every part of it where it stands."""
        start, end = self._values.get(pointer) or self._keys.get(pointer) or (0, 0)
        if isinstance(data, Mapping):
            members = {}
            for name, value in data.items():
                below = (*pointer, name)
                members[str(name)] = Member(Node(*self._keys[below], str(name)), self.node(value, below))
            return Node(start, end, members=members)
        if isinstance(data, list):
            return Node(start, end, items=tuple(self.node(item, (*pointer, i)) for i, item in enumerate(data)))
        return Node(start, end, _scalar(data))

    def _document(self) -> None:
        table: Pointer = ()
        at = self._blank(0)
        while at < len(self._text):
            if self._text.startswith("[", at):
                table, at = self._header(at)
            else:
                at = self._pair(table, at)
            at = self._blank(at)

    def _header(self, at: int) -> tuple[Pointer, int]:
        """Read `[table]` or `[[list of tables]]`; what is below a list of tables belongs to its last one."""
        brackets = 2 if self._text.startswith("[[", at) else 1
        names, span = self._names(self._blank(at + brackets))
        table: Pointer = ()
        for number, name in enumerate(names, start=1):
            table = (*table, name)
            self._keys.setdefault(table, span)
            if number == len(names) and brackets == 2:  # noqa: PLR2004  two brackets open a list of tables
                self._tables[table] += 1
                self._keys[*table, self._tables[table] - 1] = span
            if self._tables[table]:
                table = (*table, self._tables[table] - 1)
        return table, self._blank(span[1]) + brackets

    def _pair(self, table: Pointer, at: int) -> int:
        names, span = self._names(at)
        pointer = table
        for name in names:
            pointer = (*pointer, name)
            self._keys.setdefault(pointer, span)
        return self._value(pointer, self._blank(self._blank(span[1]) + 1))

    def _names(self, start: int) -> tuple[list[str], _Span]:
        """Read a key, which dots may divide into several names; all of them stand where it does."""
        names, at = [], start
        while True:
            written = self._match(_NAME, at)
            quoted = written.group()[0] in "\"'"
            names.append(tomllib.loads(f"x = {written.group()}")["x"] if quoted else written.group())
            after = self._blank(written.end())
            if not self._text.startswith(".", after):
                return names, (start, written.end())
            at = self._blank(after + 1)

    def _value(self, pointer: Pointer, at: int) -> int:
        start = at
        if self._text.startswith("[", at):
            at = self._list(pointer, self._blank(at + 1))
        elif self._text.startswith("{", at):
            at = self._inline_table(pointer, self._blank(at + 1))
        else:
            at = self._match(_SCALAR, at).end()
        self._values[pointer] = (start, at)
        return at

    def _list(self, pointer: Pointer, at: int) -> int:
        index = 0
        while not self._text.startswith("]", at):
            at = self._after_comma(self._value((*pointer, index), at))
            index += 1
        return at + 1

    def _inline_table(self, pointer: Pointer, at: int) -> int:
        while not self._text.startswith("}", at):
            at = self._after_comma(self._pair(pointer, at))
        return at + 1

    def _after_comma(self, at: int) -> int:
        at = self._blank(at)
        return self._blank(at + 1) if self._text.startswith(",", at) else at

    def _blank(self, at: int) -> int:
        return self._match(_BLANK, at).end()

    def _match(self, pattern: re.Pattern[str], at: int) -> re.Match[str]:
        found = pattern.match(self._text, at)
        if found is None:
            raise ValueError(at)
        return found


def _scalar(data: object) -> Scalar:
    if isinstance(data, bool | str):
        return data
    return Plain(data.isoformat() if isinstance(data, date | datetime | time) else str(data))
