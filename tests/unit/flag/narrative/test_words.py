"""A sentence as the lexicon sees it: words in lower case, clauses kept apart."""

import pytest

from wellled_cli.flag.narrative.words import words_of


def line(text: str) -> str:
    """Give the words of a text with one blank between."""
    return words_of(text, 0, len(text)).line.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Staff didn't know; managers can't say.", "staff did not know | managers cannot say"),
        ("The manager\u2019s staff\u2019 rota", "the manager staff rota"),
        ("82.5% of 1,200 staff had a 1:1", "82.5% of 1,200 staff had a 1:1"),
        ("One-to-one, follow-up", "one-to-one follow-up"),
        ("Staff were kind, but rushed", "staff were kind | but rushed"),
        ("All but one had been trained", "all but one had been trained"),
        ("Kind although rushed", "kind | although rushed"),
        ("It was not yet done", "it was not yet done"),
        ("It was done, yet nobody knew", "it was done | yet nobody knew"),
        ("Good apart from rotas", "good | apart from rotas"),
        ("Proud, even if tired", "proud | even if tired"),
        ("Audits (monthly) \u2013 and checks", "audits | monthly | and checks"),
        ("", ""),
    ],
)
def test_words_are_spelt_as_the_lexicon_spells_them(text: str, expected: str) -> None:
    """Contractions in full, no possessives, a bar before what contrasts."""
    assert line(text) == expected


def test_every_word_knows_where_it_stands() -> None:
    """The span of a word is the word as it was written, both words of a contraction included."""
    text = "Nobody\u2019s audit wasn't late"
    words = words_of(text, 0, len(text))
    assert [text[slice(*words.span(each, each))] for each in range(len(words.words))] == [
        "Nobody\u2019s",
        "audit",
        "wasn't",
        "wasn't",
        "late",
    ]


def test_words_start_within_a_longer_text() -> None:
    """Only the sentence asked for is read, and its places are those of the whole text."""
    text = "Before. Audits lapsed. After."
    words = words_of(text, 8, 22)
    assert words.words == ("audits", "lapsed")
    assert [text[slice(*words.span(each, each))] for each in range(len(words.words))] == ["Audits", "lapsed"]
