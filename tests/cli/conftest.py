"""The command and a folder to run it in."""

import io
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from tests.cli.assessments import FILES
from tests.cli.command import UNSEEN, Command, Ran
from wellled_cli.cli.main import invoke

NOBODY = 65534
Becoming = Callable[[], AbstractContextManager[None]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def files(folder: Path) -> Path:
    """Stand in a folder with a file of every kind, and an empty folder called empty."""
    lay_out(folder)
    return folder


@pytest.fixture
def wellled(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run the command in this process, its output going into pipes."""
    for name in UNSEEN:
        monkeypatch.delenv(name, raising=False)

    def run(*words: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "argv", ["wellled", *words])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        with pytest.raises(SystemExit) as left:
            invoke()
        out, err = capsysbinary.readouterr()
        code = left.value.code
        assert isinstance(code, int)
        return Ran(code, out.decode("utf-8"), err.decode("utf-8"))

    return run


@pytest.fixture
def ordinary_user(wellled: Command, monkeypatch: pytest.MonkeyPatch) -> Iterator[Becoming]:
    """Stand in a folder with a file of every kind, and be nobody in particular for a while.

    No permission stops root, who often runs tests in containers.
    """

    @contextmanager
    def becoming() -> Iterator[None]:
        root = os.geteuid() == 0
        if root:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            if root:
                os.seteuid(0)

    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder))
        Path(folder).chmod(0o755)
        monkeypatch.chdir(folder)
        for command in ("score", "check"):  # what they import late may lie where only root can read
            wellled(command, "good.yaml", "missing.yaml")
        yield becoming
        monkeypatch.undo()


def lay_out(folder: Path) -> None:
    """Write a file of every kind, and an empty folder called empty."""
    (folder / "empty").mkdir()
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
