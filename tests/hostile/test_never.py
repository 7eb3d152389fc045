"""What is never done, whatever is in a file: fetching, opening what it names, writing elsewhere, telling secrets."""

import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import wellled_cli
from tests.builders import assessment_text
from tests.cli.command import process
from tests.hostile.commands import IMPORTS, RUNS, TODAY, Run
from tests.hostile.laws import as_assessment
from tests.hostile.test_imports import HTML, OUTSIDE, declaring, workbook
from tests.importers.test_sheet import as_csv, rows

PLACES = [
    *("evidence.txt", "../evidence.txt", "/etc/passwd", "~/evidence.txt", "file:///etc/passwd", "$HOME/evidence.txt"),
    *("https://evil.example/x", "http://127.0.0.1:9/x", "//evil.example/x", "\\\\evil.example\\x", "evidence.yaml"),
]
WATCH = """
import atexit, json, os, sys
WATCHED = ("open", "socket.", "subprocess.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "shutil.",
           "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "os.startfile",
           "os.rename", "os.remove", "os.mkdir", "os.link", "os.symlink", "os.truncate")
seen, watching = [], [True]
def watch(event, about):
    if watching and event.startswith(WATCHED):
        seen.append([event, *(each if isinstance(each, int) else str(each) for each in about)])
def tell():
    watching.clear()
    with open("seen.json", "w") as file:
        json.dump(seen, file)
sys.addaudithook(watch)
atexit.register(tell)
"""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
OURS = [Path(each).resolve() for each in (sys.prefix, sys.base_prefix, Path(wellled_cli.__file__).parent)]
"""Where the libraries, Python and the package lie."""
GIVEN = {"a.yaml", "wellled.toml", "page.html", "sheet.csv", "book.xlsx", "mime.types"}
"""The files that commands are given, and the list of file types of the system, which the reader of workbooks loads."""
WRITERS = {
    "report a.yaml --output out/new.md": "out/new.md",
    "report a.yaml --format docx --output out/new.docx": "out/new.docx",
    "summary a.yaml --format html --output out/new.html": "out/new.html",
    "check a.yaml --report sarif:out/new.sarif": "out/new.sarif",
    "schema --output out/new.json": "out/new.json",
    "init out/new.yaml": "out/new.yaml",
    "import sheet.csv --service Ash --date 2026-03-31 --output out/new.yaml": "out/new.yaml",
}


class Seen(NamedTuple):
    """What a process did: files it opened to read, files it wrote, moved or deleted, and all else."""

    read: set[str]
    changed: set[str]
    other: set[str]


@pytest.fixture
def place(folder: Path) -> Path:
    """Stand in a folder with files that name places everywhere, and with something at those places that can be."""
    evidence = [{"id": f"E{n}", "title": place, "location": place} for n, place in enumerate(PLACES)]
    (folder / "a.yaml").write_text(assessment_text(evidence=evidence, summary="\n".join(PLACES)), "utf-8")
    (folder / "wellled.toml").write_text("", "utf-8")
    (folder / "evidence.txt").write_text("x", "utf-8")
    (folder / "evidence.yaml").write_text("x: 1\n", "utf-8")
    (folder / "sheet.csv").write_text(as_csv(rows()), "utf-8")
    outside = "".join(f'<img src="{place}"><link href="{place}" rel="stylesheet">' for place in PLACES)
    (folder / "page.html").write_text(f"{outside}<script src='https://evil.example/x'></script>{HTML}", "utf-8")
    (folder / "book.xlsx").write_bytes(workbook(declaring(OUTSIDE, "xl/worksheets/sheet1.xml")))
    (folder / "tmp").mkdir()
    return folder


def watched(*words: str) -> Seen:
    """Run a command and give what it did outside itself; what it keeps in the temporary folder of the machine aside."""
    own = str(Path("tmp").resolve())
    process(
        *words,
        program=WATCH,
        environment={"PYTHONDONTWRITEBYTECODE": "1"} | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), own),
    )
    seen = Seen(set(), set(), set())
    for event, *about in json.loads(Path("seen.json").read_text("utf-8")):
        paths = {path for path in about[:2] if isinstance(path, str) and not _is_own(path)}
        if event == "open" and not about[2] & WRITING:
            seen.read.update(paths - {"r", "rb"})
        elif event in {"open", "os.rename", "os.remove", "os.mkdir"}:
            seen.changed.update(paths - {"w", "wb", "w+", "a", "None"})
        else:
            seen.other.add(event)
    return seen


def _is_own(path: str) -> bool:
    whole = Path(path).resolve()
    return any(whole.is_relative_to(ours) for ours in (*OURS, Path("tmp").resolve()))


def only_reads_what_it_is_given(seen: Seen) -> None:
    """See that a command wrote nothing, reached nothing outside, and read what it was told to."""
    assert seen.other == set()
    assert seen.changed <= {os.devnull}
    assert {Path(path).name for path in seen.read} <= GIVEN


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.line)
def test_a_command_reads_its_file_and_nothing_else(run: Run) -> None:
    """No address is fetched, no place is opened, no program is started, nothing is written that was not asked for."""
    only_reads_what_it_is_given(watched(*run.words("a.yaml")))


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("name", ["page.html", "sheet.csv", "book.xlsx"])
def test_an_import_reads_its_file_and_nothing_else(name: str) -> None:
    """What a page, a workbook or its declarations point at is left where it is."""
    run = Run("import FILE --service Ash --date 2026-03-31", as_assessment)
    only_reads_what_it_is_given(watched(*run.words(name)))


@pytest.mark.parametrize("line", WRITERS)
def test_a_writer_writes_where_it_was_told_and_nowhere_else(place: Path, line: str) -> None:
    """Only the file named, the folder it is in, and, until it is whole, one file beside it."""
    seen = watched(*line.split(), "--today", TODAY)
    target = place / WRITERS[line]
    assert target.is_file()
    out = {path for path in (Path(each).resolve() for each in seen.changed) if path != target.parent.resolve()}
    assert {path.parent for path in out} == {target.parent.resolve()}
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    assert seen.other == set()
    assert {Path(path).name for path in seen.read} <= GIVEN


SECRETS = {
    "GITHUB_TOKEN": "planted-secret-1",
    "AWS_SECRET_ACCESS_KEY": "planted-secret-2",
    "WELLLED_TOKEN": "planted-secret-3",
    "PGPASSWORD": "planted-secret-4",
    "ACTIONS_RUNTIME_TOKEN": "planted-secret-5",
}
BREAK, IT = "import wellled_cli.workflow as story\ndef boom(*a):", "story.review = boom"
BUGS = {
    "with the environment at hand": f"{BREAK}\n    import os\n    held = dict(os.environ)\n    1 / 0\n{IT}",
    "in a library": "import yaml\ndef boom(*a):\n    raise MemoryError\nyaml.CSafeLoader = boom",
    "of the system": f"{BREAK}\n    raise OSError(5, 'x', 'y')\n{IT}",
    "of text": f"{BREAK}\n    raise UnicodeEncodeError('utf-8', 'x', 0, 1, 'y')\n{IT}",
    "of recursion": f"{BREAK}\n    boom()\n{IT}",
}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.line)
def test_no_command_tells_what_the_environment_holds(run: Run) -> None:
    """Nothing that a command writes holds the value of a variable of its environment, with --debug neither."""
    ran = process(*run.words("a.yaml"), "--debug", environment={**SECRETS, "GITHUB_ACTIONS": "true"})
    assert ran.code == 0 or run.code == IMPORTS
    assert "planted-secret" not in ran.said


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("bug", BUGS)
@pytest.mark.parametrize("words", [[], ["--debug"]], ids=["plain", "debug"])
def test_no_bug_tells_what_the_environment_holds(bug: str, words: list[str]) -> None:
    """Where wellled itself breaks it says where, and shows the lines of its code, never the values in them."""
    ran = process("check", "a.yaml", *words, program=BUGS[bug], environment=SECRETS)
    assert ran.code == 70
    assert ("Traceback" in ran.err) == bool(words)
    assert "planted-secret" not in ran.said
