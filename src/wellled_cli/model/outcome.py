"""What a gate makes of a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from wellled_cli.model.finding import Finding
from wellled_cli.model.review import Review


@dataclass(frozen=True, slots=True)
class Outcome:
    """A review, those of its findings that fail the gate, and the sentences that say why; none where it passes."""

    review: Review
    failing: Sequence[Finding]
    reasons: Sequence[str]
