"""Faulty files: every fault is found where it stands, and nothing else.

What is expected stands as a comment on the line of the fault, `# fault: RULE @COLUMN WORDS`, several with a semicolon
between them, the words being part of what the message must say was expected. Where a comment cannot be written, the
file has a neighbour `FILE.expected` with a line `LINE:COLUMN RULE WORDS` for each fault.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builders import TODAY
from wellled_cli.load.reader import read
from wellled_cli.model.review import Review
from wellled_cli.workflow import Terms, review

FILES = sorted(path for path in (Path(__file__).parent / "faulty").iterdir() if path.suffix in {".yaml", ".json"})
EVERY_FILE = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


class Expected(NamedTuple):
    """A fault that is to be found, and words its message has."""

    line: int
    column: int
    rule: str
    words: str


def expected_in(path: Path) -> list[Expected]:
    """Read what is expected of a file."""
    beside = path.with_name(f"{path.name}.expected")
    if beside.exists():
        stated = re.findall(r"^(\d+):(\d+) (\S+) ?(.*)$", beside.read_text(encoding="utf-8"), re.MULTILINE)
        return [Expected(int(line), int(column), rule, words) for line, column, rule, words in stated]
    return list(_in_comments(path.read_text(encoding="utf-8")))


def _in_comments(text: str) -> Iterator[Expected]:
    for number, line in enumerate(text.splitlines(), start=1):
        _, _, comment = line.partition("# fault: ")
        for rule, column, words in re.findall(r"(\S+) @(\d+) ?([^;]*)", comment):
            yield Expected(number, int(column), rule, words)


def reviewed(path: Path) -> Review:
    """Take a file through the house."""
    return review(read(path.read_bytes(), path.name), Terms(TODAY))


@EVERY_FILE
def test_exactly_the_faults_expected_are_found(path: Path) -> None:
    """A faulty file has the faults expected of it, each at its line and column, and no others."""
    expected = expected_in(path)
    assert expected
    found = [(fault.place.line, fault.place.column, fault.rule) for fault in reviewed(path).faults]
    assert sorted(found) == sorted((fault.line, fault.column, fault.rule) for fault in expected)


@EVERY_FILE
def test_every_message_says_what_was_expected(path: Path) -> None:
    """For each fault expected there is a message at its place that says what was found and what belongs there."""
    faults = reviewed(path).faults
    for line, column, rule, words in expected_in(path):
        place = (line, column, rule)
        said = [fault.message for fault in faults if (fault.place.line, fault.place.column, fault.rule) == place]
        assert any("found " in message and words in message for message in said), (place, words, said)


@EVERY_FILE
def test_a_faulty_file_gives_no_result(path: Path) -> None:
    """A file with a fault is not scored; its findings are faults, each an error with a kebab-case rule."""
    outcome = reviewed(path)
    assert outcome.scorecard is None
    assert {(finding.kind, finding.level) for finding in outcome.findings} == {("fault", "error")}
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", finding.rule) for finding in outcome.findings)
