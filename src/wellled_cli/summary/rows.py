"""The rows of a summary, kept on disk: however many there are, they take no more memory than one."""

from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from weakref import finalize

from wellled_cli.model.errors import UnwritableError
from wellled_cli.model.summary import Row


class Rows:
    """Rows in the order they came, to be gone through any number of times, one time after the other."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Keep rows, each as a line of JSON.

        Raises UnwritableError where the temporary folder of this machine has no room for them.
        """
        try:
            self._file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115  it goes with the rows
            finalize(self, self._file.close)
            for line in lines:
                self._file.write(f"{line}\n")
            self._file.flush()
        except OSError as error:
            raise UnwritableError(f"the rows cannot be kept in the temporary folder: {error.strerror}") from None

    def lines(self) -> Iterator[str]:
        """Give each row as its line of JSON."""
        self._file.seek(0)
        for line in self._file:
            yield line.rstrip("\n")

    def __iter__(self) -> Iterator[Row]:
        """Give each row."""
        return map(Row.model_validate_json, self.lines())
