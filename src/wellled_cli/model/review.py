"""Everything known about one file once it went through the house."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from wellled_cli.model.assessment import Assessment
from wellled_cli.model.finding import Finding, Kind, Strength
from wellled_cli.model.framework import Framework, KeyQuestion
from wellled_cli.model.scorecard import Scorecard
from wellled_cli.model.topic import TOPICS

BARE_SCORES = "--scores"
"""The path of a review of bare scores, which come from no file."""

NOTICE = "This is an indicative calculation, not a CQC rating."


@dataclass(frozen=True, slots=True)
class Review:
    """One assessment file: what it says, what it scores, and what was found in it.

    A file with faults has no assessment and no scorecard; its faults are among its findings. `topics` gives the title
    of every topic.
    """

    path: str
    framework: Framework | None = None
    chosen_by: str | None = None
    key_question: KeyQuestion | None = None
    level: str | None = None
    assessment: Assessment | None = None
    scorecard: Scorecard | None = None
    findings: tuple[Finding, ...] = ()
    strengths: tuple[Strength, ...] = ()
    topics: Mapping[str, str] = field(default_factory=lambda: TOPICS)

    def of_kind(self, kind: Kind) -> tuple[Finding, ...]:
        """Give the findings of one kind, in the order of the file."""
        return tuple(finding for finding in self.findings if finding.kind is kind)

    @property
    def faults(self) -> tuple[Finding, ...]:
        """Give what is wrong with the file."""
        return self.of_kind(Kind.FAULT)
