"""One file as it was written: its text, its tree of values, and where each value stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeAlias

Pointer: TypeAlias = tuple[str | int, ...]
"""The way from the root of a file to one value: keys and list positions."""


class Plain(str):
    """A scalar written without quotes; what it means is decided by what is wanted there."""

    __slots__ = ()


Scalar: TypeAlias = str | bool | None
Data: TypeAlias = "Scalar | list[Data] | dict[str, Data]"


class Place(NamedTuple):
    """A stretch of text: lines and columns count from 1, the end is one past the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


START = Place(1, 1, 1, 1)
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Node(NamedTuple):
    """A value of the file with its character offsets: a scalar, a mapping or a list."""

    start: int
    end: int
    value: Scalar = None
    members: "Mapping[str, Member] | None" = None
    items: "tuple[Node, ...] | None" = None

    def child(self, step: str | int) -> "Node | None":
        """Give the value under a key or at a list position, if there is one."""
        if isinstance(step, str):
            member = self.members.get(step) if self.members else None
            return member.node if member else None
        return self.items[step] if self.items and step < len(self.items) else None

    @property
    def is_bare(self) -> bool:
        """Tell whether there is no text to point at: a mapping, a list, or nothing."""
        return self.members is not None or self.items is not None or self.start == self.end

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written here: no value, or a mapping or list without one."""
        return self.value is None and not self.members and not self.items

    def data(self) -> Data:
        """Give the value as plain dictionaries, lists and scalars."""
        if self.members is not None:
            return {key: member.node.data() for key, member in self.members.items()}
        if self.items is not None:
            return [item.data() for item in self.items]
        return self.value


class Member(NamedTuple):
    """A key of a mapping, where it stands, and its value."""

    key: Node
    node: Node


_WORD = re.compile(r"\S+")
_CHARACTER = re.compile(r"\S")
_IN_SINGLE_QUOTES = re.compile(r"''|\S")
_IN_DOUBLE_QUOTES = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\x(?!20|09|0[aAdD]|85|[aA]0)[0-9a-fA-F]{2}"
    r"|\\u(?!0020|000[9aAdD]|0085|00[aA]0|2028|2029)[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[^xuUntrNLP_ \t\r\n]"
    r"|\\(?:[ntrNLP_ \t\r\n]|x..|u....)(?P<blank>)|[^\s\\]"
)


class Written:
    """Where each character of a text value stands in the file, however it is quoted and folded there."""

    def __init__(self, text: str, node: Node) -> None:
        """Follow a scalar of a file's text; in it and in its value only the blanks differ, and what is escaped."""
        value = str(node.value)
        start, end, opening = node.start, node.end, text[node.start : node.start + 1]
        if opening in {"|", ">"}:
            start = text.find("\n", start, end) + 1 or start
        raw = text[start:end]
        self._by_word = not (opening == '"' and "\\" in raw) and not (opening == "'" and "''" in raw[1:-1])
        if opening in {'"', "'"}:
            start, end = start + 1, end - 1
        units = self._units(opening).finditer(text, start, end)
        self._spans = [found.span() for found in units if not found.lastgroup]
        self._starts = [found.start() for found in (_WORD if self._by_word else _CHARACTER).finditer(value)]

    def _units(self, opening: str) -> re.Pattern[str]:
        if self._by_word:
            return _WORD
        return _IN_DOUBLE_QUOTES if opening == '"' else _IN_SINGLE_QUOTES

    def span(self, at: int) -> tuple[int, int]:
        """Give where in the file the character of the value at `at` starts and ends, which must be no blank."""
        number = bisect_right(self._starts, at) - 1
        start, end = self._spans[number]
        if not self._by_word:
            return start, end
        offset = start + at - self._starts[number]
        return offset, offset + 1


class Fault(NamedTuple):
    """Something wrong in a file, in words a care manager can act on."""

    rule: str
    place: Place
    message: str


@dataclass(frozen=True)
class Source:
    """A file that was read: its name for people, its text, its tree and what was wrong with it."""

    path: str
    text: str = ""
    root: Node | None = None
    faults: tuple[Fault, ...] = field(default=())

    @cached_property
    def data(self) -> Data:
        """The values of the file without their places."""
        return self.root.data() if self.root else None

    @cached_property
    def _line_starts(self) -> list[int]:
        if "\r" in self.text:
            return [0, *(found.end() for found in _LINE_BREAK.finditer(self.text))]
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def place(self, start: int, end: int) -> Place:
        """Turn character offsets into lines and columns."""
        return Place(*self._line_column(start), *self._line_column(max(start, end)))

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def locate(self, pointer: Pointer) -> Place:
        """Say where a value stands.

        A mapping, a list and an empty value stand where their key does; a missing one where its nearest parent does.
        """
        node, key = self.root, None
        for step in pointer:
            if node is None:
                break
            below = node.child(step)
            if below is None:
                return self._span(key or node)
            key = node.members[step].key if node.members is not None and isinstance(step, str) else None
            node = below
        if node is None:
            return START
        return self._span(key if key and node.is_bare else node)

    def locate_key(self, pointer: Pointer) -> Place:
        """Say where the key at the end of the pointer stands."""
        parent = self.node(pointer[:-1])
        if parent and parent.members is not None and isinstance(pointer[-1], str):
            member = parent.members.get(pointer[-1])
            if member:
                return self._span(member.key)
        return self.locate(pointer)

    def locate_part(self, pointer: Pointer, start: int, end: int) -> Place:
        """Say where the characters `start` to `end` of a text value stand."""
        node = self.node(pointer)
        if node is None or not isinstance(node.value, str):
            return self.locate(pointer)
        written = self._written.get(node.start) or self._written.setdefault(node.start, Written(self.text, node))
        return self.place(written.span(start)[0], written.span(end - 1)[1])

    @cached_property
    def _written(self) -> "dict[int, Written]":
        return {}

    def _span(self, node: Node) -> Place:
        end = node.end
        if node.members is not None or node.items is not None:
            first_break = _LINE_BREAK.search(self.text, node.start, node.end)
            end = first_break.start() if first_break else node.end
        return self.place(node.start, end)

    def node(self, pointer: Pointer) -> Node | None:
        """Give the value a pointer leads to, if it exists."""
        node = self.root
        for step in pointer:
            if node is None:
                return None
            node = node.child(step)
        return node

    def text_at(self, *pointer: str | int) -> str | None:
        """Give the text a pointer leads to; None where there is none or it is no text."""
        node = self.node(pointer)
        return node.value if node and isinstance(node.value, str) else None

    def words_at(self, *pointer: str | int) -> str | None:
        """Give the text a pointer leads to without blanks around it; None where there is none or it says nothing."""
        return (self.text_at(*pointer) or "").strip() or None

    def keys(self, *pointer: str | int) -> tuple[str, ...]:
        """Give the keys of the mapping a pointer leads to; none where there is no mapping."""
        node = self.node(pointer)
        return tuple(node.members) if node and node.members is not None else ()

    def items(self, *pointer: str | int) -> Iterator[Pointer]:
        """Give a pointer to each item of the list a pointer leads to; none where there is no list."""
        node = self.node(pointer)
        for index in range(len(node.items) if node and node.items is not None else 0):
            yield (*pointer, index)


class InOrder(Source):
    """A source whose places tell no more than what stands before what: enough, and soon had, where none is shown."""

    def place(self, start: int, end: int) -> Place:
        """Give offsets for lines."""
        return Place(start, 0, end, 0)

    def locate_part(self, pointer: Pointer, start: int, end: int) -> Place:
        """Give the offset of a text value for lines, and those of its characters for columns."""
        node = self.node(pointer)
        offset = node.start if node else 0
        return Place(offset, start, offset, end)
