"""What has to be said beside the values of a draft, while it is built."""

from collections.abc import Iterable

from wellled_cli.importers.titles import PartAsked
from wellled_cli.model.source import Pointer


class Notes(dict[Pointer, list[str]]):
    """Lines to stand above values, by the pointer of each."""

    def add(self, pointer: Pointer, text: str) -> None:
        """Add a line."""
        self.setdefault(pointer, []).append(text)


def rating_carried(scores: Iterable[int], asked: PartAsked, notes: Notes) -> str | None:
    """Give the previous rating behind the scores that statements not looked at carry, if it is one, and note how.

    It is the framework's own rule (N1) read backwards: outstanding is carried as 4, good as 3 and so on.
    """
    scoring, carried = asked.framework.scoring, set(scores)
    behind = {score: rating for rating, score in scoring.unassessed.carried.items()} if scoring else {}
    if len(carried) != 1 or not carried <= set(behind):
        return None
    (score,) = carried
    note = f"worked out: statements that were not looked at carry the score {score}"
    notes.add(("assessment", "previous_rating"), note)
    return str(behind[score])
