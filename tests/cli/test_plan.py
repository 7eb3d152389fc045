"""`wellled plan`: what must change, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import SPEAK_UP, assessment_text
from tests.cli.command import NOTICE, Command, process

pytestmark = pytest.mark.usefixtures("folder")

LIMITED = assessment_text((2, 3, 3, 3, 1, 3, 3))
DRAFT = assessment_text(
    (),
    framework="cqc-asc-2026-draft",
    answers=dict.fromkeys(
        (
            *("strategic-direction", "workforce-equity-and-culture", "capable-and-compassionate-leaders"),
            *("governance-and-management", "partnerships-and-communities", "improvement-innovation-and-learning"),
        )
    ),
    judgement={"rating": "good", "reason": "So judged"},
)
NO_WAY = {
    "open": (assessment_text(answers={SPEAK_UP: {"score_unknown": "Not shown"}}), None, "Freedom to speak up"),
    "not rated": (assessment_text((3, 3, 3, 3, 3, 3, None)), "not rated", "Learning, improvement and innovation"),
    "no scores": (DRAFT, "good", "no scores"),
}


def planned(wellled: Command, text: str, *words: str) -> dict[str, Any]:
    """Give the plan for a file as programs read it."""
    Path("file.yaml").write_text(text, "utf-8")
    ran = wellled("plan", "file.yaml", "--format", "json", *words)
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_a_plan_has_its_shape(wellled: Command) -> None:
    """A plan for programs has every key of its format, and nothing else."""
    found = planned(wellled, LIMITED)
    assert set(found) == {"format", "tool", "notice", "path", "from", "to", "points", "count", "options"}
    assert (found["format"], found["tool"]["name"], found["path"]) == ("wellled-plan/1", "wellled", "file.yaml")
    assert set(found["tool"]) == {"name", "version"}
    assert NOTICE in found["notice"]
    for option in found["options"]:
        assert set(option) == {"points", "score", "rating", "changes"}
        assert [set(change) for change in option["changes"]] == [{"statement", "from", "to"}] * len(option["changes"])


def test_a_limited_rating_needs_its_limit_lifted(wellled: Command) -> None:
    """18 of 28 is good but for a 1: the one smallest way to good is to raise the 1, which makes 68."""
    found = planned(wellled, LIMITED)
    assert {key: found[key] for key in ("from", "to", "points", "count")} == {
        "from": "requires improvement",
        "to": "good",
        "points": 1,
        "count": 1,
    }
    change = {"statement": "governance-management-and-sustainability", "from": 1, "to": 2}
    assert found["options"] == [{"points": 1, "score": 68, "rating": "good", "changes": [change]}]


@pytest.mark.parametrize(
    ("to", "points", "count", "shown"),
    [
        ("inadequate", 0, 1, 1),
        ("requires improvement", 0, 1, 1),
        ("Requires-Improvement", 0, 1, 1),
        ("good", 4, 161, 20),
        ("OUTSTANDING", 11, 35, 20),
    ],
)
def test_any_rating_may_be_asked_for(wellled: Command, to: str, points: int, count: int, shown: int) -> None:
    """From seven 2s: nothing to what is reached, 4 points to good, 11 to outstanding; at most 20 ways are listed."""
    found = planned(wellled, assessment_text((2,) * 7), "--to", to)
    assert (found["points"], found["count"], len(found["options"])) == (points, count, shown)
    assert found["to"] == to.lower().replace("-", " ")
    assert {option["points"] for option in found["options"]} == {points}
    for option in found["options"]:
        assert sum(change["to"] - change["from"] for change in option["changes"]) == points


@pytest.mark.parametrize("name", NO_WAY)
@pytest.mark.parametrize("to", [(), ("--to", "outstanding"), ("--to", "inadequate")])
def test_where_there_is_no_way_points_are_null(wellled: Command, name: str, to: tuple[str, ...]) -> None:
    """With a score unknown, not rated, or without scores: no points, no ways, and people are told why."""
    text, rating, why = NO_WAY[name]
    found = planned(wellled, text, *to)
    assert (found["points"], found["count"], found["options"], found["from"]) == (None, 0, [], rating)
    ran = wellled("plan", "file.yaml", *to)
    assert ran.code == 0
    assert why in " ".join(ran.out.split())
    assert NOTICE in ran.out


def test_people_are_told_what_every_way_needs(wellled: Command) -> None:
    """Two 1s and five 2s to good: raise each 1, then any four points; the 161 ways are not listed one by one."""
    Path("file.yaml").write_text(assessment_text((1, 1, 2, 2, 2, 2, 2)), "utf-8")
    words = " ".join(wellled("plan", "file.yaml", "--to", "good").out.split())
    assert "6 points" in words
    assert "161" in words
    assert "Shared direction and culture from 1 to 2" in words
    assert "Capable, compassionate and inclusive leaders from 1 to 2" in words
    assert "4 points more" in words
    assert "from 2 to" not in words


def test_people_are_told_where_nothing_is_needed(wellled: Command) -> None:
    """A rating that is reached is said to need nothing."""
    Path("file.yaml").write_text(assessment_text(), "utf-8")
    ran = wellled("plan", "file.yaml", "--to", "good")
    assert ran.code == 0
    assert "Nothing is needed" in ran.out


@pytest.mark.parametrize("to", ["not rated", "excellent", "", "3"])
def test_what_is_none_of_the_four_is_refused(wellled: Command, to: str) -> None:
    """A plan leads to one of the four ratings; anything else is wrong usage."""
    Path("file.yaml").write_text(assessment_text(), "utf-8")
    ran = wellled("plan", "file.yaml", "--to", to)
    assert (ran.code, ran.out) == (2, "")
    assert "outstanding" in ran.err


def test_a_faulty_file_has_no_plan(wellled: Command) -> None:
    """A file with faults gives no plan but its faults."""
    Path("file.yaml").write_text(assessment_text((3, 3, 5, 3, 3, 3, 3)), "utf-8")
    for words in ((), ("--format", "json")):
        ran = wellled("plan", "file.yaml", *words)
        assert (ran.code, ran.out) == (2, "")
        assert "1 to 4" in ran.err


def test_the_order_does_not_depend_on_the_run() -> None:
    """Two runs with different seeds for Python's hashes write the same bytes."""
    Path("file.yaml").write_text(assessment_text((2, 3, 1, 2, 3, 2, 1)), "utf-8")
    runs = [
        process("plan", "file.yaml", "--format", "json", "--to", "outstanding", environment={"PYTHONHASHSEED": seed})
        for seed in ("1", "2", "3")
    ]
    assert [run.code for run in runs] == [0, 0, 0]
    assert len({run.out for run in runs}) == 1
