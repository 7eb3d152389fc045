"""Names and sizes: every file says what it is, and none grows into an entry hall."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.places import PACKAGE, modules, shown

MEANINGLESS = {"utils", "util", "common", "helpers", "helper", "misc"}
LONGEST = 250
RULES = [path for room in ("rules", "concerns") for path in modules() if path.parent == PACKAGE / "flag" / room]
SECTIONS = ("Looks for:", "Why it matters:", "What to do:")


def test_no_module_has_a_name_that_says_nothing() -> None:
    """A module is named after what it does: none is called utils, common or helpers."""
    named = [path.relative_to(PACKAGE).with_suffix("").parts for path in modules()]
    assert [parts for parts in named if MEANINGLESS & set(parts)] == []


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    """No Python file of the package is longer than 250 lines."""
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_everything_public_says_what_it_is() -> None:
    """Every module, and every public class, function and method in it, has a docstring."""
    assert [name for path in modules() for name in _silent(ast.parse(path.read_text("utf-8")), shown(path))] == []


@pytest.mark.parametrize("path", [path for path in RULES if path.stem != "__init__"], ids=lambda path: path.stem)
def test_a_rule_is_its_own_manual_page(path: Path) -> None:
    """The docstring of a rule says what it looks for, why it matters and what to do, in this order and with words."""
    page = ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    paragraphs = page.split("\n\n")[1:]
    assert [next((s for s in SECTIONS if part.startswith(s)), part) for part in paragraphs] == list(SECTIONS)
    assert all(part.removeprefix(section).strip() for part, section in zip(paragraphs, SECTIONS, strict=True))


def _silent(node: ast.Module | ast.ClassDef, name: str) -> Iterator[str]:
    """Give the names of a module or class, and of what is public in it, that have no docstring."""
    if ast.get_docstring(node) is None:
        yield name
    for child in node.body:
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from _silent(child, f"{name}:{child.name}")
        elif (
            isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef)
            and not child.name.startswith("_")
            and ast.get_docstring(child) is None
        ):
            yield f"{name}:{child.name}"
