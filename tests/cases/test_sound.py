"""Odd but sound files: no fault is found in them, and they are read as they were meant.

What is expected of a file stands in its neighbour `FILE.expected`: values of the assessment as it is read and of the
scorecard, as far as they are to be checked.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from tests.builders import TODAY
from wellled_cli.load.reader import read
from wellled_cli.model.review import Review
from wellled_cli.workflow import Terms, review

FILES = sorted(path for path in (Path(__file__).parent / "sound").iterdir() if path.suffix in {".yaml", ".json"})
EVERY_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def reviewed(path: Path) -> Review:
    """Take a file through the house."""
    return review(read(path.read_bytes(), path.name), Terms(TODAY))


def expected_of(path: Path) -> dict[str, Any]:
    """Read what is expected of a file."""
    expected: dict[str, Any] = json.loads(path.with_name(f"{path.name}.expected").read_text(encoding="utf-8"))
    return expected


def part_of(whole: object, pattern: object) -> object:
    """Cut a value down to what a pattern speaks of, so that the two can be compared."""
    if isinstance(pattern, dict) and isinstance(whole, dict):
        return {key: part_of(whole.get(key, "missing"), below) for key, below in pattern.items()}
    if isinstance(pattern, list) and isinstance(whole, list) and len(pattern) == len(whole):
        return [part_of(item, below) for item, below in zip(whole, pattern, strict=True)]
    return whole


@EVERY_FILE
def test_a_sound_file_has_no_faults(path: Path) -> None:
    """An odd but valid file has no faults and is scored."""
    outcome = reviewed(path)
    assert outcome.faults == ()
    assert outcome.scorecard is not None


@EVERY_FILE
def test_a_sound_file_is_read_as_meant(path: Path) -> None:
    """What is read of a file is what its writer meant."""
    assessment, expected = reviewed(path).assessment, expected_of(path)["assessment"]
    assert assessment is not None
    assert part_of(assessment.model_dump(mode="json"), expected) == expected


@EVERY_FILE
def test_a_sound_file_is_scored_as_meant(path: Path) -> None:
    """The score and rating of a file are those of its scores under the published rules."""
    card, expected = reviewed(path).scorecard, expected_of(path)["scorecard"]
    assert card is not None
    assert part_of(asdict(card), expected) == expected
