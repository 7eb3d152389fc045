"""The score of each statement that counts: given, worked out from evidence categories, carried, or none."""

from collections.abc import Mapping
from fractions import Fraction

from wellled_cli.model.assessment import Statement, UnassessedPolicy
from wellled_cli.model.framework import Scoring, StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import StatementScore, Status
from wellled_cli.score.arithmetic import band_of

_STATUS: dict[str, Status] = {"exclude": Status.EXCLUDED, "zero": Status.ZERO, "carry-forward": Status.CARRIED}


def policy_applied(
    statements: Mapping[str, Statement], wanted: UnassessedPolicy, previous: Rating | None, scoring: Scoring
) -> UnassessedPolicy | None:
    """Say what becomes of the statements not assessed; None where there are none.

    With nothing to carry, and where leaving them out would leave nothing, they count as zero.
    """
    if not any(statement.not_assessed for statement in statements.values()):
        return None
    if wanted == "carry-forward" and previous not in scoring.unassessed.carried:
        return "zero"
    if wanted == "exclude" and all(statement.not_assessed for statement in statements.values()):
        return "zero"
    return wanted


def statement_score(
    entry: StatementEntry, statement: Statement, policy: UnassessedPolicy | None, carried: int | None, scoring: Scoring
) -> StatementScore:
    """Give a statement's score and how it came by it."""
    if statement.score is not None:
        return StatementScore(entry.id, entry.title, statement.score, Status.ASSESSED)
    if statement.categories is not None:
        exact = Fraction(100 * sum(statement.categories.values()), scoring.highest_score * len(statement.categories))
        return StatementScore(entry.id, entry.title, score_for(round(exact), scoring), Status.ASSESSED, exact)
    if statement.score_unknown is not None or policy is None:
        return StatementScore(entry.id, entry.title, None, Status.UNKNOWN)
    score = {"exclude": None, "zero": 0, "carry-forward": carried}[policy]
    return StatementScore(entry.id, entry.title, score, _STATUS[policy])


def score_for(percentage: int, scoring: Scoring) -> int:
    """Give the statement score of a percentage of evidence category scores, by the same bands as the rating."""
    ratings = [band.rating for band in scoring.bands.ratings]
    return ratings.index(band_of(percentage, scoring)) + 1
