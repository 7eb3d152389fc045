"""Records as CQC's API gives them: fields may be absent, lists may be single, words come in any case."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Record: TypeAlias = Mapping[str, Any]


def text(record: Record, key: str) -> str:
    """Give what a record says under a key as text; nothing where it says nothing, or nests more."""
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip() if "<" in str(value) else " ".join(str(value).split())


def records(record: Record, key: str) -> Iterator[Record]:
    """Give the records under a key: those of a list, or the one that stands alone."""
    value = record.get(key)
    yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict))


def is_current(record: Record) -> bool:
    """Tell whether a rating or its plan is current, as far as it says so."""
    status, plan = text(record, "status").casefold(), text(record, "assessmentPlanStatus").casefold()
    return status in {"", "current"} and plan in {"", "active"}
