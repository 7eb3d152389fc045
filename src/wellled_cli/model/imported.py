"""What became of something imported."""

from dataclasses import dataclass

from wellled_cli.model.draft import Draft
from wellled_cli.model.review import Review


@dataclass(frozen=True, slots=True)
class Imported:
    """An assessment read from a source: its file, as written, and what the house makes of it."""

    origin: str
    draft: Draft
    text: str
    review: Review
