"""The schemas are sound in the eyes of the tool that teams check files with."""

import subprocess
from pathlib import Path

import pytest

from tests.ci.conftest import needed
from tests.cli.command import PATIENCE, Command
from tests.house.places import ROOT


def tool(*words: str) -> "subprocess.CompletedProcess[str]":
    """Run check-jsonschema."""
    program = needed("check-jsonschema", "pip install check-jsonschema installs it")
    return subprocess.run([program, *words], capture_output=True, text=True, check=False, timeout=PATIENCE)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["assessment", "result", "comparison"])
def test_each_schema_is_a_schema(wellled: Command, name: str) -> None:
    """Against the metaschema it names."""
    Path("schema.json").write_text(wellled("schema", name).out, "utf-8")
    done = tool("--check-metaschema", "schema.json")
    assert done.returncode == 0, done.stdout


@pytest.mark.usefixtures("folder")
def test_the_samples_are_valid(wellled: Command) -> None:
    """What check accepts, the schema accepts in another's hands too."""
    Path("schema.json").write_text(wellled("schema", "assessment").out, "utf-8")
    done = tool("--schemafile", "schema.json", *map(str, sorted((ROOT / "samples").glob("*.yaml"))))
    assert done.returncode == 0, done.stdout


def test_the_hook_and_the_action_are_what_their_users_expect() -> None:
    """Valid in the eyes of the schemas for pre-commit hooks and GitHub actions."""
    assert tool("--builtin-schema", "vendor.github-actions", str(ROOT / "action.yml")).returncode == 0
