"""The working in words: one sentence a step, each with the rule it follows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations_with_replacement

from wellled_cli.model.assessment import Statement, UnassessedPolicy
from wellled_cli.model.framework import Framework, Scoring
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Half, Limit, StatementScore, Status, Step, three_decimals
from wellled_cli.model.wording import one_of
from wellled_cli.score.arithmetic import Rated, band_of, limiter_of, other_rounding, rate, top_of
from wellled_cli.score.decode import held_for, totals_for
from wellled_cli.score.statements import score_for


class Working:
    """Writes the steps of one scorecard with the words and sources of its framework."""

    def __init__(self, framework: Framework, scoring: Scoring) -> None:
        """Keep the framework whose rules are cited."""
        self._framework = framework
        self._scoring = scoring

    def _step(self, rule: str, text: str) -> Step:
        return Step(text, rule, self._framework.source_of(rule))

    def categories(self, scores: Sequence[StatementScore], statements: Mapping[str, Statement]) -> Iterator[Step]:
        """Say how evidence categories became statement scores."""
        for score in scores:
            categories = statements[score.id].categories
            if score.exact is None or categories is None or self._scoring.categories is None:
                continue
            named = " + ".join(f"{name} {given}" for name, given in categories.items())
            total, maximum = sum(categories.values()), len(categories) * self._scoring.highest_score
            text = (
                f"{score.title}: the evidence categories {named} = {total} of {maximum} "
                f"make {three_decimals(score.exact)} per cent, rounded {round(score.exact)}: "
                f"a statement score of {score.score}."
            )
            yield self._step(self._scoring.categories, text)

    def unassessed(
        self,
        scores: Sequence[StatementScore],
        policy: UnassessedPolicy | None,
        wanted: UnassessedPolicy,
        previous: Rating | None,
    ) -> Iterator[Step]:
        """Say what became of the statements that were not assessed."""
        if policy is None:
            return
        for score in scores:
            ending = {
                Status.CARRIED: f"the previous rating, {previous}, is carried as {score.score}.",
                Status.ZERO: f"{_why_zero(previous, wanted)} it counts as nothing, but stays in the maximum.",
                Status.EXCLUDED: "it is left out of the total and the maximum, as the file asks.",
            }.get(score.status)
            if ending:
                rule = self._scoring.unassessed.rules[policy]
                yield self._step(rule, f"{score.title} was not assessed: {ending}")

    def still_possible(self, scores: Sequence[StatementScore], counted: int, published: int | None) -> Iterator[Step]:
        """Say which totals are still possible where scores are not known, and which of them fit what was published."""
        known = [score.score for score in scores if score.score is not None]
        unknown = len([score for score in scores if score.status is Status.UNKNOWN])
        guesses = combinations_with_replacement(range(1, self._scoring.highest_score + 1), unknown)
        possible = [rate(sum(known) + sum(guess), counted, {*known, *guess}, self._scoring) for guess in guesses]
        totals = sorted({rated.total for rated in possible})
        ratings = sorted({rated.rating for rated in possible}, key=lambda rating: rating.rank)
        uncounted = any(score.status is Status.ZERO for score in scores)
        outcome = "not rated in any case" if uncounted else f"ratings of {one_of(ratings)}"
        text = (
            f"The score of {unknown} of {len(scores)} statements is not known, so the score is left open: "
            f"totals from {totals[0]} to {totals[-1]} out of {possible[0].maximum} are possible, "
            f"scores from {possible[0].score} to {possible[-1].score}, {outcome}."
        )
        yield self._step(self._scoring.percentage, text)
        if published is not None:
            fitting = totals_for(published, totals, counted, self._scoring)
            named = f"a total of {' or '.join(map(str, fitting))}" if fitting else "none of these totals"
            yield self._step(self._scoring.rounding.rule, f"The published score of {published} fits {named}.")
            if (held := held_for(published, self._scoring)) and self._scoring.held:
                text = f"It may also be the score of a rating limited to {held}, held at the top of its band."
                yield self._step(self._scoring.held, text)

    def total(self, scores: Sequence[int], rated: Rated) -> Iterator[Step]:
        """Say how the scores became a whole number out of 100."""
        text = (
            f"The statement scores {_sum(scores)} = {rated.total}, out of {rated.maximum} "
            f"({len(scores)} statements at {self._scoring.highest_score} each), "
            f"make {three_decimals(rated.exact)} per cent."
        )
        yield self._step(self._scoring.percentage, text)
        yield self._step(
            self._scoring.rounding.rule, f"Rounded to the nearest whole number, the score is {rated.score}."
        )

    def halves(self, halves: Sequence[Half]) -> Iterator[Step]:
        """Say what every exact half was rounded to, and what the other way would give."""
        for half in halves:
            yield self._step(self._scoring.rounding.halves_rule, half.words)

    def band(self, rated: Rated) -> Iterator[Step]:
        """Say which rating the score earns."""
        band = next(band for band in self._scoring.bands.ratings if band.rating is rated.band)
        text = f"A score of {rated.score} lies in the range {band.lowest} to {band.highest}: {rated.band}."
        yield self._step(self._scoring.bands.rule, text)

    def limits(self, rated: Rated, limits: Sequence[Limit], scores: Sequence[StatementScore]) -> Iterator[Step]:
        """Say what limits the rating, or that nothing does where something could."""
        for limit in limits:
            yield self._step(limit.rule, limit.text)
        if not limits:
            for limiter in self._scoring.limiters:
                if limiter.band is rated.band:
                    named = " or ".join(map(str, limiter.scores))
                    yield self._step(limiter.rule, f"No statement is scored {named}, so nothing limits the rating.")
            return
        if stricter := self._stricter(rated, scores):
            yield stricter
        if self._scoring.held:
            held = top_of(rated.rating, self._scoring)
            text = (
                f"A limited rating seems to be published with the top score of its band: "
                f"{rated.score} or {held} is to be expected."
            )
            yield self._step(self._scoring.held, text)

    def _stricter(self, rated: Rated, scores: Sequence[StatementScore]) -> Step | None:
        """Warn where the limited rating would be limited once more if the limiters were read together."""
        again = limiter_of(rated.rating, {score.score for score in scores if score.score}, self._scoring)
        if again is None or self._scoring.limiters_overlap is None:
            return None
        text = (
            f"Uncertain: read to the letter, the limit leaves {rated.rating}; "
            f"read together with the limit on {again.band}, it would leave {again.limited_to}."
        )
        return self._step(self._scoring.limiters_overlap, text)

    def not_rated(self) -> Iterator[Step]:
        """Say why there is no rating."""
        text = "With nothing known of the statements not assessed, the key question is not rated."
        yield self._step(self._scoring.unassessed.rules["zero"], text)


def limits_of(rated: Rated, scores: Sequence[StatementScore]) -> tuple[Limit, ...]:
    """Say, for each statement that limits the rating, that it does."""
    if rated.limiter is None:
        return ()
    return tuple(
        Limit(
            rated.limiter.rule,
            score.id,
            f"The score of {rated.score} is in the {rated.band} range, but the rating is limited to "
            f'{rated.rating} because "{score.title}" is scored {score.score}.',
        )
        for score in scores
        if score.score in rated.limiter.scores
    )


def category_halves(scores: Sequence[StatementScore], scoring: Scoring) -> Iterator[Half]:
    """Find the exact halves among statements worked out from evidence categories."""
    for score in scores:
        other = other_rounding(score.exact) if score.exact is not None else None
        if other is not None and score.exact is not None:
            rounded = round(score.exact)
            outcome, other_outcome = (f"a statement score of {score_for(each, scoring)}" for each in (rounded, other))
            yield Half(score.exact, rounded, other, outcome, other_outcome, score.id)


def score_halves(
    rated: Rated, rating: Rating | None, scores: Sequence[StatementScore], scoring: Scoring
) -> Iterator[Half]:
    """Find out whether the percentage of the score is an exact half.

    `rating` is what the score earns whatever it is rounded to, None where the rounded score decides.
    """
    other = other_rounding(rated.exact)
    if other is not None:
        band = band_of(other, scoring)
        limiter = limiter_of(band, {score.score for score in scores if score.score}, scoring)
        other_rating = limiter.limited_to if limiter else band
        yield Half(rated.exact, rated.score, other, rating or rated.rating, rating or other_rating)


def _why_zero(previous: Rating | None, wanted: UnassessedPolicy) -> str:
    if wanted == "zero":
        return "by the policy for what is not assessed,"
    if wanted == "exclude":
        return "as leaving it out would leave nothing to score,"
    return f"as a previous rating of {previous} cannot be carried," if previous else "with no previous rating to carry"


def _sum(scores: Iterable[int]) -> str:
    return " + ".join(map(str, scores))
