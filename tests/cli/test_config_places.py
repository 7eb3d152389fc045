"""A config that is there under its name and cannot be read is told, never passed over."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.command import process

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and named pipes are POSIX ones here")


@posix
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", ["wellled.toml", ".wellled.toml"])
@pytest.mark.parametrize("kind", ["folder", "dangling link", "loop", "pipe"])
def test_a_config_that_is_no_file_is_told(name: str, kind: str) -> None:
    """A folder, a link that leads nowhere and a named pipe in the place of a config stop the run in one line."""
    if kind == "folder":
        Path(name).mkdir()
    elif kind == "pipe":
        os.mkfifo(name)
    else:
        Path(name).symlink_to(name if kind == "loop" else "elsewhere.toml")
    ran = process("check", "good.yaml")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert name in line
