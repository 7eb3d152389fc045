"""What changed between two assessments, kind by kind."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.builders import GOVERNANCE, SPEAK_UP, Yaml, assessment_text, reviewed
from tests.unit.compare.test_caveats import LINES, drafted
from wellled_cli.compare.comparison import compare
from wellled_cli.model.comparison import Comparison, only_new, only_old
from wellled_cli.model.finding import Finding

GOOD = {"judged": "good"}
DRAFTED = dict.fromkeys(LINES, GOOD)
LAPSED = "Supervision had lapsed."
FINE = "Staff met every month."
MEASURE = {"name": "Mandatory training", "topic": "training", "value": 82, "target": 90, "unit": "%"}
BREACH = {"regulation": 17, "status": "current", "notice": "requirement", "text": "Audit gaps"}
ACTION = {"id": "A1", "title": "Tell staff", "kind": "should", "owner": "J. Lee", "due": "2026-03-01", "status": "open"}


def compared(old: str, new: str) -> Comparison:
    """Compare two files."""
    return compare(reviewed(old, "old.yaml"), reviewed(new, "new.yaml"))


def saying(findings: str | None = FINE, score: int = 3, **more: Yaml) -> str:
    """Give a file in which one statement has a narrative, and more."""
    answer = {"score": score, "findings": findings, **more}
    return assessment_text(answers={SPEAK_UP: {key: value for key, value in answer.items() if value is not None}})


def declaring(*texts: str, topic: str = "culture") -> str:
    """Give a file in which the assessor declares concerns."""
    return saying(concerns=[{"topic": topic, "text": text} for text in texts])


def rules(findings: Sequence[Finding]) -> list[str]:
    """Name the rules of findings."""
    return [finding.rule for finding in findings]


def test_a_file_is_not_compared_with_faults() -> None:
    """A review with faults has nothing to compare."""
    with pytest.raises(ValueError, match=r"new\.yaml"):
        compared(assessment_text(), assessment_text((5,) * 7))


def test_a_statement_changes_with_its_score_or_how_it_came_by_it() -> None:
    """A score that moved, and one that is no longer carried, are changes; the rest is counted."""
    old = assessment_text((3, 3, 1, 3, 3, 3, None), about={"previous_rating": "good"})
    found = compared(old, assessment_text((3, 3, 2, 3, 3, 3, 3))).statements
    told = [(was.id, was.score, was.status, now.score, now.status) for was, now in found.altered]
    assert told == [
        (SPEAK_UP, 1, "assessed", 2, "assessed"),
        ("learning-improvement-and-innovation", 3, "carried", 3, "assessed"),
    ]
    assert (found.unchanged, found.apart) == (5, ())


@pytest.mark.parametrize(
    ("old", "new", "points", "steps"),
    [
        ((2, 2, 2, 3, 2, 3, 3), (2, 2, 2, 3, 3, 3, 3), 3, 1),  # 17 of 28 is 61, 18 is 64
        ((4,) * 7, (1,) * 7, -75, -3),
        ((3,) * 7, (3, 3, 1, 3, 3, 3, 3), -7, -1),  # 19 of 28 is 68, limited
        ((3, 3, 1, 3, 3, 3, 3), (3, 3, 2, 3, 3, 3, 2), 0, 1),  # 68 both, no longer limited
        ((3,) * 7, (3,) * 7, 0, 0),
        ((3,) * 7, (3, 3, 3, 3, 3, 3, None), None, None),  # not rated
    ],
)
def test_points_and_ratings_are_counted(
    old: Sequence[int | None], new: Sequence[int | None], points: int | None, steps: int | None
) -> None:
    """The score rises by points and the rating by ratings; not rated can be compared with nothing."""
    found = compared(assessment_text(old), assessment_text(new))
    assert (found.points, found.steps) == (points, steps)


def test_a_limit_comes_and_goes() -> None:
    """A limit is a rule and a statement: another statement is another limit, another score under it is not."""
    old, new = assessment_text((3, 3, 1, 3, 3, 3, 3)), assessment_text((3, 3, 3, 3, 1, 3, 3))
    found = compared(old, new).limits
    assert [limit.statement for limit in found.raised] == [GOVERNANCE]
    assert [limit.statement for limit in found.cleared] == [SPEAK_UP]
    again = compared(old, assessment_text((4, 3, 1, 3, 3, 3, 3))).limits
    assert (again.changes, again.unchanged) == ((), 1)


def test_a_narrative_concern_is_its_sentence() -> None:
    """The same sentence in other blanks is the same concern; another sentence on the topic is another one."""
    found = compared(saying(LAPSED), saying("Supervision\n  had   lapsed.")).concerns
    assert (found.changes, found.unchanged) == ((), 1)
    found = compared(saying(LAPSED), saying("Supervision was overdue.")).concerns
    assert [each.quote for each in found.raised] == ["Supervision was overdue."]
    assert [each.quote for each in found.cleared] == [LAPSED]


def test_a_concern_changes_with_its_level() -> None:
    """A sentence under a statement that is scored 2 now is a warning: still there, and graver."""
    found = compared(saying(LAPSED), saying(LAPSED, score=2)).concerns
    levels = {now.rule: (was.level, now.level) for was, now in found.altered}
    assert levels == {"concern-supervision": ("note", "warning")}
    assert rules(found.raised) == ["low-score"]


def test_a_sentence_may_move_to_another_statement() -> None:
    """The same words under another statement are the same concern, there now."""
    told = {SPEAK_UP: {"score": 3, "findings": FINE}, GOVERNANCE: {"score": 3, "findings": LAPSED}}
    old = assessment_text(answers={**told, SPEAK_UP: {"score": 3, "findings": LAPSED}, GOVERNANCE: told[SPEAK_UP]})
    found = compared(old, assessment_text(answers=told)).concerns
    assert [(was.statement, now.statement) for was, now in found.altered] == [(SPEAK_UP, GOVERNANCE)]
    assert (found.raised, found.cleared) == ((), ())


def test_a_declared_concern_is_its_words_or_nearly() -> None:
    """Reworded it is still there; in wholly other words it is another concern, though of the same topic."""
    old = declaring("Two night staff are afraid to speak", "Minutes are not shared")
    found = compared(
        old, declaring("One of the night staff are still afraid to speak", "Directors never visit")
    ).concerns
    assert [(was.message, now.message) for was, now in found.altered] == [
        ("Two night staff are afraid to speak", "One of the night staff are still afraid to speak")
    ]
    assert [each.message for each in found.raised] == ["Directors never visit"]
    assert [each.message for each in found.cleared] == ["Minutes are not shared"]


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ({"measures": [MEASURE]}, {"measures": [{**MEASURE, "value": 71, "target": 95}]}),
        ({"breaches": [BREACH]}, {"breaches": [{**BREACH, "notice": "warning", "text": "No audits at all"}]}),
        ({"breaches": [BREACH]}, {"breaches": [{**BREACH, "regulation": "Regulation 17"}]}),
    ],
)
def test_a_reworded_message_is_no_new_concern(was: dict[str, Yaml], now: dict[str, Yaml]) -> None:
    """A concern is known by what it is about, so that another figure, notice or text raises and clears nothing."""
    found = compared(assessment_text((2,) * 7, **was), assessment_text((2,) * 7, **now)).concerns
    assert (found.changes, found.apart) == ((), ())


def test_regulations_are_told_apart() -> None:
    """A breach of another regulation is another one, even where only the figure differs."""
    old, new = ({"breaches": [{"regulation": number, "status": "current"}]} for number in (98, 99))
    found = compared(assessment_text(**old), assessment_text(**new))
    assert (rules(found.concerns.raised), rules(found.concerns.cleared)) == (["current-breach"], ["current-breach"])
    assert (len(found.breaches.raised), len(found.breaches.cleared)) == (1, 1)


@pytest.mark.parametrize(
    ("scores", "known"),
    [((3, 3, 3, 3, 3, 3, 3), True), ((3, 3, None, 3, 3, 3, 3), False)],
    ids=["assessed", "not assessed"],
)
def test_what_nobody_looked_at_is_not_cleared(scores: Sequence[int | None], *, known: bool) -> None:
    """A low score is cleared by a better one, not by leaving the statement out; nor is it raised by looking first."""
    low, other = assessment_text((3, 3, 2, 3, 3, 3, 3)), assessment_text(scores)
    found = compared(low, other).concerns
    assert (rules(found.cleared), rules(only_old(found.apart))) == (
        (["low-score"], []) if known else ([], ["low-score"])
    )
    found = compared(other, low).concerns
    assert (rules(found.raised), rules(only_new(found.apart))) == (
        (["low-score"], []) if known else ([], ["low-score"])
    )


@pytest.mark.parametrize(
    ("old", "silent", "spoken"),
    [
        (saying(LAPSED), saying(None), saying(FINE)),
        (assessment_text(summary=LAPSED), assessment_text(), assessment_text(summary=FINE)),
        (
            assessment_text(measures=[MEASURE]),
            assessment_text(measures=[{**MEASURE, "target": None}]),
            assessment_text(measures=[{**MEASURE, "value": 95}]),
        ),
    ],
    ids=["findings", "summary", "measure"],
)
def test_silence_clears_nothing(old: str, silent: str, spoken: str) -> None:
    """A concern is cleared where the other one writes and does not repeat it, not where it writes nothing."""
    assert (compared(old, silent).concerns.cleared, len(compared(old, silent).concerns.apart)) == ((), 1)
    assert (len(compared(old, spoken).concerns.cleared), compared(old, spoken).concerns.apart) == (1, ())


def test_a_judgement_not_made_clears_nothing() -> None:
    """Without scores: a line judged inadequate is a concern; where it is not judged at all, nobody knows."""
    low, open_, good = (drafted(answers={**DRAFTED, LINES[0]: each}) for each in ({"judged": "inadequate"}, {}, GOOD))
    assert rules(only_old(compared(low, open_).concerns.apart)) == ["low-score"]
    assert rules(compared(low, good).concerns.cleared) == ["low-score"]


def test_an_unknown_score_is_assessed() -> None:
    """Where only the score is not known, a declared concern that is not there is cleared; a low score is not."""
    low = saying(score=2, concerns=[{"topic": "culture", "text": "Staff fear blame"}])
    found = compared(low, assessment_text(answers={SPEAK_UP: {"score_unknown": "Cut off", "findings": FINE}})).concerns
    assert (rules(found.cleared), rules(only_old(found.apart))) == (["concern-culture"], ["low-score"])


def test_a_register_is_looked_at_as_a_whole() -> None:
    """A gap of an action is cleared with it, though its statement is not assessed; so is one of the whole file."""
    gap = {**ACTION, "owner": None, "statement": SPEAK_UP}
    old = assessment_text((4, 4, 4, 4, 3, 3, 3, 3), level="trust", actions=[gap])  # 28 of 32 is 87.5
    new = assessment_text(
        (4, 4, None, 4, 3, 3, 3, 3), level="trust", about={"previous_rating": "good"}, actions=[ACTION]
    )
    found = compared(old, new).records
    assert (sorted(rules(found.cleared)), found.apart) == (["action-without-owner", "exact-half"], ())


def test_a_waiver_is_a_change() -> None:
    """A concern that somebody answers for now is still there, and waived."""
    old = reviewed(saying(LAPSED), "old.yaml")
    new = replace(old, findings=tuple(replace(each, waived="Known to the board") for each in old.findings))
    ((was, now),) = compare(old, new).concerns.altered
    assert (was.waived, now.waived) == (None, "Known to the board")


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        ({"value": 85}, True),
        ({"target": 80}, True),
        ({"unit": "people"}, True),
        ({"better": "lower"}, True),
        ({"better": "higher"}, False),
        ({"value": "82.0"}, False),
        ({"date": "2025-03-31"}, False),
        ({"name": "mandatory  TRAINING"}, False),
    ],
)
def test_a_measure_moves_with_its_figures(change: dict[str, Yaml], *, changed: bool) -> None:
    """Value, target, unit and the better side are what moves; a later day and other blanks are not."""
    new = assessment_text(measures=[{**MEASURE, **change}]).replace("'82.0'", "82.0")
    found = compared(assessment_text(measures=[MEASURE]), new).measures
    assert (len(found.altered), found.unchanged) == ((1, 0) if changed else (0, 1))


def test_a_measure_is_known_by_its_name() -> None:
    """Another name is another measure: one is new, one is gone."""
    old, new = assessment_text(measures=[MEASURE]), assessment_text(measures=[{**MEASURE, "name": "Appraisals"}])
    found = compared(old, new).measures
    assert ([each.name for each in found.raised], [each.name for each in found.cleared]) == (
        ["Appraisals"],
        ["Mandatory training"],
    )


def test_a_breach_is_met_or_gone() -> None:
    """A breach that is met is a change of it; one that is not listed any more is gone."""
    old = assessment_text(breaches=[BREACH, {**BREACH, "regulation": 18}])
    found = compared(old, assessment_text(breaches=[{**BREACH, "status": "met"}])).breaches
    assert [(was.status, now.status) for was, now in found.altered] == [("current", "met")]
    assert [each.regulation for each in found.cleared] == ["18"]


def test_breaches_of_one_regulation_are_told_apart_by_statement_and_words() -> None:
    """Each is compared with the one it is nearest to, and one that is not near any is the same regulation still."""
    here, there = ({**BREACH, "statement": name, "text": name} for name in (SPEAK_UP, GOVERNANCE))
    reworded = assessment_text(breaches=[{**there, "text": "More gaps"}, {**here, "text": "Fewer gaps"}])
    found = compared(assessment_text(breaches=[here, there]), reworded).breaches
    assert [(was.statement, now.statement) for was, now in found.altered] == [
        (name, name) for name in (GOVERNANCE, SPEAK_UP)
    ]
    moved = compared(assessment_text(breaches=[here]), assessment_text(breaches=[there])).breaches
    assert [(was.statement, now.statement) for was, now in moved.altered] == [(SPEAK_UP, GOVERNANCE)]
    same = compared(assessment_text(breaches=[here, there]), assessment_text(breaches=[there, here])).breaches
    assert (same.changes, same.unchanged) == ((), 2)


@pytest.mark.parametrize(
    ("change", "changed"),
    [
        ({"title": "Tell all staff"}, True),
        ({"kind": "must"}, True),
        ({"owner": "R. Iyer"}, True),
        ({"due": "2026-04-01"}, True),
        ({"status": "done"}, True),
        ({"title": "tell  STAFF"}, False),
        ({"statement": SPEAK_UP}, False),
    ],
)
def test_an_action_changes_with_what_is_to_be_done(change: dict[str, Yaml], *, changed: bool) -> None:
    """What, whether it must be, by whom, by when, and whether it is done."""
    found = compared(assessment_text(actions=[ACTION]), assessment_text(actions=[{**ACTION, **change}])).actions
    assert (len(found.altered), found.unchanged) == ((1, 0) if changed else (0, 1))


def test_an_action_is_known_by_its_id() -> None:
    """Done, moved or given to another it is the same action; its gaps in the record go with it."""
    old = assessment_text(actions=[ACTION, {**ACTION, "id": "A2", "owner": None}])
    new = assessment_text(actions=[{**ACTION, "status": "done"}, {**ACTION, "id": "A2", "owner": "R. Iyer"}])
    found = compared(old, new)
    assert [(was.status, now.status, now.owner) for was, now in found.actions.altered] == [
        ("open", "done", "J. Lee"),
        ("open", "open", "R. Iyer"),
    ]
    assert rules(found.records.raised) == ["action-done-without-evidence"]
    assert rules(found.records.cleared) == ["action-without-owner"]


def test_what_was_published_and_judged_is_compared() -> None:
    """A published value and a judgement that are new, gone or other than before are changes."""
    published = [{"score": 75, "rating": "good"}, {"score": 75}]
    judged = {"judgement": {"rating": "good", "reason": "Seen"}}
    old, new = assessment_text(published=published[0], **judged), assessment_text(published=published[1])
    found = compared(old, new)
    assert [(was.rating, now.rating) for was, now in found.published.altered] == [("good", None)]
    assert [each.reason for each in found.judgement.cleared] == ["Seen"]


@pytest.mark.parametrize(
    ("change", "texts_differ"),
    [
        ({}, False),
        ({"about": {"date": "2025-06-01"}}, False),
        ({"summary": FINE}, True),
        ({"answers": {SPEAK_UP: {"score": 3, "findings": FINE}}}, True),
        ({"evidence": [{"id": "E1", "title": "Survey"}]}, True),
    ],
)
def test_nothing_that_is_compared_may_change_while_texts_do(change: dict[str, Yaml], *, texts_differ: bool) -> None:
    """Texts that raise no concern leave the comparison empty, and it knows that they are not the same."""
    found = compared(assessment_text(), assessment_text(**change))
    assert (found.is_empty, found.texts_differ) == (True, texts_differ)


@pytest.mark.parametrize(
    "change",
    [
        {"provider": {"name": "Elm Care"}},
        {"service": {"name": "Rose Court"}},
        {"framework": "cqc-saf-2023"},
        {"published": {"score": 75}},
    ],
)
def test_another_subject_is_no_empty_comparison(change: dict[str, Yaml]) -> None:
    """Who was assessed, by which framework, and what was published are compared like the rest."""
    assert not compared(assessment_text(), assessment_text(**change)).is_empty
