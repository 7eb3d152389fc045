"""How well narratives are read, against sentences that people labelled.

    python -m tests.concern_quality FILE.jsonl... [--topics] [--wrong [TOPIC...]]

Prints precision, recall and F1 of concerns and of strengths, per sentence and topic; with --topics those of each
topic too, with --wrong every sentence read wrongly (in some topics only, where they are named). A line of a file is
one sentence: {"id", "statement", "doc", "text", "labels": [{"topic", "polarity"}]}; the sentences of a doc follow each
other and are read as one narrative.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, TypeAlias

from wellled_cli.flag.narrative.lexicon import lexicon
from wellled_cli.flag.narrative.reader import read

Row: TypeAlias = Mapping[str, Any]
Key: TypeAlias = tuple[str, str]
POLARITIES = ("concern", "strength")


@dataclass
class Outcome:
    """One sentence: what people labelled, and what was read, with the words that decided it."""

    row: Row
    wanted: set[Key]
    found: dict[Key, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Figures:
    """How often a label was right, read where none was, and missed."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was read that is right."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """The share of what people labelled that was read."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1.0)

    def __str__(self) -> str:
        """Give the figures in one line."""
        return (
            f"precision {self.precision:.3f}  recall {self.recall:.3f}  F1 {self.f1:.3f}"
            f"  (right {self.right}, false {self.false}, missed {self.missed})"
        )


def rows_of(paths: Iterable[Path]) -> list[Row]:
    """Give the labelled sentences of files."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line]


def outcomes(rows: Iterable[Row]) -> Iterator[Outcome]:
    """Read each narrative as the tool does, and give what was read in each of its sentences."""
    for _, group in groupby(rows, key=lambda row: row["doc"]):
        yield from _of_narrative(list(group))


def _of_narrative(rows: list[Row]) -> Iterator[Outcome]:
    text, spans = "", []
    for row in rows:
        spans.append((len(text), len(text) + len(row["text"])))
        text += f"{row['text']}\n\n"
    labels = [label for sentence in read(text, lexicon()) for label in sentence.labels]
    for row, (start, end) in zip(rows, spans, strict=True):
        outcome = Outcome(row, {(label["topic"], label["polarity"]) for label in row["labels"]})
        for label in labels:
            if start <= label.start < end:
                key = (label.topic, "concern" if label.is_concern else "strength")
                outcome.found.setdefault(key, text[label.start : label.end])
        yield outcome


def figures(read_so: Iterable[Outcome], polarity: str, topic: str | None = None) -> Figures:
    """Count over sentences and topics, of all topics or of one."""
    counts: Counter[str] = Counter()
    for outcome in read_so:
        found, wanted = (
            {key for key in keys if key[1] == polarity and topic in {None, key[0]}}
            for keys in (outcome.found, outcome.wanted)
        )
        counts["right"] += len(found & wanted)
        counts["false"] += len(found - wanted)
        counts["missed"] += len(wanted - found)
    return Figures(counts["right"], counts["false"], counts["missed"])


def _report(read_so: list[Outcome], *, by_topic: bool, wrong: list[str] | None) -> Iterator[str]:
    for outcome in read_so if wrong is not None else ():
        keys = sorted(key for key in outcome.found.keys() ^ outcome.wanted if not wrong or key[0] in wrong)
        if keys:
            yield f"{outcome.row['id']} {outcome.row['text']}"
        for key in keys:
            yield f"    {f'FALSE  {outcome.found[key]!r}' if key in outcome.found else 'MISSED'}  {' '.join(key)}"
    for polarity in POLARITIES:
        yield f"{polarity:8}  {'all':18} {figures(read_so, polarity)}"
    topics = sorted({key[0] for outcome in read_so for key in outcome.found.keys() | outcome.wanted})
    for topic in topics if by_topic else ():
        for polarity in POLARITIES:
            yield f"{polarity:8}  {topic:18} {figures(read_so, polarity, topic)}"


def main() -> None:
    """Print the figures of the files named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.concern_quality", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE.jsonl")
    parser.add_argument("--topics", action="store_true", help="the figures of each topic too")
    parser.add_argument("--wrong", nargs="*", metavar="TOPIC", help="every sentence read wrongly")
    given = parser.parse_args()
    report = _report(list(outcomes(rows_of(given.files))), by_topic=given.topics, wrong=given.wrong)
    sys.stdout.writelines(f"{line}\n" for line in report)


if __name__ == "__main__":
    main()
