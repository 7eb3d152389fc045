"""What GitHub and others read of the project: valid in the eyes of their own schemas, and safe."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.builders import Yaml
from tests.ci.conftest import needed
from tests.cli.command import PATIENCE
from tests.house.places import ROOT, shown

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
SCHEMAS = {
    **dict.fromkeys(WORKFLOWS, "vendor.github-workflows"),
    **dict.fromkeys(FORMS, "vendor.github-issue-forms"),
    GITHUB / "ISSUE_TEMPLATE" / "config.yml": "vendor.github-issue-config",
    ROOT / "CITATION.cff": "vendor.citation-file-format",
}
RELEASE = GITHUB / "workflows" / "release.yml"


def read(path: Path) -> Yaml:
    """Read YAML; the key `on` of a workflow is true to a reader of YAML 1.1."""
    return yaml.safe_load(path.read_text("utf-8"))


def steps(workflow: Yaml) -> Iterator[Yaml]:
    """Give the steps of all jobs."""
    for job in workflow["jobs"].values():
        yield from job.get("steps", ())


@pytest.mark.parametrize(("path", "schema"), SCHEMAS.items(), ids=lambda each: getattr(each, "name", each))
def test_a_file_is_what_its_readers_expect(path: Path, schema: str) -> None:
    """By the schema that its readers publish."""
    program = needed("check-jsonschema", "pip install check-jsonschema installs it")
    words = [program, "--builtin-schema", schema, str(path)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", WORKFLOWS, ids=shown)
def test_a_workflow_uses_only_what_is_pinned(path: Path) -> None:
    """By commit, so that nobody can change it under us."""
    used = [step["uses"] for step in steps(read(path)) if "uses" in step and not step["uses"].startswith("./")]
    assert [name for name in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", name)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=shown)
def test_a_workflow_may_do_no_more_than_it_needs(path: Path) -> None:
    """Permissions are said, and nothing is written except where a job says so itself; inputs stay out of scripts."""
    workflow = read(path)
    assert "write" not in str(workflow["permissions"])
    assert [step["run"] for step in steps(workflow) if "${{" in step.get("run", "")] == []


def test_only_the_job_that_attaches_may_write() -> None:
    """It runs no code of the project; those that do can write nothing."""
    jobs = read(RELEASE)["jobs"]
    assert [name for name, job in jobs.items() if "write" in str(job["permissions"])] == ["attach"]
    assert [step["uses"].partition("@")[0] for step in jobs["attach"]["steps"] if "uses" in step] == [
        "actions/download-artifact"
    ]
    assert jobs["attach"]["needs"] == "test"
    assert jobs["test"]["needs"] == "build"


def test_both_archives_are_tested() -> None:
    """The wheel and the source archive, each installed by itself."""
    assert read(RELEASE)["jobs"]["test"]["strategy"]["matrix"]["archive"] == ["wheel", "source"]


def test_the_changelog_is_kept() -> None:
    """What is not released stands on top; every release after it has a version and a day, the newest first."""
    titles = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), flags=re.MULTILINE)
    assert titles[0] == "[Unreleased]"
    released = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})", title) for title in titles[1:]]
    assert all(released)
    days = [each[2] for each in released if each]
    assert days == sorted(days, reverse=True)


def test_every_python_and_system_that_is_promised_is_tested() -> None:
    """Each Python of the classifiers on Linux; Windows and macOS with the newest, Windows with the oldest too."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = re.findall(r"Python :: (3\.\d+)", " ".join(project["classifiers"]))
    matrix = read(GITHUB / "workflows" / "ci.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["python"] == promised
    tested = {(each["system"], each["python"]) for each in matrix["include"]}
    assert {("windows-latest", promised[0]), ("windows-latest", promised[-1])} <= tested
    assert ("macos-latest", promised[-1]) in tested
