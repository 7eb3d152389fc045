"""Text from a file, made safe to show: it cannot steer a terminal, turn a line around or command a CI runner."""

import re

_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What Unicode calls default ignorable, directions among it; not those by which emoji look as they do (U+FE0F)."""
STEERING = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
"""Characters that steer a terminal, turn the direction of a line or cannot be seen; line breaks are not among them."""


COMMAND = re.compile(r":(?=:)|#(?=#\w*\[)")
"""Where a workflow command could begin, in the logs of any CI runner: ::error, ##[error], ##vso[, ##teamcity[."""


def visible(text: str) -> str:
    """Show control, direction and unseen characters as their code, <U+202E>, not obeyed; tabs become spaces.

    What a CI runner would take for a command gets a blank inside, wherever it stands: a line may break before it.
    """
    shown = STEERING.sub(lambda found: f"<U+{ord(found.group()):04X}>", text.replace("\t", " "))
    return COMMAND.sub(r"\g<0> ", shown)


def one_line(text: str) -> str:
    """Show a text on one line."""
    return visible(" ".join(text.split()))


def escaped(text: str) -> str:
    """Write characters that steer a terminal, a line or a CI runner as JSON escapes; they stand in strings only."""
    return COMMAND.sub(_as_escape, STEERING.sub(_as_escape, text))


def _as_escape(found: re.Match[str]) -> str:
    """Give a character as JSON writes it: one beyond the first plane as two halves."""
    halves = found.group().encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{halves[at : at + 4]}" for at in range(0, len(halves), 4))
