"""What was published is not what its statement scores give.

Looks for: a score or rating under published that differs from the computed one. A limited rating may be published
with a score held at the top of its band; that is no difference.

Why it matters: either a score in the file is wrong, or the published result can be questioned.

What to do: compare each statement score with the published page; if all are right, the difference is worth raising
while the report can still be checked for accuracy.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level

LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the published result where it is not the computed one."""
    published, card = case.assessment.published, case.scorecard
    if published is None or card.agrees is not False:
        return
    if published.score is not None and published.score not in card.expected_published:
        expected = " or ".join(map(str, card.expected_published)) or "none"
        message = f"The published score is {published.score}, the computed score {expected}"
        yield Sighting(("published", "score"), message, subject="score")
    if published.rating not in {None, card.rating}:
        message = f"The published rating is {published.rating}, the computed rating {card.rating}"
        yield Sighting(("published", "rating"), message, subject="rating")
