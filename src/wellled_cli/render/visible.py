"""Text from a file, made safe to show: nothing in it can steer a terminal or turn the line around."""

import re

STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Characters that steer a terminal or turn the direction of a line; line breaks are not among them."""


def visible(text: str) -> str:
    """Show control and direction characters as their code, <U+202E>, instead of obeying them; tabs become spaces."""
    return STEERING.sub(lambda found: f"<U+{ord(found.group()):04X}>", text.replace("\t", " "))


def one_line(text: str) -> str:
    """Show a text on one line."""
    return visible(" ".join(text.split()))


def escaped(text: str) -> str:
    """Write characters that steer a terminal or turn a line around as JSON escapes; they stand in strings only."""
    return STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
