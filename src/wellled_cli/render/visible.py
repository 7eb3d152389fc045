"""Text from a file, made safe to show: it cannot steer a terminal, turn a line around or command a CI runner."""

import re

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""Characters that steer a terminal or turn the direction of a line; line breaks are not among them."""


COMMAND = re.compile(r":(?=:)|#(?=#\w*\[)")
"""Where a workflow command could begin, in the logs of any CI runner: ::error, ##[error], ##vso[, ##teamcity[."""


def visible(text: str) -> str:
    """Show control and direction characters as their code, <U+202E>, instead of obeying them; tabs become spaces.

    What a CI runner would take for a command gets a blank inside, wherever it stands: a line may break before it.
    """
    shown = STEERING.sub(lambda found: f"<U+{ord(found.group()):04X}>", text.replace("\t", " "))
    return COMMAND.sub(r"\g<0> ", shown)


def one_line(text: str) -> str:
    """Show a text on one line."""
    return visible(" ".join(text.split()))


def escaped(text: str) -> str:
    """Write characters that steer a terminal, a line or a CI runner as JSON escapes; they stand in strings only."""
    shown = STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
    return COMMAND.sub(lambda found: f"\\u{ord(found.group()):04x}", shown)
