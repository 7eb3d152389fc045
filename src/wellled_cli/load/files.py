"""Which files are meant, and their bytes."""

import glob
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeAlias

from wellled_cli.load.tree import Limits
from wellled_cli.model.errors import NothingFoundError, UnreadableError, UsageFaultError, WellledError

STANDARD_INPUT = "-"
Wanted: TypeAlias = Callable[[str], bool]
"""Tells by its path whether a file of a folder is meant."""

_ENDINGS = (".yaml", ".yml", ".json")
_TOP_LEVEL_KEY = re.compile(
    rb"""(?:^|\r|\xc2\x85|\xe2\x80[\xa8\xa9])(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:[ \t]*\{[ \t]*)?"""
    rb"""["']?wellled["']?[ \t]*:""",
    re.MULTILINE,
)
_JSON_KEY = re.compile(rb'"wellled"\s*:')
_JSON_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*(?:"|\Z)(?:[ \t\r\n]*:)?|[{}\[\]]', re.DOTALL)


_NO_TEXT = re.compile("[\ud800-\udfff]")
"""Halves of characters, as which names come that are in another encoding."""
_USUAL = Limits()


def find(paths: Sequence[str], wanted: Wanted | None = None, limits: Limits = _USUAL) -> Iterator[str | WellledError]:
    """Give the files that paths, folders and globs mean, each once: those named as they are, those of a folder sorted.

    Of a folder the assessments are meant, or the files that are `wanted`; an assessment is known by what stands in it
    as far as the limits allow to read. A folder that cannot be read, and a path that
    means no file, come as the error that says so.
    """
    seen: set[str] = set()
    for path in paths:
        if not path:
            yield UsageFaultError("the path is empty: name a file, a folder or a glob")
            continue
        nothing = True
        for found in _meant_by(path, wanted or partial(is_assessment, limits=limits)):
            nothing = False
            if isinstance(found, WellledError):
                yield found
            elif (real := found if found == STANDARD_INPUT else os.path.realpath(found)) not in seen:
                seen.add(real)
                yield found
        if nothing:
            looked_for = (
                "nothing to import found in {}: looked for pages, JSON and sheets, by the endings of their names"
                if wanted
                else "no assessment file found in {}: looked for .yaml, .yml and .json files with wellled: 1 at their "
                "top; `wellled init` writes one"
            )
            yield NothingFoundError(looked_for.format(shown(path)))


def read_bytes(path: str, most: int) -> bytes:
    """Give the bytes of a file, or of standard input for `-`: all, or one more than the most there may be.

    Raises UnreadableError where they cannot be had.
    """
    try:
        if path == STANDARD_INPUT:
            if sys.stdin is None:
                raise UnreadableError("standard input cannot be read: it is closed")
            return sys.stdin.buffer.read(most + 1)
        if not stat.S_ISREG(Path(path).stat().st_mode):
            raise UnreadableError(f"{shown(path)} is not a file that can be read: expected a YAML or JSON file")
        with Path(path).open("rb") as file:
            return file.read(most + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        advice = _near(path) if isinstance(error, FileNotFoundError) else ""
        raise UnreadableError(f"{shown(path)} cannot be read: {reason}{advice}") from None


def _near(path: str) -> str:
    """Ask whether a file of the same folder with a name close to this one was meant; nothing where none is."""
    from wellled_cli.model.wording import nearest

    place = Path(path)
    with suppress(OSError):
        close = nearest(place.name, (entry.name for entry in os.scandir(place.parent)))
        return f'; did you mean "{shown(str(place.with_name(close)))}"?' if close else ""
    return ""


def shown(path: str) -> str:
    """Give the name of a file for people and programs: forward slashes, and nothing that is not text."""
    if path == STANDARD_INPUT:
        return "<stdin>"
    return _NO_TEXT.sub("\ufffd", path.replace(os.sep, "/"))


def path_key(path: str) -> str:
    """Give what is the same for every way to name a file: its path from the current folder, with forward slashes."""
    if path.startswith("<"):
        return path
    with suppress(ValueError):
        path = os.path.relpath(path)
    return shown(path)


def _meant_by(path: str, wanted: Wanted) -> Iterator[str | WellledError]:
    if path != STANDARD_INPUT and os.path.isdir(path):  # noqa: PTH112  unlike Path's, it says no where it may not look
        yield from _in_folder(path, wanted)
    elif path != STANDARD_INPUT and not os.path.lexists(path) and glob.has_magic(path):
        for match in sorted(glob.glob(path, recursive=True)):  # noqa: PTH207  Path.glob takes no absolute pattern
            yield from _meant_by(match, wanted)
    else:
        yield path


def _in_folder(folder: str, wanted: Wanted) -> Iterator[str | WellledError]:
    unreadable: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name != "node_modules")
        for name in sorted(names):
            path = str(Path(parent, name))
            if wanted(path):
                yield path
    for error in unreadable:
        yield UnreadableError(f"{shown(error.filename)} cannot be read: {error.strerror}")


def is_assessment(path: str, limits: Limits = _USUAL) -> bool:
    """Tell whether a file has our key at its top, as text, so that broken files are not passed over.

    A file that cannot be read is kept too: whoever reads it next says why it cannot.
    """
    if not path.casefold().endswith(_ENDINGS):
        return False
    try:
        content = read_bytes(path, limits.size).replace(b"\0", b"")
    except UnreadableError:
        return True
    if path.casefold().endswith(".json"):
        return _has_key_at_top(content)
    return bool(_TOP_LEVEL_KEY.search(content))


def _has_key_at_top(content: bytes) -> bool:
    """Tell whether a text that looks like JSON has our key in its outermost braces."""
    depth = 0
    for token in _JSON_TOKEN.finditer(content):
        depth += {b"{": 1, b"[": 1, b"}": -1, b"]": -1}.get(token.group(), 0)
        if depth == 1 and _JSON_KEY.fullmatch(token.group()):
            return True
    return False
