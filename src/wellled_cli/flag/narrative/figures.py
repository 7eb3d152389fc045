"""Figures that speak for themselves: against their own target, and as a share of a whole."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from wellled_cli.flag.narrative.lexicon import Cue
from wellled_cli.flag.narrative.words import Words

_MOST = Decimal("0.9")
_FEW = Decimal("0.75")
_NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SMALL = {name: number for number, name in enumerate(_NAMES)}
_N = rf"(\d[\d,]*|{'|'.join(_NAMES[1:])})"
_AGAINST = re.compile(
    r" (\d+(?:\.\d+)?)%? (?:[^|]{0,80}? )?(?:against|target|standard|goal|threshold|benchmark)"
    r"(?: [^ |]+){0,6}? (\d+(?:\.\d+)?)% "
)
_EXPECTED = re.compile(r" (\d+(?:\.\d+)?)%? (?:[^|]{0,40}? )?(\d+(?:\.\d+)?)% (?:expected|required) ")
_NO_MEASURE = re.compile(
    r" (?:target|standard|goal|threshold|benchmark)(?: (?:of|was|is|set|at)){1,2} \d+(?:\.\d+)?% "
    r"| compared (?:with|to)(?: [^\d |]+){0,3} \d+(?:\.\d+)?% "
    r"| \d+(?:\.\d+)?% (?:target|standard|goal|threshold|benchmark) "
)
_ONLY = re.compile(
    r" (?:only|just|barely|scarcely|merely|a mere) (?:\d+(?:\.\d+)?%|[^ |]+ (?:out )?of (?:the |its |their )?[^ |]+) "
)
_SHARE = re.compile(rf" {_N} (?:out )?of (?:the |its |their |our |all )?{_N} ")
_PERCENT = re.compile(r"(?<! by)(?<! to)(?<! from)(?<! than) (\d+(?:\.\d+)?)% ")


def figure_cues(words: Words, is_of_burden: Callable[[int], bool] = lambda _: False) -> Iterator[tuple[int, int, Cue]]:
    """Give the first and last word of each figure that is good or bad by itself.

    A figure against a target is judged by it; else nine in ten is most, and three in four or less is few, as the
    project's own reading of such figures: CQC sets no such thresholds. What lies between says nothing. Nor
    does a share of what there should be little of, as `is_of_burden` tells by the first word of a figure; below its
    target it is good.
    """
    if "of" not in words.words and "%" not in words.text[words.start : words.end]:
        return
    taken: list[tuple[int, int]] = []
    for marks, pattern, judge in _JUDGES:
        if not any(mark in words.line for mark in marks):
            continue
        for found in pattern.finditer(words.line):
            start, end = found.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            cue = judge(found)
            if cue or judge is _no_measure:
                taken.append((start, end))
            first = words.at(start + 1)
            if cue and is_of_burden(first):
                cue = _burden(found) if judge is _against_target else None
            if cue:
                yield first, words.at(end - 1), cue


def _no_measure(_: re.Match[str]) -> None:
    return None


def _burden(found: re.Match[str]) -> Cue:
    return Cue.FEW if Decimal(found[1]) > Decimal(found[2]) else Cue.WITHIN


def _against_target(found: re.Match[str]) -> Cue:
    return Cue.FEW if Decimal(found[1]) < Decimal(found[2]) else Cue.MOST


def _only(_: re.Match[str]) -> Cue:
    return Cue.FEW


def _share(found: re.Match[str]) -> Cue | None:
    part, whole = _number(found[1]), _number(found[2])
    return _of_whole(part / whole) if part <= whole and whole else None


def _percent(found: re.Match[str]) -> Cue | None:
    return _of_whole(Decimal(found[1]) / 100)


_PER_CENT, _OF = "%", " of "
_JUDGES: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], Cue | None]], ...] = (
    ((_PER_CENT,), _AGAINST, _against_target),
    ((_PER_CENT,), _EXPECTED, _against_target),
    ((_PER_CENT,), _NO_MEASURE, _no_measure),
    ((_PER_CENT, _OF), _ONLY, _only),
    ((_OF,), _SHARE, _share),
    ((_PER_CENT,), _PERCENT, _percent),
)
"""Patterns with the marks of which each needs one, and what each says of a figure, the most telling first."""


def _of_whole(share: Decimal) -> Cue | None:
    if share >= _MOST:
        return Cue.MOST
    return Cue.FEW if share <= _FEW else None


def _number(written: str) -> Decimal:
    return Decimal(_SMALL[written]) if written in _SMALL else Decimal(written.replace(",", ""))
