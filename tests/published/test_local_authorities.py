"""Local authorities: nine published statement scores give the published overall rating."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.builders import assessment_text, flagged, scored

LOCAL_AUTHORITY = "cqc-la-2025"

NINE = (
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
"""What qs1 to qs9 are called in a file."""

PUBLISHED = {
    12: (33, "inadequate"),
    18: (50, "requires improvement"),
    19: (53, "requires improvement"),
    20: (56, "requires improvement"),
    21: (58, "requires improvement"),
    22: (61, "requires improvement"),
    23: (64, "good"),
    24: (67, "good"),
    25: (69, "good"),
    26: (72, "good"),
    27: (75, "good"),
    28: (78, "good"),
    29: (81, "good"),
    32: (89, "outstanding"),
}
"""Sum of the nine scores to its whole per cent of 36 and the rating published for it, of 72 authorities."""

with (Path(__file__).parent / "data" / "local-authorities.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
EVERY_AUTHORITY = pytest.mark.parametrize("row", ROWS, ids=lambda row: row["authority"])

EXAMPLES = {
    "London Borough of Camden": "3,3,4,3,4,4,3,4,4",
    "Royal Borough of Kensington and Chelsea": "3,4,4,3,4,3,4,4,3",
    "Hertfordshire County Council": "3,3,3,3,4,3,3,3,3",
    "London Borough of Hounslow": "2,2,3,3,3,3,3,3,3",
    "West Berkshire Council": "3,2,2,2,2,3,3,3,3",
    "London Borough of Brent": "2,2,2,2,2,3,3,3,3",
    "Warrington Borough Council": "2,3,2,2,3,2,1,2,2",
    "Blackpool Council": "1,1,1,2,2,2,1,1,1",
}
"""W5 to W12 as the worked examples list them."""


def scores_in(row: dict[str, str]) -> list[int]:
    """Read the nine scores of an authority."""
    return [int(row[f"qs{number}"]) for number in range(1, 10)]


def authority_text(scores: Sequence[int], rating: str | None = None) -> str:
    """Write the assessment of a local authority, with the rating published for it."""
    answers = {name: {"score": score, "findings": "As reported."} for name, score in zip(NINE, scores, strict=True)}
    published = {"rating": rating} if rating else None
    return assessment_text((), framework=LOCAL_AUTHORITY, answers=answers, published=published)


def with_total(total: int) -> list[int]:
    """Give nine scores with a sum."""
    each, more = divmod(total, 9)
    return [each + 1] * more + [each] * (9 - more)


def test_the_authorities_are_there() -> None:
    """There are 24 authorities with all four ratings, the worked examples among them with the same scores."""
    assert len({row["authority"] for row in ROWS}) == 24
    assert {row["overall_rating"] for row in ROWS} == {"inadequate", "requires improvement", "good", "outstanding"}
    by_name = {row["authority"]: ",".join(map(str, scores_in(row))) for row in ROWS}
    assert {name: by_name[name] for name in EXAMPLES} == EXAMPLES


@EVERY_AUTHORITY
def test_the_published_rating_is_reproduced(row: dict[str, str]) -> None:
    """The sum of the nine scores out of 36 gives the rating that was published, and the file agrees with it."""
    scores, rating = scores_in(row), row["overall_rating"]
    card = scored(authority_text(scores, rating))
    assert (card.total, card.maximum) == (sum(scores), 36)
    assert (card.score, card.rating) == PUBLISHED[sum(scores)]
    assert (card.band, card.rating, card.agrees) == (rating, rating, True)
    assert card.expected_published == (card.score,)


@EVERY_AUTHORITY
def test_nothing_limits_an_authority(row: dict[str, str]) -> None:
    """No limit is applied to a local authority, and none is spoken of in its working."""
    card = scored(authority_text(scores_in(row)))
    assert card.limited_by == ()
    assert "limit" not in " ".join(step.text for step in card.steps)
    assert [step.rule for step in card.steps] == ["percentage", "R1", "bands"]


@pytest.mark.parametrize(
    ("scores", "total", "score", "rating"),
    [
        ((3, 3, 3, 3, 3, 3, 3, 3, 3), 27, 75, "good"),
        ((2, 2, 2, 2, 2, 2, 2, 2, 2), 18, 50, "requires improvement"),
    ],
    ids=["W13: Cheshire East", "W14: Gloucestershire and Lancashire"],
)
def test_nine_alike(scores: Sequence[int], total: int, score: int, rating: str) -> None:
    """W13 and W14: nine 3s are good, nine 2s require improvement, as published."""
    card = scored(authority_text(scores, rating))
    assert (card.total, card.score, card.rating, card.agrees) == (total, score, rating, True)


@pytest.mark.parametrize("scores", [(1, 3, 3, 3, 3, 3, 3, 3, 3), (1, 4, 4, 4, 4, 4, 4, 4, 3), (4,) * 8 + (2,)])
def test_a_low_score_is_no_limit_here(scores: Sequence[int]) -> None:
    """A 1 in the good range and a 1 or 2 in the outstanding range leave a local authority its rating."""
    card = scored(authority_text(scores))
    assert card.rating == card.band == ("good" if sum(scores) < 32 else "outstanding")
    assert card.limited_by == ()


@pytest.mark.parametrize("total", range(9, 37))
def test_nine_statements_never_make_an_exact_half(total: int) -> None:
    """No total out of 36 is an exact half, so rounding never decides the rating of a local authority."""
    text = authority_text(with_total(total))
    assert scored(text).total == total
    assert scored(text).halves == ()
    assert flagged(text, "exact-half") == []


def test_the_nine_stand_in_the_published_order() -> None:
    """However a file orders them, the nine statements stand in the published order."""
    answers = {name: {"score": 3} for name in reversed(NINE)}
    card = scored(assessment_text((), framework=LOCAL_AUTHORITY, answers=answers))
    assert tuple(entry.id for entry in card.statements) == NINE
