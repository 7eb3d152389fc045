"""Comparison format 1: what `wellled compare --format json` writes, for programs to read."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, PlainSerializer

from wellled_cli.model.comparison import About
from wellled_cli.model.rating import Rating
from wellled_cli.model.result import Assessed, Finding, Limit, Part, Tool
from wellled_cli.model.scorecard import Status


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(_number, when_used="json")]
"""A number as JSON writes one."""

_OLD = "What it was; null where only the new one has it"
_NEW = "What it is; null where only the old one has it"
_UNCHANGED = "How many both have, and have the same"


class ScoreMove(Part):
    """The score, and how it moved."""

    old: int | None = Field(description="The old score out of 100")
    new: int | None = Field(description="The new score out of 100")
    by: int | None = Field(description="By how many points it rose; null where the two cannot be compared")


class RatingMove(Part):
    """The rating, and how it moved."""

    old: Rating | None = Field(description="The old rating")
    new: Rating | None = Field(description="The new rating")
    by: int | None = Field(description="By how many ratings it rose; null where the two cannot be compared")


class Caveat(Part):
    """What cannot be compared, or has to be borne in mind."""

    about: About = Field(description="What it is about")
    text: str = Field(description="The same in a sentence")


class Limits(Part):
    """What limits the rating."""

    raised: list[Limit] = Field(description="What limits the new one alone")
    cleared: list[Limit] = Field(description="What limits the old one alone")
    unchanged: int = Field(description=_UNCHANGED)


class Standing(Part):
    """Where a quality statement stands."""

    score: int | None = Field(description="Its score; 0 where it counts as nothing, null where it has none")
    status: Status = Field(description="How it came by its score")
    judged: Rating | None = Field(description="The level shown, in a framework without scores")


class StatementChange(Part):
    """A quality statement that changed."""

    id: str = Field(description="The id of the statement")
    title: str = Field(description="Its title")
    old: Standing | None = Field(description=_OLD)
    new: Standing | None = Field(description=_NEW)


class Statements(Part):
    """The quality statements that count."""

    changes: list[StatementChange] = Field(description="Those that changed")
    apart: list[StatementChange] = Field(description="Those that only one of the two has, as the other does not ask")
    unchanged: int = Field(description=_UNCHANGED)


class FindingChange(Part):
    """A finding that is still there, at another level, waived or no longer, or in other words."""

    old: Finding = Field(description="As it was")
    new: Finding = Field(description="As it is")


class FindingsApart(Part):
    """Findings where the other one did not look: nobody knows whether it would have them."""

    old: list[Finding] = Field(description="Those of the old one, of which none is known to be cleared")
    new: list[Finding] = Field(description="Those of the new one")


class Findings(Part):
    """Findings of one kind."""

    raised: list[Finding] = Field(description="Those of the new one alone")
    cleared: list[Finding] = Field(description="Those of the old one alone")
    changes: list[FindingChange] = Field(description="Those still there that changed")
    apart: FindingsApart = Field(description="Those that cannot be compared")
    unchanged: int = Field(description=_UNCHANGED)


class Measure(Part):
    """A measure as one of the two has it."""

    topic: str = Field(description="Its topic")
    statement: str | None = Field(description="The id of the statement it bears on")
    value: Number = Field(description="The value")
    target: Number | None = Field(description="The provider's own target")
    unit: str | None = Field(description="The unit")
    better: Literal["higher", "lower"] | None = Field(description="Which value is better, where that is said")
    date: dt.date | None = Field(description="The date of the value")
    misses_target: bool | None = Field(description="Whether it misses its own target; null without one")


class MeasureChange(Part):
    """A measure that moved."""

    name: str = Field(description="What is measured")
    old: Measure | None = Field(description=_OLD)
    new: Measure | None = Field(description=_NEW)


class Measures(Part):
    """The measures."""

    changes: list[MeasureChange] = Field(description="Those that changed")
    unchanged: int = Field(description=_UNCHANGED)


class Breach(Part):
    """A breach of regulation as one of the two has it."""

    status: Literal["current", "met"] = Field(description="current, or met once put right")
    notice: Literal["requirement", "warning", "condition"] | None = Field(description="The notice served")
    statement: str | None = Field(description="The id of the statement it bears on")
    text: str | None = Field(description="What the breach is")


class BreachChange(Part):
    """A breach that came, went or changed."""

    regulation: str = Field(description="The number of the regulation")
    old: Breach | None = Field(description=_OLD)
    new: Breach | None = Field(description=_NEW)


class Breaches(Part):
    """The breaches of regulation."""

    changes: list[BreachChange] = Field(description="Those that changed")
    unchanged: int = Field(description=_UNCHANGED)


class Action(Part):
    """An action as one of the two has it."""

    title: str = Field(description="What is to be done")
    kind: Literal["must", "should"] = Field(description="must or should")
    owner: str | None = Field(description="Who does it")
    due: dt.date | None = Field(description="The last day to do it")
    status: Literal["open", "done"] = Field(description="open or done")


class ActionChange(Part):
    """An action that is new, gone or changed."""

    id: str = Field(description="The id of the action")
    old: Action | None = Field(description=_OLD)
    new: Action | None = Field(description=_NEW)


class Actions(Part):
    """The actions."""

    changes: list[ActionChange] = Field(description="Those that changed")
    unchanged: int = Field(description=_UNCHANGED)


class Comparison(Part):
    """What changed between two assessments."""

    format: Literal["wellled-comparison/1"] = Field(description="The name and version of this format")
    tool: Tool = Field(description="What wrote it")
    notice: str = Field(description="What the results are not")
    today: dt.date = Field(description="The day both files were looked at")
    headline: str = Field(description="The change of the result in a sentence")
    changed: bool = Field(description="Whether anything that is compared is different")
    caveats: list[Caveat] = Field(description="What cannot be compared, or has to be borne in mind")
    old: Assessed = Field(description="The old one")
    new: Assessed = Field(description="The new one")
    score: ScoreMove = Field(description="How the score moved")
    rating: RatingMove = Field(description="How the rating moved")
    limits: Limits = Field(description="What limits the rating")
    statements: Statements = Field(description="The quality statements that count")
    concerns: Findings = Field(description="The concerns")
    records: Findings = Field(description="The gaps in the record")
    measures: Measures = Field(description="The measures")
    breaches: Breaches = Field(description="The breaches of regulation")
    actions: Actions = Field(description="The actions")
