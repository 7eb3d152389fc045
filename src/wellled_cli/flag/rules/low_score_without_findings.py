"""A low score that nothing explains.

Looks for: a statement assessed and scored 1 or 2 with no findings.

Why it matters: a reader cannot tell what is wrong, and nobody can plan how to put it right.

What to do: say in findings what was seen, in a few plain sentences.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.flag.concerns.score import LOW
from wellled_cli.model.finding import Level
from wellled_cli.model.scorecard import Status

LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the statements with a low score and no findings."""
    for score, statement in case.statements():
        low = score.status is Status.ASSESSED and score.score is not None and score.score <= LOW
        if low and not (statement.findings or "").strip():
            message = f"{score.title} is scored {score.score}, but no findings say why"
            yield Sighting(("statements", score.id, "findings"), message, score.id)
