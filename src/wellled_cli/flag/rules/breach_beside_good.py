"""A current breach beside a rating of good or better.

Looks for: an entry under breaches with the status current, where the computed rating is good or outstanding.

Why it matters: the score is left as it is, but the principles once published did not let a service be better than
requires improvement overall while a regulation was breached.

What to do: look again at the scores of the statements the breach bears on, and say why they stand.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.assessment import regulation_number
from wellled_cli.model.finding import Level
from wellled_cli.model.rating import Rating

LEVEL = Level.NOTE


def find(case: Case) -> Iterator[Sighting]:
    """Give the current breaches beside a computed rating of good or better."""
    rating = case.scorecard.rating
    if case.framework.breach is None or rating is None or rating.rank < Rating.GOOD.rank:
        return
    rule = case.framework.rules[case.framework.breach]
    for index, breach in enumerate(case.assessment.breaches or ()):
        if breach.status == "current":
            regulation = case.framework.regulation_name(breach.regulation)
            message = (
                f"{regulation} is breached beside a computed rating of {rating}. "
                f"{rule.says} (confidence: {rule.confidence})"
            )
            subject = regulation_number(breach.regulation)
            yield Sighting(("breaches", index), message, breach.statement, subject=subject)
