"""The wheel holds everything the command needs."""

import os
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from tests.house.places import PACKAGE, ROOT, SRC
from wellled_cli import __version__

LEFT_OUT = {".pyc"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Build the wheel as an installer would, without the network."""
    try:
        from hatchling.build import build_wheel
    except ImportError:
        if os.environ.get("CI", "").casefold() == "true":
            raise
        pytest.skip("hatchling is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return zipfile.ZipFile(folder / build_wheel(str(folder)))


def test_every_file_of_the_package_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    """Code, data and the marker of types: what stands under src is what is installed, and nothing else."""
    files = (path for path in PACKAGE.rglob("*") if path.is_file() and path.suffix not in LEFT_OUT)
    expected = {path.relative_to(SRC).as_posix() for path in files}
    assert {"wellled_cli/py.typed", "wellled_cli/frameworks/data/cqc-saf-2024.yaml"} <= expected
    assert {name for name in wheel.namelist() if ".dist-info/" not in name} == expected


def test_the_licence_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    """The licence of the repository travels with the code, word for word."""
    name = f"wellled_cli-{__version__}.dist-info/licenses/LICENSE"
    assert wheel.read(name) == Path(ROOT, "LICENSE").read_bytes()


def test_the_wheel_says_what_it_is(wheel: zipfile.ZipFile) -> None:
    """The wheel carries the version of the code, the command and the README."""
    folder = f"wellled_cli-{__version__}.dist-info"
    about = HeaderParser().parsestr(wheel.read(f"{folder}/METADATA").decode())
    assert (about["Name"], about["Version"]) == ("wellled-cli", __version__)
    assert str(about.get_payload()).strip() == Path(ROOT, "README.md").read_text("utf-8").strip()
    assert "wellled = wellled_cli.__main__:main" in wheel.read(f"{folder}/entry_points.txt").decode()
