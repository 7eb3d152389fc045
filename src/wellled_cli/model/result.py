"""Result format 1: what `--format json` of score, report and check writes, for programs to read."""

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from wellled_cli.model.finding import Kind, Level, Origin
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Status


class Part(BaseModel):
    """A part of what programs read: every key is always there, absent values are null."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)


class Tool(Part):
    """What wrote the result."""

    name: Literal["wellled"] = Field(description="The name of the tool")
    version: str = Field(description="Its version")


class Provider(Part):
    """Who runs the service."""

    name: str | None = Field(description="The provider's name")
    id: str | None = Field(description="The provider's id")


class Service(Part):
    """What was assessed."""

    name: str | None = Field(description="The name of the service or location")
    id: str | None = Field(description="Its id")
    type: str | None = Field(description="The kind of service")


class Limit(Part):
    """A statement that limits the rating."""

    rule: str = Field(description="The rule by which it does")
    statement: str = Field(description="The id of the statement")
    text: str = Field(description="The same in a sentence")


class Published(Part):
    """What was published, and whether it is what was computed."""

    score: int | None = Field(description="The published score out of 100")
    rating: Rating | None = Field(description="The published rating")
    agrees: bool | None = Field(
        description="Whether each published value is the computed one; null where the computation is open"
    )


class Judgement(Part):
    """Professional judgement beside the computed rating."""

    rating: Rating = Field(description="The rating judged right")
    reason: str = Field(description="Why")


class Next(Part):
    """What the next better rating needs."""

    rating: Rating = Field(description="The next better rating")
    points: int = Field(description="The smallest sum of score rises that reaches it")


class Step(Part):
    """A step of the working."""

    text: str = Field(description="The step in a sentence")
    rule: str = Field(description="The id of the rule it follows")
    source: str = Field(description="Where the rule was read, and how sure it is")


class Statement(Part):
    """A statement that counts."""

    id: str = Field(description="The id of the statement")
    title: str = Field(description="Its title")
    score: int | None = Field(description="Its score; 0 where it counts as nothing, null where it has none")
    status: Status = Field(description="How it came by its score")


class Finding(Part):
    """A fault, a concern or a gap in the record, and where it stands; lines and columns count from 1."""

    rule: str = Field(description="The id of the rule")
    kind: Kind = Field(description="fault, concern or record")
    topic: str | None = Field(description="The topic of a concern")
    origin: Origin | None = Field(description="What a concern was read from")
    level: Level = Field(description="error, warning or note")
    statement: str | None = Field(description="The id of the statement it bears on")
    message: str = Field(description="What was found, in a sentence")
    quote: str | None = Field(description="The whole sentence of the narrative it was read from")
    phrase: str | None = Field(description="The words that decided it")
    line: int = Field(description="The line it starts on", ge=1)
    column: int = Field(description="The column it starts at", ge=1)
    end_line: int = Field(description="The line it ends on", ge=1)
    end_column: int = Field(description="The column one past its end", ge=1)
    waived: str | None = Field(description="The reason of the waiver that covers it")


class Strength(Part):
    """Something the narrative praises."""

    topic: str = Field(description="Its topic")
    statement: str | None = Field(description="The id of the statement")
    quote: str = Field(description="The whole sentence")
    phrase: str = Field(description="The words that decided it")
    line: int = Field(description="The line it starts on", ge=1)
    column: int = Field(description="The column it starts at", ge=1)


class Assessed(Part):
    """Who and what was assessed, and what came out."""

    path: str = Field(description="The file")
    framework: str | None = Field(description="The id of the framework")
    framework_chosen_by: Literal["option", "file", "date"] | None = Field(description="What chose the framework")
    key_question: str | None = Field(description="The key question")
    level: Literal["service", "trust"] | None = Field(description="The level")
    provider: Provider | None = Field(description="Who runs the service")
    service: Service | None = Field(description="What was assessed")
    date: dt.date | None = Field(description="The date of the assessment")
    source: str | None = Field(description="Whose assessment it is")
    total: int | None = Field(description="The sum of the statement scores")
    maximum: int | None = Field(description="The most it could be")
    exact: str | None = Field(description="The percentage with three decimals, cut and not rounded")
    score: int | None = Field(description="The score out of 100")
    band: Rating | None = Field(description="The rating of the band the score lies in")
    rating: Rating | None = Field(description="The rating, after what limits it")
    limited_by: list[Limit] = Field(description="What limits the rating")
    unassessed: Literal["carry-forward", "exclude", "zero"] | None = Field(
        description="What became of statements not assessed"
    )
    expected_published: list[int] = Field(description="The scores that may be expected to be published")
    published: Published | None = Field(description="What was published")
    judgement: Judgement | None = Field(description="Professional judgement beside the computed rating")


class Assessment(Assessed):
    """The result of one file."""

    next: Next | None = Field(description="What the next better rating needs")
    steps: list[Step] = Field(description="The working")
    statements: list[Statement] = Field(description="The statements that count, in the published order")
    findings: list[Finding] = Field(description="What was found, in the order of the file")
    strengths: list[Strength] = Field(description="What the narrative praises")


class Result(Part):
    """The result of a run."""

    format: Literal["wellled-result/1"] = Field(description="The name and version of this format")
    tool: Tool = Field(description="What wrote it")
    notice: str = Field(description="What the result is not")
    today: dt.date = Field(description="The day the files were looked at")
    assessments: list[Assessment] = Field(description="One entry a file, in the order they were given")
