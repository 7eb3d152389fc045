"""What a team settles once for all its assessments, in the file that `config_file` finds."""

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, Field

from wellled_cli.load.read_as import read_as
from wellled_cli.load.tree import Limits
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.finding import Level
from wellled_cli.model.shape import Day, Percentage, RatedWord, Shape, Whole, Words, wrong
from wellled_cli.model.slug import slug
from wellled_cli.model.source import Fault, Pointer, Source
from wellled_cli.model.topic import TOPICS, OwnTopic
from wellled_cli.model.waiver import Waiver
from wellled_cli.model.wording import did_you_mean, excerpt, fault_lines, fault_message

Trouble: TypeAlias = Callable[[str], str | None]
"""Says what a phrase ought to be, where it is none."""

_USUAL = Limits()
_PHRASES = ("wanted", "unwanted", "concern", "strength", "something-else")


class GateConfig(Shape):
    """What fails the gate where the command line does not say."""

    fail_on: Literal["fault", "error", "warning", "note", "never"] | None = Field(
        None, alias="fail-on", description="Fail on findings from this level up"
    )
    min_rating: RatedWord | None = Field(None, alias="min-rating", description="Fail below this rating")
    min_score: Percentage | None = Field(None, alias="min-score", description="Fail below this score out of 100")


class TopicConfig(Shape):
    """What is added to a topic of narrative concerns, or a topic of one's own."""

    title: Words | None = Field(None, description="The title of a topic of one's own")
    wanted: list[Words] = Field(default_factory=list, description="Nouns of the topic that ought to be there")
    unwanted: list[Words] = Field(default_factory=list, description="Nouns of it that ought not to be there")
    concern: list[Words] = Field(default_factory=list, description="Phrases that report a concern")
    strength: list[Words] = Field(default_factory=list, description="Phrases that report a strength")
    something_else: list[Words] = Field(
        default_factory=list, alias="something-else", description="Phrases whose words are not about the topic"
    )

    @property
    def phrases(self) -> dict[str, list[str]]:
        """Give the phrases by the key they stand under."""
        return {key: told for key in _PHRASES if (told := getattr(self, key.replace("-", "_")))}


class WaiverConfig(Shape):
    """A finding that somebody answers for until a day."""

    rule: Words = Field(description="The rule whose findings are waived")
    file: Words | None = Field(None, description="Which files, as a path or pattern from the folder of the config")
    statement: Words | None = Field(None, description="Which quality statement, by its id")
    reason: Words = Field(description="Why it is waived")
    approved_by: Words = Field(alias="approved-by", description="Who answers for it")
    expires: Day = Field(description="The last day on which it holds")


def _up_to(most: int) -> AfterValidator:
    """Give what refuses a number below 1 or above the most there may be."""

    def refuse(value: int) -> int:
        if not 1 <= value <= most:
            raise wrong("limit-out-of-range", f"1 to {most:,}")
        return value

    return AfterValidator(refuse)


class LimitsConfig(Shape):
    """How large a file may be before it is refused rather than read."""

    size: Annotated[Whole, _up_to(1_000_000_000)] = Field(_USUAL.size, description="The most bytes of an assessment")
    source: Annotated[Whole, _up_to(1_000_000_000)] = Field(_USUAL.source, description="The most of what is imported")
    depth: Annotated[Whole, _up_to(200)] = Field(_USUAL.depth, description="How deep values may be nested")
    values: Annotated[Whole, _up_to(10_000_000)] = Field(_USUAL.values, description="The most keys and values")

    @property
    def settled(self) -> Limits:
        """Give them as those who read files take them."""
        return Limits(self.size, self.source, self.depth, self.values)


class Config(Shape):
    """The whole of it."""

    files: list[Words] = Field(default_factory=list, description="The assessments meant where no path is given")
    rules: dict[Words, Literal["off", "note", "warning", "error"]] = Field(
        default_factory=dict, description="Rule to the level its findings have here"
    )
    topics: dict[Words, TopicConfig] = Field(
        default_factory=dict, description="Topic to what is added to it, or a topic of one's own"
    )
    waivers: list[WaiverConfig] = Field(default_factory=list, description="Findings that somebody answers for")
    gate: GateConfig = Field(default_factory=GateConfig, description="What fails the gate")
    limits: LimitsConfig = Field(default_factory=LimitsConfig, description="How large a file may be")

    @property
    def levels(self) -> dict[str, Level | None]:
        """Give the rules whose level is changed, None for those switched off."""
        return {rule: None if level == "off" else Level(level) for rule, level in self.rules.items()}

    @property
    def own_topics(self) -> tuple[OwnTopic, ...]:
        """Give what is added to the topics."""
        return tuple(
            OwnTopic(name, topic.title or "", tuple((key, tuple(told)) for key, told in topic.phrases.items()))
            for name, topic in self.topics.items()
        )


def waivers_of(config: Config, folder: Path, here: Path) -> tuple[Waiver, ...]:
    """Give the waivers of the config of a folder, their files named as seen from `here`."""
    return tuple(
        Waiver(
            rule=each.rule,
            file=os.path.relpath(folder / each.file, here).replace(os.sep, "/") if each.file else None,
            statement=each.statement,
            reason=each.reason,
            approved_by=each.approved_by,
            expires=each.expires,
            place=f"waiver {number} of the config",
        )
        for number, each in enumerate(config.waivers, start=1)
    )


def read_config(source: Source, rules: Iterable[str], trouble: Trouble) -> Config:
    """Read a config that was found.

    `rules` are those whose level can be changed; `trouble` says what is wrong with a phrase.
    Raises UsageFaultError naming everything wrong in it.
    """
    config, faults = read_as(Config, source) if source.root else (None, ())
    rules = (*rules, *(f"concern-{topic}" for topic in source.keys("topics")))
    faults = (*source.faults, *faults, *_unknown_rules(source, rules), *_topic_faults(source, config, trouble))
    faults = (*faults, *_waiver_faults(source, rules))
    if config is None or faults:
        raise UsageFaultError(*fault_lines(source.path, faults))
    return config


def _unknown_rules(source: Source, rules: Collection[str]) -> Iterator[Fault]:
    for name in source.keys("rules"):
        if name not in rules:
            message = _unknown_rule(("rules",), name, rules, "changed")
            yield Fault("unknown-rule", source.locate_key(("rules", name)), message)


def _unknown_rule(pointer: Pointer, name: str, rules: Collection[str], done: str) -> str:
    advice = did_you_mean(name, rules) or "`wellled explain` lists them"
    expected = f"a rule on concerns or records; what makes a file wrong cannot be {done}"
    return fault_message(pointer, f'"{excerpt(name)}"', expected, advice)


def _waiver_faults(source: Source, rules: Collection[str]) -> Iterator[Fault]:
    for pointer in source.items("waivers"):
        rule = source.words_at(*pointer, "rule")
        if rule is not None and rule not in rules:
            where = (*pointer, "rule")
            yield Fault("unknown-rule", source.locate(where), _unknown_rule(where, rule, rules, "waived"))
        if not {"file", "statement"} & set(source.keys(*pointer)):
            message = fault_message(pointer, "neither file nor statement", "at least one of them: where it holds")
            yield Fault("missing-key", source.locate(pointer), message)


def _topic_faults(source: Source, config: Config | None, trouble: Trouble) -> Iterator[Fault]:
    for name, topic in config.topics.items() if config else ():
        pointer = ("topics", name)
        if (topic.title is None) != (name in TOPICS):
            known = name in TOPICS
            expected = "no title, as it is a topic already" if known else "a title: it is a topic of your own"
            advice = "" if known else did_you_mean(name, TOPICS)
            message = fault_message(pointer, f'the topic "{excerpt(name)}"', expected, advice)
            yield Fault("unknown-topic", source.locate_key(pointer), message)
        elif slug(name) != name:
            expected = f'small letters, digits and hyphens, like "{slug(name) or "falls"}"'
            yield Fault("wrong-name", source.locate_key(pointer), fault_message(pointer, excerpt(name), expected))
        for key, phrases in topic.phrases.items():
            for number, phrase in enumerate(phrases):
                if wanted := trouble(phrase):
                    where = (*pointer, key, number)
                    yield Fault("wrong-phrase", source.locate(where), fault_message(where, excerpt(phrase), wanted))
