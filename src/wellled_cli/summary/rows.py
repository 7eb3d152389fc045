"""The rows of a summary, kept on disk: however many there are, they take no more memory than one."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from tempfile import TemporaryFile
from typing import TextIO

from wellled_cli.model.errors import UnwritableError
from wellled_cli.model.summary import Row


class Rows:
    """Rows in the order they came, to be gone through any number of times, one time after the other."""

    def __init__(self, file: TextIO) -> None:
        """Read rows from a file that holds each as a line of JSON."""
        self._file = file

    def lines(self) -> Iterator[str]:
        """Give each row as its line of JSON."""
        self._file.seek(0)
        for line in self._file:
            yield line.rstrip("\n")

    def __iter__(self) -> Iterator[Row]:
        """Give each row."""
        return map(Row.model_validate_json, self.lines())


@contextmanager
def kept_on_disk(lines: Iterable[str]) -> Iterator[Rows]:
    """Keep rows, each given as a line of JSON, as long as they are needed.

    Raises UnwritableError where the temporary folder of this machine has no room for them.
    """
    with _needing_room():
        file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  closed below, full or not
    try:
        for line in lines:
            with _needing_room():
                file.write(f"{line}\n")
        with _needing_room():
            file.flush()
        yield Rows(file)
    finally:
        with suppress(OSError):  # what found no room is tried once more
            file.close()


@contextmanager
def _needing_room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UnwritableError(f"the rows cannot be kept in the temporary folder: {error.strerror}") from None
