"""What goes to which stream, and what becomes of it there."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.builders import assessment_text
from tests.cli.assessments import NAME
from tests.cli.command import NOTICE, Command, process

PRODUCTS = [
    *("score good.yaml", "score good.yaml --format json", "check good.yaml", "schema", "--help", "--version"),
    *("compare good.yaml low.yaml", "compare good.yaml low.yaml --format md"),
]
NO_OUTPUT = "import os; os.close(1); sys.stdout = None"
FULL = Path("/dev/full")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", PRODUCTS)
def test_a_product_is_alone_on_standard_output(wellled: Command, line: str) -> None:
    """What was asked for goes to standard output and ends its last line; nothing is said beside it."""
    ran = wellled(*line.split())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("\n")
    assert not ran.out.endswith("\n\n")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("output_format", ["text", "json"])
def test_faults_do_not_mix_with_scores(wellled: Command, output_format: str) -> None:
    """Where scores were asked for, the faults of other files go to standard error, each with file, line and column."""
    ran = wellled("score", "faulty.yaml", "good.yaml", "--format", output_format)
    assert ran.code == 2
    assert NAME in ran.out
    assert ran.err.startswith("faulty.yaml:")
    assert ": error score-out-of-range " in ran.err
    assert "1 to 4" in ran.err


@pytest.mark.usefixtures("files")
def test_faults_are_what_a_check_is_asked_for(wellled: Command) -> None:
    """The findings of a check are its product: a line each, with file, line, column, level and rule."""
    ran = wellled("check", "faulty.yaml")
    line = (Path("faulty.yaml").read_text("utf-8").splitlines()).index("  freedom-to-speak-up:") + 2
    assert ran.out.startswith(f"faulty.yaml:{line}:12: error score-out-of-range ")
    assert ran.err == ""


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "line",
    [
        "score good.yaml",
        "score good.yaml faulty.yaml",
        "score good.yaml limited.yaml",
        "score good.yaml --quiet",
        "score --scores 3,3,3,3,3,3,3",
        "check good.yaml",
        "check faulty.yaml",
        "check low.yaml --min-rating good",
        "check --fail-on never .",
        "compare good.yaml low.yaml",
        "compare good.yaml good.yaml --quiet",
        "compare limited.yaml good.yaml --format md",
    ],
)
def test_output_for_people_ends_with_the_notice(wellled: Command, line: str) -> None:
    """Whatever people read says, in its last line, that it is an indicative calculation and not a CQC rating."""
    assert NOTICE in wellled(*line.split()).out.splitlines()[-1]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("file", ["good.yaml", "low.yaml", "faulty.yaml"])
def test_quiet_leaves_findings_and_code(wellled: Command, file: str) -> None:
    """A quiet check leaves the findings and what fails the gate, drops the summary and keeps its exit code."""
    loud, quiet = wellled("check", file), wellled("check", file, "--quiet")
    assert quiet.code == loud.code
    assert quiet.out.splitlines() == [line for line in loud.out.splitlines() if line.startswith((f"{file}:", "Fails:"))]


@pytest.mark.usefixtures("files")
def test_quiet_does_not_silence_errors(wellled: Command) -> None:
    """What could not be done is said in any case."""
    assert "missing.yaml" in wellled("check", "missing.yaml", "--quiet").err


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
@pytest.mark.usefixtures("folder")
def test_a_pipe_gets_utf_8_and_plain_line_breaks(folder: Path, encoding: str) -> None:
    """Whatever the locale, what goes to a file or pipe is UTF-8 with plain line breaks."""
    name = "St John\u2019s \u2192 Caf\u00e9"
    (folder / "a.yaml").write_text(assessment_text(provider={"name": name}), "utf-8")
    for output_format in ("text", "json"):
        ran = process("score", "a.yaml", "--format", output_format, environment={"PYTHONIOENCODING": encoding})
        assert (ran.code, ran.err) == (0, "")
        assert name in ran.out
        assert "\r" not in ran.out


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", PRODUCTS)
def test_a_reader_that_leaves_early_is_no_error(line: str) -> None:
    """Where the reader of a pipe has gone, as under head, not a word is said about it."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = process(*line.split(), stdout=writing)
    finally:
        os.close(writing)
    assert ran.err == ""
    assert ran.code != 70


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", PRODUCTS)
def test_a_closed_standard_output_is_no_bug(line: str) -> None:
    """With standard output closed nothing can be shown; that is no bug of ours and gives no traceback."""
    ran = process(*line.split(), program=NO_OUTPUT, stdout=subprocess.DEVNULL)
    assert "Traceback" not in ran.err
    assert ran.code != 70


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full disk to write to")
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("line", PRODUCTS)
def test_a_full_disk_could_not_be_written(line: str) -> None:
    """Where the product cannot be written the command could not do it: 2, in one line, and no bug of ours."""
    with FULL.open("wb") as full:
        ran = process(*line.split(), stdout=full.fileno())
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
