"""Where products go: into pipes as they are, never over an assessment, and to standard output where asked."""

import os
import stat
import sys
from pathlib import Path

import pytest

from tests.cli.command import Command

TODAY = ("--today", "2026-11-23")
PRODUCTS = ["report good.yaml", "report good.yaml --format json", "schema", "schema result"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="named pipes are POSIX ones here")


@posix
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("through_a_link", [False, True], ids=["pipe", "link to a pipe"])
def test_a_named_pipe_is_written_into(wellled: Command, *, through_a_link: bool) -> None:
    """A named pipe takes the report and stays a pipe; it is not replaced by a file."""
    os.mkfifo("pipe")
    Path("link").symlink_to("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        expected = wellled("report", "good.yaml", *TODAY).out.encode()
        ran = wellled("report", "good.yaml", *TODAY, "--output", "link" if through_a_link else "pipe")
        assert (ran.code, ran.out) == (0, "")
        assert stat.S_ISFIFO(Path("pipe").stat().st_mode)
        assert os.read(reader, 2 * len(expected)) == expected
    finally:
        os.close(reader)
    assert Path("link").is_symlink()


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", PRODUCTS)
@pytest.mark.parametrize("name", ["low.yaml", "faulty.yaml", "broken.yaml"])
def test_nothing_replaces_an_assessment(wellled: Command, line: str, name: str) -> None:
    """No product is written over an assessment, read in this run or not, right or wrong: 2, and it is named."""
    before = Path(name).read_bytes()
    ran = wellled(*line.split(), *TODAY, "--output", name)
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert Path(name).read_bytes() == before


@pytest.mark.usefixtures("files")
def test_other_yaml_and_json_is_replaced(wellled: Command) -> None:
    """What is no assessment is written over, whatever its ending."""
    for name in ("schema.json", "notes.yaml"):
        Path(name).write_text("{}", "utf-8")
        assert wellled("schema", "--output", name).code == 0
        assert Path(name).read_text("utf-8") == wellled("schema").out


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", PRODUCTS)
def test_a_dash_is_standard_output(wellled: Command, line: str) -> None:
    """With - the product goes to standard output, with nothing beside it, and no file has that name."""
    before = sorted(Path().iterdir())
    expected = wellled(*line.split(), *TODAY)
    assert wellled(*line.split(), *TODAY, "--output", "-") == expected
    assert expected.out
    assert sorted(Path().iterdir()) == before


@pytest.mark.usefixtures("folder")
def test_init_takes_a_dash_too(wellled: Command) -> None:
    """A file to fill in goes to standard output for -, as it does without a name."""
    ran = wellled("init", "-", *TODAY)
    assert ran == wellled("init", *TODAY)
    assert ran.out
    assert list(Path().iterdir()) == []
