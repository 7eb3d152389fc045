"""The commands, each built when it is wanted: a run pays for one of them only."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from wellled_cli.cli.plain_command import PlainCommand

COMMANDS = {
    "score": "score",
    "check": "check",
    "report": "report",
    "plan": "plan",
    "compare": "compare",
    "summary": "summary",
    "import": "imports",
    "init": "init",
    "frameworks": "frameworks",
    "explain": "explain",
    "schema": "schema",
}
"""The name of each command, and of its file and function here, in the order they are shown."""

HELP_OPTIONS = {"help_option_names": ["-h", "--help"]}


class _Built(Mapping[str, Any]):
    """The commands by name; asking for the names builds none of them."""

    def __init__(self) -> None:
        self._built: dict[str, TyperCommand] = {}

    def __getitem__(self, name: str) -> TyperCommand:
        if name not in self._built:
            module = import_module(f"wellled_cli.cli.{COMMANDS[name]}")
            alone = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=HELP_OPTIONS)
            alone.command(name, cls=PlainCommand)(getattr(module, COMMANDS[name]))
            self._built[name] = get_command(alone)  # type: ignore[assignment]  # one function gives no group
        return self._built[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class CommandGroup(TyperGroup):
    """All commands of `wellled`."""

    def __init__(self, **attributes: Any) -> None:  # noqa: ANN401  typer hands on what it was given
        """Take the commands of this project for those of the group."""
        super().__init__(**attributes)
        self.commands = _Built()  # type: ignore[assignment]  # nobody adds to it

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]  # noqa: ARG002
        """Give the names of the commands, in the order they are shown."""
        return list(COMMANDS)
