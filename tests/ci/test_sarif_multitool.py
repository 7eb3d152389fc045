"""The SARIF validator finds nothing wrong, whatever a file holds."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.ci.conftest import needed
from tests.cli.command import PATIENCE, Command
from tests.cli.test_formats import HOSTILE, written
from tests.house.places import ROOT


def validated(wellled: Command, *paths: str) -> list[str]:
    """Write SARIF and give what the validator calls an error, or a warning beyond an address for this tool."""
    validator = needed("sarif-multitool", "npm install -g @microsoft/sarif-multitool installs it")
    ran = wellled("check", *paths, "--report", "sarif:out.sarif", "--fail-on", "never")
    assert ran.code == 0, ran.said
    done = subprocess.run(
        [validator, "validate", "out.sarif", "--output", "found.sarif", "--log", "ForceOverwrite"],
        capture_output=True,
        check=False,
        timeout=PATIENCE * 4,
    )
    assert Path("found.sarif").exists(), done.stdout + done.stderr
    runs = json.loads(Path("found.sarif").read_text("utf-8-sig"))["runs"]
    results = [result for run in runs for result in run.get("results", ())]
    return [f"{each['ruleId']} {each['message']}" for each in results if each["ruleId"] != "SARIF2005"]


@pytest.mark.usefixtures("folder")
def test_the_samples_are_valid(wellled: Command) -> None:
    """Everything the samples raise."""
    assert validated(wellled, str(ROOT / "samples")) == []


@pytest.mark.usefixtures("files")
def test_hostile_text_is_valid(wellled: Command) -> None:
    """Text that wants to be something else, and files that are wrong."""
    Path("hostile.yaml").write_text(written(HOSTILE), "utf-8")
    assert validated(wellled, ".") == []
