"""What must change for a rating: the smallest sums of score rises that reach it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from wellled_cli.model.framework import Scoring
from wellled_cli.model.plan import Change, Option, Plan
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Scorecard, StatementScore, Status
from wellled_cli.score.arithmetic import rate
from wellled_cli.score.reach import Ways, fewest_points, ways_to_raise

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
    search = _Search(scores, target, scoring)
    options = tuple(_option(counted, scores, way, scoring) for way in islice(search.ways(points), MOST_OPTIONS))
    least = search.least(points)
    left = points - sum(least) + sum(scores)
    free = sum(number for (sum_of, _), number in ways_to_raise(least, scoring).items() if sum_of == left)
    return Plan(card.rating, target, points, count, _changes(counted, scores, least), free == count, options)


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


class _Search:
    """Looks for ways to raise scores that reach a rating, and never into a branch that has none."""

    def __init__(self, scores: Sequence[int], target: Rating, scoring: Scoring) -> None:
        self._scores, self._target, self._scoring = scores, target, scoring
        self._from = [ways_to_raise(scores[index:], scoring) for index in range(len(scores) + 1)]

    def ways(self, points: int, raised: tuple[int, ...] = ()) -> Iterator[tuple[int, ...]]:
        """Give the raised scores of every way with a sum of points, those that raise the first scores most first."""
        index = len(raised)
        if not self._reaches(self._from[index], raised, sum(self._scores[index:]), points):
            return
        if index == len(self._scores):
            yield raised
            return
        score = self._scores[index]
        for rise in range(min(points, self._scoring.highest_score - score), -1, -1):
            yield from self.ways(points - rise, (*raised, score + rise))

    def least(self, points: int) -> list[int]:
        """Give for each score the lowest it has in any way with a sum of points."""
        least = []
        for index, score in enumerate(self._scores):
            others = (*self._scores[:index], *self._scores[index + 1 :])
            ways = ways_to_raise(others, self._scoring)
            raised = range(score, self._scoring.highest_score + 1)
            least.append(next(new for new in raised if self._reaches(ways, (new,), sum(others), points - new + score)))
        return least

    def _reaches(self, ways: Ways, fixed: Sequence[int], rest: int, points: int) -> bool:
        """Tell whether ways to raise the rest by a sum of points reach the rating, with the fixed scores."""
        return any(
            rate(sum(fixed) + rest + points, len(self._scores), {*left, *fixed}, self._scoring).rating.rank
            >= self._target.rank
            for sum_of, left in ways
            if sum_of == points
        )


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
