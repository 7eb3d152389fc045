"""What a person says beside the bytes to import."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says where the bytes may not: None where it says nothing."""

    provider: str | None = None
    service: str | None = None
    day: date | None = None
    key_question: str | None = None
    level: str | None = None
    every: bool = False
    """Historic assessments too, not only current ones."""
