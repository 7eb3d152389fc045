"""The command in an empty folder, or in one with a file of every kind."""

from tests.cli.conftest import files, folder, ordinary_user, wellled

__all__ = ["files", "folder", "ordinary_user", "wellled"]
