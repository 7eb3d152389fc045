"""The lexicon as read from its files, kept between runs as Python keeps bytecode: beside its own, by content."""

import marshal
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from tempfile import mkstemp
from typing import TypeAlias

from wellled_cli import __version__
from wellled_cli.flag.narrative.phrases import Keyed

Compiled: TypeAlias = tuple[list[int], Keyed]
"""The number of the meaning of every phrase, and the phrases with the keys they are found by."""

_PLACE = Path(__file__).with_name("lexicon.py")


def compiled(texts: Mapping[str, str], compile_them: Callable[[], Compiled]) -> Compiled:
    """Give the compiled form of some texts: what was kept of just these, else made anew and kept where that may be.

    What cannot be read or written is made anew each time; nothing but speed depends on it.
    """
    mark = _mark(texts)
    with suppress(OSError, ValueError, EOFError, TypeError, LookupError, NotImplementedError):
        kept = marshal.loads(Path(_file()).read_bytes())  # noqa: S302  our own file, kept as Python keeps bytecode
        if kept[0] == mark:
            return kept[1], Keyed(*kept[2:])
    codes, phrases = compile_them()
    if not sys.dont_write_bytecode:
        with suppress(OSError, NotImplementedError):
            _keep(Path(_file()), marshal.dumps((mark, codes, phrases.texts, phrases.sieves, phrases.vocabulary)))
    return codes, phrases


def _file() -> str:
    """Give the file beside our own bytecode; it is of one version of Python, as bytecode is."""
    return cache_from_source(str(_PLACE.with_name("lexicon-phrases.py")))


def _mark(texts: Mapping[str, str]) -> str:
    digest = sha256(__version__.encode())
    for name, text in texts.items():
        digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()


def _keep(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    handle, beside = mkstemp(prefix=f"{path.name}.", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(beside).replace(path)
