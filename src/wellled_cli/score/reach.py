"""The fewest points that reach a rating."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import TypeAlias

from wellled_cli.model.framework import Scoring
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Next
from wellled_cli.score.arithmetic import rate

Ways: TypeAlias = Mapping[tuple[int, frozenset[int]], int]
"""How many ways there are to raise some scores by a sum of points that leave certain limiting scores among them."""


def ways_to_raise(scores: Sequence[int], scoring: Scoring) -> Ways:
    """Count the ways to raise scores, by the sum of points and the limiting scores that are left.

    What a sum of rises leads to depends only on these two, so ways are counted by them instead of one by one.
    """
    limiting = frozenset(score for limiter in scoring.limiters for score in limiter.scores)
    return _ways(tuple(sorted(scores)), scoring.highest_score, limiting)


@lru_cache(maxsize=512)
def _ways(scores: tuple[int, ...], highest: int, limiting: frozenset[int]) -> Ways:
    ways = Counter[tuple[int, frozenset[int]]]({(0, frozenset()): 1})
    for score in scores:
        raised = Counter[tuple[int, frozenset[int]]]()
        for (points, left), count in ways.items():
            for new in range(score, highest + 1):
                raised[points + new - score, left | ({new} & limiting)] += count
        ways = raised
    return ways


def fewest_points(scores: Sequence[int], target: Rating, scoring: Scoring) -> tuple[int, int] | None:
    """Give the smallest sum of score rises that reaches a rating, and in how many ways; None where none does."""
    ways = ways_to_raise(scores, scoring)
    total, number = sum(scores), len(scores)
    for points, group in groupby(sorted(ways, key=_points), _points):
        reaching = [way for way in group if rate(total + points, number, way[1], scoring).rating.rank >= target.rank]
        if reaching:
            return points, sum(ways[way] for way in reaching)
    return None


def _points(way: tuple[int, frozenset[int]]) -> int:
    return way[0]


def next_rating(scores: Sequence[int], rating: Rating, scoring: Scoring) -> Next | None:
    """Give the next better rating and the fewest points to it; None from the best rating on."""
    better = sorted(
        (band.rating for band in scoring.bands.ratings if band.rating.rank > rating.rank), key=lambda r: r.rank
    )
    reached = fewest_points(scores, better[0], scoring) if better else None
    return Next(better[0], reached[0]) if reached else None
