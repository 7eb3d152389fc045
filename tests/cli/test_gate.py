"""What fails the gate of `wellled check`."""

import pytest

from tests.builders import SPEAK_UP, assessment_text
from tests.cli.command import Command

FAIL_ON = ["never", "fault", "error", "warning", "note"]
FAILS_FROM = {
    "good.yaml": None,
    "noted.yaml": "note",
    "warned.yaml": "warning",
    "breached.yaml": "error",
    "low.yaml": "error",
    "faulty.yaml": "fault",
}


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("fail_on", FAIL_ON)
@pytest.mark.parametrize("file", FAILS_FROM)
def test_findings_fail_from_their_level_up(wellled: Command, file: str, fail_on: str) -> None:
    """A finding fails the gate from its level up, a fault always does, and nothing does under never."""
    worst = FAILS_FROM[file]
    fails = worst is not None and FAIL_ON.index(fail_on) >= FAIL_ON.index(worst)
    assert wellled("check", file, "--fail-on", fail_on, "--today", "2026-11-23").code == int(fails)


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("file", FAILS_FROM)
def test_by_default_only_a_wrong_file_fails(wellled: Command, file: str) -> None:
    """An honest low score does not turn a build red: the default is --fail-on fault."""
    assert wellled("check", file).code == wellled("check", file, "--fail-on", "fault").code == (file == "faulty.yaml")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("file", "rating", "code"),
    [
        ("good.yaml", "good", 0),
        ("good.yaml", "outstanding", 1),
        ("good.yaml", "inadequate", 0),
        ("low.yaml", "inadequate", 0),
        ("low.yaml", "requires improvement", 1),
        ("limited.yaml", "requires improvement", 0),
        ("limited.yaml", "Requires-Improvement", 0),
        ("limited.yaml", "REQUIRES_IMPROVEMENT", 0),
        ("limited.yaml", "Good", 1),
        ("faulty.yaml", "inadequate", 1),
    ],
)
def test_a_rating_below_the_least_fails(wellled: Command, file: str, rating: str, code: int) -> None:
    """The rating counts, not the score, and is named in any case, with a space, hyphen or underscore."""
    assert wellled("check", file, "--min-rating", rating).code == code


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("file", "least", "code"),
    [
        ("good.yaml", "0", 0),
        ("good.yaml", "75", 0),
        ("good.yaml", "76", 1),
        ("good.yaml", "100", 1),
        ("limited.yaml", "68", 0),
        ("limited.yaml", "69", 1),
        ("faulty.yaml", "0", 1),
    ],
)
def test_a_score_below_the_least_fails(wellled: Command, file: str, least: str, code: int) -> None:
    """The score itself passes, one more fails; what limits the rating leaves the score alone."""
    assert wellled("check", file, "--min-score", least).code == code


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("words", [["--min-rating", "good"], ["--min-score", "63"]], ids=["rating", "score"])
def test_the_result_is_gated_whatever_findings_fail_on(wellled: Command, words: list[str]) -> None:
    """--fail-on never lets findings pass; a rating or score below the least still fails."""
    assert wellled("check", "low.yaml", "--fail-on", "never", *words).code == 1
    assert wellled("check", "good.yaml", "--fail-on", "never", *words).code == 0


@pytest.mark.usefixtures("files")
def test_one_file_fails_for_all(wellled: Command) -> None:
    """One file below the least fails the run, and only it is named as failing."""
    ran = wellled("check", "good.yaml", "low.yaml", "--min-rating", "good")
    assert ran.code == 1
    failing = [line for line in ran.out.splitlines() if "good" in line and "at least" in line]
    assert len(failing) == 1
    assert "low.yaml" in failing[0]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "line",
    ["good.yaml", "low.yaml", "faulty.yaml", "missing.yaml", "good.yaml missing.yaml", "good.yaml --min-score 80"],
)
def test_the_words_are_those_of_the_exit_code(wellled: Command, line: str) -> None:
    """A check says that it passes where it leaves with 0 and nowhere else."""
    ran = wellled("check", *line.split())
    assert ("Passes" in ran.out) == (ran.code == 0)


def test_an_unknown_score_passes_no_least(wellled: Command) -> None:
    """A result that is left open is not known to reach anything."""
    unknown = {SPEAK_UP: {"score_unknown": "The page does not show it"}}
    open_score = assessment_text(answers=unknown).encode()
    assert wellled("check", "-", stdin=open_score).code == 0
    assert wellled("check", "-", "--min-rating", "inadequate", stdin=open_score).code == 1
    assert wellled("check", "-", "--min-score", "0", stdin=open_score).code == 1
