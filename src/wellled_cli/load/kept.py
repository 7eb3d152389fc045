"""What is derived from files of ours at some cost, kept beside them: made at install, else when first wanted."""

import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from wellled_cli import __version__

_SUM = 4


def kept(file: Path, origins: Mapping[str, bytes], derive: Callable[[], bytes]) -> bytes:
    """Give what is derived from some texts and code: what a file keeps of just these, else made anew.

    It is kept where Python may keep bytecode too. A file that cannot be read or written costs nothing but time.
    """
    mark = _mark(origins)
    with suppress(OSError):
        content = file.read_bytes()
        derived = content[len(mark) + _SUM :]
        if content.startswith(mark + _sum(derived)):
            return derived
    derived = derive()
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _keep(file, mark + _sum(derived) + derived)
    return derived


def _sum(content: bytes) -> bytes:
    return crc32(content).to_bytes(_SUM, "big")


def _mark(origins: Mapping[str, bytes]) -> bytes:
    """Give what differs wherever the origins do: lengths and checksums, as a slip is to be noticed, not a forger."""
    sums = [mark for name, text in origins.items() for mark in (name, len(text), crc32(text))]
    return repr((__version__, sys.byteorder, *sums)).encode()


def _keep(file: Path, content: bytes) -> None:
    from tempfile import mkstemp

    handle, name = mkstemp(prefix=f"{file.name}.", dir=file.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(content)
        beside.chmod(0o644)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
