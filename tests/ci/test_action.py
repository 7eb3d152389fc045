"""The action's own shell, run as a runner would run it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from tests.builders import assessment_text
from tests.ci.conftest import needed
from tests.cli.command import PATIENCE, environment_with
from tests.house.places import ROOT

ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
CHECK = next(step for step in STEPS if step.get("name") == "Check")
pytestmark = pytest.mark.usefixtures("files")


def ran(folder: Path, **inputs: str) -> "subprocess.CompletedProcess[str]":
    """Run the check step with inputs, with our command where the install step puts it."""
    shell = needed("bash", "the action's steps are bash")
    place = folder / "temp" / "wellled" / "bin"
    place.mkdir(parents=True)
    starter = place / "wellled"
    starter.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m wellled_cli "$@"\n', "utf-8")
    starter.chmod(0o755)
    given = {name: str(spec["default"]) for name, spec in ACTION["inputs"].items()} | inputs
    environment = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")] for name, value in CHECK["env"].items()
    }
    more: Mapping[str, str] = {**environment, "RUNNER_TEMP": str(folder / "temp"), "GITHUB_ACTIONS": "true"}
    return subprocess.run(
        [shell, "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]],
        env=environment_with(more) | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_it_checks_the_paths_given(folder: Path) -> None:
    """One a line, blanks and all; annotations come out."""
    (folder / "two words.yaml").write_text(assessment_text((3, 3, 1, 3, 3, 3, 3)), "utf-8")
    done = ran(folder, paths="good.yaml\ntwo words.yaml\n")
    assert done.returncode == 0, done.stderr
    assert "::error file=two words.yaml" in done.stdout


def test_the_gate_decides(folder: Path) -> None:
    """Each input reaches its option."""
    assert ran(folder, paths="low.yaml", **{"min-rating": "good"}).returncode == 1


def test_files_are_written(folder: Path) -> None:
    """SARIF and JSON where they are wanted."""
    done = ran(folder, paths="good.yaml", **{"sarif-file": "out.sarif", "json-file": "out.json", "fail-on": "never"})
    assert done.returncode == 0
    assert json.loads(Path("out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads(Path("out.json").read_text("utf-8"))["format"] == "wellled-result/1"


def test_nothing_given_is_a_program(folder: Path) -> None:
    """Inputs are words, whatever stands in them."""
    done = ran(folder, paths="$(touch owned); good.yaml\n`touch owned`\n--version")
    assert done.returncode != 0 or "wellled" in done.stdout
    assert not Path("owned").exists()


def test_no_input_stands_in_a_script() -> None:
    """Inputs go through the environment, never into the text of a script."""
    assert [step["run"] for step in STEPS if "${{" in step.get("run", "")] == []


def test_every_action_used_is_pinned() -> None:
    """By commit, so that nobody can change it under us."""
    for step in STEPS:
        if uses := step.get("uses"):
            assert len(uses.partition("@")[2]) == 40
