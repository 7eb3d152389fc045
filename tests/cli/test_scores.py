"""`wellled score --scores`: a rating without a file."""

import json

import pytest

from tests.cli.command import Command

pytestmark = pytest.mark.usefixtures("folder")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["2,2,2,3,2,3,3"], (17, 28, "60.714", 61, "requires improvement")),
        (["3,3,3,3,3,3,3"], (21, 28, "75.000", 75, "good")),
        ([" 4, 4, 4, 4, 4, 4, 4 "], (28, 28, "100.000", 100, "outstanding")),
        (["3,3,3,3,3,3,3,3", "--key-question", "safe"], (24, 32, "75.000", 75, "good")),
        (["3,3,3,3,3,3,3,3", "--key-question", "SAFE"], (24, 32, "75.000", 75, "good")),
        (["3,3,3,3,3,3", "--key-question", "effective"], (18, 24, "75.000", 75, "good")),
        (["3,3,3,3,3", "--key-question", "caring"], (15, 20, "75.000", 75, "good")),
        (["3,3,3,3,3,3,3", "--key-question", "responsive"], (21, 28, "75.000", 75, "good")),
        (["3,3,3,3,3,3,3", "--key-question", "well-led"], (21, 28, "75.000", 75, "good")),
        (["2,2,3,3,3,3,3,1", "--level", "trust"], (20, 32, "62.500", 62, "requires improvement")),
        (["1,1,1,1,1,1,1", "--level", "service"], (7, 28, "25.000", 25, "inadequate")),
    ],
)
def test_scores_are_rated_like_a_file(
    wellled: Command, words: list[str], expected: tuple[int, int, str, int, str]
) -> None:
    """Scores given in the published order are rated as the statements of a key question at a level."""
    ran = wellled("score", "--format", "json", "--scores", *words)
    (entry,) = json.loads(ran.out)["assessments"]
    assert ran.code == 0
    assert tuple(entry[key] for key in ("total", "maximum", "exact", "score", "rating")) == expected
    assert [statement["score"] for statement in entry["statements"]] == [int(part) for part in words[0].split(",")]


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["3,3,3"], "7"),
        (["3,3,3,3,3,3,3,3"], "7"),
        (["3,3,3,3,3,3,3", "--key-question", "safe"], "8"),
        (["3,3,3,3,3,3,3", "--level", "trust"], "8"),
        (["3,3,3,3,3,3,5"], "1 to 4"),
        (["3,3,3,3,3,3,0"], "1 to 4"),
        (["3,3,3,3,3,3,3.5"], "whole numbers"),
        (["good,good"], "whole numbers"),
        (["3,,3,3,3,3,3"], "whole numbers"),
        ([""], "whole numbers"),
        (["3,3,3,3,3,3,3", "--key-question", "saef"], "safe"),
        (["3,3,3,3,3,3,3", "--level", "moon"], "trust"),
        (["3,3,3,3,3,3,3", "--level", "trust", "--key-question", "sfae"], "safe"),
    ],
)
def test_scores_that_do_not_fit_are_refused(wellled: Command, words: list[str], hint: str) -> None:
    """A wrong number of scores, and what is no score, key question or level, is wrong usage that says what fits."""
    ran = wellled("score", "--scores", *words)
    assert (ran.code, ran.out) == (2, "")
    assert hint in ran.err


@pytest.mark.usefixtures("files")
def test_scores_and_a_file_are_not_both_scored(wellled: Command) -> None:
    """--scores is for use without a file: a file beside it is refused, not silently left out."""
    ran = wellled("score", "good.yaml", "--scores", "2,2,2,3,2,3,3")
    assert (ran.code, ran.out) == (2, "")
