"""The change of a result in a sentence."""

from wellled_cli.model.comparison import Comparison, Side
from wellled_cli.render.words import points as count_points

_RATINGS = ("no rating", "one rating", "two ratings", "three ratings")


def headline(comparison: Comparison) -> str:
    """Say how the result moved, as in: Requires improvement, 61 -> good, 64: up one rating and 3 points."""
    was, now = _result(comparison.old), _result(comparison.new)
    if comparison.is_empty:
        compared = "that is compared " if comparison.texts_differ else ""
        return f"Nothing {compared}changed: {now}."
    if was == now:
        other = any(caveat.grave for caveat in comparison.caveats)
        return f"The same result in both: {now}." if other else f"{_capital(now)}, as before."
    return f"{_capital(was)} -> {now}: {_how(comparison.steps, comparison.points)}."


def _result(side: Side) -> str:
    """Say the rating, and the score where the framework has scores."""
    score = f", {side.card.score}" if side.card.score is not None else ""
    return f"{side.card.rating or 'rating open'}{score}"


def _how(steps: int | None, points: int | None) -> str:
    """Say by how many ratings and points it rose or fell, as far as the two can be compared."""
    ratings, score = _RATINGS[abs(steps or 0)], count_points(abs(points or 0))
    if steps and points and (steps > 0) == (points > 0):
        return f"{_moved(steps, ratings)} and {score}"
    parts = [] if steps is None else [_moved(steps, ratings) or "the same rating"]
    parts += [] if points is None else [_moved(points, score) or "the same score"]
    return (", though " if steps and points else ", ").join(parts) or "the two cannot be compared"


def _moved(by: int, much: str) -> str:
    return f"{'up' if by > 0 else 'down'} {much}" if by else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
