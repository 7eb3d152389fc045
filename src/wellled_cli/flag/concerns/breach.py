"""A regulation that is breached now.

Looks for: an entry under breaches with the status current.

Why it matters: a breach is a legal matter whatever the score says. It is never used to change the score silently.

What to do: plan a must-do action with an owner and a date, and set the status to met once it is put right.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.assessment import regulation_number
from wellled_cli.model.finding import Level, Origin

RULE = "current-breach"
ORIGIN = Origin.BREACH
LEVEL = Level.ERROR
TOPIC = "regulatory"
NOTICES = {"requirement": "requirement notice", "warning": "warning notice", "condition": "condition of registration"}


def find(case: Case) -> Iterator[Sighting]:
    """Give the current breaches."""
    for index, breach in enumerate(case.assessment.breaches or ()):
        if breach.status == "current":
            message = f"{case.framework.regulation_name(breach.regulation)} is breached"
            message += f", {NOTICES[breach.notice]} served" if breach.notice else ""
            message += f": {breach.text.strip()}" if breach.text and breach.text.strip() else ""
            yield Sighting(
                ("breaches", index),
                message,
                breach.statement,
                topic=TOPIC,
                subject=regulation_number(breach.regulation),
            )
