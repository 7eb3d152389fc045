"""The scalars and rules every file of ours shares: what a person writes, and what it is read as."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from wellled_cli.model.rating import Rating
from wellled_cli.model.source import Plain
from wellled_cli.model.wording import did_you_mean

_INTEGER = re.compile(r"[-+]?[0-9]+(\.0*)?")
_NUMBER = re.compile(r"[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?")
_NO_REASON = re.compile("[Yy]([Ee][Ss])?|[Nn]([Oo]([Nn][Ee])?)?|[Nn]/?[Aa]|-+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_PATTERN = (
    "^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))$"
)
_LONGEST_NUMBER = 30
_LARGEST_NUMBER = Decimal(10) ** 15


class Shape(BaseModel):
    """A part of a file: frozen, and no key in it is unknown."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


def wrong(rule: str, expected: str, advice: str = "") -> PydanticCustomError:
    """Make the error that becomes a placed fault: its rule, what was expected, and what to do."""
    return PydanticCustomError(
        rule,
        "{expected}",
        {"expected": expected, "advice": advice},
    )


def is_number(value: object) -> bool:
    """Tell whether a value is a number, or a scalar written without quotes that reads as one."""
    if isinstance(value, Plain):
        return bool(_NUMBER.fullmatch(value))
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _text(value: object) -> str:
    if isinstance(value, str):
        return str(value)
    if is_number(value) or isinstance(value, date):
        return str(value)
    advice = 'put it in quotes, like "true", if the word itself is meant' if isinstance(value, bool) else ""
    raise wrong("wrong-type", "text", advice)


def _words(value: object) -> str:
    text = _text(value).strip()
    if not text:
        raise wrong("empty-text", "some text")
    return text


def _reason(value: object) -> str:
    text = _words(value)
    if is_number(value) or _NO_REASON.fullmatch(text):
        raise wrong("wrong-type", "the reason, in a few words")
    return text


def _integer(value: object) -> int:
    if isinstance(value, Plain) and _INTEGER.fullmatch(value) and len(value) <= _LONGEST_NUMBER:
        return int(value.partition(".")[0])
    if isinstance(value, int | float) and not isinstance(value, bool) and value == int(value):
        return int(value)
    quoted = isinstance(value, str) and not isinstance(value, Plain) and _INTEGER.fullmatch(value)
    raise wrong("wrong-type", "a whole number", "take the quotes away" if quoted else "")


def _score(value: object) -> int:
    expected = "a whole number, 1 to 4"
    try:
        score = _integer(value)
    except PydanticCustomError as error:
        raise wrong("wrong-type", expected, (error.context or {}).get("advice", "")) from None
    if not 1 <= score <= 4:  # noqa: PLR2004  the scale of the file format
        raise wrong("score-out-of-range", "1 to 4")
    return score


def _percentage(value: object) -> int:
    percentage = _integer(value)
    if not 0 <= percentage <= 100:  # noqa: PLR2004  a percentage
        raise wrong("score-out-of-range", "0 to 100")
    return percentage


def _decimal(value: object) -> Decimal | None:
    """Give a number as it was written; None where it is beyond all measure, be it large or small."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    exponent = number.as_tuple().exponent
    return number if isinstance(exponent, int) and exponent >= -_LONGEST_NUMBER else None


def _number(value: object) -> Decimal:
    if is_number(value) and len(str(value)) <= _LONGEST_NUMBER:
        number = _decimal(value)
        if number is not None and abs(number) <= _LARGEST_NUMBER:
            return number
        raise wrong("wrong-type", "a number of ordinary size")
    advice = ""
    if isinstance(value, str) and value.strip().endswith("%"):
        advice = "write the number alone and put the % under unit"
    elif isinstance(value, str) and not isinstance(value, Plain) and _NUMBER.fullmatch(value):
        advice = "take the quotes away"
    raise wrong("wrong-type", "a number", advice)


def day(text: str | None) -> date | None:
    """Read a day written as year, month and day; None where the text is no such day."""
    try:
        return _date(text)
    except PydanticCustomError:
        return None


def _date(value: object) -> date:
    if type(value) is date:
        return value
    if not isinstance(value, str):
        raise wrong("wrong-type", "a date like 2025-02-20")
    if not _DATE.fullmatch(value):
        raise wrong("not-a-date", "a date like 2025-02-20", "write year, month and day, in this order")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise wrong("impossible-date", "a date that is in the calendar, like 2025-02-20") from None


def _rating(value: object) -> Rating:
    rating = Rating.parse(value) if isinstance(value, str) else None
    if rating is None:
        advice = did_you_mean(value, [*Rating]) if isinstance(value, str) else ""
        raise wrong("unknown-rating", "outstanding, good, requires improvement, inadequate or not rated", advice)
    return rating


def _rated(value: object) -> Rating:
    rating = _rating(value)
    if rating is Rating.NOT_RATED:
        raise wrong("unknown-rating", "outstanding, good, requires improvement or inadequate")
    return rating


def _format(value: object) -> int:
    if not is_number(value):
        raise wrong("wrong-type", "1, the version of the file format")
    if _decimal(value) != 1:
        raise wrong("unknown-format", "1, the only version of the file format so far")
    return 1


def _any_case(words: str) -> str:
    return "".join("[ _-]+" if c == " " else f"[{c.upper()}{c}]" for c in words)


_RATING_PATTERN = rf"^\s*({'|'.join(_any_case(rating.value) for rating in Rating)})\s*$"
_NUMBER_SCHEMA: dict[str, Any] = {
    "type": "number",
    "minimum": -int(_LARGEST_NUMBER),
    "maximum": int(_LARGEST_NUMBER),
}
_TEXT_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}

Text = Annotated[str, BeforeValidator(_text), WithJsonSchema(_TEXT_SCHEMA)]
"""Text as it was written, empty or not; a number counts as the text it was written as."""

Words = Annotated[str, BeforeValidator(_words), WithJsonSchema({**_TEXT_SCHEMA, "pattern": r"\S"})]
"""Text that says something: not empty."""

Reason = Annotated[
    str,
    BeforeValidator(_reason),
    WithJsonSchema({"type": "string", "pattern": rf"^(?!\s*({_NO_REASON.pattern})\s*$).*\S"}),
]
"""Text that gives a reason, not just a yes or no."""

Whole = Annotated[int, BeforeValidator(_integer), WithJsonSchema({"type": "integer"})]
"""A whole number."""

Truth = Annotated[bool, Field(strict=True), WithJsonSchema({"type": "boolean"})]
"""true or false."""

Score = Annotated[int, BeforeValidator(_score), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 4})]
"""A statement's or evidence category's score on CQC's scale."""

Percentage = Annotated[
    int, BeforeValidator(_percentage), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 100})
]
"""A published score: a whole number out of 100."""

Number = Annotated[Decimal, BeforeValidator(_number), WithJsonSchema(_NUMBER_SCHEMA)]
"""A number, kept exactly as it was written."""

Day = Annotated[
    date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DAY_PATTERN}),
]
"""A day, written as year, month and day."""

Format = Annotated[Literal[1], BeforeValidator(_format), WithJsonSchema({"type": "integer", "const": 1})]
"""The version of a file format."""

RatedWord = Annotated[Rating, BeforeValidator(_rated), WithJsonSchema({"type": "string"})]
"""One of the four ratings, written as any other."""

RatingWord = Annotated[Rating, BeforeValidator(_rating), WithJsonSchema({"type": "string", "pattern": _RATING_PATTERN})]
"""A rating in any case, with a space, hyphen or underscore between its words."""
