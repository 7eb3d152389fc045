"""Summary format 1: what `wellled summary --format json` writes, for programs to read."""

import datetime as dt
from typing import Literal

from pydantic import Field

from wellled_cli.model.finding import Level
from wellled_cli.model.rating import Rating
from wellled_cli.model.result import Assessed, Next, Part, Provider, Service, Tool


class RowConcern(Part):
    """The concerns of one rule in an assessment, those waived left out."""

    rule: str = Field(description="The rule, like concern-training or low-score")
    findings: int = Field(description="How many there are")
    level: Level = Field(description="The level of the gravest")
    example: str = Field(description="The gravest: its sentence of the narrative, or what was found")


class Row(Assessed):
    """One assessment."""

    problem: str | None = Field(description="Why there is no result: the file cannot be read, or its first fault")
    next: Next | None = Field(description="What the next better rating needs")
    breached: bool = Field(description="Whether a regulation is breached now")
    faults: int = Field(description="How much is wrong with the file")
    records: int = Field(description="How many gaps its record has, those waived left out")
    waived: int = Field(description="How many findings are waived")
    statements: dict[str, int | None] = Field(description="The score of each statement that counts, by its id")
    concerns: list[RowConcern] = Field(description="Its concerns by rule, the gravest first")


Ratings = dict[Rating, int]
"""Rating to how many assessments have it, the best rating first."""


class Counts(Part):
    """How many files there were, and what became of them."""

    files: int = Field(description="All files")
    rated: int = Field(description="Those with a rating")
    open: int = Field(description="Those that are right, but whose rating is open or not given")
    wrong: int = Field(description="Those with faults")
    unread: int = Field(description="Those that cannot be read")


class KeyQuestionRatings(Part):
    """The ratings of one key question under one framework."""

    framework: str = Field(description="The id of the framework")
    key_question: str | None = Field(description="The key question; null in a framework without any")
    assessments: int = Field(description="How many assessments there are")
    ratings: Ratings = Field(description="Their ratings")


class ProviderRatings(Part):
    """The ratings of one provider."""

    provider: Provider | None = Field(description="The provider; null for assessments that name none")
    assessments: int = Field(description="How many assessments there are")
    ratings: Ratings = Field(description="Their ratings")


class StatementScores(Part):
    """How often a quality statement has each score."""

    framework: str = Field(description="The id of the framework")
    key_question: str | None = Field(description="The key question")
    statement: str = Field(description="The id of the statement")
    scores: dict[str, int] = Field(description="Score to how many assessments give it")
    none: int = Field(description="In how many it has no score")


class Example(Part):
    """One concern in its own words."""

    path: str = Field(description="The file")
    text: str = Field(description="Its sentence of the narrative, or what was found")


class CommonConcern(Part):
    """A concern over all assessments."""

    rule: str = Field(description="The rule")
    assessments: int = Field(description="In how many assessments it is found")
    findings: int = Field(description="How often it is found")
    level: Level = Field(description="The level of the gravest")
    examples: list[Example] = Field(description="Some of the gravest, from different files")


class ServiceRating(Part):
    """The overall rating of a service all of whose key questions are rated."""

    provider: Provider | None = Field(description="Who runs it")
    service: Service | None = Field(description="The service")
    rating: Rating = Field(description="The overall rating, by CQC's principles")
    certainty: Literal["normal", "judgement"] = Field(description="judgement: the principles leave it open")
    key_questions: dict[str, Rating] = Field(description="Key question to its rating in the latest assessment")
    paths: list[str] = Field(description="The files it rests on")


class Standing(Part):
    """Where an assessment stands."""

    path: str = Field(description="The file")
    rating: Rating = Field(description="Its rating")
    score: int | None = Field(description="Its score out of 100")
    next: Next | None = Field(description="What the next better rating needs")


class Summary(Part):
    """All assessments of a run together."""

    format: Literal["wellled-summary/1"] = Field(description="The name and version of this format")
    tool: Tool = Field(description="What wrote it")
    notice: str = Field(description="What the result is not")
    today: dt.date = Field(description="The day the files were looked at")
    counts: Counts = Field(description="How many files there were")
    ratings: Ratings = Field(description="The ratings of all assessments")
    key_questions: list[KeyQuestionRatings] = Field(description="The ratings by framework and key question")
    providers: list[ProviderRatings] = Field(description="The ratings by provider, those with most assessments first")
    statements: list[StatementScores] = Field(description="The scores by quality statement, in the published order")
    concerns: list[CommonConcern] = Field(description="The concerns, those found in most assessments first")
    services: list[ServiceRating] = Field(description="Overall ratings")
    lowest: list[Standing] = Field(description="The lowest ratings and scores, at most ten")
    nearest: list[Standing] = Field(description="Those nearest to their next rating, at most ten")
    assessments: list[Row] = Field(description="One entry a file, sorted by path")
