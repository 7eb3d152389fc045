"""An open action without a day by which it is done.

Looks for: an entry under actions with the status open and no due date.

Why it matters: without a date nobody can tell whether it is late.

What to do: write the last day to do it after due, like 2026-03-31.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level

LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the open actions without a due date."""
    for index, action in enumerate(case.assessment.actions or ()):
        if action.status == "open" and action.due is None:
            message = f"Action {action.id} ({action.title}) has no due date"
            yield Sighting(("actions", index, "due"), message, action.statement, subject=action.id)
