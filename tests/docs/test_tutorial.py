"""The tutorial is followed by copy and paste, in a terminal of 80 columns, from an empty home to a green CI."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hatchling.build import build_wheel

from tests.cli.command import environment_with
from tests.docs.pages import Block, blocks, shows
from tests.house.places import ROOT, SRC

PAGE = ROOT / "docs" / "tutorial.md"
BLOCKS = blocks(PAGE.read_text("utf-8"))
WORKFLOW = next(block for block in BLOCKS if (block.title or "").endswith("assessments.yml"))
MINUTES = 5 * 60
_NEXT = "\x1e"
_WRITE = "mkdir -p \"$(dirname '{title}')\"; cat > '{title}' <<'END OF FILE'\n{text}END OF FILE\n"


def in_terminal(script: str, folder: Path, environment: dict[str, str]) -> str:
    """Run a script of bash in a terminal of 80 columns; give everything the terminal showed."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
    with subprocess.Popen(
        ["bash", "--noprofile", "--norc", "-c", script],  # noqa: S607  the usual bash
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    ) as running:
        os.close(theirs)
        shown = b"".join(_chunks(ours))
        os.close(ours)
        assert running.wait(MINUTES) == 0, shown.decode()
    return shown.decode("utf-8").replace("\r\n", "\n")


def _chunks(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end was closed
            return
        if not chunk:
            return
        yield chunk


def typed(block: Block, home: Path) -> str:
    """Give a block as the shell is to have it: a file is written; outside CI nothing is fetched to install."""
    if block.title:
        return _WRITE.format(title=block.title, text=block.text)
    if "pip install" in block.text and not os.environ.get("CI"):
        return f"export PATH='{home}/stand-in':$PATH\n"
    return block.text


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Give an empty home; outside CI with a wheel and commands that stand in for what is installed."""
    if not os.environ.get("CI"):
        (tmp_path / "wellled" / "wheel").mkdir(parents=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(ROOT)
            build_wheel(str(tmp_path / "wellled" / "wheel"))
        (tmp_path / "stand-in").mkdir()
        run = f'exec env PYTHONPATH="{SRC}" "{sys.executable}" -m wellled_cli "$@"'
        for name, text in {"wellled": run, "pip": 'test "$1" = install'}.items():
            (tmp_path / "stand-in" / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
            (tmp_path / "stand-in" / name).chmod(0o755)
    return tmp_path


def test_who_follows_the_tutorial_reaches_its_end(home: Path) -> None:
    """Every block is typed or written in its order, each shows what the page shows; then CI's own steps pass."""
    done = [block for block in BLOCKS if block.is_typed or block.title]
    steps = yaml.safe_load(WORKFLOW.text)["jobs"]["check"]["steps"]
    scripts = [typed(block, home) for block in done]
    scripts += ["set -e\n" + "\n".join(step["run"] for step in steps if "run" in step) + "\n"]
    path = os.pathsep.join(part for part in os.environ["PATH"].split(os.pathsep) if "venv" not in part)
    environment = environment_with({"HOME": str(home), "PATH": path, "NO_COLOR": "1"})
    environment.pop("PYTHONPATH", None)
    shown = in_terminal(f"printf '{_NEXT}'\n".join(scripts), ROOT, environment).split(_NEXT)
    assert len(shown) == len(scripts)
    told = {id(block): after for block, after in zip(BLOCKS, [*BLOCKS[1:], None], strict=True)}
    for block, printed in zip(done, shown, strict=False):
        after = told[id(block)]
        if after is not None and after.language == "text":
            assert shows(after.text, printed), f"line {block.line}: it showed\n{printed}"
        else:
            assert printed == "", f"line {block.line}: it showed\n{printed}"
    assert "Nothing fails the gate" in shown[-1]


def test_every_command_shows_what_it_prints() -> None:
    """After each block in which wellled is typed stands what it shows."""
    pairs = zip(BLOCKS, [*BLOCKS[1:], BLOCKS[0]], strict=True)
    silent = [
        block.line
        for block, after in pairs
        if block.is_typed and re.search(r"^wellled", block.text, re.MULTILINE) and after.language != "text"
    ]
    assert silent == []


def test_the_actions_of_the_workflow_are_pinned() -> None:
    """By commit, so that nobody can change them under the reader."""
    used = re.findall(r"uses: \S+@(\S+)", WORKFLOW.text)
    assert len(used) == 2
    assert {len(commit) for commit in used} == {40}
