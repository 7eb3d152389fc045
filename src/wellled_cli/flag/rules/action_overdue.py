"""An open action whose day has passed.

Looks for: an entry under actions with the status open and a due date before today. The due date itself is still in
time. Use --today to look from another day.

Why it matters: a plan that slips without a word is a finding of its own.

What to do: do it and set the status to done, or agree a new date and write it after due.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level
from wellled_cli.model.wording import day_words

LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the open actions that were due before today."""
    for index, action in enumerate(case.assessment.actions or ()):
        if action.status == "open" and action.due is not None and action.due < case.today:
            message = f"Action {action.id} ({action.title}) was due on {day_words(action.due)} and is still open"
            yield Sighting(("actions", index, "due"), message, action.statement, subject=action.id)
