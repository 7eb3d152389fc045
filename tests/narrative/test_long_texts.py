"""Reading takes as long as a text is long, however it is written."""

from time import process_time

import pytest

from wellled_cli.flag.narrative.lexicon import lexicon
from wellled_cli.flag.narrative.reader import read
from wellled_cli.flag.narrative.sentences import sentences


@pytest.mark.parametrize("unit", [".", '."', "a", "staff had training and ", "\n ", ". "])
def test_no_text_takes_more_than_its_length(unit: str) -> None:
    """One endless sentence, word, or row of stops is read as fast as any prose; each took minutes at this length."""
    text = (unit * 200_000)[:200_000]
    lexicon()
    began = process_time()
    for _ in read(text, lexicon()):
        pass
    assert process_time() - began < 10


def test_an_endless_sentence_is_cut_between_words() -> None:
    """All of it is read, and no word is torn."""
    text = "staff had training and " * 2000
    parts = [text[start:end] for start, end in sentences(text)]
    assert len(parts) > 1
    assert " ".join(parts).split() == text.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 'closed'. Then it opened.", ["It was 'closed'.", "Then it opened."]),
        ("It was \u201cclosed.\u201d) Then it opened.", ["It was \u201cclosed.\u201d)", "Then it opened."]),
        ("What?! No... Yes.", ["What?!", "No...", "Yes."]),
        ("See Dr. Smith (e.g. Monday). Then go.", ["See Dr. Smith (e.g. Monday).", "Then go."]),
    ],
)
def test_stops_and_quotation_marks_end_a_sentence_in_any_order(text: str, expected: list[str]) -> None:
    """A run of them is one end."""
    assert [text[start:end] for start, end in sentences(text)] == expected
