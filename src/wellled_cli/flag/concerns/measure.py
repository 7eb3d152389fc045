"""A measure that misses the provider's own target.

Looks for: an entry under measures whose value is below its target, or above it where better is lower. A measure
without a target is shown and never judged: CQC sets no such targets itself.

Why it matters: the provider said itself what is good enough, and it is not reached.

What to do: say what will change and by when; or, if the target is wrong, change it and say why.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.model.finding import Level, Origin

RULE = None
ORIGIN = Origin.MEASURE
LEVEL = Level.WARNING


def find(case: Case) -> Iterator[Sighting]:
    """Give the measures on the wrong side of their own target."""
    for index, measure in enumerate(case.assessment.measures or ()):
        if measure.misses_target:
            value = measure.amount(measure.value)
            message = f"{measure.name}: {value}, against the provider's own target of {measure.wanted}"
            pointer = ("measures", index, "value")
            yield Sighting(pointer, message, measure.statement, topic=measure.topic, subject=measure.name)
