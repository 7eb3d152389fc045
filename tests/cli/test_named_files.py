"""Files named outright: in names the system cannot hold, and in more ways than one."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.assessments import NAME
from tests.cli.command import Command

posix = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", ["x" * 300, "x" * 300 + ".yaml", "x" * 300 + "/a.yaml"], ids=lambda n: n[-6:])
def test_a_name_too_long_stops_nothing(wellled: Command, name: str) -> None:
    """A name longer than the system takes means no file that can be had; the files beside it are shown."""
    ran = wellled("check", "good.yaml", name, "--format", "json")
    assert ran.code == 2
    assert [entry["path"] for entry in json.loads(ran.out)["assessments"]] == ["good.yaml"]
    ran = wellled("score", name, "good.yaml")
    assert ran.code == 2
    assert NAME in ran.out
    assert "Traceback" not in ran.err


@posix
@pytest.mark.parametrize("again", ["./good.yaml", "empty/../good.yaml", "link.yaml", "absolute", "*.yaml"])
def test_a_file_is_checked_once(wellled: Command, files: Path, again: str) -> None:
    """However often and in whatever way a file is named it is checked once, under its first name."""
    for path in files.glob("*.yaml"):
        if path.name != "good.yaml":
            path.unlink()
    (files / "link.yaml").symlink_to("good.yaml")
    other = str(files / "good.yaml") if again == "absolute" else again
    for first, second in (("good.yaml", other), (other, "good.yaml")):
        ran = wellled("check", first, second, "--format", "json")
        (entry,) = json.loads(ran.out)["assessments"]
        assert ran.code == 0
        assert entry["path"] == ("good.yaml" if first == "*.yaml" else first)
