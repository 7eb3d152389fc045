"""The command, as tests of the command line have it."""

from tests.cli.conftest import wellled

__all__ = ["wellled"]
