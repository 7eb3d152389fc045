"""How much work something is, counted and not clocked, so that it is the same on every machine."""

import sys
from collections.abc import Callable
from types import FrameType


def steps(call: Callable[[], object]) -> int:
    """Count the calls and returns of functions, ours and those of Python, that something takes; not the first time.

    What is made once and kept is made by a first call that is not counted.
    """
    number = 0

    def count(_frame: FrameType, _event: str, _about: object) -> None:
        nonlocal number
        number += 1

    call()
    watching = sys.getprofile()
    sys.setprofile(count)
    try:
        call()
    finally:
        sys.setprofile(watching)
    return number
