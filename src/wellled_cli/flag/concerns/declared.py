"""A concern the assessor declares.

Looks for: an entry under concerns of a statement.

Why it matters: a person who knows the service found it worth saying.

What to do: answer it with an action, and take it out once it no longer holds.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level, Origin

RULE = None
ORIGIN = Origin.DECLARED
LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the concerns declared under the statements that count."""
    for score, statement in case.statements():
        for index, concern in enumerate(statement.concerns or ()):
            pointer = ("statements", score.id, "concerns", index)
            yield Sighting(pointer, concern.text, score.id, topic=concern.topic, subject=concern.text)
