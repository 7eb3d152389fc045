"""What costs time is loaded by those who need it: in real processes, since tests have everything loaded already."""

import json
import os
import subprocess
import sys

import pytest

from tests.house.places import ROOT

PROGRAM = """
import json, sys
from wellled_cli.__main__ import main
sys.argv[0] = "wellled"
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""
COMPLETION = {"_WELLLED_COMPLETE": "complete_bash", "COMP_WORDS": "wellled sc", "COMP_CWORD": "1"}
OUR_MODELS = {
    f"wellled_cli.model.{name}" for name in ("assessment", "comparison_result", "framework", "result", "shape")
}


def loaded(*words: str, **environment: str) -> tuple[str, set[str]]:
    """Run the command in a process of its own; give what it printed and the names of all modules it loaded."""
    command = [sys.executable, "-c", PROGRAM, *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    return done.stdout, set(json.loads(done.stderr))


@pytest.mark.parametrize(
    ("words", "environment", "expected"),
    [
        (["--version"], {}, "wellled "),
        (["--help"], {}, "Usage: wellled"),
        (["score", "--help"], {}, "Usage: wellled score"),
        (["compare", "--help"], {}, "Usage: wellled compare"),
        ([], COMPLETION, "score"),
    ],
    ids=["version", "help", "help of a command", "help of compare", "completion"],
)
def test_what_reads_no_file_loads_no_reader(words: list[str], environment: dict[str, str], expected: str) -> None:
    """The version, help and completion load neither YAML nor our models, and still do their work."""
    out, modules = loaded(*words, **environment)
    assert expected in out
    assert modules & ({"yaml"} | OUR_MODELS) == set()


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_what_runs_no_command_loads_no_pydantic(word: str) -> None:
    """Typer brings pydantic once a command is reached; before that nobody else does."""
    _, modules = loaded(word)
    assert modules & {"pydantic", "pydantic_core"} == set()


def test_the_version_loads_no_rich() -> None:
    """The version is one line of text: nothing that draws tables is loaded for it."""
    _, modules = loaded("--version")
    assert "rich" not in modules


def test_scoring_loads_what_help_does_not() -> None:
    """The measurement sees what is loaded: a command that scores does load our models, from which help is free."""
    _, modules = loaded("score", str(ROOT / "samples" / "fictional-good-care-home.yaml"), "--today", "2026-11-23")
    assert {"yaml", "rich"} | OUR_MODELS - {
        "wellled_cli.model.comparison_result",
        "wellled_cli.model.result",
    } <= modules
