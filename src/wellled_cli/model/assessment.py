"""The assessment file, format 1: one key question of one provider or service."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from wellled_cli.model.shape import Day, Format, Number, Percentage, RatingWord, Reason, Score, Shape, Text, Words

EvidenceCategory = Literal["people", "staff", "partners", "observation", "processes", "outcomes"]
UnassessedPolicy = Literal["carry-forward", "exclude", "zero"]
Answer = Literal["score", "categories", "not_assessed", "score_unknown"]

ANSWERS: tuple[Answer, ...] = ("score", "categories", "not_assessed", "score_unknown")
"""The ways a statement can be answered in a framework with scores; exactly one of them is."""


class Provider(Shape):
    """Who runs the service."""

    name: Text | None = Field(None, description="The provider's name")
    id: Text | None = Field(None, description="The provider's CQC id, like RX1 or 1-101")


class Service(Provider):
    """What was assessed, where it is less than the whole provider."""

    name: Text | None = Field(None, description="The name of the service or location")
    id: Text | None = Field(None, description="The CQC id of the location, like 1-23456")
    type: Text | None = Field(None, description="The kind of service, or the service group of a location")


class About(Shape):
    """When, by whom and on what footing the assessment was made."""

    source: Literal["self", "peer", "mock", "draft", "published"] = Field(
        description="Whose assessment this is: self, peer, mock, draft (CQC's, for factual accuracy) or published"
    )
    date: Day = Field(description="The date of the assessment")
    started: Day | None = Field(None, description="The date it started, which decides the framework in force")
    assessor: Text | None = Field(None, description="Who assessed")
    previous_rating: RatingWord | None = Field(None, description="The rating of this key question before this one")
    unassessed: UnassessedPolicy | None = Field(
        None, description="What becomes of statements not assessed, where the framework's own policy is not meant"
    )


class Concern(Shape):
    """A concern the assessor declares."""

    topic: Words = Field(description="A topic id, like training or speaking-up")
    text: Words = Field(description="The concern, in a sentence")


class Statement(Shape):
    """One quality statement: how it was answered, and what was found."""

    score: Score | None = Field(None, description="The score, 1 to 4")
    categories: dict[EvidenceCategory, Score] | None = Field(
        None, min_length=1, description="Scores 1 to 4 by evidence category; those given are those that count"
    )
    not_assessed: Reason | None = Field(None, description="Why the statement was not assessed")
    score_unknown: Reason | None = Field(None, description="Assessed, but why the score is not known")
    judged: RatingWord | None = Field(None, description="The level shown, in a framework without scores")
    findings: Text | None = Field(None, description="What was found, in plain sentences")
    concerns: list[Concern] | None = Field(None, description="Concerns the assessor declares")
    evidence: list[Words] | None = Field(None, description="Ids of entries under evidence")

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Say which of the four ways of answering were used."""
        return tuple(answer for answer in ANSWERS if getattr(self, answer) is not None)


def _empty_for_nothing(value: object) -> object:
    return {} if value is None else value


class Measure(Shape):
    """A number the provider watches, and its own target for it."""

    name: Words = Field(description="What is measured")
    topic: Words = Field(description="A topic id, like training")
    value: Number = Field(description="The latest value")
    target: Number | None = Field(None, description="The provider's own target; CQC sets none")
    unit: Text | None = Field(None, description='The unit, like "%"')
    better: Literal["higher", "lower"] | None = Field(
        None, description="Whether a higher or a lower value is better; higher where it is not said"
    )
    date: Day | None = Field(None, description="The date of the value")
    statement: Words | None = Field(None, description="The quality statement it bears on")

    def amount(self, value: Decimal) -> str:
        """Write a value with the unit of the measure."""
        unit = (self.unit or "").strip()
        return f"{value:,f}{unit if unit in {'', '%'} else f' {unit}'}"

    @property
    def wanted(self) -> str:
        """Write the target and on which side of it the value should be; without one, what is better if that is said."""
        if self.target is None:
            return f"none; {self.better} is better" if self.better else "none"
        return f"{'at most' if self.better == 'lower' else 'at least'} {self.amount(self.target)}"

    @property
    def misses_target(self) -> bool | None:
        """Tell whether the value is on the wrong side of its own target; None without a target."""
        if self.target is None:
            return None
        return self.value > self.target if self.better == "lower" else self.value < self.target


def regulation_number(words: str) -> str:
    """Give the bare number of a regulation, as in 17 or 9A, of which people also write "Regulation 17"."""
    return words.strip().upper().removeprefix("REGULATION").strip()


class Breach(Shape):
    """A breach of regulation."""

    regulation: Words = Field(description="The regulation's number, like 17 or 9A")
    status: Literal["current", "met"] = Field(description="current, or met once put right")
    notice: Literal["requirement", "warning", "condition"] | None = Field(None, description="The notice CQC served")
    statement: Words | None = Field(None, description="The quality statement it bears on")
    text: Text | None = Field(None, description="What the breach is")


class Evidence(Shape):
    """An entry of the evidence register."""

    id: Words = Field(description="An id of your own, like E1; each only once")
    title: Words = Field(description="What it is")
    category: EvidenceCategory | None = Field(None, description="CQC's evidence category")
    date: Day | None = Field(None, description="The date of the evidence")
    review_by: Day | None = Field(None, description="The last day on which it still counts")
    location: Text | None = Field(None, description="Where it is kept; never opened")


class Action(Shape):
    """Something that must or should be done."""

    id: Words = Field(description="An id of your own, like A1; each only once")
    title: Words = Field(description="What is to be done")
    kind: Literal["must", "should"] = Field(description="must for a breach of regulation, should for improvement")
    statement: Words | None = Field(None, description="The quality statement it bears on")
    regulation: Words | None = Field(None, description="The regulation's number, like 17 or 9A")
    owner: Text | None = Field(None, description="Who does it")
    due: Day | None = Field(None, description="The last day to do it")
    status: Literal["open", "done"] = Field(description="open or done")
    closed: Day | None = Field(None, description="The day it was done")
    evidence: list[Words] | None = Field(None, description="Ids of entries under evidence that show it is done")


class Published(Shape):
    """What was published for this key question."""

    score: Percentage | None = Field(None, description="The published score out of 100")
    rating: RatingWord | None = Field(None, description="The published rating")


class Judgement(Shape):
    """Professional judgement beside the computed rating."""

    rating: RatingWord = Field(description="The rating judged right")
    reason: Words = Field(description="Why")


class Assessment(Shape):
    """One key question of one provider, service or local authority."""

    wellled: Format = Field(description="The version of this file format: 1")
    framework: Words | None = Field(None, description="A framework id; else the one in force when the assessment began")
    key_question: Words | None = Field(None, description="safe, effective, caring, responsive or well-led (default)")
    level: Literal["service", "trust"] | None = Field(None, description="service (default) or trust")
    provider: Provider | None = Field(None, description="Who runs the service")
    service: Service | None = Field(None, description="What was assessed")
    assessment: About = Field(description="When, by whom and on what footing the assessment was made")
    summary: Text | None = Field(None, description="The assessment in a few sentences")
    statements: dict[Words, Annotated[Statement, BeforeValidator(_empty_for_nothing)]] = Field(
        description="The quality statements, by id or title"
    )
    measures: list[Measure] | None = Field(None, description="Numbers the provider watches")
    breaches: list[Breach] | None = Field(None, description="Breaches of regulation")
    evidence: list[Evidence] | None = Field(None, description="The evidence register")
    actions: list[Action] | None = Field(None, description="What must or should be done")
    published: Published | None = Field(None, description="What was published for this key question")
    judgement: Judgement | None = Field(None, description="Professional judgement beside the computed rating")

    @property
    def began(self) -> date:
        """Give the day the assessment started, which decides the framework that was in force."""
        return self.assessment.started or self.assessment.date
