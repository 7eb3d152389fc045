"""Worked examples: published results recomputed, and cases that follow from the published rules."""

from fractions import Fraction

import pytest

from tests.builders import GOVERNANCE, assessment_text, flagged, reviewed, saf_scoring, scored
from wellled_cli.score.arithmetic import rate

WELL_LED, SAFE, EFFECTIVE, RESPONSIVE, CARING = 7, 8, 6, 7, 5

LOCAL_AUTHORITY = (
    "assessing-needs",
    "supporting-people-to-live-healthier-lives",
    "equity-in-experience-and-outcomes",
    "care-provision-integration-and-continuity",
    "partnerships-and-communities",
    "safe-systems-pathways-and-transitions",
    "safeguarding",
    "governance-management-and-sustainability",
    "learning-improvement-and-innovation",
)
"""The nine statements of a local authority, in the published order."""

DECODED = [
    (WELL_LED, 25, 7, "inadequate"),
    (WELL_LED, 29, 8, "inadequate"),
    (WELL_LED, 36, 10, None),
    (WELL_LED, 39, 11, "requires improvement"),
    (WELL_LED, 43, 12, "requires improvement"),
    (WELL_LED, 46, 13, "requires improvement"),
    (WELL_LED, 54, 15, "requires improvement"),
    (WELL_LED, 57, 16, "requires improvement"),
    (WELL_LED, 61, 17, "requires improvement"),
    (WELL_LED, 71, 20, "good"),
    (WELL_LED, 75, 21, "good"),
    (WELL_LED, 79, 22, None),
    (WELL_LED, 82, 23, None),
    (WELL_LED, 89, 25, "outstanding"),
    (WELL_LED, 96, 27, "outstanding"),
    (SAFE, 28, 9, "inadequate"),
    (SAFE, 31, 10, "inadequate"),
    (SAFE, 44, 14, None),
    (SAFE, 56, 18, "requires improvement"),
    (SAFE, 59, 19, "requires improvement"),
    (SAFE, 62, 20, None),
    (SAFE, 66, 21, "good"),
    (SAFE, 69, 22, "good"),
    (SAFE, 72, 23, "good"),
    (SAFE, 75, 24, "good"),
    (EFFECTIVE, 58, 14, None),
    (EFFECTIVE, 62, 15, None),
    (EFFECTIVE, 67, 16, None),
    (EFFECTIVE, 71, 17, None),
    (EFFECTIVE, 75, 18, "good"),
    (RESPONSIVE, 71, 20, "good"),
    (RESPONSIVE, 75, 21, "good"),
    (RESPONSIVE, 82, 23, "good"),
    (CARING, 65, 13, None),
    (CARING, 70, 14, None),
    (CARING, 75, 15, None),
    (CARING, 95, 19, "outstanding"),
]


@pytest.mark.parametrize(("count", "published", "total", "stated"), DECODED)
def test_a_published_score_has_one_total(count: int, published: int, total: int, stated: str | None) -> None:
    """A published score fits one total only, whose band is the rating stated on the page, where one is."""
    rated = {points: rate(points, count, (), saf_scoring()) for points in range(count, 4 * count + 1)}
    assert [points for points, outcome in rated.items() if outcome.score == published] == [total]
    assert stated in {None, rated[total].band}


def test_hospiscare() -> None:
    """W3: one statement assessed at 3, six carried from outstanding: 27 of 28, 96, outstanding, as published."""
    text = assessment_text(
        (None, None, None, None, 3, None, None),
        about={"source": "published", "date": "2024-01-12", "previous_rating": "outstanding"},
        published={"score": 96, "rating": "outstanding"},
    )
    card = scored(text)
    assert (card.total, card.maximum, card.score, card.rating) == (27, 28, 96, "outstanding")
    assert sum(entry.status == "carried" for entry in card.statements) == 6
    assert next(entry.score for entry in card.statements if entry.id == GOVERNANCE) == 3
    assert card.agrees


def test_a_statement_of_a_gp_practice() -> None:
    """W1: evidence categories 3, 2, 3, 3 are 11 of 16, 68.75, rounded 69: a statement score of 3."""
    categories = {"people": 3, "staff": 2, "observation": 3, "processes": 3}
    text = assessment_text(
        (3,) * 8,
        framework="cqc-saf-2023",
        key_question="safe",
        answers={"infection-prevention-and-control": {"categories": categories}},
    )
    statement = scored(text).statements[6]
    assert (statement.id, statement.score, statement.exact) == ("infection-prevention-and-control", 3, Fraction(275, 4))


def test_a_half_of_evidence_categories_is_flagged() -> None:
    """A 2 and a 3 are 5 of 8, 62.5: a statement score of 2 where a half goes to the even number, and flagged."""
    text = assessment_text(
        framework="cqc-saf-2023",
        answers={GOVERNANCE: {"categories": {"people": 2, "processes": 3}, "findings": "Seen."}},
    )
    assert next(entry.score for entry in scored(text).statements if entry.id == GOVERNANCE) == 2
    (found,) = flagged(text, "exact-half")
    assert (found.statement, found.level) == (GOVERNANCE, "note")


def test_a_gp_practice() -> None:
    """W2: safe with 21 of 32 is 65.625, rounded 66: good, as published."""
    card = scored(
        assessment_text((2, 3, 3, 2, 3, 3, 3, 2), key_question="safe", published={"score": 66, "rating": "good"})
    )
    assert (card.total, card.maximum, card.score, card.rating) == (21, 32, 66, "good")
    assert card.agrees


def test_gudge_heath_lane() -> None:
    """W15: 19 of 28 is in the good range, a 1 limits it to requires improvement, and 62 may be published for it."""
    text = assessment_text((3, 3, 3, 3, 1, 3, 3), published={"score": 62, "rating": "requires improvement"})
    card = scored(text)
    assert (card.total, card.score, card.band, card.rating) == (19, 68, "good", "requires improvement")
    assert [(limit.rule, limit.statement) for limit in card.limited_by] == [("L1", GOVERNANCE)]
    assert card.agrees
    assert flagged(text, "published-differs") == []


@pytest.mark.parametrize(
    ("question", "scores", "total", "maximum", "published"),
    [
        ("effective", (4, None, None, None, None, None), 4, 24, 17),
        ("well-led", (3, 3, None, None, None, None, None), 6, 28, 21),
        ("well-led", (3, None, None, None, None, None, None), 3, 28, 11),
    ],
)
def test_new_services(question: str, scores: tuple[int | None, ...], total: int, maximum: int, published: int) -> None:
    """W16 to W18: with no previous rating, what was not assessed counts as nothing, and there is no rating."""
    card = scored(assessment_text(scores, key_question=question, published={"score": published}))
    assert (card.total, card.maximum, card.score, card.rating) == (total, maximum, published, "not rated")
    assert card.agrees


@pytest.mark.parametrize(
    ("scores", "total", "published", "rating"),
    [
        ((3, 3, 4, 3, 4, 4, 3, 4, 4), 32, 89, "outstanding"),
        ((3, 4, 4, 3, 4, 3, 4, 4, 3), 32, 89, "outstanding"),
        ((3, 3, 3, 3, 4, 3, 3, 3, 3), 28, 78, "good"),
        ((2, 2, 3, 3, 3, 3, 3, 3, 3), 25, 69, "good"),
        ((3, 2, 2, 2, 2, 3, 3, 3, 3), 23, 64, "good"),
        ((2, 2, 2, 2, 2, 3, 3, 3, 3), 22, 61, "requires improvement"),
        ((2, 3, 2, 2, 3, 2, 1, 2, 2), 19, 53, "requires improvement"),
        ((1, 1, 1, 2, 2, 2, 1, 1, 1), 12, 33, "inadequate"),
        ((3,) * 9, 27, 75, "good"),
        ((2,) * 9, 18, 50, "requires improvement"),
    ],
)
def test_local_authorities(scores: tuple[int, ...], total: int, published: int, rating: str) -> None:
    """W5 to W14: nine statements out of 36 give the rating published for a local authority."""
    answers = {name: {"score": score} for name, score in zip(LOCAL_AUTHORITY, scores, strict=True)}
    card = scored(assessment_text((), framework="cqc-la-2025", answers=answers, published={"rating": rating}))
    assert (card.total, card.maximum, card.score, card.rating) == (total, 36, published, rating)
    assert card.agrees


@pytest.mark.parametrize(
    ("scores", "score", "band", "rating", "limiter", "expected_published"),
    [
        ((3,) * 7, 75, "good", "good", None, {75}),
        ((3, 3, 3, 3, 1, 3, 3), 68, "good", "requires improvement", "L1", {68, 62}),
        ((4, 4, 4, 4, 3, 3, 3), 89, "outstanding", "outstanding", None, {89}),
        ((4, 4, 4, 4, 4, 4, 2), 93, "outstanding", "good", "L2", {93, 87}),
        ((4, 4, 4, 4, 4, 4, 1), 89, "outstanding", "good", "L2", {89, 87}),
        ((3, 3, 3, 3, 3, 3, 2), 71, "good", "good", None, {71}),
        ((1,) * 7, 25, "inadequate", "inadequate", None, {25}),
        ((2, 2, 2, 2, 2, 2, 1), 46, "requires improvement", "requires improvement", None, {46}),
        ((3, 3, 3, 3, 2, 2, 2, 2), 62, "requires improvement", "requires improvement", None, {62}),
        ((4, 4, 4, 4, 3, 3, 3, 3), 88, "outstanding", "outstanding", None, {88}),
        ((3,) * 8, 75, "good", "good", None, {75}),
    ],
)
def test_what_follows_from_the_rules(  # noqa: PLR0913, PLR0917  a row of the table
    scores: tuple[int, ...], score: int, band: str, rating: str, limiter: str | None, expected_published: set[int]
) -> None:
    """Well-led at service level with seven statements, at trust level with eight, and what each limiter leaves."""
    card = scored(assessment_text(scores, level="trust" if len(scores) == 8 else "service"))
    assert (card.score, card.band, card.rating) == (score, band, rating)
    assert {limit.rule for limit in card.limited_by} == ({limiter} if limiter else set())
    assert set(card.expected_published) == expected_published


@pytest.mark.parametrize(
    ("scores", "half"),
    [
        ((3, 3, 3, 3, 2, 2, 2, 2), True),
        ((4, 4, 4, 4, 3, 3, 3, 3), True),
        ((3,) * 8, False),
        ((3, 3, 3, 3, 3, 2, 2, 2), False),
    ],
)
def test_exact_halves_are_flagged(*, scores: tuple[int, ...], half: bool) -> None:
    """62.5 and 87.5 are flagged, as rounding decides the rating; other percentages are not."""
    assert bool(flagged(assessment_text(scores, level="trust"), "exact-half")) is half


def test_a_2_never_limits_good() -> None:
    """66 and 71 are published as good, although below 75 some statement is scored under 3."""
    assert scored(assessment_text((2, 2, 3, 3, 3, 3, 3))).rating == "good"
    assert scored(assessment_text((2, 2, 2, 3, 3, 3, 3))).rating == "good"


def test_a_breach_is_a_flag_and_no_cap() -> None:
    """A breach beside a good score leaves the rating and is reported."""
    outcome = reviewed(assessment_text(breaches=[{"regulation": 11, "status": "current", "notice": "warning"}]))
    assert outcome.scorecard is not None
    assert outcome.scorecard.rating == "good"
    assert {finding.rule for finding in outcome.findings} == {"current-breach", "breach-beside-good"}
