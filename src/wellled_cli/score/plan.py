"""What must change for a rating: the smallest sums of score rises that reach it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from wellled_cli.model.framework import Scoring
from wellled_cli.model.plan import Change, Option, Plan
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Scorecard, StatementScore, Status
from wellled_cli.score.arithmetic import rate
from wellled_cli.score.reach import fewest_points

MOST_OPTIONS = 20


def plan(card: Scorecard, scoring: Scoring | None, wanted: Rating | None) -> Plan:
    """Find the smallest sums of score rises that reach a rating: the one wanted, else the next better one."""
    target = wanted or _next_better(card.rating, scoring)
    obstacle = _obstacle(card, scoring)
    if scoring is None or obstacle:
        return Plan(card.rating, target, obstacle=obstacle)
    counted = [entry for entry in card.statements if entry.score is not None]
    scores = [entry.score for entry in counted if entry.score is not None]
    reached = fewest_points(scores, target, scoring)
    if reached is None:
        return Plan(card.rating, target, obstacle=f"No change of scores reaches {target}.")
    points, count = reached
    ways = list(islice(_ways(scores, points, target, scoring), MOST_OPTIONS))
    options = tuple(_option(counted, scores, way, scoring) for way in ways)
    least = _least(scores, points, target, scoring)
    rest = sum(1 for _ in _raised(least, points - sum(least) + sum(scores), scoring.highest_score))
    return Plan(card.rating, target, points, count, _changes(counted, scores, least), rest == count, options)


def _next_better(rating: Rating | None, scoring: Scoring | None) -> Rating:
    """Give the next better rating there is, the best one where there is none or no rating yet."""
    known = [band.rating for band in scoring.bands.ratings] if scoring else [*Rating]
    better = [each for each in known if rating and each.rank > max(rating.rank, Rating.INADEQUATE.rank)]
    return min(better or known[-1:], key=lambda each: each.rank)


def _obstacle(card: Scorecard, scoring: Scoring | None) -> str:
    if scoring is None:
        return "This framework has no scores: its rating is judged, so no change of scores can lead to another."
    unknown = [entry.title for entry in card.statements if entry.status is Status.UNKNOWN]
    if unknown:
        return f"The score of {', '.join(unknown)} is not known, so what another rating needs is not known either."
    if card.rating is Rating.NOT_RATED:
        missing = [entry.title for entry in card.statements if entry.status is Status.ZERO]
        return f"The key question is not rated until these are assessed: {', '.join(missing)}."
    return ""


def _ways(scores: Sequence[int], points: int, target: Rating, scoring: Scoring) -> Iterator[list[int]]:
    """Give the raised scores of every way that reaches a rating, those that raise the first statements most first."""
    for raised in _raised(scores, points, scoring.highest_score):
        if rate(sum(raised), len(raised), raised, scoring).rating.rank >= target.rank:
            yield raised


def _raised(scores: Sequence[int], points: int, highest: int) -> Iterator[list[int]]:
    if not scores:
        if not points:
            yield []
        return
    room = sum(highest - score for score in scores[1:])
    for rise in range(min(points, highest - scores[0]), max(0, points - room) - 1, -1):
        for rest in _raised(scores[1:], points - rise, highest):
            yield [scores[0] + rise, *rest]


def _option(
    counted: Sequence[StatementScore], scores: Sequence[int], raised: Sequence[int], scoring: Scoring
) -> Option:
    rated = rate(sum(raised), len(raised), raised, scoring)
    return Option(rated.score, rated.rating, _changes(counted, scores, raised))


def _changes(counted: Sequence[StatementScore], before: Sequence[int], after: Sequence[int]) -> tuple[Change, ...]:
    return tuple(
        Change(entry.id, entry.title, old, new)
        for entry, old, new in zip(counted, before, after, strict=True)
        if new > old
    )


def _least(scores: Sequence[int], points: int, target: Rating, scoring: Scoring) -> list[int]:
    """Give for each statement the lowest score it has in any of the smallest ways."""
    least = list(scores)
    for index, score in enumerate(scores):
        others = [*scores[:index], *scores[index + 1 :]]
        raised = range(score, scoring.highest_score + 1)
        reaching = (new for new in raised if _reaches(others, new, points - (new - score), target, scoring))
        least[index] = next(reaching)
    return least


def _reaches(others: Sequence[int], fixed: int, points: int, target: Rating, scoring: Scoring) -> bool:
    """Tell whether raising the other scores by these points reaches a rating with one score held fixed."""
    return any(
        rate(sum(raised) + fixed, len(raised) + 1, {*raised, fixed}, scoring).rating.rank >= target.rank
        for raised in _raised(others, points, scoring.highest_score)
    )
