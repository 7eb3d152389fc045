"""The command, for frameworks that are named on its command line."""

from tests.cli.conftest import wellled

__all__ = ["wellled"]
