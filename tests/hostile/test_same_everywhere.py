"""The same files give the same products, to the byte, on any machine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import wellled_cli
from tests.builders import assessment_text
from tests.cli.assessments import FILES
from tests.cli.command import environment_with
from tests.hostile.poison import POISONS, poisoned
from tests.house.places import ROOT

PLAIN = {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
MACHINES: Mapping[str, Mapping[str, str]] = {
    "without a locale, on the other side of the world": {
        "PYTHONHASHSEED": "1",
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONUTF8": "0",
        "TZ": "Pacific/Auckland",
        "HOME": "/nonexistent",
        "USER": "somebody",
        "PYTHONOPTIMIZE": "1",
    },
    "of Turkey, with a console of Windows and a narrow terminal": {
        "PYTHONHASHSEED": "random",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "LANGUAGE": "tr",
        "PYTHONIOENCODING": "cp1252",
        "TZ": "Asia/Kathmandu",
        "COLUMNS": "40",
        "TERM": "dumb",
        "PYTHONDONTWRITEBYTECODE": "1",
    },
}
CONFIG = """
files = ["."]

[topics.huddles]
title = "Huddles"
concern = ["huddle* lapsed"]

[[waivers]]
rule = "low-score"
file = "*"
reason = "x"
approved-by = "y"
expires = 2027-01-01
"""
PATIENCE, ENOUGH = 300, 150


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with the samples, a file of every kind, and a poisonous one."""
    folder = tmp_path_factory.mktemp("place")
    for sample in (ROOT / "samples").glob("*-well-led.yaml"):
        shutil.copy(sample, folder)
    for name in ("limited.yaml", "faulty.yaml"):
        (folder / name).write_text(FILES[name], "utf-8")
    (folder / "poison.yaml").write_text(poisoned(" ".join(POISONS.values())), "utf-8")
    (folder / "names.yaml").write_text(
        assessment_text(provider={"name": "I\u0131\u0130 \u00df \u2192 \u4e2d"}), "utf-8"
    )
    (folder / "wellled.toml").write_text(CONFIG, "utf-8")
    return folder


def written(place: Path, environment: Mapping[str, str]) -> Mapping[str, bytes]:
    """Give everything there is to write about the files, by the name of each product, on some machine."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.everything", "out"],
        cwd=place,
        env={**environment_with({**PLAIN, **environment}), "PYTHONPATH": _path()},
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr.decode()
    products = {each.name: each.read_bytes() for each in (place / "out").iterdir()}
    shutil.rmtree(place / "out")
    return products


def _path() -> str:
    """Give the way to this repository and to the package that is tested."""
    return os.pathsep.join((str(ROOT), str(Path(wellled_cli.__file__).parents[1])))


@pytest.fixture(scope="module")
def expected(place: Path) -> Mapping[str, bytes]:
    """Give everything as it is written on a plain machine."""
    return written(place, {})


@pytest.mark.parametrize("machine", MACHINES)
def test_a_product_is_the_same_on_any_machine(place: Path, expected: Mapping[str, bytes], machine: str) -> None:
    """Neither seed, locale, time zone, console, home nor, in files, the width of a terminal is in a product."""
    found = written(place, MACHINES[machine])
    assert len(expected) > ENOUGH
    assert found.keys() == expected.keys()
    ignored = ".wide" if "COLUMNS" in MACHINES[machine] else None
    changed = [name for name in found if found[name] != expected[name]]
    assert [name for name in changed if not ignored or not name.endswith(ignored)] == []
