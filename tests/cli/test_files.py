"""Which files are read."""

import codecs
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.builders import assessment_text
from tests.cli.assessments import NAME
from tests.cli.command import Command, process

TEXT = assessment_text()
JSON = '{"provider": {"name": "Ash Grove Care"}, "wellled": 1}'
OURS = {
    "plain.yaml": TEXT.encode(),
    "short-ending.yml": TEXT.encode(),
    "loud-ending.YAML": TEXT.encode(),
    "key-in-quotes.yaml": TEXT.replace("wellled:", '"wellled":').encode(),
    "space-before-colon.yaml": TEXT.replace("wellled:", "wellled :").encode(),
    "after-a-comment.yaml": f"# ours\n---\n{TEXT}".encode(),
    "byte-order-mark.yaml": codecs.BOM_UTF8 + TEXT.encode(),
    "windows.yaml": TEXT.replace("\n", "\r\n").encode(),
    "one-line.json": JSON.encode(),
    "many-lines.json": json.dumps(json.loads(JSON), indent=2).encode(),
    "broken.yaml": b"wellled: 1\nstatements: [\n",
    "broken.json": b'{"wellled": 1,\n',
    "not-utf-8.yaml": b"wellled: 1\nsummary: caf\xe9\n",
    "utf-16.yaml": TEXT.encode("utf-16"),
    "utf-16-without-mark.yaml": TEXT.encode("utf-16-le"),
    "wrong-version.yaml": b"wellled: 2\n",
}
NOT_OURS = {
    "notes.txt": TEXT.encode(),
    "no-key.yaml": b"name: something else\n",
    "key-below.yaml": b"tools:\n  wellled: 1\n",
    "key-in-a-comment.yaml": b"# wellled: 1\nname: something else\n",
    "longer-key.yaml": b"wellled_framework: 1\n",
    "value.yaml": b"name: wellled\n",
    "empty.yaml": b"",
    "key-below.json": b'{"devDependencies": {"wellled": "1"}}',
    "value.json": b'{"name": "wellled"}',
    ".git/hidden-folder.yaml": TEXT.encode(),
    "sub/.venv/deep/hidden-folder.yaml": TEXT.encode(),
    "node_modules/module.yaml": TEXT.encode(),
    "sub/node_modules/deep/module.json": JSON.encode(),
}


def lay_out(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def read_by(wellled: Command, *paths: str) -> list[str]:
    """Give the paths of the files that a check reads, as its result names them."""
    ran = wellled("check", "--format", "json", *paths)
    return [entry["path"] for entry in json.loads(ran.out)["assessments"]] if ran.out else []


@pytest.mark.parametrize("name", OURS)
def test_a_folder_is_searched_for_our_files(wellled: Command, folder: Path, name: str) -> None:
    """A file of a folder is read where its text has our key at the top, right or broken."""
    lay_out(folder, {f"here/{name}": OURS[name]})
    assert read_by(wellled, "here") == [f"here/{name}"]


@pytest.mark.parametrize("name", NOT_OURS)
def test_other_files_of_a_folder_are_left_alone(wellled: Command, folder: Path, name: str) -> None:
    """A file is passed over where its ending, its keys or its folder say that it is not meant."""
    lay_out(folder, {name: NOT_OURS[name], "plain.yaml": TEXT.encode()})
    assert read_by(wellled, ".") == ["plain.yaml"]


@pytest.mark.parametrize("name", NOT_OURS)
def test_a_file_named_outright_is_always_read(wellled: Command, folder: Path, name: str) -> None:
    """Whoever names a file means it, whatever its name and its keys are."""
    lay_out(folder, {name: NOT_OURS[name]})
    assert read_by(wellled, name) == [name]


def test_hidden_files_in_plain_sight_are_read(wellled: Command, folder: Path) -> None:
    """Hidden folders are left out; a search that starts in one still finds what lies there."""
    lay_out(folder, {".audit/a.yaml": TEXT.encode()})
    assert read_by(wellled, ".audit") == [".audit/a.yaml"]


def test_files_come_in_a_stable_order(wellled: Command, folder: Path) -> None:
    """What is named comes as it was named, what a folder or glob holds in order of name; each file once."""
    names = ["b.yaml", "a.yaml", "sub/d.yaml", "sub/c.yaml"]
    lay_out(folder, dict.fromkeys(names, TEXT.encode()))
    assert read_by(wellled, "sub", "b.yaml", ".") == ["sub/c.yaml", "sub/d.yaml", "b.yaml", "a.yaml"]
    assert read_by(wellled, "?.yaml") == ["a.yaml", "b.yaml"]
    assert read_by(wellled, "**/*.yaml") == ["a.yaml", "b.yaml", "sub/c.yaml", "sub/d.yaml"]
    assert read_by(wellled) == ["a.yaml", "b.yaml", "sub/c.yaml", "sub/d.yaml"]


def test_folders_come_in_order_of_name(wellled: Command, folder: Path) -> None:
    """The order of folders is that of their names, not that in which the disk keeps them."""
    names = [f"{name}/a.yaml" for name in "hdbgface"]
    lay_out(folder, dict.fromkeys(names, TEXT.encode()))
    assert read_by(wellled, ".") == sorted(names)


def test_a_name_that_looks_like_a_glob_is_a_name_first(wellled: Command, folder: Path) -> None:
    """A file that exists is read under its own name, brackets or not."""
    lay_out(folder, {"ward [1].yaml": TEXT.encode(), "ward 1.yaml": TEXT.encode()})
    assert read_by(wellled, "ward [1].yaml") == ["ward [1].yaml"]


def test_a_glob_that_meets_a_folder_searches_it(wellled: Command, folder: Path) -> None:
    """A folder found by a glob is a folder like one that is named."""
    lay_out(folder, {"homes/ash/a.yaml": TEXT.encode(), "homes/ash/no-key.yaml": b"a: 1\n"})
    assert read_by(wellled, "homes/*") == ["homes/ash/a.yaml"]


@pytest.mark.usefixtures("folder")
def test_a_dash_reads_standard_input(wellled: Command) -> None:
    """With - the assessment comes from standard input, and its faults say so."""
    assert NAME in wellled("score", "-", stdin=TEXT.encode()).out
    ran = wellled("check", "-", stdin=b"wellled: 1\nstatements: [\n")
    assert ran.code == 1
    assert ran.out.startswith("<stdin>:")
    assert wellled("check", "-").code == 1


@pytest.mark.usefixtures("folder")
def test_standard_input_that_is_closed_cannot_be_had() -> None:
    """A closed standard input is no bug of ours: its bytes cannot be had."""
    ran = process("score", "-", program="sys.stdin = None")
    assert ran.code == 2
    assert "Traceback" not in ran.err
