"""The work that a text makes is in proportion to its length, whatever stands in it."""

from collections.abc import Callable, Mapping
from functools import partial

import pytest

from tests.builders import SPEAK_UP, TODAY, assessment_text, reviewed
from tests.hostile.work import steps
from wellled_cli.flag.manual import manual
from wellled_cli.flag.narrative.lexicon import lexicon
from wellled_cli.flag.narrative.reader import read
from wellled_cli.gate import Gate, outcome
from wellled_cli.model.finding import FailOn
from wellled_cli.model.outcome import Outcome
from wellled_cli.render.check import Checked
from wellled_cli.render.check_formats import github, junit
from wellled_cli.render.document.docx import render as render_word
from wellled_cli.render.document.parts import Bullets, Document

DENSE = [
    "training not done. ",
    "no training no supervision ",
    "risk registers not reviewed and incidents were not learnt from ",
    "not ",
    "a lack of ",
    "1% ",
    "1 of 2 ",
    "target 50% ",
    "- a\n",
]
LENGTH = 20_000
MOST_STEPS_A_CHARACTER = 250
"""Ordinary prose takes about 45."""


@pytest.mark.parametrize("unit", DENSE)
def test_a_narrative_is_read_in_proportion(unit: str) -> None:
    """However densely phrases, cues and figures stand in one endless sentence, each character costs the same."""
    text = (unit * LENGTH)[:LENGTH]
    assert steps(lambda: list(read(text, lexicon()))) < MOST_STEPS_A_CHARACTER * LENGTH


def registers(number: int) -> str:
    """Write an assessment with many entries of evidence, and as many references to none of them."""
    evidence = [{"id": f"E{each}", "title": "Audit"} for each in range(number)]
    missing = [f"F{each}" for each in range(number)]
    return assessment_text(answers={SPEAK_UP: {"score": 3, "evidence": missing}}, evidence=evidence)


def actions(number: int) -> str:
    """Write an assessment with many actions, each of which has two gaps."""
    entries = [{"id": f"A{each}", "title": "Ask", "kind": "must", "status": "open"} for each in range(number)]
    return assessment_text(actions=entries)


def checked(found: Outcome) -> Checked:
    """Give what a check came to that has one file."""
    return Checked([found], [], TODAY, manual)


def failing(text: str) -> Outcome:
    """Give what a gate that lets nothing pass makes of a file."""
    return outcome(reviewed(text), Gate(FailOn.NOTE))


MANY: Mapping[str, tuple[Callable[[int], str], Callable[[str], object]]] = {
    "references to nothing": (registers, reviewed),
    "actions": (actions, reviewed),
    "failures in JUnit": (actions, lambda text: junit.render(checked(failing(text)))),
    "failures as annotations": (actions, lambda text: github.render(checked(failing(text)))),
}


@pytest.mark.parametrize("name", MANY)
def test_many_entries_are_judged_in_proportion(name: str) -> None:
    """Four times as many entries are about four times the work, not sixteen times."""
    written, done = MANY[name]
    few, many = (steps(partial(done, written(number))) for number in (150, 600))
    assert many < 5 * few


def test_an_item_in_a_word_file_costs_no_more_than_a_paragraph() -> None:
    """The style of a list is looked up once, not for each of its items: there may be tens of thousands."""

    def written(number: int) -> int:
        document = Document("Board", (Bullets(("Ask staff",) * number),), ())
        return steps(lambda: render_word(document, TODAY))

    assert (written(300) - written(100)) / 200 < 1000
