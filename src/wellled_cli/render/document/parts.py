"""What a document is made of, whatever it is written as; every text in it is plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one a line."""

    items: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column headings; `numbers` are the columns that hold figures."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Headline:
    """The one sentence a reader must not miss."""

    text: str


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs."""

    paragraphs: Sequence[str]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Citations:
    """A list of titles, each with the address where it can be read, if it has one."""

    items: Sequence[tuple[str, str | None]]


Block: TypeAlias = Headline | Facts | Table | Prose | Bullets | Citations


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it."""

    title: str
    blocks: Sequence[Block] = ()
    sections: "Sequence[Section]" = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    title: str
    blocks: Sequence[Block]
    sections: Sequence[Section]
