"""An action called done with nothing to show for it.

Looks for: an entry under actions with the status done and no evidence.

Why it matters: closed without evidence is what inspectors reopen first.

What to do: add the evidence to the register and its id to the action's evidence.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level

LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the actions done without evidence."""
    for index, action in enumerate(case.assessment.actions or ()):
        if action.status == "done" and not action.evidence:
            message = f"Action {action.id} ({action.title}) is done, but no evidence shows it"
            yield Sighting(("actions", index, "status"), message, action.statement, subject=action.id)
