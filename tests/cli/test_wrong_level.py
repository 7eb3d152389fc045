"""A level that is none is a fault of its file, and of nothing else."""

import json
from pathlib import Path

import pytest

from tests.builders import Yaml, assessment_text
from tests.cli.command import Command


@pytest.mark.parametrize("level", ["Trust", 3, "moon"], ids=str)
@pytest.mark.parametrize(("command", "code"), [("check", 1), ("score", 2)])
def test_programs_still_get_every_file(wellled: Command, files: Path, command: str, code: int, level: Yaml) -> None:
    """A file with a wrong level has its faults and no level, and the files beside it have their entries."""
    (files / "wrong.yaml").write_text(assessment_text(level=level), "utf-8")
    ran = wellled(command, "good.yaml", "wrong.yaml", "low.yaml", "--format", "json")
    entries = {entry["path"]: entry for entry in json.loads(ran.out)["assessments"]}
    assert (ran.code, list(entries)) == (code, ["good.yaml", "wrong.yaml", "low.yaml"])
    assert [entry["level"] for entry in entries.values()] == ["service", None, "service"]
    assert [entry["rating"] for entry in entries.values()] == ["good", None, "inadequate"]
    assert [finding["kind"] for finding in entries["wrong.yaml"]["findings"]].count("fault") == 1
