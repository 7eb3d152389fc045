"""The site holds together: every page has its place, and nothing leads nowhere."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.docs.pages import pages
from tests.house.places import ROOT, shown

DOCS = ROOT / "docs"
SITE = tomllib.loads((ROOT / "zensical.toml").read_text("utf-8"))["project"]
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:|#)([^)#\s]+)(?:#[^)\s]*)?\)")
AT_THE_TOP = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")]
KINDS = ("tutorial", "how-to", "reference", "explanation")


def placed(part: Any) -> Iterator[str]:  # noqa: ANN401  whatever stands in TOML
    """Give the pages that a part of the navigation names."""
    if isinstance(part, str):
        yield part
    else:
        for below in part.values() if isinstance(part, dict) else part:
            yield from placed(below)


def test_every_page_has_its_place() -> None:
    """The navigation in zensical.toml names each page of docs/ once, and no other."""
    there = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
    assert sorted(placed(SITE["nav"])) == there


def test_every_page_is_of_one_kind() -> None:
    """A page teaches, helps with a task, is looked up, or explains; its place says which."""
    kinds = {path.relative_to(DOCS).with_suffix("").parts[0] for path in DOCS.rglob("*.md")}
    assert kinds == {"index", *KINDS}


@pytest.mark.parametrize("page", sorted({*pages(), *AT_THE_TOP}), ids=shown)
def test_no_link_leads_nowhere(page: Path) -> None:
    """What a page links to within the project, pictures too, is there; headings are the site generator's business."""
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", sorted(DOCS.rglob("*.md")), ids=shown)
def test_a_page_has_one_title(page: Path) -> None:
    """It stands in the first line; headings below it are deeper."""
    text = re.sub(r"^ *```.*?^ *```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert text.startswith("# ")
    assert len(re.findall(r"^# ", text, flags=re.MULTILINE)) == 1
