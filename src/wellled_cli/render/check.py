"""The outcome of a check in every format that there is for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from wellled_cli.model.outcome import Outcome
from wellled_cli.render import lines


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


def text(checked: Checked, *, quiet: bool = False) -> str:
    """Give a line a finding, and what they come to; quietly, of that only what fails the gate."""
    reviews = [outcome.review for outcome in checked.outcomes]
    found = "".join(lines.finding_lines(review, review.findings) for review in reviews)
    if quiet or not reviews:
        return found + "".join(f"{lines.failure_line(reason)}\n" for reason in checked.reasons)
    return found + lines.summary(reviews, checked.reasons, complete=not checked.problems)


def _github(checked: Checked) -> str:
    from wellled_cli.render import github

    return github.annotations(checked.outcomes, checked.problems)


def _json(checked: Checked) -> str:
    from wellled_cli.render import json

    return json.render([outcome.review for outcome in checked.outcomes], checked.today)


def _sarif(checked: Checked) -> str:
    from wellled_cli.render import sarif

    return sarif.render(checked.outcomes, checked.problems, checked.pages())


def _junit(checked: Checked) -> str:
    from wellled_cli.render import junit

    return junit.render(checked.outcomes, checked.problems)


FORMATS: Mapping[str, Callable[[Checked], str]] = {
    "text": text,
    "json": _json,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
}
"""Format to what writes it; what only one format needs is loaded with it."""
