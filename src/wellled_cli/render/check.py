"""The outcome of a check in every format that there is for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wellled_cli.model.folder import member
from wellled_cli.model.outcome import Outcome
from wellled_cli.render import check_formats


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to: the outcome of each file, what could not be read, the day, and the manual of the rules."""

    outcomes: Sequence[Outcome]
    problems: Sequence[str]
    today: date
    pages: Callable[[], Mapping[str, str]]
    """Gives the manual, a page a rule; asked only where a format needs it."""

    @property
    def reasons(self) -> list[str]:
        """Everything that fails the gate."""
        return [reason for outcome in self.outcomes for reason in outcome.reasons]


def render(checked: Checked, name: str) -> str:
    """Give the outcome in the format of a name, which is that of a file in `check_formats`."""
    text: str = member(check_formats, name).render(checked)
    return text
