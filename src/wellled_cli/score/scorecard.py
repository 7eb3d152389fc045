"""An assessment and its framework to a scorecard."""

from dataclasses import replace

from wellled_cli.model.assessment import Assessment, Published
from wellled_cli.model.framework import Framework, StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Scorecard, Status
from wellled_cli.score.arithmetic import rate, top_of
from wellled_cli.score.judged import judged
from wellled_cli.score.reach import next_rating
from wellled_cli.score.statements import policy_applied, statement_score
from wellled_cli.score.working import Working, category_halves, limits_of, score_halves


def score(assessment: Assessment, framework: Framework, counted: tuple[StatementEntry, ...]) -> Scorecard:
    """Score the statements that count, each of which the assessment answers."""
    card = _scorecard(assessment, framework, counted)
    return replace(card, agrees=agrees(assessment.published, card)) if assessment.published else card


def agrees(published: Published, card: Scorecard) -> bool | None:
    """Tell whether each published value is the computed one; None where the computation leaves it open."""
    if card.rating is None:
        return None
    score_agrees = published.score is None or published.score in card.expected_published
    return score_agrees and published.rating in {None, card.rating}


def _scorecard(assessment: Assessment, framework: Framework, counted: tuple[StatementEntry, ...]) -> Scorecard:
    scoring = framework.scoring
    if scoring is None:
        return judged(assessment, framework, counted)
    about, working = assessment.assessment, Working(framework, scoring)
    answers = {entry.id: assessment.statements[entry.id] for entry in counted}
    previous, wanted = about.previous_rating, about.unassessed or scoring.unassessed.policy
    policy = policy_applied(answers, wanted, previous, scoring)
    carried = scoring.unassessed.carried.get(previous) if previous else None
    statements = tuple(statement_score(entry, answers[entry.id], policy, carried, scoring) for entry in counted)
    number = sum(entry.status is not Status.EXCLUDED for entry in statements)
    steps = (*working.categories(statements, answers), *working.unassessed(statements, policy, wanted, previous))
    halves = tuple(category_halves(statements, scoring))
    card = Scorecard(statements, maximum=number * scoring.highest_score, unassessed=policy, halves=halves)
    if any(entry.status is Status.UNKNOWN for entry in statements):
        published = assessment.published.score if assessment.published else None
        possible = working.still_possible(statements, number, published)
        return replace(card, steps=(*steps, *working.halves(halves), *possible))

    scores = [entry.score for entry in statements if entry.score is not None]
    rated = rate(sum(scores), number, scores, scoring)
    rating = Rating.NOT_RATED if policy == "zero" else None
    halves = (*halves, *score_halves(rated, rating, statements, scoring))
    steps = (*steps, *working.total(scores, rated), *working.halves(halves))
    card = replace(card, total=rated.total, exact=rated.exact, score=rated.score, halves=halves)
    if rating:
        return replace(card, rating=rating, expected_published=(rated.score,), steps=(*steps, *working.not_rated()))

    limits = limits_of(rated, statements)
    held = (top_of(rated.rating, scoring),) if limits and scoring.held else ()
    return replace(
        card,
        band=rated.band,
        rating=rated.rating,
        limited_by=limits,
        expected_published=tuple(dict.fromkeys((rated.score, *held))),
        next=next_rating(scores, rated.rating, scoring),
        steps=(*steps, *working.band(rated), *working.limits(rated, limits, statements)),
    )
