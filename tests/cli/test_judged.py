"""Under a framework without scores no output shows a score, a total or a percentage."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.builders import Yaml, assessment_text
from tests.cli.command import Command

pytestmark = pytest.mark.usefixtures("folder")

DRAFT = "cqc-asc-2026-draft"
JUDGED = {
    "strategic-direction": "outstanding",
    "workforce-equity-and-culture": "requires improvement",
    "capable-and-compassionate-leaders": "inadequate",
    "governance-and-management": "good",
    "partnerships-and-communities": "good",
    "improvement-innovation-and-learning": "requires improvement",
}
TITLES = {
    **{name: name.replace("-", " ").capitalize() for name in JUDGED},
    "improvement-innovation-and-learning": "Improvement, innovation and learning",
}
FOR_PEOPLE = [("score",), ("report", "--format", "md"), ("plan",), ("plan", "--to", "outstanding"), ("check",)]
NO_SCORE_WORDS = re.compile(r"out of \d|\d ?%|per cent|\bpoints?\b|\btotal\b|\bmaximum\b", re.IGNORECASE)
KNOWN_NUMBERS = [
    r"https?://\S+",  # addresses
    r"\d{1,2} (?:January|November) \d{4}",  # days
    r"\(2026\)|cqc-asc-2026-draft",  # the framework
    r"file\.yaml:\d+:\d+",  # places
    r"wellled \d+\.\d+\.\d+\S*",  # our version
    r"version 9",  # the draft's
    r"Concerns \(\d+\)|\d+ (?:files?|concerns?|gaps?)\b",  # how many things were found
]


def write(judged: bool = True, **changes: Yaml) -> None:  # noqa: FBT001, FBT002  a test helper
    """Write an assessment under the draft."""
    answers = {name: {"judged": rating, "findings": "Seen."} for name, rating in JUDGED.items()}
    judgement = {"judgement": {"rating": "good", "reason": "So the panel judged"}} if judged else {}
    text = assessment_text((), framework=DRAFT, answers=answers, about={"date": "2026-11-01"}, **judgement, **changes)
    Path("file.yaml").write_text(text, "utf-8")


def lines_of_concerns() -> set[str]:
    """Give the numbers of the lines on which something is judged below good."""
    lines = Path("file.yaml").read_text("utf-8").splitlines()
    low = ("judged: requires improvement", "judged: inadequate")
    return {str(number) for number, line in enumerate(lines, start=1) if line.strip() in low}


def texts(value: Any) -> Iterator[str]:  # noqa: ANN401  whatever stands in JSON
    """Give every text inside a value read from JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


@pytest.mark.parametrize("words", FOR_PEOPLE, ids=" ".join)
@pytest.mark.parametrize("judged", [True, False])
def test_people_are_shown_no_number(wellled: Command, words: tuple[str, ...], *, judged: bool) -> None:
    """The only numbers shown are days, versions, addresses, steps, lines of the file and counts of concerns."""
    write(judged)
    command, *options = words
    ran = wellled(command, "file.yaml", *options, "--today", "2026-11-23")
    assert ran.code == 0
    shown = " ".join(ran.out.split())
    for known in KNOWN_NUMBERS:
        shown = re.sub(known, "", shown)
    assert set(re.findall(r"\d+", shown)) <= lines_of_concerns() | {"1", str(len(lines_of_concerns()))}
    assert NO_SCORE_WORDS.findall(shown) == []


@pytest.mark.parametrize("command", ["score", "report", "check"])
@pytest.mark.parametrize("judged", [True, False])
def test_programs_are_told_no_number(wellled: Command, command: str, *, judged: bool) -> None:
    """In JSON every number of a score is null, no text speaks of one, and the rating is the one judged, or null."""
    write(judged)
    ran = wellled(command, "file.yaml", "--format", "json", "--today", "2026-11-23")
    (entry,) = json.loads(ran.out)["assessments"]
    assert ran.code == 0
    assert [entry[key] for key in ("total", "maximum", "exact", "score", "band", "next", "unassessed")] == [None] * 7
    assert (entry["expected_published"], entry["limited_by"]) == ([], [])
    assert [statement["score"] for statement in entry["statements"]] == [None] * 6
    assert entry["rating"] == ("good" if judged else None)
    assert [text for text in texts(entry) if NO_SCORE_WORDS.search(text)] == []


@pytest.mark.parametrize("judged", [True, False])
def test_a_plan_for_programs_has_no_points(wellled: Command, *, judged: bool) -> None:
    """A plan has no points and no ways, and starts from the rating judged, or none."""
    write(judged)
    found = json.loads(wellled("plan", "file.yaml", "--format", "json").out)
    assert (found["points"], found["count"], found["options"]) == (None, 0, [])
    assert found["from"] == ("good" if judged else None)


@pytest.mark.parametrize("words", [("score",), ("report", "--format", "md")], ids=" ".join)
def test_people_are_shown_what_was_judged(wellled: Command, words: tuple[str, ...]) -> None:
    """The rating judged, its reason, and what each line of enquiry was judged are shown."""
    write()
    command, *options = words
    shown = wellled(command, "file.yaml", *options, "--today", "2026-11-23").out
    assert "So the panel judged" in shown
    assert re.search(r"\bGood\b", shown)
    parts = re.split(f"({'|'.join(map(re.escape, TITLES.values()))})", " ".join(shown.split()))
    for name, rating in JUDGED.items():
        after = [words for title, words in zip(parts[1::2], parts[2::2], strict=True) if title == TITLES[name]]
        assert any(f"udged {rating}" in words or f"udged: {rating}" in words for words in after), (name, rating)


def test_nothing_judged_is_shown_as_open(wellled: Command) -> None:
    """Without a judgement the rating is called open, not the sum of what the lines were judged."""
    write(judged=False)
    assert "Rating open" in wellled("score", "file.yaml").out
    assert "Rating open" in wellled("report", "file.yaml").out


@pytest.mark.parametrize("words", FOR_PEOPLE, ids=" ".join)
def test_a_published_score_has_no_place(wellled: Command, words: tuple[str, ...]) -> None:
    """A framework without scores has no published score: one that is written is refused, or at least never shown."""
    write(published={"score": 67, "rating": "good"})
    command, *options = words
    ran = wellled(command, "file.yaml", *options, "--today", "2026-11-23")
    assert "67" not in ran.out.replace("file.yaml:67", "")


@pytest.mark.parametrize(
    "answer", ["score: 3", "categories: {people: 3}", "score_unknown: Not shown"], ids=lambda text: text.split(":")[0]
)
@pytest.mark.parametrize("command", ["score", "report", "plan", "check"])
def test_scores_are_refused(wellled: Command, command: str, answer: str) -> None:
    """A file with a score, in whatever form, is refused where the score stands."""
    write()
    text = Path("file.yaml").read_text("utf-8").replace("judged: outstanding", answer)
    Path("file.yaml").write_text(text, "utf-8")
    ran = wellled(command, "file.yaml")
    assert ran.code == (1 if command == "check" else 2)
    line = next(number for number, words in enumerate(text.splitlines(), start=1) if words.strip() == answer)
    assert f"file.yaml:{line}:5: " in ran.said


def test_bare_scores_are_refused(wellled: Command) -> None:
    """Scores without a file are wrong usage under a framework without scores."""
    ran = wellled("score", "--framework", DRAFT, "--scores", "3,3,3,3,3,3")
    assert (ran.code, ran.out) == (2, "")
    assert "no scores" in ran.err


def test_a_minimum_score_is_never_reached(wellled: Command) -> None:
    """The gate cannot be passed by a score where there are none, but by the rating judged it can."""
    write()
    assert wellled("check", "file.yaml", "--min-score", "0").code == 1
    assert wellled("check", "file.yaml", "--min-rating", "good").code == 0
    assert wellled("check", "file.yaml", "--min-rating", "outstanding").code == 1


def test_several_are_shown_together_without_numbers(wellled: Command) -> None:
    """A report of several assessments has no score for them either."""
    write()
    Path("other.yaml").write_bytes(Path("file.yaml").read_bytes())
    shown = wellled("report", "file.yaml", "other.yaml", "--today", "2026-11-23").out
    assert "2 assessments" in shown
    assert NO_SCORE_WORDS.findall(shown) == []
