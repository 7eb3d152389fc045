"""What in docs/ is made from the code is what the code would make now."""

import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest
import typer

from tests.docs import picture
from tests.docs.made import DOCS, MADE, PICTURE
from tests.house.places import shown
from wellled_cli.cli.main import app
from wellled_cli.flag.manual import manual
from wellled_cli.frameworks.catalogue import framework_ids, shipped
from wellled_cli.model.assessment import Assessment

HOW = "Write it again with `python -m tests.docs`, then read what changed."


def words(svg: str) -> list[str]:
    """Give what a picture of a terminal shows, without how it is drawn."""
    return [unescape(found) for found in re.findall(r"<text [^>]*>([^<]*)</text>", svg)]


@pytest.mark.parametrize("path", [path for path in MADE if path != PICTURE], ids=shown)
def test_a_page_is_not_stale(path: Path) -> None:
    """The page is what the code says now."""
    assert path.read_text("utf-8") == MADE[path](), HOW


def test_the_picture_is_not_stale() -> None:
    """The picture shows what the command prints now, and is a picture of it."""
    said = words(PICTURE.read_text("utf-8"))
    assert said == words(picture.svg()), HOW
    assert len(said) > 40


def test_nothing_is_fetched_to_show_the_picture() -> None:
    """No font or style comes from another address."""
    assert re.findall(r"url\(\"?https?:", PICTURE.read_text("utf-8")) == []


def test_the_reference_is_whole() -> None:
    """Every command, key, rule and framework has its place in it."""
    pages: Mapping[str, str] = {path.stem: path.read_text("utf-8") for path in (DOCS / "reference").glob("*.md")}
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]  # a group has them
    assert [name for name in commands if f"## wellled {name}\n" not in pages["commands"]] == []
    options = {name for each in commands.values() for part in each.params for name in part.opts if name[0] == "-"}
    assert [name for name in options if f"`{name}" not in pages["commands"]] == []
    assert [key for key in Assessment.model_fields if f"| `{key}` |" not in pages["assessment-file"]] == []
    assert [rule for rule in manual() if f"\n### {rule}\n" not in pages["rules"]] == []
    frameworks = [shipped(name) for name in framework_ids()]
    assert [entry.id for entry in frameworks if f"\n## {entry.title}\n" not in pages["frameworks"]] == []
    published = {entry.title for framework in frameworks for entry in framework.all_statements}
    assert [title for title in published if title not in pages["frameworks"]] == []
