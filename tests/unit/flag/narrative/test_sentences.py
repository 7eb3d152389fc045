"""A narrative is split where its reader would pause, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellled_cli.flag.narrative.sentences import sentences


def split(text: str) -> list[str]:
    """Give the sentences of a text."""
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff were kind. They knew people well.", ["Staff were kind.", "They knew people well."]),
        ("Was it safe? Nobody knew! We asked.", ["Was it safe?", "Nobody knew!", "We asked."]),
        (
            "Dr. Ames and Mrs. Bell led, e.g. on audits. It worked.",
            ["Dr. Ames and Mrs. Bell led, e.g. on audits.", "It worked."],
        ),
        ("The unit (i.e. the ward) met at 9 a.m. daily.", ["The unit (i.e. the ward) met at 9 a.m. daily."]),
        (
            "Training stood at 82.5% in May. The target was 90%.",
            ["Training stood at 82.5% in May.", "The target was 90%."],
        ),
        ("See reg. 17 and No. 4. Both apply.", ["See reg. 17 and No. 4.", "Both apply."]),
        ("Policies, rotas, etc. were kept. All were read.", ["Policies, rotas, etc. were kept.", "All were read."]),
        ("Food, heating, etc. Nobody complained.", ["Food, heating, etc.", "Nobody complained."]),
        ('One said, "Nobody listens." Others agreed.', ['One said, "Nobody listens."', "Others agreed."]),
        (
            "One felt \u201clast to know.\u201d Others did not.",
            ["One felt \u201clast to know.\u201d", "Others did not."],
        ),
        (
            "It was late. \u201cWe told them,\u201d staff said.",
            ["It was late.", "\u201cWe told them,\u201d staff said."],
        ),
        ("J. Lee leads. S. Roy helps.", ["J. Lee leads.", "S. Roy helps."]),
        ("Visits ended... Calls went on.", ["Visits ended...", "Calls went on."]),
        ("no stop at the end", ["no stop at the end"]),
        ("", []),
        (" \n\t ", []),
        ("...", []),
    ],
)
def test_sentences_end_where_a_reader_would_say(text: str, expected: list[str]) -> None:
    """Full stops of abbreviations, initials and numbers end no sentence; those in quotations may."""
    assert split(text) == expected


def test_a_wrapped_line_goes_on() -> None:
    """A line break inside a paragraph is a blank."""
    assert split("Managers had not ensured that\nstaff were trained.") == [
        "Managers had not ensured that\nstaff were trained."
    ]


def test_a_blank_line_ends_a_sentence() -> None:
    """A paragraph ends its last sentence, with or without a full stop."""
    assert split("What we found\n\nStaff were kind") == ["What we found", "Staff were kind"]


@pytest.mark.parametrize("mark", ["-", "*", "\u2022", "1.", "2)", "(3)"])
def test_each_item_of_a_list_is_a_sentence(mark: str) -> None:
    """Items need no full stop, and the mark is no part of them."""
    assert split(f"We saw:\n{mark} audits overdue\n{mark} rotas unfilled") == [
        "We saw:",
        "audits overdue",
        "rotas unfilled",
    ]


@given(st.text(alphabet='ab Z.?!\n-"\u201d\u2019)19\u2022', max_size=80))
def test_no_text_is_lost(text: str) -> None:
    """Sentences come in order, do not overlap, and hold every letter and digit there is, but for the marks of lists."""
    spans = list(sentences(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    kept = {at for start, end in spans for at in range(start, end)}
    assert all(at in kept for at, character in enumerate(text) if character in "abZ")
