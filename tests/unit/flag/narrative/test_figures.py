"""Figures speak for themselves only against a target that the sentence names, or as a clear share."""

import pytest

from wellled_cli.flag.narrative.figures import figure_cues
from wellled_cli.flag.narrative.words import words_of


def cues(text: str) -> list[str]:
    """Give the cues of the figures of a text."""
    return [cue.value for _, _, cue in figure_cues(words_of(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Training stood at 71% against a target of 90%", ["few"]),
        ("Training stood at 91% against a target of 90%", ["most"]),
        ("81% of staff had met the person who supervises them within two months, against a target of 95%", ["few"]),
        ("Training stood at 90% against a target of 90%", ["most"]),
        ("Compliance of 89.5% compared with the 90% expected", ["few"]),
        ("3 of 11 staff had had one", ["few"]),
        ("Three of the eleven staff had had one", ["few"]),
        ("26 of 27 staff had had one", ["most"]),
        ("Appraisals stood at 96%", ["most"]),
        ("Appraisals stood at 60%", ["few"]),
        ("Appraisals stood at 82%", []),
        ("only 82% had had one", ["few"]),
        ("8 of 10 had had one", []),
        ("0 of 0 had had one", []),
        ("12 of 9 had had one", []),
        ("There were 12 audits in 2024", []),
    ],
)
def test_a_figure_is_good_bad_or_nothing(text: str, expected: list[str]) -> None:
    """A target decides where there is one; else nine in ten is most, three in four is few, between is nothing."""
    assert cues(text) == expected
