"""Which framework a file falls under that names none, at the edges; and what only a name chooses."""

from datetime import date

import pytest

from tests.builders import STATEMENTS, Yaml, assessment_text, faults_of, reviewed

SAF_2023, SAF_2024, LOCAL, DRAFT = "cqc-saf-2023", "cqc-saf-2024", "cqc-la-2025", "cqc-asc-2026-draft"
NINE = (
    *("assessing-needs", "supporting-people-to-live-healthier-lives", "equity-in-experience-and-outcomes"),
    *("care-provision-integration-and-continuity", "partnerships-and-communities"),
    *("safe-systems-pathways-and-transitions", "safeguarding"),
    *("governance-management-and-sustainability", "learning-improvement-and-innovation"),
)
SIX = (
    *("strategic-direction", "workforce-equity-and-culture", "capable-and-compassionate-leaders"),
    *("governance-and-management", "partnerships-and-communities", "improvement-innovation-and-learning"),
)


def local_text(**changes: Yaml) -> str:
    """Write the assessment of a local authority."""
    answers = {name: {"score": 3} for name in NINE}
    return assessment_text((), **{"framework": LOCAL, "answers": answers, **changes})


def draft_text(**changes: Yaml) -> str:
    """Write an assessment under the draft."""
    return assessment_text((), **{"framework": DRAFT, "answers": dict.fromkeys(SIX), **changes})


def chosen(text: str) -> tuple[str | None, str | None]:
    """Give the framework of a file that has no faults, and what chose it."""
    outcome = reviewed(text)
    assert outcome.faults == ()
    return outcome.framework.id if outcome.framework else None, outcome.chosen_by


@pytest.mark.parametrize(
    ("day", "framework"),
    [
        ("2023-11-21", SAF_2023),
        ("2024-12-01", SAF_2023),
        ("2024-12-02", SAF_2024),
        ("2026-11-23", SAF_2024),
    ],
)
def test_the_day_chooses(day: str, framework: str) -> None:
    """The last day of the older framework is 1 December 2024, its first 21 November 2023, whichever date says so."""
    assert chosen(assessment_text(framework=None, about={"date": day})) == (framework, "date")
    assert chosen(assessment_text(framework=None, about={"started": day})) == (framework, "date")


@pytest.mark.parametrize("about", [{"date": "2023-11-20"}, {"date": "2025-02-20", "started": "2023-11-20"}])
def test_the_day_before_the_first_has_none(about: dict[str, str]) -> None:
    """On 20 November 2023 no known framework was in force: the file is faulty where that day stands."""
    text = assessment_text(framework=None, about=about)
    (fault,) = reviewed(text).faults
    key = "started" if "started" in about else "date"
    (line,) = [number for number, words in enumerate(text.splitlines(), start=1) if words.strip().startswith(f"{key}:")]
    assert (fault.rule, fault.place.line) == ("no-framework-in-force", line)
    assert fault.message.startswith(f"assessment > {key}: found 2023-11-20, expected ")
    assert all(name in fault.message for name in (SAF_2023, SAF_2024, LOCAL, DRAFT))


@pytest.mark.parametrize(("written", "meant"), [("cqc-la-2052", LOCAL), ("CQC-SAF-2023", SAF_2023), ("ofsted", None)])
def test_a_framework_nobody_knows_is_a_fault_that_names_them(written: str, meant: str | None) -> None:
    """A framework that is not known is a fault that says what was found, which are known, and which may be meant."""
    faults = reviewed(assessment_text(framework=written)).faults
    (message,) = [fault.message for fault in faults if fault.rule == "unknown-framework"]
    assert message.startswith(f"framework: found {written}, expected ")
    known, _, advice = message.partition(";")
    assert all(name in known for name in (SAF_2023, SAF_2024, LOCAL, DRAFT))
    assert (meant in advice) if meant else not advice


@pytest.mark.parametrize(
    ("started", "day", "framework"),
    [
        ("2024-12-01", "2025-06-25", SAF_2023),
        ("2024-12-02", "2024-12-01", SAF_2024),
        ("2023-11-21", "2023-11-20", SAF_2023),
        ("2024-12-02", "2010-01-01", SAF_2024),
    ],
)
def test_the_start_beats_the_date(started: str, day: str, framework: str) -> None:
    """An assessment is judged by the framework in force when it started, however late it is dated (V1)."""
    assert chosen(assessment_text(framework=None, about={"started": started, "date": day})) == (framework, "date")


@pytest.mark.parametrize("day", [date(2024, 11, 1), date(2025, 6, 1), date(2026, 11, 1)])
def test_a_name_beats_every_day(day: date) -> None:
    """A framework named in the file is taken on any day."""
    for framework in (SAF_2023, SAF_2024):
        assert chosen(assessment_text(framework=framework, about={"date": day})) == (framework, "file")
    assert chosen(local_text(about={"date": day})) == (LOCAL, "file")
    assert chosen(draft_text(about={"date": day})) == (DRAFT, "file")


@pytest.mark.parametrize("day", ["2024-06-01", "2025-06-01", "2026-06-01", "2026-11-23"])
def test_local_authorities_and_the_draft_are_never_chosen_by_a_day(day: str) -> None:
    """A file with their statements that does not name them is judged by the single assessment framework, so faulty."""
    for text in (
        local_text(framework=None, about={"date": day}),
        draft_text(framework=None, about={"date": day}),
    ):
        outcome = reviewed(text)
        assert outcome.framework is not None
        assert outcome.framework.id.startswith("cqc-saf-")
        assert "unknown-statement" in [fault.rule for fault in outcome.faults]


@pytest.mark.parametrize("question", STATEMENTS)
def test_a_local_authority_has_no_key_question(question: str) -> None:
    """Under the framework of local authorities a key question, even well-led, is a fault at its key."""
    text = local_text(key_question=question)
    (fault,) = reviewed(text).faults
    assert fault.rule == "not-in-framework"
    line = text.splitlines().index(f"key_question: {question}") + 1
    assert (fault.place.line, fault.place.column) == (line, 1)


@pytest.mark.parametrize("level", ["service", "trust"])
def test_a_local_authority_has_no_level(level: str) -> None:
    """Under the framework of local authorities a level, even the usual one, is a fault at its key."""
    text = local_text(level=level)
    (fault,) = reviewed(text).faults
    assert fault.rule == "not-in-framework"
    assert (fault.place.line, fault.place.column) == (text.splitlines().index(f"level: {level}") + 1, 1)


def test_without_either_a_local_authority_is_right() -> None:
    """A file about a local authority that has neither is right, and its result has neither."""
    outcome = reviewed(local_text())
    assert outcome.faults == ()
    assert (outcome.key_question, outcome.level) == (None, None)


def test_a_trust_is_none_of_the_draft() -> None:
    """The draft for adult social care knows no trust level."""
    assert faults_of(draft_text(level="trust")) == ["not-in-framework"]
    assert faults_of(draft_text(level="service")) == []


@pytest.mark.parametrize("framework", [SAF_2024, LOCAL])
def test_categories_belong_to_the_older_framework(framework: str) -> None:
    """Scores by evidence category are a fault in every framework but the one that knows them."""
    texts = {SAF_2024: assessment_text, LOCAL: local_text}
    name = "governance-management-and-sustainability"
    answers = {entry: {"score": 3} for entry in NINE} if framework == LOCAL else {}
    categories = {**answers, name: {"categories": {"people": 3}}}
    assert faults_of(texts[framework](framework=framework, answers=categories)) == ["not-in-framework"]
    assert faults_of(assessment_text(framework=SAF_2023, answers={name: {"categories": {"people": 3}}})) == []
    assert faults_of(assessment_text(framework=SAF_2023, answers={name: {"score": 3}})) == []
