"""Assessment files as YAML: blank ones with a comment on everything, and drafts with notes beside what was read."""

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date

from wellled_cli.model.draft import Draft, Value
from wellled_cli.model.framework import Asked, Framework, StatementEntry
from wellled_cli.model.source import Pointer
from wellled_cli.model.wording import one_of
from wellled_cli.render.visible import COMMAND, STEERING, escaped, one_line

_WORDS = frozenset({"null", "true", "false"})

_WIDTH = 110
_LIST_MARK = re.compile(r"\s*(?:[-*\u2022\u2023\u2013]|\(?\d{1,2}[.)])\s")
_PLAIN_TEXT = re.compile(r"[A-Za-z](?:[A-Za-z0-9 .'()/-]*[A-Za-z0-9.)])?")
_NOT_IN_BLOCKS = re.compile(f"{STEERING.pattern}|{COMMAND.pattern}")
_BEYOND_THE_FIRST_PLANE = re.compile(f"(?=[\U00010000-\U0010ffff]){STEERING.pattern}")
"""What is unseen there: YAML writes it as one, not as the two halves of JSON."""
_MEANS_SOMETHING_ELSE = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})

SCHEMA_FILE = "assessment.schema.json"


def blank(framework: Framework, asked: Asked, today: date) -> str:
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


def written(draft: Draft) -> str:
    """Give a draft as a file: its head and its notes as comments, its values as they are read back."""
    head = [f"# {one_line(line)}" for line in draft.head]
    return "\n".join((*head, *_keys(draft.values, (), draft))) + "\n"


def _keys(values: dict[str, Value], pointer: Pointer, draft: Draft) -> Iterator[str]:
    indent = "  " * len(pointer)
    for key, value in values.items():
        at = (*pointer, key)
        yield from (f"{indent}# {one_line(note)}" for note in draft.notes.get(at, ()))
        opening = f"{indent}{_plain(key)}:"
        if isinstance(value, dict):
            yield opening if value else f"{opening} {{}}"
            yield from _keys(value, at, draft)
        elif isinstance(value, list):
            yield opening
            for number, item in enumerate(value):
                yield from (f"{indent}  # {one_line(note)}" for note in draft.notes.get((*at, number), ()))
                yield f"{indent}  - {_flow(item)}"
        elif isinstance(value, str) and ("\n" in value or len(indent) + len(value) > _WIDTH):
            yield from _long_text(opening, value, f"{indent}  ")
        else:
            yield f"{opening} {_flow(value)}"


def _long_text(opening: str, text: str, indent: str) -> Iterator[str]:
    """Write a text in lines of a readable width; a text that cannot stand so is quoted whole."""
    text = "\n".join(line.strip() for line in text.split("\n")).strip()
    if _NOT_IN_BLOCKS.search(text):
        yield f"{opening} {_flow(text)}"
        return
    yield f"{opening} |"
    for line in text.split("\n"):
        yield from (f"{indent}{part}" if part else "" for part in _wrapped(line, _WIDTH - len(indent)))


def _wrapped(line: str, width: int) -> list[str]:
    """Break a line at blanks, never so that a part of it looks like an item of a list."""
    after = "  " if _LIST_MARK.match(line) else ""
    parts = textwrap.wrap(line, width, subsequent_indent=after, break_long_words=False, break_on_hyphens=False) or [""]
    joined = parts[:1]
    for part in parts[1:]:
        if _LIST_MARK.match(f"{part} "):
            joined[-1] += f" {part.strip()}"
        else:
            joined.append(part)
    return joined


def _flow(value: Value) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_plain(key)}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        safe = _PLAIN_TEXT.fullmatch(value) and value.casefold() not in _MEANS_SOMETHING_ELSE
        return value if safe else _quoted(value)
    return str(value)


def _quoted(text: str) -> str:
    written = json.dumps(text, ensure_ascii=False)
    written = _BEYOND_THE_FIRST_PLANE.sub(lambda found: f"\\U{ord(found.group()):08X}", written)
    return escaped(written)


def _plain(name: str) -> str:
    """Write an id so that YAML reads it as the text it is."""
    return name if re.fullmatch("[a-z][a-z_-]*[a-z0-9-]*", name) and name not in _WORDS else _quoted(name)
