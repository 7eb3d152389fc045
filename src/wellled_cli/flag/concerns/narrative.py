"""A concern that the narrative reports.

Looks for: a sentence of the summary or of a statement's findings which says that something in this topic is wrong,
missing, weak, late, feared or not effective now, for this service. Sentences are read by phrases, not understood: a
person who reads the sentence decides. It is a note; where the statement is scored 1 or 2, a warning.

Why it matters: it is where an assessment says in plain words what is wrong.

What to do: read the sentence. If it is a concern, plan an action for it. If it was read wrongly, the finding can be
waived in the config, with a reason and a last day; or the rule can be switched off or given another level there.
"""

from collections.abc import Iterator

from wellled_cli.flag.case import Case, Sighting
from wellled_cli.flag.concerns.score import low_scores
from wellled_cli.model.finding import Level, Origin

RULE = None
ORIGIN = Origin.NARRATIVE
LEVEL = Level.NOTE


def find(case: Case) -> Iterator[Sighting]:
    """Give the concerns that the narrative reports, each with its sentence."""
    low = low_scores(case)
    for told in case.told:
        if told.label.is_concern:
            level = Level.WARNING if told.statement in low else Level.NOTE
            yield Sighting(told.pointer, told.quote, told.statement, level, told.label.topic, told)
