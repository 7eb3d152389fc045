"""The page on commands, from the help that the command line itself gives."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import typer

from tests.docs.reference.written import block, page, plain, table
from wellled_cli.cli.everywhere import everywhere
from wellled_cli.cli.main import app

_EXAMPLES = re.compile(r"^(?:Examples|Start here):\n((?:  .*\n?)+)", re.MULTILINE)
_REMARK = re.compile(r" {2,}")


def text() -> str:
    """Give the page: the command alone, each command, and last the options that all of them have."""
    group = typer.main.get_command(app)
    shared = _shared_options()
    parts = [_opening(str(group.help)), *_section(group, "wellled", set())]
    for name, command in group.commands.items():  # type: ignore[attr-defined]  # a group has them
        parts += [f"## wellled {name}", _opening(command.help), *_section(command, f"wellled {name}", shared)]
    records = _records(command, "wellled", lambda option: option.name in shared or option.name == "help")
    parts += ["## Options that every command has", table(("Option", "What it does"), records)]
    return page("Commands", *parts)


def help_texts() -> Iterator[str]:
    """Give the help of the command alone and of each command, as the code has it."""
    group = typer.main.get_command(app)
    yield str(group.help)
    yield from (str(command.help) for command in group.commands.values())  # type: ignore[attr-defined]


def examples(help_text: str) -> list[str]:
    """Give the command lines under Examples, or under Start here, of a help text."""
    found = _EXAMPLES.search(help_text.replace("\b", ""))
    return [_REMARK.sub("  # ", line.strip()) for line in found[1].splitlines()] if found else []


def _opening(help_text: str) -> str:
    text = _EXAMPLES.sub("", inspect.cleandoc(help_text).replace("\b", ""))
    return "\n\n".join(plain(" ".join(part.split())) for part in text.split("\n\n") if part.strip())


def _section(command: Any, name: str, without: set[str]) -> Iterator[str]:  # noqa: ANN401  typer has no public type
    context = command.make_context(name, [], resilient_parsing=True)
    yield block("text", " ".join(command.get_usage(context).removeprefix("Usage: ").split()))
    yield block("sh", "\n".join(examples(command.help)))
    arguments = _records(command, name, lambda each: each.param_type_name == "argument")
    options = _records(
        command, name, lambda each: each.param_type_name == "option" and each.name not in {*without, "help"}
    )
    yield table(("Argument", "What it is"), arguments) if arguments else ""
    yield table(("Option", "What it does"), options) if options else ""


def _records(command: Any, name: str, wanted: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Give what the help says of the arguments and options that are wanted."""
    context = command.make_context(name, [], resilient_parsing=True)
    records = [each.get_help_record(context) for each in command.get_params(context) if wanted(each)]
    return [(f"`{left}`", plain(told)) for left, told in records]


def _shared_options() -> set[str]:
    def nothing(*, everywhere: object) -> None:
        """Take only the options that every command has."""

    return set(inspect.signature(everywhere(nothing)).parameters)
