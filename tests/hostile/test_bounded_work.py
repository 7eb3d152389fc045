"""The work that a text makes is in proportion to its length, whatever stands in it."""

import pytest

from tests.hostile.work import steps
from wellled_cli.flag.narrative.lexicon import lexicon
from wellled_cli.flag.narrative.reader import read

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
