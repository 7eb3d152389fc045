"""Evidence past the day by which it had to be reviewed.

Looks for: an entry under evidence with a review_by date before today. The date itself still counts. Use --today to
look from another day.

Why it matters: a score that rests on old evidence does not stand in front of an inspector.

What to do: replace it or review it, and write the new day after review_by.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level
from wellled_cli.model.wording import day_words

LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the evidence whose review day has passed."""
    for index, evidence in enumerate(case.assessment.evidence or ()):
        if evidence.review_by is not None and evidence.review_by < case.today:
            message = f"Evidence {evidence.id} ({evidence.title}) was to be reviewed by {day_words(evidence.review_by)}"
            yield Sighting(("evidence", index, "review_by"), message, subject=evidence.id)
