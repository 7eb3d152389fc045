"""What is found in an assessment: faults, concerns, incomplete records, and strengths."""

from dataclasses import dataclass
from enum import StrEnum

from wellled_cli.model.ranked import Ranked
from wellled_cli.model.source import Place


class Level(Ranked):
    """How much a finding matters: rank 0 for a note, 1 for a warning, 2 for an error."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class FailOn(StrEnum):
    """From where on a finding fails the gate."""

    FAULT = "fault"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Kind(StrEnum):
    """What a finding says: the file is wrong, the service has a problem, or the record has a gap."""

    FAULT = "fault"
    CONCERN = "concern"
    RECORD = "record"


class Origin(StrEnum):
    """What a concern was read from."""

    SCORE = "score"
    BREACH = "breach"
    MEASURE = "measure"
    DECLARED = "declared"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found, at its place in the file.

    `subject` names what it is about within its statement as the file does: a measure, a regulation, an action. It stays
    the same where the message changes with a figure or a day.
    """

    rule: str
    kind: Kind
    level: Level
    message: str
    place: Place
    topic: str | None = None
    origin: Origin | None = None
    statement: str | None = None
    quote: str | None = None
    phrase: str | None = None
    waived: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Strength:
    """Something the narrative praises; it never counts against or for the gate."""

    topic: str
    statement: str | None
    quote: str
    phrase: str
    place: Place
