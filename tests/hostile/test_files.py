"""Files that are no files, names that are no names, and what becomes of a run while it runs."""

import contextlib
import errno
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from tests.builders import assessment_text
from tests.cli.command import PATIENCE, Command, environment_with, process
from tests.cli.conftest import Becoming
from tests.hostile import laws
from tests.hostile.commands import RUNS, TODAY

TEXT = assessment_text()
COMMANDS = [
    *("score FILE", "check FILE", "report FILE", "plan FILE", "summary FILE", "compare FILE FILE", "import FILE"),
    *("check good.yaml --framework FILE", "check good.yaml --baseline FILE", "compare good.yaml FILE"),
]
EVERY_COMMAND = pytest.mark.parametrize("line", COMMANDS)
posix = pytest.mark.skipif(sys.platform == "win32", reason="such files are POSIX ones")
START = "import sys; sys.argv[0] = 'wellled'; from wellled_cli.__main__ import main; main()"
HEARING = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
"""Lets a process be interrupted that was started from a shell which has interruptions ignored in the background."""


def words(line: str, path: str) -> list[str]:
    """Give the words of a line with a path in it."""
    return [path if word == "FILE" else word for word in line.split()]


def refused(wellled: Command, line: str, path: str) -> str:
    """Say what a command says of a file whose bytes cannot be had: 2, in lines, and it is named."""
    ran = wellled(*words(line, path))
    assert ran.code == 2, ran.said
    assert "Traceback" not in ran.said
    laws.plain(ran.err)
    assert Path(path).name in ran.err
    return ran.err


@EVERY_COMMAND
@pytest.mark.usefixtures("files")
def test_what_is_not_there_is_named(wellled: Command, line: str) -> None:
    """Missing, in a folder that is missing, or below what is a file."""
    for path in ("missing.yaml", "nowhere/missing.yaml", "good.yaml/missing.yaml", f"{'x' * 300}.yaml"):
        assert "cannot be read: " in refused(wellled, line, path)


@posix
@EVERY_COMMAND
@pytest.mark.usefixtures("files")
def test_what_is_no_file_is_not_read(wellled: Command, line: str) -> None:
    """A FIFO, a device without end, and one that is nothing: none is waited for, none is read."""
    os.mkfifo("fifo.yaml")
    Path("zero.yaml").symlink_to("/dev/zero")
    Path("null.yaml").symlink_to("/dev/null")
    for path in ("fifo.yaml", "zero.yaml", "null.yaml"):
        assert "not a file that can be read" in refused(wellled, line, path)


@posix
@EVERY_COMMAND
@pytest.mark.usefixtures("files")
def test_a_link_that_leads_nowhere_is_named(wellled: Command, line: str) -> None:
    """A link to itself, links in a circle, and a link to what is not there."""
    Path("self.yaml").symlink_to("self.yaml")
    Path("one.yaml").symlink_to("other.yaml")
    Path("other.yaml").symlink_to("one.yaml")
    Path("dangling.yaml").symlink_to("missing.yaml")
    for path in ("self.yaml", "one.yaml", "dangling.yaml"):
        assert "cannot be read: " in refused(wellled, line, path)


@posix
@pytest.mark.usefixtures("folder")
def test_folders_in_a_circle_are_searched_once(wellled: Command, folder: Path) -> None:
    """A link back to a folder above does not lead the search round and round."""
    (folder / "sub").mkdir()
    (folder / "sub" / "a.yaml").write_text(TEXT, "utf-8")
    (folder / "sub" / "up").symlink_to("..", target_is_directory=True)
    ran = wellled("check", ".", "--format", "json")
    assert [entry["path"] for entry in json.loads(ran.out)["assessments"]] == ["sub/a.yaml"]


@posix
@EVERY_COMMAND
def test_a_file_that_may_not_be_read_is_named(wellled: Command, ordinary_user: Becoming, line: str) -> None:
    """A file without permission, and one in a folder that may not be entered."""
    wellled(*words(line, "low.yaml"))  # what a command imports late may lie where only root can read
    Path("closed").mkdir()
    for path in ("secret.yaml", "closed/secret.yaml"):
        Path(path).write_text(TEXT, "utf-8")
    Path("secret.yaml").chmod(0)
    Path("closed").chmod(0)
    with ordinary_user():
        for path in ("secret.yaml", "closed/secret.yaml"):
            refused(wellled, line, path)
    Path("closed").chmod(0o755)


@EVERY_COMMAND
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("fault", [OSError(errno.EIO, "Input/output error"), FileNotFoundError(errno.ENOENT, "gone")])
def test_a_file_may_vanish_while_it_is_read(
    wellled: Command, monkeypatch: pytest.MonkeyPatch, line: str, fault: OSError
) -> None:
    """Between finding a file and reading it the disk may fail, or somebody delete it."""
    path = Path("vanishing.yaml")
    path.write_text(TEXT, "utf-8")
    opened = Path.open

    def vanish(self: Path, *given: str, **more: str) -> IO[bytes]:
        if self.name == path.name:
            raise fault
        return opened(self, *given, **more)

    monkeypatch.setattr(Path, "open", vanish)
    refused(wellled, line, path.name)


@pytest.mark.usefixtures("files")
def test_a_folder_may_vanish_while_it_is_searched(wellled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was listed and is gone is named; the rest is read."""
    scandir = os.scandir

    def vanish(path: str) -> contextlib.AbstractContextManager[Iterator[os.DirEntry[str]]]:
        if str(path).endswith("empty"):
            raise FileNotFoundError(errno.ENOENT, "No such file or directory", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", vanish)
    ran = wellled("check", ".", "--format", "json")
    assert ran.code == 2
    assert "empty cannot be read" in ran.err
    assert len(json.loads(ran.out)["assessments"]) == 8


NAMES = ["a b.yaml", "-x.yaml", "--help.yaml", "[x].yaml", "\u00e9.yaml", "e\u0301.yaml", "%s.yaml", "a..b.yaml"]
NAMES += ["$(id).yaml", "';x.yaml", "{x}.yaml", "#x.yaml", "\U0001f600.yaml", ".yaml.yaml"]
POSIX_NAMES = [
    " .yaml",
    "*.yaml",
    "CON.yaml",
    "a\nb.yaml",
    "a\\b.yaml",
    'a"b.yaml',
    "a:b.yaml",
    "a\tb.yaml",
    "a|b.yaml",
]


@pytest.mark.parametrize("name", NAMES + (POSIX_NAMES if sys.platform != "win32" else []))
def test_a_name_is_only_a_name(wellled: Command, folder: Path, name: str) -> None:
    """Named after --, with its folder, or found: whatever a file is called it is read under that name, and only it."""
    (folder / name).write_text(TEXT, "utf-8")
    (folder / "other.txt").write_text(TEXT, "utf-8")
    for given in (["--", name], [f"./{name}"], ["."], []):
        ran = wellled("check", "--format", "json", *given)
        assert (ran.code, ran.err) == (0, "")
        (entry,) = json.loads(ran.out)["assessments"]
        assert entry["path"].removeprefix("./") == name.replace(os.sep, "/")


@posix
def test_a_name_that_is_no_text_is_read_and_shown(wellled: Command, folder: Path) -> None:
    """A name in another encoding is bytes to the system and no text to us; every format writes the mark for one."""
    name = os.fsdecode(b"caf\xe9.yaml")
    (folder / name).write_text(TEXT, "utf-8")
    for run in RUNS:
        if run.line.startswith("import"):
            continue
        ran = wellled(*run.words(name))
        assert ran.code == 0
        run.law(ran.out)
    (entry,) = json.loads(wellled("check", ".", "--format", "json").out)["assessments"]
    assert entry["path"] == "caf\ufffd.yaml"


@posix
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("line", ["check good.yaml", "score -", "report good.yaml --output r.md", "check missing.yaml"])
def test_closed_streams_are_no_bug(closed: str, line: str) -> None:
    """As under cron or a service manager: nothing can be read or said there, and nothing breaks."""
    program = f"exec '{sys.executable}' -c \"{START}\" {line} {closed}"
    done = subprocess.run(
        ["/bin/sh", "-c", program], capture_output=True, env=environment_with({}), check=False, timeout=PATIENCE
    )
    assert b"Traceback" not in done.stdout + done.stderr
    assert done.returncode in {0, 2}


@posix
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", ["score FILE", "report FILE --format html", "check FILE --format json", "schema"])
def test_a_reader_that_leaves_in_the_middle_is_no_error(line: str) -> None:
    """A reader that takes the first line of a long product and goes, as head does, is not complained to."""
    actions = [{"id": f"A{n}", "title": "Ask", "kind": "must", "status": "open"} for n in range(1500)]
    Path("long.yaml").write_text(assessment_text(actions=actions), "utf-8")
    with subprocess.Popen(
        [sys.executable, "-c", START, *words(line, "long.yaml")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment_with({}),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(PATIENCE) in {0, 141}


@posix
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", ["score -", "check -", "report - --output made.md", "summary good.yaml -", "import -"])
def test_ctrl_c_is_quiet(line: str) -> None:
    """Whoever interrupts a run that waits for its input gets 130 and not a word, and no half of a file."""
    before = sorted(Path().iterdir())
    with subprocess.Popen(
        [sys.executable, "-c", f"{HEARING}; import os; os.write(1, b'on its way\\n'); {START}", *line.split()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment_with({"PYTHONUNBUFFERED": "1"}),
    ) as running:
        assert running.stdout is not None
        assert running.stdin is not None
        assert running.stdout.readline() == b"on its way\n"
        _until_it_reads(running)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=PATIENCE)
    assert (running.returncode, out, err) == (130, b"", b"")
    assert sorted(Path().iterdir()) == before


LOOPING = """
import wellled_cli.workflow, os, time
def forever(*_):
    os.write(1, b'reading\\n')
    while True:
        sum(range(1000))
wellled_cli.workflow.review = forever
"""


@posix
@pytest.mark.usefixtures("files")
def test_ctrl_c_ends_a_long_run() -> None:
    """A run that works, and does not wait, ends as quietly."""
    with subprocess.Popen(
        [sys.executable, "-c", f"{HEARING}\n{LOOPING}\n{START}", "check", "good.yaml"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment_with({}),
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"reading\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=PATIENCE)
    assert (running.returncode, out, err) == (130, b"", b"")


LOADING = """
import runpy, sys
class Interrupting:
    def find_spec(name, path=None, target=None):
        if name == "typer":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupting)
runpy.run_module("wellled_cli", run_name="__main__")
"""


def test_ctrl_c_while_it_loads_is_quiet() -> None:
    """Whoever regrets a command at once, while its libraries are still loading, gets no traceback either."""
    done = subprocess.run(
        [sys.executable, "-c", LOADING, "check"], capture_output=True, env=environment_with({}), check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def _until_it_reads(running: "subprocess.Popen[bytes]") -> None:
    """Give a process input in small parts until it has taken more than a pipe holds: then it is reading."""
    assert running.stdin is not None
    running.stdin.write(b"# x\n" * 50_000)
    running.stdin.flush()


def test_a_run_of_many_files_says_no_more_than_of_one(folder: Path) -> None:
    """Thousands of arguments are as good as a few."""
    (folder / "a.yaml").write_text(TEXT, "utf-8")
    ran = process("check", *["a.yaml"] * 3000, "--today", TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1 file checked")
