"""The command in an empty folder."""

from tests.cli.conftest import folder, wellled

__all__ = ["folder", "wellled"]
