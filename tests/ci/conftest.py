"""Tools that CI must have and that other machines may lack."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import files, folder, wellled

__all__ = ["files", "folder", "wellled"]


def needed(program: str, reason: str) -> str:
    """Give the path of a program; without it the test is skipped with a reason, or in CI fails."""
    beside = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    found = shutil.which(program, path=beside)
    if found is None:
        if os.environ.get("CI"):
            pytest.fail(f"{program} is not there, and CI must have it: {reason}")
        pytest.skip(reason)
    return found
