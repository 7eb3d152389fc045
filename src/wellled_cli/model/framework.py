"""A published framework as data: its statements, its arithmetic and its rules, each with a source."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from os.path import commonprefix
from typing import Literal

from pydantic import Field

from wellled_cli.model.assessment import UnassessedPolicy, regulation_number
from wellled_cli.model.shape import Day, Format, Percentage, RatingWord, Score, Shape, Text, Truth, Whole, Words
from wellled_cli.model.slug import slug

Level = Literal["service", "trust"]

_USUAL_KEY_QUESTION = "well-led"
_USUAL_LEVEL = "service"

Confidence = Literal["high", "medium", "low"]


class Reference(Shape):
    """Where a rule was read."""

    title: Words = Field(description="What was read")
    url: Words | None = Field(None, description="Its address, where it has one")
    read: Day | None = Field(None, description="The date the page gives, or the day it was read")


class Rule(Shape):
    """A rule of the framework, in our words."""

    says: Words = Field(description="The rule")
    confidence: Confidence = Field(description="high: read on CQC's own page or proven by its data; medium; low")
    sources: list[Words] = Field(description="Ids of entries under sources")


class StatementEntry(Shape):
    """A quality statement, or a key line of enquiry."""

    id: Words = Field(description="The id used in assessment files")
    title: Words = Field(description="The published title")
    number: Whole | None = Field(None, description="Its number in the published order")
    page: Words | None = Field(None, description="The end of its address, after `pages`")
    theme: Words | None = Field(None, description="The theme it belongs to")
    only_at: Level | None = Field(None, description="The level at which alone it counts")
    also: list[Words] = Field(default_factory=list, description="Short names people use, for suggestions only")
    covers: list[Words] = Field(default_factory=list, description="The published names of what it covers")


class KeyQuestion(Shape):
    """A key question and its statements, in the published order."""

    id: Words = Field(description="The id used in assessment files")
    title: Words = Field(description="The published name")
    statements: list[StatementEntry] = Field(min_length=1, description="Its statements")


class InForce(Shape):
    """When an assessment is judged by this framework."""

    rule: Words = Field(description="The rule that says so")
    chosen: Literal["by-date", "by-name"] = Field(description="by-name: only where a file names it")
    start: Day | None = Field(None, description="The first day on which an assessment could start under it")
    end: Day | None = Field(None, description="The last such day")


class Band(Shape):
    """The published scores that earn a rating, both ends included."""

    rating: RatingWord = Field(description="The rating")
    lowest: Percentage = Field(description="The lowest score of the band")
    highest: Percentage = Field(description="The highest score of the band")


class Bands(Shape):
    """The bands and the rule they come from."""

    rule: Words = Field(description="The rule that says so")
    ratings: list[Band] = Field(min_length=1, description="The bands, from the lowest")


class Scale(Shape):
    """What each score means, in the published words."""

    rule: Words = Field(description="The rule that says so")
    words: dict[Words, Words] = Field(description="Score to wording")

    def meaning(self, score: int | None) -> str:
        """Give the wording of a score without the words that all of them begin with; nothing without a score."""
        opening = commonprefix(list(self.words.values())).rpartition(" ")[0]  # noqa: RUF071  characters are meant
        return self.words.get(str(score), "").removeprefix(opening).strip()


class Rounding(Shape):
    """How a percentage becomes a whole number."""

    rule: Words = Field(description="The rule that says so")
    halves: Literal["half-even"] = Field(description="half-even: an exact half goes to the even number")
    halves_rule: Words = Field(description="The rule for exact halves")


class Limiter(Shape):
    """Scores that limit the rating of a band."""

    rule: Words = Field(description="The rule that says so")
    band: RatingWord = Field(description="The band it applies in")
    scores: list[Score] = Field(min_length=1, description="Any statement with one of these scores limits the rating")
    limited_to: RatingWord = Field(description="The rating that is left")


class Unassessed(Shape):
    """What becomes of statements that were not assessed."""

    policy: UnassessedPolicy = Field(description="What happens where the file does not say")
    carried: dict[RatingWord, Score] = Field(description="Previous rating to the score it is carried as")
    rules: dict[UnassessedPolicy, Words] = Field(description="The rule of each policy")


class Scoring(Shape):
    """From statement scores to a rating."""

    percentage: Words = Field(description="The rule of the percentage")
    highest_score: Score = Field(description="The best score a statement can have")
    scale: Scale = Field(description="What the scores mean")
    rounding: Rounding = Field(description="How the percentage is rounded")
    bands: Bands = Field(description="Which score earns which rating")
    limiters: list[Limiter] = Field(default_factory=list, description="What limits a rating")
    limiters_overlap: Words | None = Field(None, description="The rule where two limiters could be read together")
    held: Words | None = Field(
        None, description="The rule by which a limited score is published at the top of its band"
    )
    categories: Words | None = Field(None, description="The rule for evidence categories, where they are scored")
    unassessed: Unassessed = Field(description="What becomes of statements that were not assessed")


class Principle(Shape):
    """A principle for the overall rating, and when it fits."""

    rule: Words = Field(description="The rule that says so")
    at_least: dict[RatingWord, Whole] = Field(
        default_factory=dict, description="It fits only with at least so many key questions of these ratings"
    )
    fewer_than: dict[RatingWord, Whole] = Field(
        default_factory=dict, description="It fits only with fewer than so many key questions of these ratings"
    )
    rating: RatingWord = Field(description="The overall rating it gives")
    judgement: Truth = Field(default=False, description="Whether it leaves the rating to professional judgement")


class BreachLimit(Shape):
    """What a current breach leaves of the overall rating."""

    rule: Words = Field(description="The rule that says so")
    limited_to: RatingWord = Field(description="The best overall rating with a current breach")


class Overall(Shape):
    """How the ratings of the key questions make one."""

    of: list[Words] = Field(min_length=1, description="The key questions that all must be rated")
    principles: list[Principle] = Field(min_length=1, description="The first that fits decides")
    breach: BreachLimit | None = Field(None, description="What a current breach leaves")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an assessment has to answer: a key question at a level, as far as the framework has them."""

    key_question: KeyQuestion | None
    level: str | None
    counted: tuple[StatementEntry, ...]


class Framework(Shape):
    """One published version of how assessments are made."""

    wellled_framework: Format = Field(description="The version of this file format: 1")
    id: Words = Field(description="The id used in assessment files")
    title: Words = Field(description="Its name for people")
    family: Words = Field(description="Frameworks whose assessments of one service belong together")
    status: Literal["in-force", "replaced", "draft"] = Field(description="How it stands")
    about: Words = Field(description="What it is for, in a sentence")
    in_force: InForce = Field(description="When it is chosen")
    levels: list[Level] = Field(default_factory=list, description="The levels it knows; none where it has none")
    pages: Words | None = Field(None, description="The start of the addresses of the statements' pages")
    key_questions: list[KeyQuestion] | None = Field(None, description="The key questions, in the published order")
    statements: list[StatementEntry] | None = Field(
        None, description="The statements, where there are no key questions"
    )
    scoring: Scoring | None = Field(None, description="From scores to a rating; absent where there are no scores")
    judged: Words | None = Field(None, description="The rule on how a rating is judged, where there are no scores")
    breach: Words | None = Field(None, description="The rule on what a breach does to a rating")
    overall: Overall | None = Field(None, description="How the ratings of the key questions make one")
    regulations: dict[Words, Words] = Field(default_factory=dict, description="Regulation number to name")
    rules: dict[Words, Rule] = Field(description="Every rule, by id")
    sources: dict[Words, Reference] = Field(description="Every source, by id")
    note: Text | None = Field(None, description="Anything else a reader should know")

    def key_question(self, name: str) -> KeyQuestion | None:
        """Give a key question by its id or title, in any case."""
        return next((part for part in self.key_questions or [] if slug(name) in {part.id, slug(part.title)}), None)

    def statement(self, name: str) -> StatementEntry | None:
        """Give a statement by its id or title, in any case."""
        return self._statements_by_slug.get(slug(name))

    @cached_property
    def _statements_by_slug(self) -> dict[str, StatementEntry]:
        by_title = {slug(entry.title): entry for entry in self.all_statements}
        return by_title | {entry.id: entry for entry in self.all_statements}

    @cached_property
    def all_statements(self) -> tuple[StatementEntry, ...]:
        """Give every statement of the framework."""
        return (*(self.statements or []), *(s for part in self.key_questions or [] for s in part.statements))

    def regulation_name(self, number: str) -> str:
        """Name a regulation by number and, where it is known, by name."""
        bare = regulation_number(number)
        name = self.regulations.get(bare)
        return f"Regulation {bare} ({name})" if name else f"Regulation {bare}"

    def source_of(self, rule: str) -> str:
        """Cite a rule: where it was read and how sure that is."""
        entry = self.rules[rule]
        read = (self.sources[source] for source in entry.sources)
        cited = "; ".join(f"{source.title}, {source.url}" if source.url else source.title for source in read)
        return f"{cited or 'no source found'} (confidence: {entry.confidence})"

    def covers(self, began: date) -> bool:
        """Tell whether an assessment that began on a day falls under this framework without naming it."""
        span = self.in_force
        return (
            span.chosen == "by-date"
            and (span.start is None or span.start <= began)
            and (span.end is None or began <= span.end)
        )

    def asked(self, key_question: str | None, level: str | None) -> Asked:
        """Say what an assessment answers that names this key question and level, or leaves them out."""
        part = self.key_question(key_question or _USUAL_KEY_QUESTION)
        usual = _USUAL_LEVEL if _USUAL_LEVEL in self.levels else next(iter(self.levels), None)
        meant = usual if level is None else next((known for known in self.levels if known == level), None)
        entries = part.statements if part else self.statements or []
        return Asked(part, meant, tuple(entry for entry in entries if entry.only_at in {None, meant}))
