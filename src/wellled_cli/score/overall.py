"""One rating from the ratings of the key questions."""

from collections import Counter
from collections.abc import Mapping, Sequence

from wellled_cli.model.framework import Framework, Overall, Principle
from wellled_cli.model.overall import OverallRating
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Step


def overall(ratings: Mapping[str, Rating | None], *, breached: bool, framework: Framework) -> OverallRating | None:
    """Give the overall rating by the principles of a framework; None where it has none or a rating is missing.

    The first principle that fits decides; a current breach then limits the rating. `certainty` is `judgement` where the
    principles leave it open.
    """
    principles = framework.overall
    rated = [rating for name in (principles.of if principles else ()) if (rating := ratings.get(name))]
    if principles is None or len(rated) < len(principles.of) or Rating.NOT_RATED in rated:
        return None
    principle = next(each for each in principles.principles if _fits(each, rated))
    steps = [_step(framework, principle.rule, f"{_counted(rated)}: {principle.rating} overall.")]
    rating = principle.rating
    limit = _breach_limit(principles, rating, breached=breached)
    if limit:
        rating, rule = limit
        steps.append(
            _step(framework, rule, f"A regulation is breached now, which limits the overall rating to {rating}.")
        )
    return OverallRating(rating, "judgement" if principle.judgement else "normal", tuple(steps))


def _fits(principle: Principle, rated: Sequence[Rating]) -> bool:
    counts = Counter(rated)
    enough = all(counts[rating] >= number for rating, number in principle.at_least.items())
    return enough and all(counts[rating] < number for rating, number in principle.fewer_than.items())


def _breach_limit(principles: Overall, rating: Rating, *, breached: bool) -> tuple[Rating, str] | None:
    limit = principles.breach
    if not breached or limit is None or rating.rank <= limit.limited_to.rank:
        return None
    return limit.limited_to, limit.rule


def _counted(rated: Sequence[Rating]) -> str:
    counts = Counter(rated)
    best_first = sorted(counts, key=lambda rating: -rating.rank)
    return ", ".join(f"{counts[rating]} {rating}" for rating in best_first)


def _step(framework: Framework, rule: str, text: str) -> Step:
    return Step(text, rule, framework.source_of(rule))
