"""What a written scalar is read as."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from wellled_cli.model.shape import Day, Format, Number, Percentage, RatingWord, Score, Text, Words, day
from wellled_cli.model.source import Plain


def read(kind: Any, value: object) -> Any:  # noqa: ANN401  any kind, and whatever it reads
    """Read a value as a kind."""
    return TypeAdapter(kind).validate_python(value)


def broken_rule(kind: Any, value: object) -> str:  # noqa: ANN401  any kind
    """Give the rule a value breaks."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    return caught.value.errors()[0]["type"]


@pytest.mark.parametrize("score", [1, 2, 3, 4])
def test_scores_are_one_to_four(score: int) -> None:
    """A score is a whole number from 1 to 4."""
    assert read(Score, Plain(str(score))) == score


@pytest.mark.parametrize("written", ["0", "5", "-1", "34", "100"])
def test_other_numbers_are_out_of_range(written: str) -> None:
    """A whole number below 1 or above 4 is out of range."""
    assert broken_rule(Score, Plain(written)) == "score-out-of-range"


@pytest.mark.parametrize("value", ["3", "", True, False, None, Plain("3.5"), Plain("three"), ["3"]])
def test_what_is_no_whole_number_is_no_score(value: object) -> None:
    """Text in quotes, a truth value, nothing, a fraction and a word are no scores."""
    assert broken_rule(Score, value) == "wrong-type"


def test_a_quoted_score_is_told_to_lose_its_quotes() -> None:
    """A number in quotes is a fault that says what to do, and what a score is."""
    with pytest.raises(ValidationError) as caught:
        read(Score, "3")
    context = caught.value.errors()[0]["ctx"]
    assert "1 to 4" in context["expected"]
    assert "quotes" in context["advice"]


@pytest.mark.parametrize("written", ["0", "62", "100"])
def test_a_published_score_is_out_of_100(written: str) -> None:
    """A published score is a whole number from 0 to 100."""
    assert read(Percentage, Plain(written)) == int(written)


@pytest.mark.parametrize("written", ["101", "-1"])
def test_a_published_score_above_100_is_out_of_range(written: str) -> None:
    """No published score is above 100 or below 0."""
    assert broken_rule(Percentage, Plain(written)) == "score-out-of-range"


@pytest.mark.parametrize("written", ["82", "82.50", "0.1", "-3", "1e3", ".5"])
def test_a_number_is_kept_exactly(written: str) -> None:
    """A number is kept as it was written, without the rounding of binary fractions."""
    assert read(Number, Plain(written)) == Decimal(written)


@pytest.mark.parametrize("value", ["82", Plain("82%"), Plain("many"), True, None, Plain("nan")])
def test_what_is_no_number_is_refused(value: object) -> None:
    """Text in quotes, a percentage sign and a truth value are no numbers."""
    assert broken_rule(Number, value) == "wrong-type"


@pytest.mark.parametrize("written", ["1e999999", "1e-999999", "0e-999999", "-1e-31", "1e16", "1e-99999999999999999999"])
def test_a_number_that_nobody_could_write_out_is_refused(written: str) -> None:
    """A few characters cannot stand for a million digits, before the point or after it."""
    assert broken_rule(Number, Plain(written)) == "wrong-type"


@pytest.mark.parametrize("value", [Plain("2025-02-20"), "2025-02-20"])
def test_a_day_may_stand_in_quotes(value: str) -> None:
    """Year, month and day make a day, with or without quotes."""
    assert read(Day, value) == date(2025, 2, 20)


@pytest.mark.parametrize("written", ["2025-02-30", "2025-13-01", "2025-00-10", "2023-02-29"])
def test_a_day_is_in_the_calendar(written: str) -> None:
    """A day that is in no calendar is impossible."""
    assert broken_rule(Day, Plain(written)) == "impossible-date"


@pytest.mark.parametrize("written", ["20/02/2025", "2025-2-3", "20 February 2025", "2025-02-20T10:00:00", "2025", ""])
def test_a_day_is_year_month_and_day(written: str) -> None:
    """Any other way to write a day is refused rather than guessed at."""
    assert broken_rule(Day, written) == "not-a-date"


def test_a_leap_day_is_a_day() -> None:
    """The 29th of February exists in leap years."""
    assert day("2024-02-29") == date(2024, 2, 29)
    assert day("2023-02-29") is None
    assert day(None) is None


@pytest.mark.parametrize("written", ["no", "12:30", "2025-02-20", "010", "1_000", "1.10", "0x1F"])
def test_text_is_kept_as_written(written: str) -> None:
    """Where text is wanted, whatever was written without quotes is text, to the letter."""
    assert read(Text, Plain(written)) == written


@pytest.mark.parametrize("value", [True, False, None, ["a"], {"a": "b"}])
def test_what_is_no_text_is_refused(value: object) -> None:
    """A truth value, nothing, a list and a mapping are no text."""
    assert broken_rule(Text, value) == "wrong-type"


def test_words_say_something() -> None:
    """Words are not empty, and lose the space around them."""
    assert read(Words, "  E1 ") == "E1"
    assert broken_rule(Words, "   ") == "empty-text"


def test_a_rating_is_one_of_the_words() -> None:
    """A rating is read in any of its spellings; other words are no rating."""
    assert read(RatingWord, "Requires_Improvement") == "requires improvement"
    assert broken_rule(RatingWord, "excellent") == "unknown-rating"


def test_the_format_is_one() -> None:
    """The only version of the file format is the number 1."""
    assert read(Format, Plain("1")) == 1
    assert broken_rule(Format, Plain("2")) == "unknown-format"
    assert broken_rule(Format, "1") == "wrong-type"
