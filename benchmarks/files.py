"""Writes assessment files of realistic size: about 10 kB each, every sentence of their narrative unlike any other.

As in the samples of the project, about two fifths of a file are narrative; the rest are measures, evidence and actions.
"""

import random
from collections.abc import Iterator
from pathlib import Path

STATEMENTS = (
    "shared-direction-and-culture",
    "capable-compassionate-and-inclusive-leaders",
    "freedom-to-speak-up",
    "workforce-equality-diversity-and-inclusion",
    "governance-management-and-sustainability",
    "partnerships-and-communities",
    "learning-improvement-and-innovation",
)
SENTENCES_A_PART = 5
_WHO = (
    "staff on {place}",
    "nurses at {place}",
    "care workers in {place}",
    "team leaders on {place}",
    "night staff in {place}",
    "the registered manager of {place}",
    "relatives of people in {place}",
    "senior leaders at {place}",
    "agency workers at {place}",
    "the deputy manager of {place}",
)
_PLACES = ("Ash", "Beech", "Cedar", "Elm", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Poplar", "Rowan", "Willow")
_KINDS = ("unit", "ward", "house", "team", "floor", "wing", "clinic", "lodge")
_SAID = (
    "{who} had completed {n} of {m} modules of their mandatory training by {day}",
    "Only {n}% of {who} had received an appraisal since {day}, against a target of {m}%",
    "{who} told us on {day} that they felt able to raise concerns with any of {n} managers",
    "On {day} {who} described {n} occasions when they had been afraid to speak up",
    "Supervision records of {day} showed that {who} met their supervisor {n} times a year",
    "Governance meetings on {day} reviewed {n} audits, although {who} had not seen the actions",
    "{who} could name the values of the service, which {n} of {m} posters displayed from {day}",
    "By {day} leaders had visited {n} times and {who} said they were approachable and visible",
    "{who} waited {n} weeks after {day} for the outcome of an incident they had reported",
    "Lessons from {n} incidents were shared with {who} at handover from {day} onwards",
    "The risk register of {day} listed {n} risks, but {who} did not know who owned them",
    "People gave feedback through {n} forums before {day}, and {who} acted on what they heard",
    "Rotas from {day} left {n} shifts uncovered and {who} worked without a break",
    "{who} joined {n} improvement projects with the local council after {day}",
    "The new electronic record failed {n} times in the month of {day}, so {who} wrote on paper",
    "Complaints numbered {n} in the year to {day}; {who} answered {m} of them within the agreed time",
    "{who} praised the wellbeing room that opened on {day} for the {n} people who work there",
    "There was no evidence on {day} that {who} had followed up {n} missed equality reviews",
    "The meeting room was painted on {day} and {who} moved {n} desks to the second floor",
    "Visitors signed in at the front desk, where {who} kept {n} pens and a book dated {day}",
)
_MEASURES = (
    ("Mandatory training completed", "training"),
    ("Appraisals held", "appraisal"),
    ("Supervision held", "supervision"),
    ("Staff who feel safe to speak up", "speaking-up"),
    ("Shifts filled", "staffing"),
    ("Complaints answered in time", "feedback"),
)
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")


def write_files(folder: Path, count: int) -> None:
    """Write so many assessments into a folder that need not exist; the same ones whenever it is asked."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"service-{number:06}.yaml").write_text(_assessment(number), encoding="utf-8")


def _assessment(number: int) -> str:
    chance = random.Random(number)  # noqa: S311  nothing here is secret
    prose = _sentences(chance, number)
    evidence = [f"E{each}" for each in range(1, 13)]
    lines = [
        "wellled: 1",
        f"provider: {{name: Fictional Care Group {number % 97}, id: 1-{number % 97:05}}}",
        f"service: {{name: Fictional Service {number}, id: 9-{number:08}, type: Care home}}",
        "assessment:",
        "  source: self",
        f"  date: 2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        f"  assessor: Fictional Assessor {number % 31}",
        *_folded("summary", [next(prose) for _ in range(SENTENCES_A_PART)], ""),
        "statements:",
    ]
    for statement in STATEMENTS:
        lines += [f"  {statement}:", f"    score: {chance.choice((1, 2, 2, 3, 3, 3, 3, 4))}"]
        lines += _folded("findings", [next(prose) for _ in range(SENTENCES_A_PART)], "    ")
        lines.append(f"    evidence: [{', '.join(chance.sample(evidence, 3))}]")
    lines += ["measures:", *(line for name in _MEASURES for line in _measure(chance, name))]
    lines += ["evidence:", *(line for each in evidence for line in _evidence(chance, each))]
    lines += ["actions:", *(line for each in range(1, 9) for line in _action(chance, each))]
    return "\n".join([*lines, ""])


def _sentences(chance: random.Random, number: int) -> Iterator[str]:
    """Give sentences without end; the number of the file and of the sentence makes each one its own."""
    count = 0
    while True:
        count += 1
        shape = chance.choice(_SAID)
        place = f"{chance.choice(_PLACES)} {chance.choice(_KINDS)} {number * 100 + count}"
        day = f"{chance.randint(1, 28)} {chance.choice(_MONTHS)} {chance.randint(2022, 2025)}"
        whole = chance.randint(11, 95)
        who = chance.choice(_WHO).format(place=place)
        said = shape.format(who=who, day=day, n=chance.randint(2, whole), m=whole)
        yield f"{said[0].upper()}{said[1:]}."


def _folded(key: str, sentences: list[str], indent: str) -> list[str]:
    return [f"{indent}{key}: >-", *(f"{indent}  {sentence}" for sentence in sentences)]


def _measure(chance: random.Random, named: tuple[str, str]) -> list[str]:
    name, topic = named
    return [
        f"  - name: {name}",
        f"    topic: {topic}",
        f"    value: {chance.randint(60, 99)}",
        f"    target: {chance.choice((80, 85, 90))}",
        '    unit: "%"',
        f"    date: 2025-{chance.randint(1, 12):02}-28",
    ]


def _evidence(chance: random.Random, name: str) -> list[str]:
    return [
        f"  - id: {name}",
        f"    title: Minutes of the governance meeting number {chance.randint(1, 10**6)}",
        f"    category: {chance.choice(('people', 'staff', 'partners', 'observation', 'processes', 'outcomes'))}",
        f"    date: 2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        f"    review_by: 2027-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        f"    location: Governance folder, section {chance.randint(1, 90)}",
    ]


def _action(chance: random.Random, each: int) -> list[str]:
    return [
        f"  - id: A{each}",
        f"    title: Review how shortfall number {chance.randint(1, 10**6)} is put right and report it to the board",
        f"    kind: {chance.choice(('must', 'should'))}",
        f"    statement: {chance.choice(STATEMENTS)}",
        f"    owner: Fictional Owner {chance.randint(1, 500)}",
        f"    due: 2026-{chance.randint(1, 12):02}-15",
        "    status: open",
    ]
