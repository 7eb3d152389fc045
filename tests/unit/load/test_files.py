"""Which files are meant, and their bytes."""

import io
import os
import sys
from pathlib import Path

import pytest

from wellled_cli.load.files import find, read_bytes, shown
from wellled_cli.model.errors import NothingFoundError, UnreadableError


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(path: str, content: bytes = b"wellled: 1\n") -> None:
    """Write a file below the current folder."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content)


def names(*paths: str) -> list[str]:
    """Give the files that paths mean, with forward slashes."""
    return [Path(path).as_posix() for path in find(paths) if isinstance(path, str)]


@pytest.mark.usefixtures("folder")
def test_a_folder_means_the_assessments_in_it() -> None:
    """A folder means its YAML and JSON files with our key at the top, those of folders below too, in a stable order."""
    put("in/b.yaml")
    put("in/a.yml")
    put("in/deep/er/c.json", b'{"wellled": 1}')
    put("in/D.YAML")
    put("in/other.yaml", b"kind: Deployment\nspec: {wellled: 1}\n")
    put("in/notes.txt")
    found = names("in")
    assert sorted(found) == ["in/D.YAML", "in/a.yml", "in/b.yaml", "in/deep/er/c.json"]
    assert found == names("in")


@pytest.mark.usefixtures("folder")
def test_hidden_folders_and_packages_are_left_out() -> None:
    """Hidden folders and node_modules are not searched."""
    put("in/.git/a.yaml")
    put("in/node_modules/b.yaml")
    put("in/seen/c.yaml")
    assert names("in") == ["in/seen/c.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    "content",
    [
        b"wellled 1\nwellled: 1\n\tbroken: [\n",
        b"# first a comment\n\nwellled: 1\n",
        b"\xef\xbb\xbfwellled: 1\n",
        b"provider: {name: A}\r\nwellled: 1\r\n",
        b"provider: {name: A}\rwellled: 1\r",
        "provider: {name: A}\x85wellled: 1\x85".encode(),
        "provider: {name: A}\u2028wellled: 1\u2028".encode(),
        b'"wellled": 1\n',
        b"'wellled' : 1\n",
        b"{wellled: 1, provider: {name: A}}\n",
        b"wellled: 1\ncaf\xe9: x\n",
        b"wellled:\n",
    ],
)
def test_a_broken_file_is_not_passed_over(content: bytes) -> None:
    """Our key is looked for as text, so that a file that cannot be read is still reported."""
    put("in/a.yaml", content)
    assert names("in") == ["in/a.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_file_saved_as_utf_16_is_not_passed_over(encoding: str) -> None:
    """A file saved with two bytes a character claims to be ours as well, and is then reported."""
    put("in/a.yaml", "wellled: 1\nprovider: {name: A}\n".encode(encoding))
    assert names("in") == ["in/a.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_file_named_outright_is_always_meant() -> None:
    """What is named is meant, whatever it is called, wherever it lies and whatever is in it."""
    put("notes.txt", b"nothing of ours")
    put(".hidden/a.yaml")
    assert names("notes.txt", ".hidden/a.yaml", "missing.yaml") == ["notes.txt", ".hidden/a.yaml", "missing.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_glob_means_what_it_matches() -> None:
    """Stars are followed, across folders too, where the shell did not follow them."""
    put("one/a.yaml")
    put("one/two/b.yaml")
    assert names("one/*.yaml") == ["one/a.yaml"]
    assert names("one/**/*.yaml") == ["one/a.yaml", "one/two/b.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(sys.platform == "win32", reason="no file may be called so there")
def test_a_file_whose_name_looks_like_a_glob_is_a_file() -> None:
    """Brackets in the name of a file that is there are part of its name."""
    put("a[1].yaml")
    put("a1.yaml")
    assert names("a[1].yaml") == ["a[1].yaml"]


@pytest.mark.usefixtures("folder")
def test_each_file_is_meant_once() -> None:
    """A file meant by two paths is read once."""
    put("in/a.yaml")
    assert names("in/a.yaml", "in", "in/*.yaml") == ["in/a.yaml"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", ["in", "in/*.yaml"])
def test_nothing_found_is_said(path: str) -> None:
    """A path that means no file is an error of its own that names it, with the exit code 3; other paths still count."""
    Path("in").mkdir()
    put("other.yaml")
    error, other = find([path, "other.yaml"])
    assert isinstance(error, NothingFoundError)
    assert path in str(error)
    assert error.exit_code == 3
    assert other == "other.yaml"


@pytest.mark.usefixtures("folder")
def test_bytes_that_cannot_be_had_are_said() -> None:
    """A missing file and a folder read as a file are errors that name them, with the exit code 2."""
    Path("in").mkdir()
    for path in ("missing.yaml", "in"):
        with pytest.raises(UnreadableError, match=path) as caught:
            read_bytes(path, 100)
        assert caught.value.exit_code == 2


@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such thing there")
def test_a_pipe_in_the_file_system_is_not_waited_for() -> None:
    """A FIFO is refused at once instead of being waited for."""
    os.mkfifo("fifo.yaml")
    with pytest.raises(UnreadableError, match=r"fifo\.yaml"):
        read_bytes("fifo.yaml", 100)


@pytest.mark.usefixtures("folder")
def test_no_more_is_read_than_shows_that_it_is_too_much() -> None:
    """Of a file beyond the limit only one byte more than the limit is read."""
    put("large.yaml", b"x" * 100)
    assert len(read_bytes("large.yaml", 10)) == 11


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hyphen means standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"wellled: 1\n")))
    assert list(find(["-"])) == ["-"]
    assert read_bytes("-", 100) == b"wellled: 1\n"
    assert shown("-") == "<stdin>"


def test_a_name_is_shown_the_same_everywhere() -> None:
    """A path is shown with forward slashes, and bytes in it that are no text as a replacement."""
    assert shown(str(Path("in") / "a.yaml")) == "in/a.yaml"
    assert shown("caf\udce9.yaml") == "caf\ufffd.yaml"
