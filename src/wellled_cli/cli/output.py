"""Where products and messages go: products to standard output, all else to standard error."""

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from wellled_cli.cli.exit_codes import PIPE_CLOSED
from wellled_cli.cli.options import Color
from wellled_cli.model.errors import UnwritableError, UsageFaultError
from wellled_cli.render.visible import one_line, visible

if TYPE_CHECKING:
    from wellled_cli.render.document.parts import Document

_NARROWEST, UNKNOWN_WIDTH, _WIDEST, _WIDEST_WISHED, _DIGITS = 40, 80, 120, 1000, 5
_STANDARD_OUTPUT = "-"
READER_GONE = frozenset({errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE})
"""How the system says that the reader of a pipe has gone."""


def product(content: str | bytes) -> None:
    """Write what was asked for to standard output: to a file or pipe as UTF-8 with plain line breaks everywhere.

    Raises UsageFaultError where bytes would be written to a terminal.
    """
    if isinstance(content, bytes) and on_terminal():
        raise UsageFaultError("this format is no text for a terminal: name a file with --output")
    _write(sys.stdout, content)


def show(document: "Document", color: Color) -> None:
    """Write a document for people to standard output, as a terminal shows it."""
    from wellled_cli.render.terminal import render_document

    product(render_document(document, width(), color=use_color(color), encoding=encoding()))


def deliver(content: str | bytes, path: str | None, *, quiet: bool, over_assessments: bool = False) -> None:
    """Write what was asked for to a file, and say so, or to standard output.

    Raises UnwritableError where the file cannot be written; what was in it before is kept then.
    """
    if path is None or path == _STANDARD_OUTPUT:
        product(content)
        return
    if not path.strip():
        raise UsageFaultError("the name of the file is empty: name a file, or leave it out for standard output")
    write_file(Path(path), content, over_assessments=over_assessments)
    if not quiet:
        message(f"Wrote {one_line(path)}")


def write_file(path: Path, content: str | bytes, *, over_assessments: bool = False) -> None:
    """Write a file whole or not at all: as UTF-8 with plain line breaks, over what was there.

    What is no file, like a pipe, is written into as it is. Raises UnwritableError where it cannot be written; what was
    in it before is kept then. Raises UsageFaultError where an assessment stands, unless that was asked for: no product
    of ours is worth one.
    """
    from wellled_cli.load.files import is_assessment

    _refuse_dangling(path)
    target = Path(os.path.realpath(path))  # unlike Path.resolve, it makes no fuss of a name no disk takes
    if not over_assessments and os.path.isfile(target) and is_assessment(str(target)):  # noqa: PTH113  for the same reason
        raise UsageFaultError(f"{path} is an assessment; nothing was written: name another file")
    try:
        if os.path.lexists(target) and not target.is_file() and not target.is_dir():
            with target.open("wb") as pipe:
                pipe.write(_encoded(content))
        else:
            _replace(target, _encoded(content))
    except OSError as error:
        raise UnwritableError(f"{path} cannot be written: {error.strerror or error}") from None


def _refuse_dangling(path: Path) -> None:
    """Refuse a path that is, or goes through, a link to something that is not there: nobody knows what it would make.

    Raises UnwritableError.
    """
    for part in (path, *path.parents):
        if os.path.islink(part) and not os.path.exists(part):  # noqa: PTH110, PTH114  they answer for any name
            raise UnwritableError(f"{part} is a link that leads nowhere: name the file itself")


def _replace(target: Path, content: bytes) -> None:
    """Put a new file in the place of one that may be there: in one step, once the whole of it is written."""
    from tempfile import mkstemp

    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(prefix=".wellled-", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def message(*lines: str) -> None:
    """Write something to know to standard error; no line can become two."""
    _write(sys.stderr, "".join(f"{visible(' '.join(line.splitlines()))}\n" for line in lines))


def use_color(wanted: Color) -> bool:
    """Tell whether standard output gets colours: by the option, else the environment, else whether it is a terminal."""
    if wanted is not Color.AUTO:
        return wanted is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (on_terminal() and os.environ.get("TERM") != "dumb")


def width() -> int:
    """Give the width to write for: COLUMNS where it is set, else the terminal's up to 120, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal():
        return min(max(int(columns[:_DIGITS]), _NARROWEST), _WIDEST_WISHED)
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, _WIDEST) if on_terminal() else UNKNOWN_WIDTH


def encoding() -> str:
    """Give the encoding that standard output is written with."""
    return sys.stdout.encoding if on_terminal() else "utf-8"


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def errors_on_terminal() -> bool:
    """Tell whether standard error is a terminal."""
    return sys.stderr is not None and sys.stderr.isatty()


def _encoded(content: str | bytes) -> bytes:
    return content if isinstance(content, bytes) else content.encode("utf-8", "replace")


def _write(stream: TextIO | None, content: str | bytes) -> None:
    """Write to a stream, if there is one.

    Raises UnwritableError where it takes no more; leaves without a word where its reader has gone.
    """
    if stream is None:
        return
    try:
        if stream.isatty() and isinstance(content, str):
            stream.write(content.encode(stream.encoding, "replace").decode(stream.encoding))
            stream.flush()
        else:
            stream.flush()
            stream.buffer.write(_encoded(content))
            stream.buffer.flush()
    except OSError as error:
        give_up(stream)
        if error.errno in READER_GONE:
            raise typer.Exit(PIPE_CLOSED) from None
        if stream is sys.stdout:
            raise UnwritableError(f"standard output cannot be written: {error.strerror}") from None


def give_up(stream: TextIO | None) -> None:
    """Lead a stream nowhere, so that the interpreter does not stumble over what is left in it."""
    if stream is not None:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
