"""The score of each statement that counts."""

from fractions import Fraction

import pytest

from tests.builders import SPEAK_UP, saf, saf_scoring
from wellled_cli.model.assessment import Statement, UnassessedPolicy
from wellled_cli.model.rating import Rating
from wellled_cli.score.statements import policy_applied, score_for, statement_score

GIVEN = Statement(score=3)
LEFT_OUT = Statement(not_assessed="Out of scope")


@pytest.mark.parametrize(
    ("percentage", "score"), [(25, 1), (38, 1), (39, 2), (62, 2), (63, 3), (87, 3), (88, 4), (100, 4)]
)
def test_the_same_bands_make_statement_scores(percentage: int, score: int) -> None:
    """25 to 38 per cent of the evidence category scores is 1, 39 to 62 is 2, 63 to 87 is 3, over 87 is 4."""
    assert score_for(percentage, saf_scoring()) == score


@pytest.mark.parametrize(
    ("categories", "exact", "score"),
    [
        ({"people": 3, "staff": 2, "observation": 3, "processes": 3}, Fraction(1100, 16), 3),
        ({"people": 2, "staff": 3}, Fraction(125, 2), 2),
        ({"people": 4, "staff": 4, "partners": 3}, Fraction(1100, 12), 4),
        ({"processes": 1}, Fraction(25), 1),
    ],
)
def test_evidence_categories_make_a_score(categories: dict[str, int], exact: Fraction, score: int) -> None:
    """The categories given count alike; their percentage, rounded, makes the statement's score (W1, an exact half)."""
    entry = saf().statement(SPEAK_UP)
    assert entry is not None
    found = statement_score(entry, Statement.model_validate({"categories": categories}), None, None, saf_scoring())
    assert (found.exact, found.score, found.status) == (exact, score, "assessed")


@pytest.mark.parametrize(
    ("statement", "policy", "score", "status"),
    [
        (GIVEN, "carry-forward", 3, "assessed"),
        (LEFT_OUT, "carry-forward", 4, "carried"),
        (LEFT_OUT, "exclude", None, "excluded"),
        (LEFT_OUT, "zero", 0, "zero"),
        (Statement(score_unknown="Not shown"), "zero", None, "unknown"),
    ],
)
def test_each_policy_has_its_status(
    statement: Statement, policy: UnassessedPolicy, score: int | None, status: str
) -> None:
    """A score given stands; one not assessed is carried, excluded or nothing; an unknown one stays unknown."""
    entry = saf().statement(SPEAK_UP)
    assert entry is not None
    found = statement_score(entry, statement, policy, 4, saf_scoring())
    assert (found.score, found.status) == (score, status)


@pytest.mark.parametrize(
    ("statements", "wanted", "previous", "applied"),
    [
        ([GIVEN], "carry-forward", Rating.GOOD, None),
        ([GIVEN], "zero", None, None),
        ([GIVEN, LEFT_OUT], "carry-forward", Rating.GOOD, "carry-forward"),
        ([GIVEN, LEFT_OUT], "carry-forward", None, "zero"),
        ([GIVEN, LEFT_OUT], "carry-forward", Rating.NOT_RATED, "zero"),
        ([GIVEN, LEFT_OUT], "exclude", Rating.GOOD, "exclude"),
        ([GIVEN, LEFT_OUT], "exclude", None, "exclude"),
        ([GIVEN, LEFT_OUT], "zero", Rating.GOOD, "zero"),
        ([LEFT_OUT, LEFT_OUT], "carry-forward", Rating.GOOD, "carry-forward"),
        ([LEFT_OUT, LEFT_OUT], "carry-forward", None, "zero"),
    ],
)
def test_what_is_not_assessed_carries_where_there_is_something_to_carry(
    statements: list[Statement], wanted: UnassessedPolicy, previous: Rating | None, applied: str | None
) -> None:
    """Without a previous rating nothing is carried: what was not assessed counts as nothing (N1, N4)."""
    named = {str(number): statement for number, statement in enumerate(statements)}
    assert policy_applied(named, wanted, previous, saf_scoring()) == applied
