"""Every command that reads files, in every format: a line each, with the law of its product and its exit codes."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tests.cli.command import Command, Ran
from tests.hostile import laws

TODAY = "2026-11-23"
GATE, NEEDS, IMPORTS = "gate", "needs", "imports"
CODES: Mapping[str, Mapping[bool, frozenset[int]]] = {
    # what a command leaves with for a sound file, and for one with faults
    GATE: {True: frozenset({0}), False: frozenset({1})},
    NEEDS: {True: frozenset({0}), False: frozenset({2})},
    IMPORTS: {True: frozenset({0, 2}), False: frozenset({0, 2})},
}


class Run(NamedTuple):
    """A command with FILE where a file stands, the law of what it writes, and how its exit code is told."""

    line: str
    law: Callable[[str], object]
    code: str = NEEDS

    def words(self, path: str) -> list[str]:
        """Give the words to type for a file."""
        return [path if word == "FILE" else word for word in self.line.split()] + ["--today", TODAY]


RUNS = [
    Run("score FILE", laws.plain),
    Run("score FILE --format json", laws.as_json),
    Run("check FILE", laws.plain, GATE),
    Run("check FILE --format json", laws.as_json, GATE),
    Run("check FILE --format sarif", laws.as_sarif, GATE),
    Run("check FILE --format junit", laws.as_junit, GATE),
    Run("check FILE --format github", laws.as_annotations, GATE),
    Run("report FILE --format md", laws.as_markdown),
    Run("report FILE --format html", laws.as_html),
    Run("report FILE --format json", laws.as_json),
    Run("report FILE --format csv", laws.as_csv),
    Run("plan FILE", laws.plain),
    Run("plan FILE --format json", laws.as_json),
    Run("summary FILE", laws.plain),
    Run("summary FILE --format md", laws.as_markdown),
    Run("summary FILE --format html", laws.as_html),
    Run("summary FILE --format json", laws.as_json),
    Run("summary FILE --format csv", laws.as_csv),
    Run("compare FILE FILE", laws.plain),
    Run("compare FILE FILE --format md", laws.as_markdown),
    Run("compare FILE FILE --format json", laws.as_json),
    Run("import FILE", laws.as_assessment, IMPORTS),
    Run("import FILE --from published-report", laws.as_assessment, IMPORTS),
    Run("import FILE --from cqc-api", laws.as_assessment, IMPORTS),
    Run("import FILE --from sheet", laws.as_assessment, IMPORTS),
]
"""Word files are bytes and stand in a test of their own."""


def lawful(ran: Ran, run: Run, *, sound: bool) -> None:
    """See that a command left with a code it may leave with, a lawful product, and messages that are lines of text."""
    assert ran.code in CODES[run.code][sound], ran.said
    assert "Traceback" not in ran.said
    laws.plain(ran.err)
    if ran.out:
        run.law(ran.out)


QUICK = [run for run in RUNS if run.code == GATE or run.line in {"score FILE", "import FILE"}]
"""A few of them, for files that differ little from others."""


def run_all(wellled: Command, path: str, runs: Sequence[Run], *, sound: bool) -> None:
    """Run commands on a file and see that each keeps its law."""
    for run in runs:
        try:
            lawful(wellled(*run.words(path)), run, sound=sound)
        except AssertionError as error:
            error.add_note(f"wellled {run.line}")
            raise
