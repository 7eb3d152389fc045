"""What a file is made of, one event after the other, whichever language it is written in."""

from typing import NamedTuple

from wellled_cli.model.source import Scalar


class NotReadableError(Exception):
    """The text cannot be read any further: why, and from which character offset to which."""

    def __init__(self, rule: str, message: str, start: int, end: int | None = None) -> None:
        """Keep the rule, the words and the offsets of the fault."""
        super().__init__(message)
        self.rule = rule
        self.start = start
        self.end = start if end is None else end


class ScalarFound(NamedTuple):
    """A single value."""

    start: int
    end: int
    value: Scalar
    anchor: str | None = None


class Opened(NamedTuple):
    """The start of a mapping or a list."""

    start: int
    mapping: bool
    anchor: str | None = None


class Closed(NamedTuple):
    """The end of a mapping or a list; `end` is None where the language marks none."""

    start: int
    end: int | None = None


class Repeated(NamedTuple):
    """An alias: the value of an anchor once more."""

    start: int
    end: int
    anchor: str


Event = ScalarFound | Opened | Closed | Repeated
