"""The outcome of a check as result format 1."""

from wellled_cli.render import json
from wellled_cli.render.check import Checked


def render(checked: Checked) -> str:
    """Give the JSON of the files, ending in a line break."""
    return json.render([outcome.review for outcome in checked.outcomes], checked.today)
