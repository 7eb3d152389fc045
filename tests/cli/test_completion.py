"""The shell completes commands, options, ratings, rules and frameworks."""

import os
import sys

import pytest

from tests.cli.command import process


def completed(line: str) -> set[str]:
    """Give what bash is offered for the last word of a line."""
    words = line.split(" ")
    environment = {
        "_WELLLED_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return set(process(environment=environment).out.split())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "wellled ",
            {"score", "check", "report", "plan", "compare", "import", "init", "frameworks", "explain", "schema"},
        ),
        ("wellled check --m", {"--min-rating", "--min-score"}),
        ("wellled check --min-rating ", {"inadequate", "requires-improvement", "good", "outstanding"}),
        ("wellled plan a.yaml --to g", {"good"}),
        ("wellled check --fail-on n", {"note", "never"}),
        ("wellled check --format s", {"sarif"}),
        ("wellled explain concern-sp", {"concern-speaking-up"}),
        ("wellled explain L", {"L1", "L2"}),
        ("wellled frameworks cqc-la", {"cqc-la-2025"}),
        ("wellled score --framework cqc-saf-2024", {"cqc-saf-2024"}),
    ],
)
def test_what_may_stand_there_is_offered(line: str, expected: set[str]) -> None:
    """Each word that begins so."""
    assert completed(line) >= expected
