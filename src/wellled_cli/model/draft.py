"""An assessment read from somewhere else, before it is an assessment file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from wellled_cli.model.source import Pointer

Value: TypeAlias = "str | int | date | list[Value] | dict[str, Value]"
"""What stands in an assessment file; keys come in the order of the file."""


@dataclass(frozen=True)
class Draft:
    """An assessment read from a source.

    `head` says where it came from; `notes` are lines to stand above a value, or above the gap where one could not be
    read, each by the pointer of the value.
    """

    values: dict[str, Value]
    head: Sequence[str]
    notes: Mapping[Pointer, Sequence[str]] = field(default_factory=dict)
