"""What is never done, whatever is in a file: fetching, opening what it names, writing elsewhere, telling secrets."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

import wellled_cli
from tests.builders import assessment_text
from tests.cli.command import PATIENCE, Command, environment_with, process
from tests.hostile.commands import IMPORTS, RUNS, TODAY, Run
from tests.hostile.test_imports import HTML, OUTSIDE, declaring, workbook
from tests.importers.test_sheet import as_csv, rows

PLACES = [
    *("evidence.txt", "../evidence.txt", "/etc/passwd", "~/evidence.txt", "file:///etc/passwd", "$HOME/evidence.txt"),
    *("https://evil.example/x", "http://127.0.0.1:9/x", "//evil.example/x", "\\\\evil.example\\x", "evidence.yaml"),
]
WATCH = """
import json, os, sys
WATCHED = ("open", "socket.", "subprocess.", "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "shutil.",
           "os.system", "os.exec", "os.posix_spawn", "os.fork", "os.spawn", "os.startfile",
           "os.rename", "os.remove", "os.mkdir", "os.link", "os.symlink", "os.truncate")
seen, watching = [], []
def watch(event, about):
    if watching and event.startswith(WATCHED):
        seen.append([event, *(each if isinstance(each, int) else str(each) for each in about)])
sys.addaudithook(watch)
from wellled_cli.cli.main import invoke
for line in json.loads(sys.stdin.read()):
    sys.argv = ["wellled", *line.split()]
    watching.append(True)
    try:
        invoke()
    except SystemExit:
        pass
    watching.clear()
    sys.stdout.flush()
    with open("seen.jsonl", "a", encoding="utf-8") as file:
        file.write(json.dumps([line, seen]) + "\\n")
    seen.clear()
"""
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
OURS = [Path(each).resolve() for each in (sys.prefix, sys.base_prefix, Path(wellled_cli.__file__).parent)]
"""Where the libraries, Python and the package lie."""
GIVEN = {"a.yaml", "wellled.toml", "page.html", "sheet.csv", "book.xlsx", "mime.types"}
"""The files that commands are given, and the list of file types of the system, which the reader of workbooks loads."""
READING = [" ".join(run.words("a.yaml")) for run in RUNS]
READING += [f"import {name} --service Ash --date 2026-03-31" for name in ("page.html", "sheet.csv", "book.xlsx")]
WRITERS = {
    f"{line} --today {TODAY}": re.sub("^sarif:", "", line.split()[-1])
    for line in (
        "report a.yaml --output one/new.md",
        "report a.yaml --format docx --output two/new.docx",
        "summary a.yaml --format html --output three/new.html",
        "check a.yaml --report sarif:four/new.sarif",
        "schema --output five/new.json",
        "init six/new.yaml",
        "import sheet.csv --service Ash --date 2026-03-31 --output seven/new.yaml",
    )
}


class Seen(NamedTuple):
    """What a process did: files it opened to read, files it wrote, moved or deleted, and all else."""

    read: set[str]
    changed: set[str]
    other: set[str]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with files that name places everywhere, and with something at those places that can be."""
    folder = tmp_path_factory.mktemp("place")
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


@pytest.fixture(scope="module")
def seen(place: Path) -> Mapping[str, Seen]:
    """Run every line in a process that is watched, and give what each did outside itself.

    What it keeps in the temporary folder of the machine is left out.
    """
    own = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place / "tmp"))
    subprocess.run(
        [sys.executable, "-c", WATCH],
        input=json.dumps([*READING, *WRITERS]).encode(),
        cwd=place,
        env=environment_with({"PYTHONDONTWRITEBYTECODE": "1", **own}),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    lines = map(json.loads, (place / "seen.jsonl").read_text("utf-8").splitlines())
    return {line: _seen(events, place) for line, events in lines}


def _seen(events: Sequence[Sequence[str | int]], place: Path) -> Seen:
    found = Seen(set(), set(), set())
    for event, *about in events:
        paths = {path for path in about[:2] if isinstance(path, str) and not _is_own(path, place)}
        if event == "open" and not int(about[2]) & WRITING:
            found.read.update(paths - {"r", "rb"})
        elif event in {"open", "os.rename", "os.remove", "os.mkdir"}:
            found.changed.update(paths - {"w", "wb", "w+", "a", "None"})
        else:
            found.other.add(str(event))
    return found


def _is_own(path: str, place: Path) -> bool:
    whole = (place / path).resolve()
    return any(whole.is_relative_to(ours) for ours in (*OURS, (place / "tmp").resolve()))


@pytest.mark.parametrize("line", READING)
def test_a_command_reads_its_file_and_nothing_else(seen: Mapping[str, Seen], line: str) -> None:
    """No address is fetched, no place is opened, no program is started, nothing is written that was not asked for."""
    assert seen[line].other == set()
    assert seen[line].changed <= {os.devnull}
    assert {Path(path).name for path in seen[line].read} <= GIVEN


@pytest.mark.parametrize("line", WRITERS)
def test_a_writer_writes_where_it_was_told_and_nowhere_else(place: Path, seen: Mapping[str, Seen], line: str) -> None:
    """Only the file named, the folder it is in, and, until it is whole, one file beside it."""
    target = place / WRITERS[line]
    assert target.is_file()
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    changed = {(place / path).resolve() for path in seen[line].changed} - {target.parent.resolve()}
    assert {path.parent for path in changed} == {target.parent.resolve()}
    assert seen[line].other == set()
    assert {Path(path).name for path in seen[line].read} <= GIVEN


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


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.line)
def test_no_command_tells_what_the_environment_holds(
    wellled: Command, place: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    """Nothing that a command writes holds the value of a variable of its environment, with --debug neither."""
    monkeypatch.chdir(place)
    for name, secret in SECRETS.items():
        monkeypatch.setenv(name, secret)
    ran = wellled(*run.words("a.yaml"), "--debug")
    assert ran.code == 0 or run.code == IMPORTS
    assert "planted-secret" not in ran.said


@pytest.mark.parametrize("bug", BUGS)
@pytest.mark.parametrize("words", [[], ["--debug"]], ids=["plain", "debug"])
def test_no_bug_tells_what_the_environment_holds(
    place: Path, monkeypatch: pytest.MonkeyPatch, bug: str, words: list[str]
) -> None:
    """Where wellled itself breaks it says where, and shows the lines of its code, never the values in them."""
    monkeypatch.chdir(place)
    ran = process("check", "a.yaml", *words, program=BUGS[bug], environment=SECRETS)
    assert ran.code == 70
    assert ("Traceback" in ran.err) == bool(words)
    assert "planted-secret" not in ran.said
