"""What every output for people says in the same words."""

from collections.abc import Iterator

from wellled_cli.model.assessment import Assessment, Measure, Statement
from wellled_cli.model.framework import Framework
from wellled_cli.model.overall import RatedService
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Scorecard, StatementScore, Status
from wellled_cli.render.visible import one_line

CHOSEN_BY = {
    "option": "named on the command line",
    "file": "named in the file",
    "date": "in force when the assessment started",
}
SOURCES = {
    "self": "self-assessment",
    "peer": "peer review",
    "mock": "mock inspection",
    "draft": "CQC's draft",
    "published": "published assessment",
}
_STATUS = {
    Status.CARRIED: "not assessed ({reason}); carried from the previous rating",
    Status.EXCLUDED: "not assessed ({reason}); left out",
    Status.ZERO: "not assessed ({reason}); counts as nothing",
    Status.UNKNOWN: "score not known ({reason})",
}
_VERDICT = {
    True: "agrees with the computed result",
    False: "differs from the computed result",
    None: "cannot be compared, as the computed result is open",
}


def who(assessment: Assessment) -> str:
    """Name who was assessed: provider and service, by name or else by id."""
    parts = (assessment.provider, assessment.service)
    return " - ".join(name.strip() for part in parts if part and (name := part.name or part.id))


def question(review: Review) -> str:
    """Name what was asked: the key question and the level, as far as the framework has them."""
    name = review.key_question.title if review.key_question else "Assessment"
    return f"{name}, {review.level} level" if review.level else name


def rating_words(rating: Rating | None) -> str:
    """Write a rating as a heading."""
    return str(rating).capitalize() if rating else "Rating open"


def score_words(card: Scorecard) -> str:
    """Say the score and what it is made of; nothing where the framework has no scores."""
    if card.score is None:
        return "score not known" if card.maximum is not None else ""
    return f"score {card.score} out of 100, total {card.total} of {card.maximum}"


def next_words(card: Scorecard) -> str:
    """Say what the next rating needs; nothing where there is none."""
    if card.next is None:
        return ""
    return f"Next rating: {card.next.rating}, {points(card.next.points)} away."


def overall_words(service: RatedService) -> str:
    """Say the overall rating of a service."""
    said = service.reviews[0].assessment
    left = ", left to professional judgement" if service.overall.certainty == "judgement" else ""
    return f"Overall, {who(said) if said else ''}: {rating_words(service.overall.rating)}{left}."


def points(number: int) -> str:
    """Count points."""
    return "1 point" if number == 1 else f"{number} points"


def beside(review: Review) -> Iterator[str]:
    """Say what stands beside the computed result: what was published, and what was judged."""
    said, card = review.assessment, review.scorecard
    if said and card and said.published:
        values = (said.published.score, said.published.rating)
        words = ", ".join(str(value) for value in values if value is not None)
        yield f"Published: {words}; {_VERDICT[card.agrees]}."
    if said and card and said.judgement:
        yield f"Judged: {said.judgement.rating}{_beside(review, card)}. Reason: {said.judgement.reason}"


def _beside(review: Review, card: Scorecard) -> str:
    """Say how a judged rating stands to the computed one, where there is one."""
    if review.framework is None or review.framework.scoring is None or review.assessment is None:
        return ""
    judgement = review.assessment.judgement
    if judgement and judgement.rating is card.rating:
        return ", as computed"
    return f", where the computed rating is {card.rating or 'open'}"


def outcome(measure: Measure) -> str:
    """Say whether a measure meets the provider's own target."""
    return {True: "misses the target", False: "meets the target", None: "no target, not judged"}[measure.misses_target]


def score_meaning(score: StatementScore, statement: Statement, framework: Framework) -> str:
    """Say what a statement's score means in the published words, or why it has none."""
    if score.status in _STATUS:
        reason = one_line(statement.not_assessed or statement.score_unknown or "").removesuffix(".")
        return _STATUS[score.status].format(reason=reason)
    if framework.scoring is None:
        return f"judged {statement.judged}" if statement.judged else "no level judged"
    return framework.scoring.scale.meaning(score.score)
