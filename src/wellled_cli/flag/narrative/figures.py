"""Figures that speak for themselves: against their own target, and as a share of a whole."""

import re
from collections.abc import Iterator
from decimal import Decimal

from wellled_cli.flag.narrative.lexicon import Cue
from wellled_cli.flag.narrative.words import Words

_MOST = Decimal("0.9")
_FEW = Decimal("0.75")
_NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SMALL = {name: number for number, name in enumerate(_NAMES)}
_N = rf"(\d[\d,]*|{'|'.join(_NAMES[1:])})"
_AGAINST = re.compile(
    r" (\d+(?:\.\d+)?)%? (?:[^|]{0,40}? )?(?:against|target|compared|standard|goal|threshold|benchmark)"
    r"(?: [^ |]+){0,6}? (\d+(?:\.\d+)?)% "
)
_ONLY = re.compile(
    r" (?:only|just|barely|scarcely|merely|a mere) (?:\d+(?:\.\d+)?%|[^ |]+ (?:out )?of (?:the |its |their )?[^ |]+) "
)
_SHARE = re.compile(rf" {_N} (?:out )?of (?:the |its |their |our |all )?{_N} ")
_PERCENT = re.compile(r"(?<! by)(?<! to)(?<! from)(?<! than) (\d+(?:\.\d+)?)% ")


def figure_cues(words: Words) -> Iterator[tuple[int, int, Cue]]:
    """Give the first and last word of each figure that is good or bad by itself.

    A figure against a target is judged by it; else nine in ten is most, and three in four or less is few, as the
    project's own reading of such figures: CQC sets no such thresholds. What lies between says nothing.
    """
    taken: list[tuple[int, int]] = []
    for pattern, judge in _JUDGES:
        for found in pattern.finditer(words.line):
            start, end = found.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            if cue := judge(found):
                taken.append((start, end))
                yield words.at(start + 1), words.at(end - 1), cue


def _against_target(found: re.Match[str]) -> Cue:
    return Cue.FEW if Decimal(found[1]) < Decimal(found[2]) else Cue.MOST


def _only(_: re.Match[str]) -> Cue:
    return Cue.FEW


def _share(found: re.Match[str]) -> Cue | None:
    part, whole = _number(found[1]), _number(found[2])
    return _of_whole(part / whole) if part <= whole and whole else None


def _percent(found: re.Match[str]) -> Cue | None:
    return _of_whole(Decimal(found[1]) / 100)


_JUDGES = ((_AGAINST, _against_target), (_ONLY, _only), (_SHARE, _share), (_PERCENT, _percent))
"""Patterns with what each says of a figure, the most telling first."""


def _of_whole(share: Decimal) -> Cue | None:
    if share >= _MOST:
        return Cue.MOST
    return Cue.FEW if share <= _FEW else None


def _number(written: str) -> Decimal:
    return Decimal(_SMALL[written]) if written in _SMALL else Decimal(written.replace(",", ""))
