"""The command in an empty folder, or in one with a file of every kind."""

from functools import cache

import pytest
import typer.main

from tests.cli.conftest import files, folder, ordinary_user, wellled

pytest.register_assert_rewrite("tests.hostile.laws", "tests.hostile.commands")

__all__ = ["files", "folder", "ordinary_user", "wellled"]

_BUILT = cache(typer.main.get_command)


@pytest.fixture(autouse=True)
def _built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the command line once for thousands of runs: of each it takes the greater part."""
    monkeypatch.setattr(typer.main, "get_command", _BUILT)
