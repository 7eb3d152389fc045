"""Everything there is to write about the files of a folder, each product into a file of its own.

`python -m tests.hostile.everything OUT` writes them into OUT; two machines that do so must write the same.
"""

import io
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import typer.main

from tests.hostile.commands import RUNS, TODAY
from wellled_cli.cli.main import invoke

OTHERS = [
    "explain",
    "explain concern-training",
    "frameworks",
    "frameworks cqc-saf-2024",
    "schema",
    "schema result",
    "init",
]
WRITERS = ["report FILE --format docx --output OUT/{}.docx", "report . --format docx --output OUT/all.docx"]
WRITERS += [f"check . --report {name}:OUT/all.{name}" for name in ("text", "json", "sarif", "junit", "github")]
AS_WIDE_AS_COLUMNS = ("score", "plan", "summary", "compare", "explain", "frameworks")
"""Whose text is laid out for a terminal, as wide as COLUMNS says."""


def lines() -> Iterator[str]:
    """Give every command line, the files in it named."""
    for file in sorted(Path().glob("*.yaml")):
        for line in (*(run.line for run in RUNS), WRITERS[0].format(file.stem)):
            yield line.replace("FILE", file.name)
    yield from (run.line.replace("FILE", ".") for run in RUNS if not run.line.startswith(("plan", "compare", "import")))
    yield from (*OTHERS, *WRITERS[1:])


def main(out: Path) -> None:
    """Run every line and keep what it writes to standard output, to standard error and to files."""
    out.mkdir()
    typer.main.get_command = cache(typer.main.get_command)  # built once: of each run it takes the greater part
    for line in lines():
        words = [word.replace("OUT", str(out)) for word in line.split()]
        sys.argv = ["wellled", *words, "--today", TODAY]
        sys.stdout, sys.stderr = (io.TextIOWrapper(io.BytesIO()) for _ in range(2))
        code: object = None
        try:
            invoke()
        except SystemExit as left:
            code = left.code
        streams = [stream.buffer.getvalue() for stream in (sys.stdout, sys.stderr)]  # type: ignore[attr-defined]
        name = "".join(c if c.isalnum() or c in "-." else "_" for c in line)
        wide = line.split()[0] in AS_WIDE_AS_COLUMNS and "--format" not in line
        (out / f"{name}{'.wide' if wide else ''}").write_bytes(b"\n".join([f"{code}".encode(), *streams]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
