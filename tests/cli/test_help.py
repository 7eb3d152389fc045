"""The help: in plain English, of every command and option, with examples."""

import re

import pytest
import typer

from tests.cli.command import Command
from wellled_cli.cli.main import app

COMMANDS = list(typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # a group has them


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_explained(wellled: Command, name: str) -> None:
    """What it does, in a sentence, and at least one example of it."""
    ran = wellled(name, "--help")
    assert ran.code == 0
    assert re.search(rf"Usage: .*wellled {name} .*\n\n  [A-Z][^.]+\.\n", ran.out)
    assert re.search(rf"Examples:\n    wellled {name}\b", ran.out)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_and_argument_is_explained(wellled: Command, name: str) -> None:
    """Beside or under its name stands a sentence."""
    shown = re.split(r"^(?:Arguments|Options):\n", wellled(name, "--help").out, flags=re.MULTILINE)[1:]
    entries = [entry for part in shown for entry in re.split(r"^  (?=\S)", part, flags=re.MULTILINE) if entry.strip()]
    assert len(entries) > 6
    assert [entry for entry in entries if not re.search(r"\w \w[^.]*\.", " ".join(entry.split()))] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_no_type_of_the_programming_language_is_shown(wellled: Command, name: str) -> None:
    """People who write no programs read the help too."""
    assert re.findall(r"<(?:str|int|list)\b.*?>", wellled(name, "--help").out) == []


@pytest.mark.parametrize("words", [("--format", "jsonn"), ("--report", "jsonn:x.json")])
@pytest.mark.usefixtures("files")
def test_a_format_that_is_none_is_refused(wellled: Command, words: tuple[str, ...]) -> None:
    """What was found, and which formats there are."""
    ran = wellled("check", "good.yaml", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "found jsonn" in ran.err
    assert "expected github, json, junit, sarif or text" in ran.err


@pytest.mark.usefixtures("files")
def test_a_source_that_is_none_is_refused(wellled: Command) -> None:
    """A near miss is put right."""
    ran = wellled("import", "good.yaml", "--from", "sheets")
    assert (ran.code, ran.out) == (2, "")
    assert 'did you mean "sheet"?' in ran.err


def test_the_command_alone_leads_on(wellled: Command) -> None:
    """It shows the first commands to type, in their order, and where more is explained."""
    out = wellled().out
    start = [out.index(f"wellled {name} my-service.yaml") for name in ("init", "check", "score", "report")]
    assert start == sorted(start)
    assert "wellled COMMAND --help" in out
