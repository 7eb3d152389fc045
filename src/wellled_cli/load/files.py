"""Which files are meant, and their bytes."""

import glob
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from wellled_cli.load.tree import Limits
from wellled_cli.model.errors import NothingFoundError, UnreadableError

STANDARD_INPUT = "-"
_ENDINGS = (".yaml", ".yml", ".json")
_TOP_LEVEL_KEY = re.compile(rb"""^(?:\xef\xbb\xbf)?(?:\s*\{\s*)?["']?wellled["']?\s*:""", re.MULTILINE)
_JSON_KEY = re.compile(rb'"wellled"\s*:')


def find(paths: Sequence[str]) -> Iterator[str]:
    """Give the files that paths, folders and globs mean, each once: those named as they are, those of a folder sorted.

    Raises NothingFoundError where they mean none.
    """
    found = dict.fromkeys(file for path in paths for file in _meant_by(path))
    if not found:
        message = (
            f"no assessment file found in {', '.join(map(shown, paths))}: looked for .yaml, .yml and .json files that "
            "start with wellled: 1; `wellled init` writes one"
        )
        raise NothingFoundError(message)
    yield from found


def read_bytes(path: str, limits: Limits) -> bytes:
    """Give the bytes of a file, or of standard input for `-`; no more of them than show that it is too large.

    Raises UnreadableError where they cannot be had.
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(limits.size + 1)
    try:
        if not stat.S_ISREG(Path(path).stat().st_mode):
            message = f"{shown(path)} is not a file that can be read: expected a YAML or JSON file"
            raise UnreadableError(message)
        with Path(path).open("rb") as file:
            return file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        message = f"{shown(path)} cannot be read: {reason}"
        raise UnreadableError(message) from None


def shown(path: str) -> str:
    """Give the name of a file for people and programs: forward slashes, and nothing that is not text."""
    if path == STANDARD_INPUT:
        return "<stdin>"
    return path.replace(os.sep, "/").encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _meant_by(path: str) -> Iterator[str]:
    if path != STANDARD_INPUT and Path(path).is_dir():
        yield from _in_folder(path)
    elif path != STANDARD_INPUT and not os.path.lexists(path) and glob.has_magic(path):
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  Path.glob takes no absolute pattern
            yield from _meant_by(match)
    else:
        yield path


def _in_folder(folder: str) -> Iterator[str]:
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            path = str(Path(parent, name))
            if name.casefold().endswith(_ENDINGS) and _claims_to_be_ours(path):
                yield path


def _claims_to_be_ours(path: str) -> bool:
    """Tell whether a file has our key at its top, as text, so that broken files are not passed over.

    A file that cannot be read is kept too: whoever reads it next says why it cannot.
    """
    try:
        content = read_bytes(path, Limits()).replace(b"\0", b"")
    except UnreadableError:
        return True
    pattern = _JSON_KEY if path.casefold().endswith(".json") else _TOP_LEVEL_KEY
    return bool(pattern.search(content))
