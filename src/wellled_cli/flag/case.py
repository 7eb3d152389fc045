"""What a rule looks at, and what it answers with."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wellled_cli.model.assessment import Assessment, Statement
from wellled_cli.model.finding import Level
from wellled_cli.model.framework import Framework
from wellled_cli.model.scorecard import Scorecard, StatementScore
from wellled_cli.model.source import Pointer


@dataclass(frozen=True, slots=True)
class Case:
    """One scored assessment, its framework, and the day it is looked at."""

    assessment: Assessment
    framework: Framework
    scorecard: Scorecard
    today: date

    def statements(self) -> Iterator[tuple[StatementScore, Statement]]:
        """Give each statement that counts with its answer, in the published order."""
        for score in self.scorecard.statements:
            yield score, self.assessment.statements[score.id]


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a rule saw, and where it points; it never measures lines and columns."""

    pointer: Pointer
    message: str
    statement: str | None = None
    level: Level | None = None
    topic: str | None = None
