"""Scoring that gives every total a rating, and principles that give every service one."""

from collections.abc import Iterator
from typing import TypeAlias

from wellled_cli.model.framework import Framework, Scoring
from wellled_cli.model.rating import Rating
from wellled_cli.model.source import Pointer
from wellled_cli.model.wording import one_of

Misfit: TypeAlias = tuple[Pointer, str, str]
"""Where something does not fit, what was found there, and what was expected."""


def scoring_faults(framework: Framework) -> Iterator[Misfit]:
    """Find bands with gaps, scores beyond the scale, limiters of no sense and policies without a rule."""
    if framework.scoring:
        yield from _bands(framework.scoring)
        yield from _scores(framework.scoring)
        yield from _limiters(framework.scoring)
        yield from _policies(framework.scoring)


def overall_faults(framework: Framework) -> Iterator[Misfit]:
    """Find key questions nobody has, and principles that leave a service without a rating."""
    if framework.overall is None:
        return
    known = [part.id for part in framework.key_questions or ()]
    for index, name in enumerate(framework.overall.of):
        if known and name not in known:
            yield ("overall", "of", index), name, one_of(known)
    for index, principle in enumerate(framework.overall.principles):
        if principle.rating is Rating.NOT_RATED:
            yield ("overall", "principles", index, "rating"), "not rated", "a rating"
    last = framework.overall.principles[-1]
    if last.at_least or last.fewer_than:
        pointer = ("overall", "principles", len(framework.overall.principles) - 1)
        yield pointer, "a condition on the last principle", "none, so that one principle always fits"


def _bands(scoring: Scoring) -> Iterator[Misfit]:
    pointer, bands = ("scoring", "bands", "ratings"), scoring.bands.ratings
    covered = [score for band in bands for score in range(band.lowest, band.highest + 1)]
    if covered != list(range(101)) or any(band.lowest > band.highest for band in bands):
        yield pointer, "a gap or an overlap", "bands from 0 to 100 that follow one another"
    ranks = [band.rating.rank for band in bands]
    if ranks != sorted(set(ranks)) or Rating.NOT_RATED in {band.rating for band in bands}:
        yield pointer, "ratings out of order", "each rating once, from the worst to the best"
    if scoring.categories and len(bands) != scoring.highest_score:
        expected = f"a band for each score, {scoring.highest_score}, as categories become scores by them"
        yield pointer, f"{len(bands)} bands", expected


def _scores(scoring: Scoring) -> Iterator[Misfit]:
    highest = scoring.highest_score
    scale = [str(score) for score in range(1, highest + 1)]
    if sorted(scoring.scale.words) != scale:
        yield ("scoring", "scale", "words"), one_of(scoring.scale.words), f"words for each of {one_of(scale)}"
    for rating, score in scoring.unassessed.carried.items():
        if score > highest:
            yield ("scoring", "unassessed", "carried"), f"{rating}: {score}", f"a score of at most {highest}"


def _limiters(scoring: Scoring) -> Iterator[Misfit]:
    known = {band.rating for band in scoring.bands.ratings}
    for index, limiter in enumerate(scoring.limiters):
        pointer = ("scoring", "limiters", index)
        if not {limiter.band, limiter.limited_to} <= known or limiter.limited_to.rank >= limiter.band.rank:
            found = f"{limiter.band} limited to {limiter.limited_to}"
            yield pointer, found, "a rating of the bands limited to a worse one"
        if max(limiter.scores) > scoring.highest_score:
            yield pointer, f"the score {max(limiter.scores)}", f"scores of at most {scoring.highest_score}"


def _policies(scoring: Scoring) -> Iterator[Misfit]:
    carried = {"carry-forward"} if scoring.unassessed.carried else set()
    needed = {"zero", "exclude", scoring.unassessed.policy} | carried
    for policy in sorted(needed - set(scoring.unassessed.rules)):
        yield ("scoring", "unassessed", "rules"), f"no rule for {policy}", f"the rule that says what {policy} does"
