"""A framework without scores: the rating is judged, and no number is shown or summed."""

from wellled_cli.model.assessment import Assessment, Statement
from wellled_cli.model.framework import Framework, StatementEntry
from wellled_cli.model.scorecard import Scorecard, StatementScore, Status, Step


def judged(assessment: Assessment, framework: Framework, counted: tuple[StatementEntry, ...]) -> Scorecard:
    """Give the scorecard of an assessment whose rating is judged: the rating of its judgement, if it has one."""
    statements = tuple(
        StatementScore(entry.id, entry.title, None, _status(assessment.statements[entry.id])) for entry in counted
    )
    judgement = assessment.judgement
    if judgement:
        text = f"This framework has no scores. The rating was judged {judgement.rating}."
    else:
        text = "This framework has no scores, and no rating has been judged yet."
    steps = (Step(text, framework.judged, framework.source_of(framework.judged)),) if framework.judged else ()
    return Scorecard(statements, rating=judgement.rating if judgement else None, steps=steps)


def _status(statement: Statement) -> Status:
    return Status.EXCLUDED if statement.not_assessed else Status.ASSESSED
