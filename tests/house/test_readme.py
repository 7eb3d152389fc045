"""The README leads a newcomer to a first result, and the version stands in one place."""

import re
import tomllib

import typer

from tests.house.places import ROOT, modules, shown
from wellled_cli import __version__
from wellled_cli.cli.main import app


def test_the_quick_start_is_two_blocks_to_type() -> None:
    """Under Quick start stand exactly two blocks of commands."""
    readme = (ROOT / "README.md").read_text("utf-8")
    sections = re.split(r"^## +", readme, flags=re.MULTILINE)
    quick_start = [section for section in sections if section.splitlines()[0].strip() == "Quick start"]
    assert len(quick_start) == 1
    fences = re.findall(r"^```(\S*)\n(.*?)^```$", quick_start[0], flags=re.MULTILINE | re.DOTALL)
    commands = [text for language, text in fences if language == "sh"]
    assert len(commands) == 2
    assert all(text.strip() for text in commands)


def test_the_readme_installs_what_is_there() -> None:
    """Every extra that the README tells people to install is one that the project has."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = re.findall(r"\.\[([a-z,-]+)\]", (ROOT / "README.md").read_text("utf-8"))
    assert {extra for names in named for extra in names.split(",")} <= set(project.get("optional-dependencies", {}))


def test_the_readme_is_short_and_whole() -> None:
    """It is under 200 lines, names every command in its table, and says what no result is."""
    readme = (ROOT / "README.md").read_text("utf-8")
    assert len(readme.splitlines()) < 200
    table = readme.partition("\n## Commands\n")[2].partition("\n## ")[0]
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group has them
    assert [name for name in commands if f"| `wellled {name} " not in table] == []
    assert "not a CQC rating" in readme


def test_the_version_stands_in_one_place() -> None:
    """The version is written in the package alone; pyproject.toml takes it from there."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert "version" not in project["project"]
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "src/wellled_cli/__init__.py"
    holding = [shown(path) for path in modules() if f'"{__version__}"' in path.read_text("utf-8")]
    assert holding == ["src/wellled_cli/__init__.py"]
