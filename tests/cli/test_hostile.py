"""Text from a file is shown, never obeyed."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from tests.builders import GOVERNANCE, SPEAK_UP, assessment_text
from tests.cli.command import Command, steering

HOSTILE = "[b]x[/b] [/no] \x1b[31m \x9b2J \u202e \u2066 \u2028 \x07\r\n::error::owned"
EVERYWHERE = assessment_text(
    [3, 3, 1, 3, 2, 3, 3],
    about={"assessor": HOSTILE},
    answers={
        SPEAK_UP: {"score": 1, "findings": HOSTILE, "concerns": [{"topic": "culture", "text": HOSTILE}]},
        GOVERNANCE: {"score": 2},
    },
    provider={"name": HOSTILE, "id": HOSTILE},
    service={"name": HOSTILE, "type": HOSTILE},
    summary=HOSTILE,
    measures=[{"name": HOSTILE, "topic": "training", "value": 1, "target": 2, "unit": HOSTILE}],
    breaches=[{"regulation": HOSTILE, "status": "current", "notice": "warning", "text": HOSTILE}],
    evidence=[{"id": HOSTILE, "title": HOSTILE, "review_by": date(2020, 1, 1), "location": HOSTILE}],
    actions=[{"id": HOSTILE, "title": HOSTILE, "kind": "must", "status": "open", "due": date(2020, 1, 1)}],
    judgement={"rating": "good", "reason": HOSTILE},
)
FAULTY = [
    assessment_text() + yaml.safe_dump({HOSTILE: 1}, allow_unicode=True),
    assessment_text(framework=HOSTILE),
    assessment_text(level=HOSTILE),
    assessment_text(about={"source": HOSTILE}),
    assessment_text(about={"previous_rating": HOSTILE}),
    assessment_text(answers={HOSTILE: {"score": 3}}),
    assessment_text(answers={SPEAK_UP: {"score": HOSTILE}}),
    assessment_text(answers={SPEAK_UP: {"score": 3, "evidence": [HOSTILE]}}),
    assessment_text(measures=[{"name": "x", "topic": HOSTILE, "value": HOSTILE}]),
    assessment_text(actions=[{"id": HOSTILE, "title": "x", "kind": "must", "status": "open"}] * 2),
    f'{assessment_text()}"{"".join(f"{chr(92)}u{ord(c):04x}" for c in HOSTILE)}": 1\n' * 2,
    assessment_text() + "summary: &\u202e x\n",
    assessment_text() + "summary: !\u202e x\n",
    assessment_text() + "summary: [\u202e\n",
]


def texts(value: object) -> Iterator[str]:
    """Give every text inside a value read from JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", [["score"], ["check"], ["check", "--min-rating", "good"]], ids=" ".join)
def test_no_text_of_a_file_steers_the_terminal(wellled: Command, words: list[str]) -> None:
    """Escapes, control characters and directions of a file are made visible; what looks like markup is text."""
    ran = wellled(*words, "-", stdin=EVERYWHERE.encode())
    assert ran.code in {0, 1}
    assert steering(ran.said) == set()
    assert "[b]x[/b]" in ran.out
    assert "[/no]" in ran.out


@pytest.mark.usefixtures("folder")
def test_no_text_of_a_file_makes_a_line_of_its_own(wellled: Command) -> None:
    """A finding is one line: a line break in a file cannot start another that some machine takes for an order."""
    ran = wellled("check", "-", stdin=EVERYWHERE.encode())
    findings = [line for line in ran.out.splitlines() if line.startswith("<stdin>:")]
    assert len(findings) >= 6
    assert not [line for line in ran.out.splitlines() if line.lstrip().startswith("::")]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("number", range(len(FAULTY)))
@pytest.mark.parametrize("command", ["score", "check"])
def test_no_fault_repeats_what_steers(wellled: Command, command: str, number: int) -> None:
    """A fault quotes what was found, made visible, on one line."""
    ran = wellled(command, "-", stdin=FAULTY[number].encode())
    assert ran.code == {"score": 2, "check": 1}[command]
    assert steering(ran.said) == set()
    faults = [line for line in ran.said.splitlines() if ": error " in line]
    assert faults
    assert all(line.startswith("<stdin>:") for line in faults)


@pytest.mark.parametrize("words", [["score"], ["check"], ["check", "--min-score", "100"]], ids=" ".join)
@pytest.mark.parametrize("text", [assessment_text(), "wellled: 1\n", None], ids=["sound", "faulty", "missing"])
def test_no_name_of_a_file_steers_the_terminal(
    wellled: Command, folder: Path, words: list[str], text: str | None
) -> None:
    """The name of a file is text from outside like any other."""
    name = "a\x1b[31m\u202e\n::error::.yaml"
    if text is not None:
        (folder / name).write_text(text, "utf-8")
    ran = wellled(*words, name)
    assert steering(ran.said) == set()
    assert not [line for line in ran.said.splitlines() if line.startswith("::")]


@pytest.mark.usefixtures("folder")
def test_json_gives_the_text_of_a_file_whole_and_escaped(wellled: Command) -> None:
    """Programs get every character as it was written, and none of them reaches a terminal raw."""
    ran = wellled("score", "-", "--format", "json", stdin=EVERYWHERE.encode())
    (entry,) = json.loads(ran.out)["assessments"]
    assert entry["provider"] == {"name": HOSTILE, "id": HOSTILE}
    assert entry["judgement"]["reason"] == HOSTILE
    assert steering(ran.out) == set()
