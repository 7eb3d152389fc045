"""Phrases that a team adds are found however they are spelt, and are read against lists that are read once."""

import pytest

from wellled_cli.flag.narrative import lexicon as module
from wellled_cli.flag.narrative.lexicon import lexicon, phrase_trouble
from wellled_cli.flag.narrative.reader import read
from wellled_cli.model.topic import OwnTopic


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Falls Huddle lapsed", "The falls huddle lapsed in May."),
        ("patient's falls_diary", "The patient's falls diary was blank."),
        ("patient\u2019s falls_diary", "A patient\u2019s falls diary was blank."),
        ("residents' falls_diary", "The residents' falls diary was blank."),
        ("falls weren't counted", "Falls weren't counted."),
        ("can't|won't count .. falls", "We were told they can't count all falls."),
        ("falls were|weren't counted", "Falls weren't counted."),
        ("the? Falls_Huddle*|Falls_Group* lapsed", "The falls groups lapsed."),
        ("{staff} didn't .. falls", "Staff didn't count falls."),
    ],
)
def test_a_phrase_is_spelt_as_words_are_read(phrase: str, text: str) -> None:
    """Upper case, a possessive and a contraction are folded on both sides."""
    own = OwnTopic("falls", "Falls prevention", (("concern", (phrase,)),))
    assert phrase_trouble(phrase) is None
    labels = [label.topic for sentence in read(text, lexicon((own,))) for label in sentence.labels]
    assert "falls" in labels


def test_the_lists_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not once a phrase."""
    phrase_trouble("lapsed")
    monkeypatch.setattr(module, "_text", lambda name: pytest.fail(f"read {name} again"))
    assert phrase_trouble("{staff} lapsed") is None
