"""What Windows does otherwise, as far as it can be shown on any system."""

import codecs
import contextlib
import errno
import io
import json
import ntpath
import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from tests.builders import assessment_text
from tests.cli.command import Command, environment_with, process
from wellled_cli.cli import output
from wellled_cli.load import files as load_files
from wellled_cli.load.files import shown
from wellled_cli.render.check_formats import sarif

posix = pytest.mark.skipif(sys.platform == "win32", reason="this system has no pseudo terminals")
TEXT = assessment_text(provider={"name": "St John\u2019s \u2192 Caf\u00e9 \u4e2d"}, summary="No training was done.")
TODAY = ("--today", "2026-11-23")


def test_a_file_of_windows_reads_like_any_other(wellled: Command, folder: Path) -> None:
    """With a byte-order mark and Windows line ends: the same result, finding by finding, line and column included."""
    (folder / "a.yaml").write_bytes(TEXT.encode())
    plain = wellled("check", "a.yaml", "--format", "json", *TODAY).out
    (folder / "a.yaml").write_bytes(codecs.BOM_UTF8 + TEXT.replace("\n", "\r\n").encode())
    assert wellled("check", "a.yaml", "--format", "json", *TODAY).out == plain
    assert json.loads(plain)["assessments"][0]["findings"]


def test_a_config_of_windows_reads_like_any_other(wellled: Command, folder: Path) -> None:
    """Notepad writes a mark and Windows line ends into a config too."""
    (folder / "a.yaml").write_text(TEXT, "utf-8")
    (folder / "wellled.toml").write_bytes(codecs.BOM_UTF8 + b"[gate]\r\nmin-score = 99\r\n")
    ran = wellled("check", "a.yaml", *TODAY)
    assert ran.code == 1
    assert "99" in ran.out


@posix
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize("line", ["score a.yaml", "frameworks cqc-saf-2024", "check \u2192"])
def test_a_console_shows_what_it_can(folder: Path, encoding: str, line: str) -> None:
    """A console of any code page shows every line, with ? for letters it does not have, and boxes it has."""
    (folder / "a.yaml").write_text(TEXT, "utf-8")
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "wellled_cli", *line.split(), *TODAY],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment_with({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "TERM": "xterm", "LC_ALL": "C.UTF-8"}),
    ) as running:
        os.close(theirs)
        written = b""
        with contextlib.suppress(OSError):  # Linux says so when the other end is closed
            while part := os.read(ours, 65536):
                written += part
        os.close(ours)
    text = written.decode(encoding)
    assert running.returncode in {0, 2}
    assert "Traceback" not in text
    assert text.strip()
    assert ("\u4e2d" in text) == (encoding == "utf-8" and line == "score a.yaml")


@pytest.mark.parametrize("encoding", ["cp1252"])
@pytest.mark.parametrize("line", ["score FILE", "check FILE", "report FILE --format html", "summary FILE --format csv"])
def test_a_pipe_gets_utf_8_whatever_the_console_has(folder: Path, encoding: str, line: str) -> None:
    """What goes into a pipe or file is UTF-8 with plain line breaks, as on any other system."""
    (folder / "a.yaml").write_text(TEXT, "utf-8")
    words = line.replace("FILE", "a.yaml").split()
    ran = process(*words, *TODAY, environment={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"})
    assert ran.code == 0
    assert "\u4e2d" in ran.out or line.startswith("check")
    assert "\r" not in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a path, here it is only a name")
def test_a_drive_letter_is_part_of_the_name(wellled: Command, folder: Path) -> None:
    """Of the value of `--report` the first colon parts format and file, and that of a drive does not."""
    (folder / "a.yaml").write_text(TEXT, "utf-8")
    ran = wellled("check", "a.yaml", "--report", "sarif:C:\\x\\y.sarif", "--report", "junit:D:/z.xml", *TODAY)
    assert ran.code == 0
    assert json.loads((folder / "C:\\x\\y.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (folder / "D:" / "z.xml").is_file()


def test_a_path_is_shown_with_forward_slashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Backslashes part folders there; results name files the same on every system."""
    monkeypatch.setattr(load_files.os, "sep", "\\")
    assert shown("assessments\\rose court\\a.yaml") == "assessments/rose court/a.yaml"
    assert shown("C:\\x\\a.yaml") == "C:/x/a.yaml"


def test_a_name_of_half_characters_is_shown() -> None:
    """Windows lets halves of characters into names, which no encoding can write."""
    assert shown("a\ud800b\udfffc\udce9.yaml") == "a\ufffdb\ufffdc\ufffd.yaml"


def test_sarif_gives_a_whole_path_as_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file on another drive has an address with the drive in it."""
    monkeypatch.setattr(sarif.os.path, "isabs", ntpath.isabs)
    monkeypatch.setattr(sarif, "Path", PureWindowsPath)
    assert sarif._uri("C:/rose court/a.yaml") == "file:///C:/rose%20court/a.yaml"  # noqa: SLF001  no product holds it here


@pytest.mark.parametrize("code", [errno.EPIPE, errno.EINVAL])
def test_a_reader_that_has_gone_is_said_in_two_ways(monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    """Where a pipe is closed Windows calls it an invalid argument; it is as quiet as elsewhere."""

    class Closed(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, _content: object, /) -> int:
            raise OSError(code, os.strerror(code))

    monkeypatch.setattr(output, "READER_GONE", frozenset({errno.EPIPE, errno.EINVAL}))
    stream = io.TextIOWrapper(io.BufferedWriter(Closed()))
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(output.typer.Exit) as left:
        output.product("x\n")
    assert left.value.exit_code == 141


WITHOUT = """
import os, sys, tempfile, subprocess, shutil, signal, multiprocessing, logging, zipfile, json, pathlib, glob
for name in ("fork", "forkpty", "geteuid", "getuid", "getgid", "getegid", "setuid", "seteuid", "fchmod", "fchown",
             "chown", "lchown", "mkfifo", "mknod", "getpgid", "killpg", "uname", "sysconf", "statvfs", "openpty",
             "O_NONBLOCK", "posix_spawn", "sync", "wait", "nice", "getloadavg", "setsid", "pread", "pwrite"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGALRM", "SIGHUP", "SIGPIPE", "SIGUSR1", "alarm"):
    if hasattr(signal, name):
        delattr(signal, name)
for name in ("fcntl", "termios", "tty", "pty", "pwd", "grp", "resource", "posix", "syslog", "readline", "curses"):
    sys.modules[name] = None
"""


LINES = [
    *("score a.yaml", "check a.yaml --report sarif:made.sarif", "report a.yaml --output made.md", "plan a.yaml"),
    *("report a.yaml --format docx --output made.docx", "summary a.yaml", "compare a.yaml a.yaml", "frameworks"),
    *("init made.yaml", "schema --output made.json", "explain low-score", "--version", "--help"),
]


def test_nothing_needs_what_only_posix_has(folder: Path) -> None:
    """Every command runs where what Windows does not have is taken away."""
    (folder / "a.yaml").write_text(TEXT, "utf-8")
    each = f"for line in {LINES}:\n    sys.argv = ['wellled', *line.split()]\n    try:\n        invoke()\n"
    leave = "    except SystemExit as left:\n        assert left.code == 0, (line, left.code)\n"
    ran = process("--version", program=f"{WITHOUT}\nfrom wellled_cli.cli.main import invoke\n{each}{leave}")
    assert (ran.code, "Traceback" in ran.err) == (0, False), ran.err
