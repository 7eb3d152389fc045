"""The hook under the real pre-commit, in a repository of its own."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.builders import assessment_text
from tests.ci.conftest import needed
from tests.house.places import ROOT

MINUTES = 5 * 60


def git(*words: str, folder: Path) -> None:
    """Run git as somebody."""
    who = ("-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)  # noqa: S607  the usual git


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Give a repository that uses the hook from a copy of this tree."""
    needed("git", "the hook is for git repositories")
    source = tmp_path / "source"
    copied = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607  the usual git
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    for name in filter(None, copied.stdout.decode().split("\0")):
        if not name.startswith(("tests/", "docs/", "samples/")) and (ROOT / name).exists():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    git("init", "-q", folder=source)
    git("add", "-A", folder=source)
    git("commit", "-q", "-m", "All", folder=source)
    git("tag", "v1", folder=source)
    work = tmp_path / "work"
    work.mkdir()
    git("init", "-q", folder=work)
    config = f"repos:\n  - repo: {source}\n    rev: v1\n    hooks:\n      - id: wellled\n"
    (work / ".pre-commit-config.yaml").write_text(config, "utf-8")
    (work / "assessment.yaml").write_text(assessment_text(), "utf-8")
    git("add", "-A", folder=work)
    return work


def test_the_hook_passes_and_fails_as_it_should(repository: Path, tmp_path: Path) -> None:
    """A right file passes; a wrong one fails with its place; a repository without assessments is not ours to judge."""
    program = needed("pre-commit", "pip install pre-commit installs it")
    environment = {**os.environ, "PRE_COMMIT_HOME": str(tmp_path / "home"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}

    def hook() -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [program, "run", "--all-files", "--color", "never"],
            cwd=repository,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=MINUTES,
        )

    passed = hook()
    if "No matching distribution" in passed.stdout + passed.stderr and not os.environ.get("CI"):
        pytest.skip("pip reaches no index here, so the hook cannot be installed")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout

    (repository / "assessment.yaml").write_text(assessment_text((3, 3, 5, 3, 3, 3, 3)), "utf-8")
    git("add", "-A", folder=repository)
    failed = hook()
    assert failed.returncode == 1
    assert "assessment.yaml:" in failed.stdout
    assert "1 to 4" in failed.stdout
