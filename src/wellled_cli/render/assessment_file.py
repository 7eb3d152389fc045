"""Assessment files to fill in, written as YAML with a comment on everything."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

from wellled_cli.model.framework import Asked, Framework, StatementEntry
from wellled_cli.model.wording import one_of
from wellled_cli.render.visible import escaped, one_line

_WORDS = frozenset({"null", "true", "false"})

SCHEMA_FILE = "assessment.schema.json"


def render(framework: Framework, asked: Asked, today: date) -> str:
    """Give a file that asks for a key question of a framework: valid as soon as every statement is answered."""
    lines = (*_head(framework, asked, today), *_statements(framework, asked.counted), *_registers(framework))
    return "\n".join(lines) + "\n"


def _head(framework: Framework, asked: Asked, today: date) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={SCHEMA_FILE}"
    yield "# The line above gives help and checks in editors such as VS Code, once you have written the schema:"
    yield f"#   wellled schema assessment --output {SCHEMA_FILE}"
    yield f"# {one_line(framework.title)}."
    yield "# Lines that start with # are comments. Answer every statement, then run: wellled check THIS-FILE"
    yield ""
    yield "wellled: 1"
    yield f"framework: {_plain(framework.id)}"
    if asked.key_question:
        yield f"key_question: {_plain(asked.key_question.id)}"
    if asked.level:
        yield f"level: {asked.level}   # {one_of(framework.levels)}"
    yield ""
    yield "provider:"
    yield f"  name: Name of the {'provider' if asked.key_question else 'local authority'}"
    if asked.key_question:
        yield "  id:             # the CQC provider id, like 1-101"
        yield "service:          # what was assessed, where it is less than the whole provider"
        yield "  name:"
        yield "  id:             # the CQC location id, like 1-23456"
        yield "  type:           # like care home or GP practice"
    yield ""
    yield "assessment:"
    yield "  source: self    # self, peer, mock, draft or published"
    yield f"  date: {today}   # year-month-day"
    yield "  started:        # the day it began, if that is another day"
    yield "  assessor:       # who assessed"
    yield "  previous_rating:   # outstanding, good, requires improvement or inadequate"
    yield ""
    yield "summary:          # the assessment in a few sentences; a longer text stands like this:"
    yield "# summary: |"
    yield "#   The first line of a longer text."
    yield "#   Its second line."


def _statements(framework: Framework, counted: Sequence[StatementEntry]) -> Iterator[str]:
    yield ""
    if framework.scoring:
        yield "# Scores:"
        for score, words in framework.scoring.scale.words.items():
            yield f"#   {score}  {one_line(words)}"
        if framework.scoring.categories:
            yield "# Instead of score, a statement may have scores by evidence category, those that count for you:"
            yield "#     categories: {people: 3, staff: 3, partners: 3, observation: 3, processes: 3, outcomes: 3}"
        yield "# A statement that was not assessed has, instead of score:"
        yield "#     not_assessed: the reason"
    else:
        yield "# This framework has no scores. Say what was found; the level it shows may stand after judged,"
        yield "# the rating of the whole after judgement below."
    yield "# Beside it a statement may have findings, concerns and evidence:"
    yield "#     findings: What was found."
    yield "#     concerns:"
    yield "#       - {topic: training, text: A third of staff have no refresher training}"
    yield "#     evidence: [E1]"
    yield "statements:"
    for entry in counted:
        yield ""
        yield f"  {_plain(entry.id)}:   # {one_line(entry.title)}"
        if framework.pages and entry.page:
            yield f"    # {one_line(framework.pages + entry.page)}"
        yield (
            "    score:"
            if framework.scoring
            else "    judged:   # outstanding, good, requires improvement or inadequate"
        )
        yield "    findings:"


def _registers(framework: Framework) -> Iterator[str]:
    yield """
# All below may be left out. Take the # away to use it.

# measures:
#   - name: Mandatory training
#     topic: training
#     value: 82
#     target: 90        # your own target; CQC sets none
#     unit: "%"
#     better: higher    # or lower
#     date: 2026-03-31

# breaches:
#   - {regulation: 17, status: current, notice: requirement, text: What the breach is}

# evidence:
#   - {id: E1, title: Staff survey, category: staff, date: 2026-03-31, review_by: 2027-03-31, location: where kept}

# actions:
#   - {id: A1, title: What is to be done, kind: must, owner: Who does it, due: 2026-12-31, status: open}
"""
    score = "score: 61, " if framework.scoring else ""
    yield f"# published: {{{score}rating: requires improvement}}"
    yield "# judgement: {rating: good, reason: Why}"


def _plain(name: str) -> str:
    """Write an id so that YAML reads it as the text it is."""
    return (
        name
        if re.fullmatch("[a-z][a-z-]*[a-z0-9-]*", name) and name not in _WORDS
        else escaped(json.dumps(name, ensure_ascii=False))
    )
