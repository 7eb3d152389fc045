"""Where products and messages go: products to standard output, all else to standard error."""

import os
import shutil
import sys
from typing import TextIO

import typer

from wellled_cli.cli.options import Color

_WIDEST = 120
_PIPE_CLOSED = 141


def product(text: str) -> None:
    """Write what was asked for to standard output: to a file or pipe as UTF-8 with plain line breaks everywhere."""
    _write(sys.stdout, text)


def message(text: str) -> None:
    """Write something to know to standard error."""
    _write(sys.stderr, f"{text}\n")


def use_color(wanted: Color) -> bool:
    """Tell whether standard output gets colours: by the option, else the environment, else whether it is a terminal."""
    if wanted is not Color.AUTO:
        return wanted is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def width() -> int:
    """Give the width to write for: that of the terminal up to 120 columns, 80 where there is none."""
    return min(shutil.get_terminal_size((80, 24)).columns if sys.stdout.isatty() else 80, _WIDEST)


def encoding() -> str:
    """Give the encoding that standard output is written with."""
    return sys.stdout.encoding if sys.stdout.isatty() else "utf-8"


def _write(stream: TextIO, text: str) -> None:
    try:
        if stream.isatty():
            stream.write(text.encode(stream.encoding, "replace").decode(stream.encoding))
            stream.flush()
        else:
            stream.flush()
            stream.buffer.write(text.encode("utf-8", "replace"))
            stream.buffer.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise typer.Exit(_PIPE_CLOSED) from None
