"""The way in: the command `wellled`, and python -m wellled_cli."""

import atexit
import gc
import os
import sys
from typing import NoReturn

from wellled_cli.cli.exit_codes import INTERRUPTED

_OBJECTS_BEFORE_A_LOOK = 200_000


def main() -> NoReturn:
    """Run the command line in a process of its own; one that is interrupted while it is still loading is quiet too."""
    _spare_a_short_life()
    try:
        from wellled_cli.cli.main import invoke

        invoke()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _spare_a_short_life() -> None:
    """Leave out what costs a short process much and gives it nothing.

    Looking for garbage while libraries are loaded, and once more before everything ends; and looking for plugins of
    pydantic, which have no part in a gate.
    """
    gc.set_threshold(_OBJECTS_BEFORE_A_LOOK)
    atexit.register(gc.freeze)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"


if __name__ == "__main__":
    main()
