"""The Python that the documentation shows runs as it stands, one block after the other."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.cli.conftest import folder, wellled
from tests.docs.folder import lay_out
from tests.docs.pages import blocks, pages
from tests.house.places import shown

__all__ = ["folder", "wellled"]


def python_of(page: Path) -> list[str]:
    """Give the programs that a page shows, those that are files to write aside."""
    return [each.text for each in blocks(page.read_text("utf-8")) if each.language == "python" and not each.title]


PYTHON = [page for page in pages() if python_of(page)]


def test_there_is_python_to_run() -> None:
    """The page on it is among them."""
    assert "docs/how-to/from-python.md" in map(shown, PYTHON)


@pytest.mark.parametrize("page", PYTHON, ids=shown)
def test_the_python_of_a_page_runs(page: Path, folder: Path, wellled: Command) -> None:
    """With the files that the page names, each program prints something."""
    lay_out(folder)
    wellled("summary", "register", "--format", "csv", "--output", "register.csv")
    for program in python_of(page):
        with redirect_stdout(StringIO()) as printed:
            exec(compile(program, shown(page), "exec"), {})  # noqa: S102  it is ours
        assert printed.getvalue()
