"""The language the lexicon is written in, element by element."""

import re

import pytest

from wellled_cli.flag.narrative.index import Index
from wellled_cli.flag.narrative.phrases import Lists, Phrase, keyed
from wellled_cli.flag.narrative.words import words_of

LISTS = Lists(staff=("nurse*", "care workers"), common=("no", "never"))


def matches(phrase: str, text: str) -> list[str]:
    """Give the words of a text in which a phrase is found."""
    words = words_of(text, 0, len(text))
    found = Index(keyed([phrase], LISTS), ["meaning"], LISTS).find(words)
    return [" ".join(words.words[first : last + 1]) for first, last, _ in found]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("lapsed", "Supervision lapsed in May", ["lapsed"]),
        ("lapsed", "Relapsed patients", []),
        ("appraisal*", "Appraisals and an appraisal", ["appraisals", "appraisal"]),
        ("lapsed|slipped", "It slipped", ["slipped"]),
        ("lapsed|out_of_date", "Out of date or lapsed", ["out of date", "lapsed"]),
        ("audit* lapsed", "Audits lapsed", ["audits lapsed"]),
        ("audit* lapsed", "Audits had lapsed", []),
        ("audit* had? lapsed", "Audits had lapsed. audits lapsed", ["audits had lapsed", "audits lapsed"]),
        ("audit* .. lapsed", "Audits had all lapsed", ["audits had all lapsed"]),
        ("audit* .. lapsed", "Audits of all care plans lapsed", []),
        ("audit* ... lapsed", "Audits of the care plans had lapsed", ["audits of the care plans had lapsed"]),
        ("audit* ... lapsed", "Audits a b c d e f g lapsed", []),
        ("only # of", "Only 3 of 11 and only three of them", ["only 3 of", "only three of"]),
        ("no|never training", "Never training, no training", ["never training", "no training"]),
        ("{staff} left", "Nurses left", ["nurses left"]),
        ("{staff}|people left", "Care workers left and people left", ["care workers left", "people left"]),
        ("^ lapsed", "Lapsed audits", ["lapsed"]),
        ("^ lapsed", "Audits lapsed", []),
        ("^ it lapsed", "Audits ended; it lapsed", ["it lapsed"]),
        ("^ .. lapsed", "Audits had lapsed", ["audits had lapsed"]),
        ("... lapsed", "Audits had lapsed", ["lapsed"]),
    ],
)
def test_a_phrase_matches_word_by_word(phrase: str, text: str, expected: list[str]) -> None:
    """Each element of the language means what its page says."""
    assert matches(phrase, text) == expected


@pytest.mark.parametrize("between", [";", ", but", " (so far)", " although"])
def test_no_gap_reaches_over_the_end_of_a_clause(between: str) -> None:
    """What stands in two clauses is not one phrase."""
    assert matches("audit* ... lapsed", f"Audits went on{between} supervision lapsed") == []


@pytest.mark.parametrize("negation", ["not", "never", "rarely"])
def test_no_gap_reaches_over_a_not(negation: str) -> None:
    """A phrase that means one thing is not found where a word in its gap turns it round."""
    assert matches("audit* ... lapsed", f"Audits had {negation} lapsed") == []


@pytest.mark.parametrize("phrase", ["...", "# ...", "the?", "^"])
def test_a_phrase_needs_a_word_to_be_found_by(phrase: str) -> None:
    """A phrase of gaps and choices alone could stand anywhere, and is refused."""
    with pytest.raises(ValueError, match=re.escape(phrase)):
        _ = Phrase(phrase, LISTS).rarest


def test_an_unknown_list_is_refused() -> None:
    """A list that no file names is no empty list."""
    with pytest.raises(KeyError):
        _ = Phrase("{stuff} left", LISTS).elements
