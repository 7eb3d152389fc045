"""When a run gives an overall rating of a service."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import STATEMENTS, assessment_text
from tests.cli.assessments import FILES
from tests.cli.command import Command
from tests.own_framework import service_texts

TODAY = ("--today", "2026-11-23")
BOTH = pytest.mark.parametrize("command", ["score", "report"])
LATER = {"date": date(2025, 6, 20)}
TRUST = assessment_text([1] * 8, level="trust", about=LATER)


@pytest.fixture
def service(folder: Path) -> Path:
    """Stand in a folder with the five key questions of a service, all good."""
    for question, text in service_texts(dict.fromkeys(STATEMENTS, "good")).items():
        (folder / f"{question}.yaml").write_text(text, "utf-8")
    return folder


def overall(text: str) -> list[str]:
    """Give the lines that tell an overall rating."""
    return [line for line in text.splitlines() if line.startswith("Overall")]


@BOTH
@pytest.mark.parametrize("name", ["faulty.yaml", "broken.yaml"])
def test_no_overall_rating_beside_a_faulty_file(wellled: Command, service: Path, command: str, name: str) -> None:
    """A faulty file may be the latest of a key question: no overall rating is given, and people are told."""
    assert len(overall(wellled(command, *TODAY).out)) == 1
    (service / name).write_text(FILES[name], "utf-8")
    ran = wellled(command, *TODAY)
    assert ran.code == 2
    assert ran.out
    assert overall(ran.out) == []
    assert "overall rating" in ran.err.casefold()


@BOTH
def test_a_trust_is_not_its_service(wellled: Command, service: Path, command: str) -> None:
    """A later well-led at trust level does not replace that of the service, and cannot stand in for it."""
    (service / "z-trust.yaml").write_text(TRUST, "utf-8")
    (line,) = overall(wellled(command, *TODAY).out)
    assert "Good" in line
    (service / "well-led.yaml").unlink()
    ran = wellled(command, *TODAY)
    assert (ran.code, overall(ran.out)) == (0, [])
