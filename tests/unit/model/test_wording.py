"""Faults, days and near misses in words."""

from datetime import date

import pytest

from wellled_cli.model.source import Data, Plain
from wellled_cli.model.wording import day_words, did_you_mean, excerpt, fault_message, found_words, nearest, one_of


def test_a_day_is_written_out() -> None:
    """A day is written as people in England write it, without a leading nought."""
    assert day_words(date(2026, 11, 23)) == "23 November 2026"
    assert day_words(date(2025, 2, 1)) == "1 February 2025"


def test_a_fault_says_where_and_what() -> None:
    """A fault names the way to the value, what was found, what was expected, and what to do."""
    message = fault_message(("actions", 0, "due"), "soon", "a date like 2025-02-20", "write year, month and day")
    assert message == "actions > item 1 > due: found soon, expected a date like 2025-02-20; write year, month and day"
    assert fault_message((), "nothing", "an assessment") == "found nothing, expected an assessment"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Plain("5"), "5"),
        ("5", '"5" in quotes'),
        (True, "true"),
        (False, "false"),
        (None, "nothing"),
        ("  ", "empty text"),
        (["a"], "a list"),
        ({"a": "b"}, "a group of keys"),
    ],
)
def test_a_value_is_named_as_it_was_written(value: Data, words: str) -> None:
    """What was found is named so that its writer recognises it."""
    assert found_words(value) == words


def test_an_excerpt_is_short_and_on_one_line() -> None:
    """A long text is cut to a few words on one line and shows that it was cut; a short one stays."""
    cut = excerpt("word\n" * 100)
    assert cut.startswith("word word")
    assert cut.endswith("...")
    assert len(cut) <= 60
    assert excerpt("a\n b") == "a b"


def test_words_are_joined_with_or() -> None:
    """Choices are joined by commas and a last or."""
    assert one_of(["a"]) == "a"
    assert one_of(["a", "b"]) == "a or b"
    assert one_of(["a", "b", "c"]) == "a, b or c"


@pytest.mark.parametrize("written", ["freedom-to-speek-up", "FREEDOM-TO-SPEAK-UP", "freedom-to-speak"])
def test_a_near_miss_is_recognised(written: str) -> None:
    """A word that is nearly right leads to the right one."""
    known = ["safeguarding", "freedom-to-speak-up"]
    assert nearest(written, known) == "freedom-to-speak-up"
    assert did_you_mean(written, known) == 'did you mean "freedom-to-speak-up"?'


def test_a_far_word_leads_nowhere() -> None:
    """Where no known word is close, nothing is suggested."""
    assert nearest("xyz", ["safeguarding", "freedom-to-speak-up"]) is None
    assert did_you_mean("xyz", ["safeguarding"]) == ""
    assert nearest("anything", []) is None
