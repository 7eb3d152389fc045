"""What `wellled` leaves the shell with."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

DONE, FAILED, COULD_NOT, FOUND_NOTHING, BUG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 70, 130, 141

MEANINGS: Mapping[int, str] = MappingProxyType(
    {
        DONE: "Done; nothing fails the gate.",
        FAILED: "Something fails the gate of `wellled check`; no other command ends so.",
        COULD_NOT: (
            "It could not be done: wrong usage or config, something that cannot be read or written, or, outside "
            "`wellled check`, a file that is wrong. What is right is still shown."
        ),
        FOUND_NOTHING: "No assessment was found where one was looked for.",
        BUG: "A fault of wellled itself; the message says how to report it.",
        INTERRUPTED: "Stopped by Ctrl-C.",
        PIPE_CLOSED: "Whoever read the output went away first.",
    }
)
"""Code to what it means; of several codes that commands earn, the one that counts is `worst`."""

_WORST_FIRST = (BUG, COULD_NOT, FAILED, FOUND_NOTHING, DONE)


def worst(codes: Iterable[int]) -> int:
    """Give the worst of several exit codes."""
    return min(codes, key=_WORST_FIRST.index)
