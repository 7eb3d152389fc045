"""Where the config of a folder stands: wellled.toml, or a [tool.wellled] table in pyproject.toml."""

import os
import re
from dataclasses import replace
from pathlib import Path

from wellled_cli.load.files import read_bytes
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.source import Source

_LARGEST = 1_000_000
_OUR_TABLE = re.compile(rb"""tool\s*\.\s*["']?wellled\b""")
_NAMES = ("wellled.toml", ".wellled.toml", "pyproject.toml")


def nearest_config(folder: Path) -> tuple[Source, Path] | None:
    """Give the config nearest to a folder, looking upward to the top of its repository, and the folder it stands in.

    Raises UnreadableError where its bytes cannot be had, UsageFaultError where there are too many.
    """
    for parent in (folder, *folder.parents):
        for name in _NAMES:
            source = _source(parent / name)
            if source:
                return source, parent
        if (parent / ".git").exists():
            break
    return None


def _source(path: Path) -> Source | None:
    """Read a config file; None where there is none, or where a pyproject.toml says nothing about us."""
    if not os.path.lexists(path):
        return None
    content = read_bytes(str(path), _LARGEST)
    if len(content) > _LARGEST:
        raise UsageFaultError(f"{path}: found more than {_LARGEST:,} bytes, expected a config")
    if path.name == "pyproject.toml" and b"wellled" not in content:
        return None
    from wellled_cli.load.toml_text import read_toml

    source = read_toml(content, str(path))
    if path.name != "pyproject.toml":
        return source
    if source.faults:
        return source if _OUR_TABLE.search(content) else None
    ours = source.node(("tool", "wellled"))
    return replace(source, root=ours) if ours else None
