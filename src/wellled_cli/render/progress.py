"""How far a long run is, for the person who waits at a terminal."""

from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")

_PATIENCE = 1.0
"""Seconds that nobody needs to be told anything."""


def progress(items: Iterable[Item], total: int) -> Iterator[Item]:
    """Give items on; where they take long, show on standard error how many of all there have been."""
    columns = (TextColumn("Reading assessments"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4)
    task, began, shown = bar.add_task("", total=total), monotonic(), False
    try:
        for item in items:
            if not shown and monotonic() - began > _PATIENCE:
                bar.start()
                shown = True
            bar.advance(task)
            yield item
    finally:
        if shown:
            bar.stop()
