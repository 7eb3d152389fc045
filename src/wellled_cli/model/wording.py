"""How things are put into words: faults, days, and words that are nearly right."""

import difflib
from collections.abc import Iterable
from datetime import date

from wellled_cli.model.source import Data, Fault, Plain, Pointer

_LONGEST_EXCERPT = 60


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """Write a day as people in England do, whatever the locale: 20 February 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def fault_message(pointer: Pointer, found: str, expected: str, advice: str = "") -> str:
    """Write one sentence: `statements > x > score: found 5, expected 1 to 4; advice`."""
    where = " > ".join(f"item {step + 1}" if isinstance(step, int) else excerpt(step) for step in pointer)
    sentence = f"found {found}, expected {expected}" + (f"; {advice}" if advice else "")
    return f"{where}: {sentence}" if where else sentence


def fault_lines(path: str, faults: Iterable[Fault]) -> list[str]:
    """Write faults with the place of each, in the order of the file."""
    ordered = sorted(faults, key=lambda fault: fault.place)
    return [f"{path}:{fault.place.line}:{fault.place.column}: {fault.message}" for fault in ordered]


def found_words(value: Data) -> str:
    """Name a value as its writer would: `5`, `"5" in quotes`, `a list`."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a group of keys"
    if isinstance(value, Plain):
        return excerpt(value)
    return f'"{excerpt(value)}" in quotes' if value.strip() else "empty text"


def excerpt(text: str) -> str:
    """Cut a text to a few words on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_EXCERPT else line[: _LONGEST_EXCERPT - 3] + "..."


def one_of(words: Iterable[str]) -> str:
    """Join words as `a, b or c`."""
    words = list(words)
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Give advice where a known word is close to the one written, else nothing."""
    close = nearest(word, known)
    return f'did you mean "{close}"?' if close else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word closest to the one written, None where none is close."""
    by_case = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold()[:200], by_case, n=1, cutoff=0.6)
    return by_case[close[0]] if close else None
