"""Run the command line: ``wellled``, or ``python -m wellled_cli``."""

import sys
from typing import NoReturn

from wellled_cli.cli.exit_codes import INTERRUPTED


def main() -> NoReturn:
    """Load the command line and run it; whoever interrupts the loading gets no traceback either."""
    try:
        from wellled_cli.cli.main import main as run
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    run()


if __name__ == "__main__":
    main()
