"""Figures as people read them."""

from pathlib import Path

import pytest

from tests.builders import assessment_text
from tests.cli.command import Command

HOLE = 765432


@pytest.mark.parametrize(
    ("written", "shown"),
    [("1E+4", "10000"), ("1e4", "10000"), ("0.00001", "0.00001"), ("0.0000001", "0.0000001"), ("-2E+3", "-2000")],
)
@pytest.mark.parametrize("command", ["score", "check", "report"])
@pytest.mark.usefixtures("folder")
def test_values_are_shown_in_plain_digits(wellled: Command, command: str, written: str, shown: str) -> None:
    """A value of a measure is shown in digits alone, however it is written in the file."""
    measure = {"name": "Vacancies", "topic": "training", "value": HOLE, "target": 99999, "better": "higher"}
    Path("a.yaml").write_text(assessment_text(measures=[measure]).replace(str(HOLE), written), "utf-8")
    ran = wellled(command, "a.yaml", "--today", "2026-01-15")
    words = ran.out.replace(",", "").split()
    assert ran.code == 0
    assert shown in [word.strip(".;:|") for word in words]
    assert not {"1E+4", "1E-7", "1E-5", "-2E+3"} & set(words)
