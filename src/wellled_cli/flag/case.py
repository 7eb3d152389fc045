"""What a rule looks at, and what it answers with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from wellled_cli.flag.narrative.lexicon import lexicon
from wellled_cli.flag.narrative.reader import Label, read
from wellled_cli.model.assessment import Assessment, Statement
from wellled_cli.model.finding import Level
from wellled_cli.model.framework import Framework
from wellled_cli.model.scorecard import Scorecard, StatementScore
from wellled_cli.model.source import Pointer
from wellled_cli.model.topic import OwnTopic


@dataclass(frozen=True)
class Case:
    """One scored assessment, its framework, the day it is looked at, and what a team adds to the topics."""

    assessment: Assessment
    framework: Framework
    scorecard: Scorecard
    today: date
    own_topics: tuple[OwnTopic, ...] = ()

    def statements(self) -> Iterator[tuple[StatementScore, Statement]]:
        """Give each statement that counts with its answer, in the published order."""
        for score in self.scorecard.statements:
            yield score, self.assessment.statements[score.id]

    @cached_property
    def told(self) -> tuple["Told", ...]:
        """What the summary and the findings of the statements tell, in the order of the text."""
        texts: list[tuple[Pointer, str | None, str | None]] = [(("summary",), self.assessment.summary, None)]
        texts += [(("statements", score.id, "findings"), each.findings, score.id) for score, each in self.statements()]
        return tuple(
            told for pointer, text, statement in texts if text for told in self._told(pointer, text, statement)
        )

    def _told(self, pointer: Pointer, text: str, statement: str | None) -> Iterator["Told"]:
        for sentence in read(text, lexicon(self.own_topics)):
            if sentence.labels:
                span = sentence.start, sentence.end
                quote = " ".join(text[slice(*span)].split())
                for label in sentence.labels:
                    phrase = " ".join(text[label.start : label.end].split())
                    yield Told(pointer, span, statement, label, quote, phrase)


class Told(NamedTuple):
    """A topic that a sentence of the narrative raises: the sentence, and the words that decided it."""

    pointer: Pointer
    span: tuple[int, int]
    statement: str | None
    label: Label
    quote: str
    phrase: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a rule saw, and where it points; it never measures lines and columns.

    `subject` names what it is about within its statement as the file does: a measure, a regulation, an action.
    """

    pointer: Pointer
    message: str
    statement: str | None = None
    level: Level | None = None
    topic: str | None = None
    told: Told | None = None
    subject: str | None = None
