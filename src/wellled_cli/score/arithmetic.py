"""From a sum of scores to a percentage, a band and a rating."""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from wellled_cli.model.framework import Limiter, Scoring
from wellled_cli.model.rating import Rating


@dataclass(frozen=True, slots=True)
class Rated:
    """A sum of scores, and what the framework makes of it."""

    total: int
    maximum: int
    exact: Fraction
    score: int
    band: Rating
    rating: Rating
    limiter: Limiter | None


def rate(total: int, count: int, present: Collection[int], scoring: Scoring) -> Rated:
    """Rate `count` statements whose scores sum to `total`, given which scores are present among them."""
    maximum = count * scoring.highest_score
    exact = Fraction(100 * total, maximum)
    score = round(exact)
    band = band_of(score, scoring)
    limiter = limiter_of(band, present, scoring)
    return Rated(total, maximum, exact, score, band, limiter.limited_to if limiter else band, limiter)


def limiter_of(band: Rating, present: Collection[int], scoring: Scoring) -> Limiter | None:
    """Give what limits the rating of a band, given which scores are present; None where nothing does."""
    applying = (entry for entry in scoring.limiters if entry.band is band and set(entry.scores) & set(present))
    return next(applying, None)


def band_of(score: int, scoring: Scoring) -> Rating:
    """Give the rating of the band a rounded score lies in."""
    return next(band.rating for band in scoring.bands.ratings if band.lowest <= score <= band.highest)


def other_rounding(exact: Fraction) -> int | None:
    """Give what an exact half becomes when rounded the other way; None where the percentage is no exact half."""
    if exact.denominator != 2:  # noqa: PLR2004  a half is a fraction in twos
        return None
    return int(2 * exact) - round(exact)


def top_of(rating: Rating, scoring: Scoring) -> int:
    """Give the highest score of a rating's band."""
    return next(band.highest for band in scoring.bands.ratings if band.rating is rating)
