"""Options that hold everywhere, and which framework a file is judged by."""

import json

import pytest

from tests.builders import assessment_text
from tests.cli.command import Command
from wellled_cli import __version__

COMMANDS = {
    "score": ["score", "good.yaml"],
    "check": ["check", "good.yaml"],
    "report": ["report", "good.yaml"],
    "plan": ["plan", "good.yaml"],
    "compare": ["compare", "good.yaml", "low.yaml"],
    "init": ["init"],
    "frameworks": ["frameworks"],
    "explain": ["explain"],
    "schema": ["schema"],
}
EVERYWHERE = [
    ["--framework", "cqc-saf-2024"],
    ["--today", "2026-11-23"],
    ["--color", "never"],
    ["--quiet"],
    ["--debug"],
]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("words", EVERYWHERE, ids=lambda words: words[0])
@pytest.mark.parametrize("command", COMMANDS)
def test_some_options_hold_everywhere(wellled: Command, command: str, words: list[str]) -> None:
    """Every command takes the options that the contract names for everywhere."""
    ran = wellled(*COMMANDS[command], *words)
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_version_is_told_everywhere(wellled: Command, command: str) -> None:
    """--version names the tool and its version and does nothing else."""
    ran = wellled(*command.split(), "--version")
    assert (ran.code, ran.out, ran.err) == (0, f"wellled {__version__}\n", "")


@pytest.mark.parametrize("words", [[], ["-h"], ["--help"]], ids=lambda words: " ".join(words) or "alone")
def test_help_is_never_far(wellled: Command, words: list[str]) -> None:
    """The command alone, -h and --help say how to use it, name the commands, and that no result is a CQC rating."""
    ran = wellled(*words)
    assert "Usage: " in ran.said
    assert {"score", "check", "schema"} <= set(ran.said.split())
    assert "not a CQC rating" in ran.said


@pytest.mark.parametrize(
    ("words", "named", "chosen_by"),
    [
        ([], None, "date"),
        ([], "cqc-saf-2024", "file"),
        (["--framework", "cqc-saf-2024"], None, "option"),
        (["--framework", "cqc-saf-2024"], "cqc-saf-2024", "option"),
        (["--framework", "cqc-saf-2024"], "no-such-framework", "option"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_an_option_overrides_the_framework_of_a_file(
    wellled: Command, words: list[str], named: str | None, chosen_by: str
) -> None:
    """The option decides, then the file, then the date; the result says which of them did."""
    ran = wellled("score", "-", "--format", "json", *words, stdin=assessment_text(framework=named).encode())
    (entry,) = json.loads(ran.out)["assessments"]
    assert (ran.code, entry["framework"], entry["framework_chosen_by"]) == (0, "cqc-saf-2024", chosen_by)


@pytest.mark.usefixtures("files")
def test_an_unknown_framework_is_named_with_what_is_near(wellled: Command) -> None:
    """A framework that is none is wrong usage, and a near miss is put right."""
    ran = wellled("score", "good.yaml", "--framework", "cqc-saf-2042")
    assert (ran.code, ran.out) == (2, "")
    assert 'did you mean "cqc-saf-2024"?' in ran.err
