"""An open action that nobody owns.

Looks for: an entry under actions with the status open and no owner.

Why it matters: what nobody owns is not done; inspectors ask who will do it.

What to do: name a person or a role after owner.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level

LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the open actions without an owner."""
    for index, action in enumerate(case.assessment.actions or ()):
        if action.status == "open" and not (action.owner or "").strip():
            message = f"Action {action.id} ({action.title}) has no owner"
            yield Sighting(("actions", index, "owner"), message, action.statement, subject=action.id)
