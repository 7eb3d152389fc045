"""The outcome of a check for people: a line a finding, and what they come to."""

from wellled_cli.render import lines
from wellled_cli.render.check import Checked


def render(checked: Checked, *, quiet: bool = False) -> str:
    """Give a line a finding, and what they come to; quietly, of that only what fails the gate."""
    reviews = [outcome.review for outcome in checked.outcomes]
    found = "".join(lines.finding_lines(review, review.findings) for review in reviews)
    if quiet or not reviews:
        return found + "".join(f"{lines.failure_line(reason)}\n" for reason in checked.reasons)
    return found + lines.summary(reviews, checked.reasons, complete=not checked.problems)
