"""Gaps in the record, rule by rule: flagged, and the clean neighbour left alone."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builders import SPEAK_UP, TODAY, Yaml, assessment_text, flagged
from wellled_cli.flag.engine import record_rules

LOW = {"score": 2, "findings": "We visited in May."}
REQUIRED = {"id": "A1", "title": "Train staff", "kind": "should", "status": "open"}
ACTION = {**REQUIRED, "statement": SPEAK_UP, "owner": "J. Lee", "due": TODAY}
DONE = {**ACTION, "status": "done", "evidence": ["E1"]}
EVIDENCE = {"id": "E1", "title": "Staff survey", "review_by": TODAY}
YESTERDAY = date(2026, 1, 14)
BREACH = {"regulation": 17, "status": "current"}
HALF = (3, 3, 3, 3, 2, 2, 2, 2)


def file(scores: tuple[int, ...] = (3,) * 7, **changes: Yaml) -> str:
    """Write a file whose register holds the evidence E1."""
    return assessment_text(scores, **{"evidence": [EVIDENCE], **changes})


class Case(NamedTuple):
    """A record with a gap, how it is flagged, and its neighbours without the gap."""

    level: str
    statement: str | None
    gap: str
    clean: list[str]


CASES: Mapping[str, Case] = {
    "action-without-owner": Case(
        "warning",
        SPEAK_UP,
        gap=file(actions=[{**ACTION, "owner": None}]),
        clean=[file(actions=[ACTION]), file(actions=[{**DONE, "owner": None}])],
    ),
    "action-without-due-date": Case(
        "warning", SPEAK_UP, gap=file(actions=[{**ACTION, "due": None}]), clean=[file(actions=[ACTION])]
    ),
    "action-overdue": Case(
        "warning",
        SPEAK_UP,
        gap=file(actions=[{**ACTION, "due": YESTERDAY}]),
        clean=[file(actions=[{**ACTION, "due": due}]) for due in (TODAY, None)]
        + [file(actions=[{**DONE, "due": YESTERDAY}])],
    ),
    "action-done-without-evidence": Case(
        "warning",
        SPEAK_UP,
        gap=file(actions=[{**DONE, "evidence": []}]),
        clean=[file(actions=[DONE]), file(actions=[ACTION])],
    ),
    "evidence-expired": Case(
        "warning",
        None,
        gap=file(evidence=[{**EVIDENCE, "review_by": YESTERDAY}]),
        clean=[file(evidence=[{**EVIDENCE, "review_by": last_day}]) for last_day in (TODAY, None)],
    ),
    "low-score-without-findings": Case(
        "warning",
        SPEAK_UP,
        gap=file(answers={SPEAK_UP: {"score": 2, "findings": " "}}),
        clean=[file(answers={SPEAK_UP: answer}) for answer in (LOW, {"score": 3}, {"not_assessed": "Out of scope"})],
    ),
    "published-differs": Case(
        "warning",
        None,
        gap=file(published={"score": 74}),
        clean=[
            file(published={"score": 75, "rating": "good"}),
            file(published={"rating": "good"}),
            file((3, 3, 3, 3, 1, 3, 3), published={"score": 62, "rating": "requires improvement"}),
        ],
    ),
    "exact-half": Case(
        "note",
        None,
        gap=file(HALF, level="trust"),
        clean=[file((3, 3, 3, 3, 3, 2, 2, 2), level="trust"), file()],
    ),
    "breach-beside-good": Case(
        "note",
        None,
        gap=file(breaches=[BREACH]),
        clean=[
            file((2,) * 7, breaches=[BREACH]),
            file((3, 3, 1, 3, 3, 3, 3), breaches=[BREACH]),
            file(breaches=[{**BREACH, "status": "met"}]),
        ],
    ),
}


def test_every_rule_has_its_case() -> None:
    """Each record rule is tried, here or in a file of its own beside this one."""
    own = {path.stem.removeprefix("test_").replace("_", "-") for path in Path(__file__).parent.glob("rules/test_*.py")}
    assert set(CASES) <= set(record_rules()) == set(CASES) | own


@pytest.mark.parametrize("rule", CASES)
def test_a_gap_is_found(rule: str) -> None:
    """A record with the gap is flagged once, at the level published, under the statement it bears on."""
    case = CASES[rule]
    (found,) = flagged(case.gap, rule)
    assert (found.kind, found.origin, found.topic) == ("record", None, None)
    assert (found.level, found.statement) == (case.level, case.statement)
    assert found.message


@pytest.mark.parametrize(("rule", "clean"), [(rule, clean) for rule, case in CASES.items() for clean in case.clean])
def test_a_clean_record_is_left_alone(rule: str, clean: str) -> None:
    """A record without the gap is not flagged; the last day of a date is still in time."""
    assert flagged(clean, rule) == []


@pytest.mark.parametrize("rule", CASES)
def test_every_rule_has_its_page(rule: str) -> None:
    """Each rule says what it looks for, why it matters and what to do."""
    page = record_rules()[rule].__doc__ or ""
    assert all(heading in page for heading in ("Looks for:", "Why it matters:", "What to do:"))


def test_both_published_values_are_compared() -> None:
    """A published score and a published rating that both differ are a finding each."""
    assert len(flagged(file(published={"score": 61, "rating": "inadequate"}), "published-differs")) == 2


def test_a_half_shows_both_readings() -> None:
    """An exact half names what it was taken as and what the other way would give."""
    (found,) = flagged(file(HALF, level="trust"), "exact-half")
    assert all(words in found.message for words in ("62.5", "62", "requires improvement", "63", "good"))


def test_a_half_that_decides_the_top_rating_is_flagged() -> None:
    """87.5 is flagged too: 88 is outstanding, 87 would be good."""
    (found,) = flagged(file((4, 4, 4, 4, 3, 3, 3, 3), level="trust"), "exact-half")
    assert all(words in found.message for words in ("87.5", "88", "outstanding", "87", "good"))


def test_today_decides_what_is_late() -> None:
    """The same record is in time on one day and late on the next."""
    text = file(actions=[ACTION])
    assert flagged(text, "action-overdue", today=TODAY) == []
    assert len(flagged(text, "action-overdue", today=date(2026, 1, 16))) == 1
