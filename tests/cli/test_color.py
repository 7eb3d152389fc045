"""When there are colours: the option decides, then the environment, then whether a terminal is there."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from tests.cli.command import environment_with, process

ESCAPE = "\x1b"


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("words", "environment", "colored"),
    [
        ([], {}, False),
        ([], {"NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        (["--color", "auto"], {}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "never"], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
@pytest.mark.parametrize("command", ["score", "check"])
def test_a_pipe_gets_colours_only_on_request(
    command: str,
    words: list[str],
    environment: dict[str, str],
    colored: bool,  # noqa: FBT001  a column of the table
) -> None:
    """The option goes before the environment, NO_COLOR before FORCE_COLOR, and off means not one escape."""
    ran = process(command, "limited.yaml", *words, environment=environment)
    assert ran.code == 0
    assert (ESCAPE in ran.out) == (colored and command == "score")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", ["--help", "score --help", "nonsense", "score --nonsense", "score missing.yaml"])
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}], ids=["pipe", "no colour"])
def test_help_and_errors_are_plain_in_a_pipe(line: str, environment: dict[str, str]) -> None:
    """No escape goes into a pipe by itself, in help and errors neither."""
    assert ESCAPE not in process(*line.split(), environment=environment).said


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no pseudo terminals")
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("words", "environment", "colored"),
    [
        ([], {"TERM": "xterm-256color"}, True),
        ([], {"TERM": "xterm-256color", "NO_COLOR": "1"}, False),
        ([], {"TERM": "dumb"}, False),
        (["--color", "never"], {"TERM": "xterm-256color"}, False),
        (["--color", "always"], {"TERM": "dumb"}, True),
    ],
)
def test_a_terminal_gets_colours_by_itself(
    words: list[str],
    environment: dict[str, str],
    colored: bool,  # noqa: FBT001  a column of the table
) -> None:
    """A terminal gets colours unless it, the environment or the option says otherwise."""
    assert (ESCAPE in on_a_terminal("score", "limited.yaml", *words, environment=environment)) == colored


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no pseudo terminals")
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("width", [40, 60, 100])
def test_tables_fit_the_terminal(width: int) -> None:
    """No line is wider than the terminal it is written on."""
    shown = on_a_terminal("score", "breached.yaml", "--color", "never", environment={"COLUMNS": str(width)})
    assert max(len(line) for line in shown.splitlines()) <= width


def on_a_terminal(*words: str, environment: Mapping[str, str]) -> str:
    """Run the command in a process of its own whose standard output is a terminal; give what appears there."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "wellled_cli", *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        env=environment_with({"PYTHONUTF8": "1", **environment}),
    ) as running:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # Linux says so when the other end is closed
            while part := os.read(ours, 65536):
                shown += part
        os.close(ours)
    assert running.returncode == 0
    return shown.decode("utf-8")
