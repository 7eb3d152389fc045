"""What is derived from files of ours is kept, and never taken for what would be derived now."""

from pathlib import Path

import pytest

from wellled_cli.load.kept import kept

ORIGINS = {"a.txt": b"x"}


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a place to keep something at, in a process that may keep bytecode."""
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path / "derived.bin"


def test_what_was_derived_is_taken_again(file: Path) -> None:
    """The same origins are worked on once."""
    assert kept(file, ORIGINS, lambda: b"first") == b"first"
    assert kept(file, ORIGINS, lambda: b"second") == b"first"
    assert [path.name for path in file.parent.iterdir()] == ["derived.bin"]


@pytest.mark.parametrize("origins", [{"a.txt": b"y"}, {"b.txt": b"x"}, {"a.txt": b"x", "b.txt": b""}, {}])
def test_other_origins_are_worked_on_anew(file: Path, origins: dict[str, bytes]) -> None:
    """Nothing stale is ever read."""
    kept(file, ORIGINS, lambda: b"first")
    assert kept(file, origins, lambda: b"second") == b"second"


@pytest.mark.parametrize(("length", "added"), [(0, b""), (-1, b""), (-1, b"x")], ids=["empty", "cut off", "changed"])
def test_a_broken_file_costs_only_time(file: Path, length: int, added: bytes) -> None:
    """What was cut off or changed is derived anew."""
    kept(file, ORIGINS, lambda: b"first")
    file.write_bytes(file.read_bytes()[:length] + added)
    assert kept(file, ORIGINS, lambda: b"second") == b"second"


def test_where_no_bytecode_is_kept_nothing_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As Python itself is told."""
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert kept(file, ORIGINS, lambda: b"first") == b"first"
    assert not file.exists()


def test_a_place_that_cannot_be_written_is_no_matter(file: Path) -> None:
    """A folder where the file should be, as anything else in the way."""
    file.mkdir()
    assert kept(file, ORIGINS, lambda: b"first") == b"first"
    assert [path.name for path in file.parent.iterdir()] == ["derived.bin"]
