"""What fails the gate in CI, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wellled_cli.model.finding import FailOn, Finding, Kind, Level
from wellled_cli.model.outcome import Outcome
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import Review

if TYPE_CHECKING:
    from wellled_cli.baseline import Baseline


@dataclass(frozen=True, slots=True)
class Gate:
    """What a file must reach to pass; by default it only has to be right."""

    fail_on: FailOn = FailOn.FAULT
    min_rating: Rating | None = None
    min_score: int | None = None
    baseline: "Baseline | None" = None


def outcome(review: Review, gate: Gate) -> Outcome:
    """Say what fails the gate in a file, and why; waived findings never do."""
    failing = [finding for finding in review.findings if _fails(finding, gate.fail_on)]
    return Outcome(review, failing, tuple(_reasons(review, failing, gate)))


def _reasons(review: Review, failing: Sequence[Finding], gate: Gate) -> Iterator[str]:
    number = len(failing)
    if failing and gate.fail_on is FailOn.FAULT:
        yield f"{review.path}: the file is wrong, {number} {'fault' if number == 1 else 'faults'}"
    elif failing:
        yield f"{review.path}: {number} {'finding' if number == 1 else 'findings'} at or above {gate.fail_on}"
    card = review.scorecard
    rating = card.rating if card else None
    if gate.min_rating and (rating is None or rating.rank < gate.min_rating.rank):
        yield f"{review.path}: {_known(rating, 'rating')}, at least {gate.min_rating} is wanted"
    score = card.score if card else None
    if gate.min_score is not None and (score is None or score < gate.min_score):
        yield f"{review.path}: {_known(score, 'score')}, at least {gate.min_score} is wanted"
    if gate.baseline:
        yield from gate.baseline.regressions(review)


def _fails(finding: Finding, fail_on: FailOn) -> bool:
    if fail_on is FailOn.NEVER or finding.waived is not None:
        return False
    if finding.kind is Kind.FAULT:
        return True
    return fail_on is not FailOn.FAULT and finding.level.rank >= Level(fail_on.value).rank


def _known(value: object, name: str) -> str:
    return f"there is no {name}" if value is None else f"the {name} is {value}"
