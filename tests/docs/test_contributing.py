"""The recipes in CONTRIBUTING.md are followed word by word, each in a copy of the tree."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.command import environment_with
from tests.docs.pages import blocks
from tests.docs.test_commands import ENDS, lines
from tests.house.places import ROOT

PARTS = re.split(r"^## ", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), flags=re.MULTILINE)[1:]
RECIPES: Mapping[str, str] = {part.splitlines()[0]: part for part in PARTS}
SHOWN_BY = {
    "Add a rule": ("docs/reference/rules.md", "### action-closed-later"),
    "Add a format": ("docs/reference/commands.md", "|tap|"),
    "Add an importer": ("docs/reference/commands.md", "|score-lines|"),
    "Add a framework": ("docs/reference/frameworks.md", "## An example of 2027"),
}
"""Where the reference names what a recipe adds."""
MOST_STEPS = 6
MINUTES = 5 * 60


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the tree, and beside it the commands that a contributor has."""
    tree, commands = tmp_path / "tree", tmp_path / "bin"
    ignored = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "build", "dist", ".hypothesis")
    shutil.copytree(ROOT, tree, ignore=ignored)
    commands.mkdir()
    for name, run in {"python": f'"{sys.executable}"', "wellled": f'"{sys.executable}" -m wellled_cli'}.items():
        (commands / name).write_text(f'#!/bin/sh\nexec {run} "$@"\n', "utf-8")
        (commands / name).chmod(0o755)
    return tree


def typed(line: str, tree: Path) -> "subprocess.CompletedProcess[str]":
    """Type a line in the copy, which is what is imported there."""
    path = os.pathsep.join((str(tree.parent / "bin"), os.environ["PATH"]))
    return subprocess.run(
        ["bash", "-c", line],  # noqa: S607  the usual bash
        cwd=tree,
        env=environment_with({"PATH": path, "PYTHONPATH": str(tree / "src"), "PYTHONDONTWRITEBYTECODE": "1"}),
        capture_output=True,
        text=True,
        check=False,
        timeout=MINUTES,
    )


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_leads_where_it_says(name: str, copy: Path) -> None:
    """Its files are written and its commands typed in their order; each ends as it says, and the reference names it."""
    page, words = SHOWN_BY[name]
    assert words not in (copy / page).read_text("utf-8")
    for block in blocks(RECIPES[name]):
        if block.title:
            assert not (copy / block.title).exists()
            (copy / block.title).write_text(block.text, "utf-8")
        for line in lines(block) if block.is_typed else ():
            done, ends = typed(line, copy), ENDS.search(line)
            assert done.returncode == (int(ends[1]) if ends else 0), f"{line}\n{done.stdout}{done.stderr}"
    assert words in (copy / page).read_text("utf-8").replace("\\", "")


def test_what_a_recipe_writes_is_clean(copy: Path) -> None:
    """The examples are written as the linter wants all code."""
    written = [block for recipe in RECIPES.values() for block in blocks(recipe) if (block.title or "").endswith(".py")]
    for block in written:
        (copy / str(block.title)).write_text(block.text, "utf-8")
    assert len(written) == 7
    paths = " ".join(str(block.title) for block in written)
    done = typed(f"python -m ruff check {paths} && python -m ruff format --check {paths}", copy)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_is_short(name: str) -> None:
    """It has at most six steps, writes one test and one file, and sees the test fail before it passes."""
    steps = re.findall(r"^(\d+)\. ", RECIPES[name], flags=re.MULTILINE)
    assert [int(step) for step in steps] == list(range(1, len(steps) + 1))
    assert len(steps) <= MOST_STEPS
    files = [block.title for block in blocks(RECIPES[name]) if block.title]
    assert [file.partition("/")[0] for file in files] == ["tests", "src"]
    typed_blocks = [block for block in blocks(RECIPES[name]) if block.is_typed]
    assert ENDS.search(typed_blocks[0].text)


def test_there_is_a_recipe_for_whatever_grows() -> None:
    """A rule, a format, an importer and a framework."""
    assert set(RECIPES) == set(SHOWN_BY)
