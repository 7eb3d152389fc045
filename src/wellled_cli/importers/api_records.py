"""Records as CQC's API gives them: fields may be absent, lists may be single, words come in any case."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from wellled_cli.importers.api_text import readable
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.wording import excerpt

Record: TypeAlias = Mapping[str, Any]
_KINDS: Mapping[type, str] = {bool: "true or false", list: "a list", dict: "an object"}


def parsed(content: str, name: str, expected: str) -> object:
    """Give what JSON holds.

    Raises NotImportableError where it is not whole, or gives a key twice, as then nobody knows which one holds.
    """

    def unambiguous(pairs: Sequence[tuple[str, Any]]) -> Record:
        found = dict(pairs)
        if len(found) < len(pairs):
            ((twice, _),) = Counter(key for key, _ in pairs).most_common(1)
            whose = f' of "{excerpt(text(found, "name"))}"' if text(found, "name") else ""
            raise NotImportableError(f'{name}: found the key "{excerpt(twice)}" twice{whose}; expected it once')
        return found

    try:
        return json.loads(content, object_pairs_hook=unambiguous)
    except (ValueError, RecursionError) as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise NotImportableError(f"{name}: this is no whole JSON{where}; expected {expected}") from None


def text(record: Record, key: str) -> str:
    """Give what a record says under a key as text on one line; nothing where it says nothing, or nests more."""
    value = record.get(key)
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return readable(" ".join(str(value).split()))


def found(record: Record, *keys: str) -> str:
    """Give what a record says under the first of some keys that says anything; of what is no text, its kind."""
    for key in keys:
        value = record.get(key)
        if said := text(record, key) or _KINDS.get(type(value), ""):
            return said
    return ""


def letters(words: str) -> str:
    """Give the letters of some words alone, so that any spelling of "Not assessed" or "well-led" is the same."""
    return "".join(filter(str.isalpha, words.casefold()))


def records(record: Record, key: str) -> Iterator[Record]:
    """Give the records under a key: those of a list, or the one that stands alone."""
    value = record.get(key)
    yield from (each for each in (value if isinstance(value, list) else [value]) if isinstance(each, dict))


def why_not_current(record: Record) -> str:
    """Tell why a rating or its plan is not current; nothing where it is, as far as it says so."""
    for key, current in (("status", "current"), ("assessmentPlanStatus", "active")):
        if (said := text(record, key)).casefold() not in {"", current}:
            return f'{key} is "{excerpt(said)}"'
    return ""


def is_historic(record: Record) -> bool:
    """Tell whether a rating is one that a newer one replaced."""
    return text(record, "status").casefold() == "historic"
