"""What a document is made of, whatever it is written as; every text in it is plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one a line."""

    items: Sequence[tuple[str, str]]
    caption: str = "About this assessment"


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


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a picture: its value on a scale from nought, in words too, and a mark on the same scale."""

    label: str
    value: float
    words: str
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture of values beside each other; a table beside it says the same.

    `most` is the end of the scale of all bars; where it is None every bar has a scale of its own, to its value or mark.
    """

    title: str
    description: str
    bars: Sequence[Bar]
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Scale:
    """A picture of a score out of 100 on the bands of the ratings, each with its lowest and highest score."""

    title: str
    description: str
    score: int
    bands: Sequence[tuple[str, int, int]]


Picture: TypeAlias = Bars | Scale

Block: TypeAlias = Headline | Facts | Table | Prose | Bullets | Citations | Picture


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
