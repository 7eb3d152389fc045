"""What the shell is told."""

import os
import signal
import sys
from itertools import combinations
from pathlib import Path

import pytest

from tests.cli.assessments import NAME
from tests.cli.command import Command, process
from tests.cli.conftest import Becoming
from wellled_cli import workflow

CHECK = [
    ("good.yaml", 0),
    ("low.yaml", 0),
    ("warned.yaml", 0),
    ("breached.yaml", 0),
    ("faulty.yaml", 1),
    ("broken.yaml", 1),
    ("missing.yaml", 2),
    ("empty", 3),
    ("nothing/*.yaml", 3),
    ("good.yaml faulty.yaml", 1),
    ("faulty.yaml good.yaml", 1),
    ("good.yaml missing.yaml", 2),
    ("missing.yaml faulty.yaml", 2),
    ("good.yaml empty", 3),
    ("faulty.yaml empty", 1),
    ("missing.yaml empty", 2),
]
ALONE = [
    ("good.yaml --min-rating good", 0),
    ("low.yaml --min-rating good", 1),
    ("low.yaml --min-score 60", 1),
    ("low.yaml --min-score 25", 0),
    ("breached.yaml --fail-on error", 1),
    ("noted.yaml --fail-on note", 1),
    ("noted.yaml --fail-on warning", 0),
    ("faulty.yaml --fail-on never", 0),
    ("good.yaml --baseline missing.json", 2),
    ("good.yaml --report json:good.yaml", 2),
    ("faulty.yaml --report json:good.yaml", 2),
    ("low.yaml missing.yaml --min-rating good", 2),
    ("low.yaml empty --min-rating good", 1),
]
PATHS = {"good.yaml": 0, "faulty.yaml": 1, "broken.yaml": 1, "missing.yaml": 2, "empty": 3, "nothing/*.yaml": 3}
WORST_FIRST = (70, 2, 1, 3, 0)
SCORE = [
    ("good.yaml", 0),
    ("low.yaml", 0),
    ("breached.yaml", 0),
    ("faulty.yaml", 2),
    ("broken.yaml", 2),
    ("missing.yaml", 2),
    ("empty", 3),
    ("nothing/*.yaml", 3),
    ("good.yaml low.yaml", 0),
    ("good.yaml faulty.yaml", 2),
    ("good.yaml missing.yaml", 2),
    ("faulty.yaml missing.yaml", 2),
    ("good.yaml empty", 3),
    ("faulty.yaml empty", 2),
]
BUG = "import wellled_cli.workflow\ndef boom(*_):\n    raise RuntimeError('boom')\nwellled_cli.workflow.score = boom\n"
USAGE = [
    "nonsense",
    "score --nonsense",
    "score --format nonsense good.yaml",
    "score --today tomorrow good.yaml",
    "score --today 2026-02-30 good.yaml",
    "score --framework nonsense good.yaml",
    "score --color sometimes good.yaml",
    "score --key-question safe good.yaml",
    "score --level trust good.yaml",
    "check --fail-on nonsense good.yaml",
    "check --min-rating excellent good.yaml",
    "check --min-score 101 good.yaml",
    "check --min-score high good.yaml",
    "schema nonsense",
    "compare good.yaml",
    "compare good.yaml low.yaml limited.yaml",
    "compare good.yaml low.yaml --format html",
    "compare - -",
    "compare good.yaml .",
    "compare *.yaml good.yaml",
]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("output_format", ["text", "json"])
@pytest.mark.parametrize(("paths", "code"), CHECK)
def test_check_leaves_with_the_worst_code(wellled: Command, paths: str, code: int, output_format: str) -> None:
    """A faulty file fails the gate; what cannot be had is 2, nothing found 3, and the worst of several wins."""
    assert wellled("check", "--format", output_format, *paths.split()).code == code


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("number", range(1, len(PATHS) + 1))
@pytest.mark.parametrize("command", ["check", "score", "report"])
def test_every_combination_of_paths(wellled: Command, command: str, number: int) -> None:
    """Whatever comes together, the worst code wins: 2, then 1, 3 and 0; outside check a faulty file is 2."""
    for paths in combinations(PATHS, number):
        alone = {PATHS[path] if command == "check" or PATHS[path] != 1 else 2 for path in paths}
        assert wellled(command, *paths).code == min(alone, key=WORST_FIRST.index), paths


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("line", "code"), ALONE)
def test_every_gate(wellled: Command, line: str, code: int) -> None:
    """Each option that can fail a run, and what cannot be had beside it."""
    assert wellled("check", *line.split()).code == code


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("paths", ["good.yaml", "faulty.yaml", "missing.yaml", "empty", "good.yaml missing.yaml empty"])
def test_a_bug_goes_before_everything(wellled: Command, paths: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """70 wins over whatever else is wrong, wherever in the run it happens."""

    def boom(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("wellled_cli.cli.run.worst", boom)
    assert wellled("check", *paths.split()).code == 70


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("output_format", ["text", "json"])
@pytest.mark.parametrize(("paths", "code"), SCORE)
def test_score_leaves_with_the_worst_code(wellled: Command, paths: str, code: int, output_format: str) -> None:
    """Outside check no file fails a gate: a low score is done, a faulty file is what could not be done."""
    assert wellled("score", "--format", output_format, *paths.split()).code == code


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", USAGE)
def test_wrong_usage_is_2(wellled: Command, line: str) -> None:
    """Wrong usage leaves with 2, says why on standard error, and prints nothing else."""
    ran = wellled(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["score", "check"])
@pytest.mark.usefixtures("folder")
def test_without_paths_nothing_below_the_folder_is_3(wellled: Command, command: str) -> None:
    """With no path and no assessment below the current folder, nothing was found."""
    ran = wellled(command)
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.strip()


@pytest.mark.parametrize("command", ["score", "check"])
@pytest.mark.parametrize("paths", ["good.yaml", "good.yaml faulty.yaml", "missing.yaml good.yaml"])
@pytest.mark.usefixtures("files")
def test_a_bug_is_one_line_and_70(wellled: Command, command: str, paths: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bug of ours is told in one line that says how to report it, whatever else is wrong in the same run."""

    def boom(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(workflow, "score", boom)
    ran = wellled(command, *paths.split())
    assert ran.code == 70
    assert "Traceback" not in ran.said
    lines = [line for line in ran.err.splitlines() if not line.startswith("missing.yaml")]
    assert len(lines) == 1
    assert "report" in lines[0]
    assert "--debug" in lines[0]


@pytest.mark.parametrize("words", [["--debug"], []], ids=["debug", "plain"])
@pytest.mark.usefixtures("files")
def test_a_bug_is_70_in_a_real_process_too(words: list[str]) -> None:
    """The code of a bug is 70, with a traceback where --debug asks for it and without one elsewhere."""
    ran = process("check", "good.yaml", *words, program=BUG)
    assert ran.code == 70
    assert ("Traceback" in ran.err) == bool(words)
    assert ("boom" in ran.err) == bool(words)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("command", ["score", "check"])
def test_an_interruption_is_quiet_and_130(wellled: Command, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C leaves with 130 and not a word."""
    monkeypatch.setattr(workflow, "score", lambda *_: signal.raise_signal(signal.SIGINT))
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # tests in the background may ignore it
    try:
        ran = wellled(command, "good.yaml")
    finally:
        signal.signal(signal.SIGINT, before)
    assert (ran.code, ran.said) == (130, "")


@pytest.mark.parametrize("command", ["score", "check"])
@pytest.mark.usefixtures("files")
def test_a_missing_file_is_named(wellled: Command, command: str) -> None:
    """What is missing is named on standard error, and the good files are still shown."""
    ran = wellled(command, "--format", "json", "missing.yaml", "good.yaml")
    assert "missing.yaml" in ran.err
    assert NAME in ran.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no FIFOs")
@pytest.mark.parametrize("command", ["score", "check"])
@pytest.mark.parametrize("path", ["empty/pipe.yaml", "empty"], ids=["named", "found"])
def test_a_fifo_is_no_file(files: Path, command: str, path: str) -> None:
    """A FIFO is not waited for, whether it is named or found: its bytes cannot be had."""
    os.mkfifo(files / "empty" / "pipe.yaml")
    assert process(command, path).code == 2


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX ones here")
@pytest.mark.parametrize("command", ["score", "check"])
def test_a_file_without_permission_is_2(wellled: Command, command: str, ordinary_user: Becoming) -> None:
    """A file that may not be read is 2, and is named."""
    Path("good.yaml").chmod(0)
    with ordinary_user():
        ran = wellled(command, "good.yaml")
    assert ran.code == 2
    assert "good.yaml" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX ones here")
@pytest.mark.parametrize("command", ["score", "check"])
@pytest.mark.parametrize("paths", ["empty", ".", "empty good.yaml"], ids=["named", "found below", "beside a file"])
def test_a_folder_without_right_is_2(wellled: Command, command: str, paths: str, ordinary_user: Becoming) -> None:
    """A folder that may not be listed is 2 and is named: it is never taken for one without assessments."""
    for faulty in ("faulty.yaml", "broken.yaml"):
        Path(faulty).unlink()
    Path("empty").chmod(0)
    with ordinary_user():
        ran = wellled(command, *paths.split())
    assert ran.code == 2
    assert "empty" in ran.err


def test_an_interruption_while_the_command_still_loads_is_quiet() -> None:
    """Whoever types Ctrl-C at once sees no more of it than later."""
    program = """
class Interrupt:
    def find_spec(self, name, *_):
        if name == "typer":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interrupt())
"""
    ran = process("--version", program=program)
    assert (ran.code, ran.said) == (130, "")
