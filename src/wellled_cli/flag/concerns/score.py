"""A statement scored 1 or 2 on the evidence of this assessment.

Looks for: a statement that was assessed and scored 2 (some shortfalls) or 1 (significant shortfalls). A score carried
from an earlier rating is not looked at: nobody assessed it this time. In a framework without scores: a statement judged
requires improvement or inadequate.

Why it matters: every low score pulls the rating down, and a 1 can limit it whatever the other scores are.

What to do: say what was found, plan an action for it, and score it again once there is evidence of change.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level, Origin
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Status

RULE = "low-score"
ORIGIN = Origin.SCORE
LEVEL = Level.WARNING
_LEVELS = {Rating.INADEQUATE: Level.ERROR, Rating.REQUIRES_IMPROVEMENT: Level.WARNING}
LOW = 2
LOWEST = 1


def low_scores(case: Case) -> frozenset[str]:
    """Give the ids of the statements assessed and scored 1 or 2, or judged as low."""
    return frozenset(sighting.statement for sighting in find(case) if sighting.statement)


def find(case: Case) -> Iterator[Sighting]:
    """Give the statements assessed and scored 1 or 2."""
    scoring = case.framework.scoring
    for score, statement in case.statements():
        if score.status is Status.ASSESSED and score.score is not None and score.score <= LOW:
            answer = "score" if statement.score is not None else "categories"
            meaning = scoring.scale.meaning(score.score) if scoring else ""
            message = f"{score.title} is scored {score.score}" + (f": {meaning}" if meaning else "")
            level = Level.ERROR if score.score == LOWEST else Level.WARNING
            yield Sighting(("statements", score.id, answer), message, score.id, level)
        elif statement.judged in _LEVELS:
            message = f"{score.title} is judged {statement.judged}"
            yield Sighting(("statements", score.id, "judged"), message, score.id, _LEVELS[statement.judged])
