"""What is written goes where it was told to go, whole or not at all."""

import errno
import io
import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.command import Command
from tests.importers.test_sheet import as_csv, rows


class Writer(NamedTuple):
    """A command that writes a file: its words, {} for the name of the file, and the ending it has."""

    line: str
    ending: str

    def words(self, path: str) -> list[str]:
        """Give the words that write to a path."""
        return [word.replace("{}", path) for word in self.line.split()]


WRITERS = [
    Writer("report good.yaml --output {}", ".md"),
    Writer("report good.yaml --format docx --output {}", ".docx"),
    Writer("check good.yaml --report sarif:{}", ".sarif"),
    Writer("schema --output {}", ".json"),
    Writer("init {}", ".yaml"),
    Writer("import sheet.csv --service Ash --date 2026-03-31 --output {}", ".yaml"),
]
EVERY_WRITER = pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: " ".join(writer.line.split()[:4]))
OVER = [writer for writer in WRITERS if not writer.line.startswith("init")]
EVERY_OVERWRITER = pytest.mark.parametrize("writer", OVER, ids=lambda writer: " ".join(writer.line.split()[:4]))
OLD = b"what was there before\n"
posix = pytest.mark.skipif(sys.platform == "win32", reason="these names and links are POSIX ones")


@pytest.fixture
def place(files: Path) -> Path:
    """Stand in a folder with a file of every kind, a sheet, and a folder called out."""
    (files / "sheet.csv").write_text(as_csv(rows()), "utf-8")
    (files / "out").mkdir()
    return files / "out"


def below(folder: Path) -> set[str]:
    """Name all that lies below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*")}


def refused(wellled: Command, writer: Writer, path: str) -> str:
    """Say why a file cannot be written: 2, in lines for a person, and nothing on the way changed."""
    before = {each: each.lstat() for each in Path().rglob("*")}
    ran = wellled(*writer.words(path))
    assert ran.code == 2, ran.said
    assert {each: each.lstat() for each in Path().rglob("*")}.keys() == before.keys()
    return ran.err


@EVERY_WRITER
def test_a_writer_writes_its_file_and_no_other(wellled: Command, place: Path, writer: Writer) -> None:
    """Each of these commands writes the file it is told to, in a folder made on demand, and nothing beside it."""
    assert wellled(*writer.words(f"out/new{writer.ending}")).code == 0
    assert wellled(*writer.words(f"out/deep/er{writer.ending}")).code == 0
    assert below(place) == {f"new{writer.ending}", "deep", f"deep/er{writer.ending}"}


@EVERY_WRITER
@pytest.mark.usefixtures("place")
def test_a_name_no_disk_takes_is_refused_in_words(wellled: Command, writer: Writer) -> None:
    """A name that is too long, or lies below a file, is no bug of ours."""
    for path in (f"out/{'x' * 300}{writer.ending}", f"good.yaml/x{writer.ending}"):
        assert "cannot be written: " in refused(wellled, writer, path)


@posix
@EVERY_WRITER
@pytest.mark.usefixtures("place")
def test_nothing_is_written_through_a_link_that_leads_nowhere(wellled: Command, writer: Writer) -> None:
    """A dangling link, or one that leads to itself, is refused: as the file, and as a folder above it."""
    Path("dangling").symlink_to("elsewhere")
    Path("loop").symlink_to("loop")
    Path(f"dangling{writer.ending}").symlink_to(f"elsewhere{writer.ending}")
    for path in ("dangling/x", "loop/x", "dangling/deep/x", "dangling"):
        assert "dangling" in (said := refused(wellled, writer, f"{path}{writer.ending}")) or "loop" in said
    assert not Path("elsewhere").exists()
    assert not Path(f"elsewhere{writer.ending}").exists()


@posix
@EVERY_OVERWRITER
def test_a_link_stays_a_link(wellled: Command, place: Path, writer: Writer) -> None:
    """A link to a file that is there is written through, as by any other program: the link stays one."""
    (place / "real").write_bytes(OLD)
    link = place / f"link{writer.ending}"
    link.symlink_to("real")
    assert wellled(*writer.words(f"out/link{writer.ending}"), *_force(writer)).code == 0
    assert link.is_symlink()
    assert (place / "real").read_bytes() != OLD
    assert below(place) == {"real", f"link{writer.ending}"}


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()], ids=repr)
@EVERY_OVERWRITER
def test_the_old_file_survives_a_full_disk_and_an_interruption(
    wellled: Command, place: Path, monkeypatch: pytest.MonkeyPatch, writer: Writer, fault: BaseException
) -> None:
    """Where a file cannot be written to its end, what was there before stays as it was, and no part of the new one."""
    path = place / f"old{writer.ending}"
    path.write_bytes(OLD)
    monkeypatch.setattr(os, "fdopen", _failing(fault))
    ran = wellled(*writer.words(f"out/old{writer.ending}"), *_force(writer))
    assert ran.code == (2 if isinstance(fault, OSError) else 130)
    assert path.read_bytes() == OLD
    assert below(place) == {path.name}
    assert ("No space left" in ran.err) == isinstance(fault, OSError)


@EVERY_OVERWRITER
def test_a_file_that_another_program_holds_open_stays(
    wellled: Command, place: Path, monkeypatch: pytest.MonkeyPatch, writer: Writer
) -> None:
    """Windows replaces no file that is open, in Word for example: that is said, and the old file stays."""

    def replace(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "The process cannot access the file because it is being used")

    path = place / f"old{writer.ending}"
    path.write_bytes(OLD)
    monkeypatch.setattr(Path, "replace", replace)
    ran = wellled(*writer.words(f"out/old{writer.ending}"), *_force(writer))
    assert ran.code == 2
    assert "is being used" in ran.err
    assert f"old{writer.ending}" in ran.err
    assert path.read_bytes() == OLD
    assert below(place) == {path.name}


@pytest.mark.usefixtures("place")
def test_an_empty_name_is_said_to_be_empty(wellled: Command) -> None:
    """A name left empty, as by a variable that is not set in a script, is told for what it is."""
    for line in ("report good.yaml --output", "schema --output", "init"):
        ran = wellled(*line.split(), "")
        assert ran.code == 2
        assert "the name of the file is empty" in ran.err
    ran = wellled("check", "")
    assert ran.code == 2
    assert "the path is empty" in ran.err


def _force(writer: Writer) -> list[str]:
    return ["--force"] if writer.line.startswith("import") else []


def _failing(fault: BaseException) -> type[io.FileIO]:
    """Give files that take ten bytes and then fail."""

    class Failing(io.FileIO):
        def write(self, content: bytes, /) -> int:
            super().write(bytes(content)[:10])
            raise fault

    return Failing
