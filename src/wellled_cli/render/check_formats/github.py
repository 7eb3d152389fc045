"""Findings as annotations of GitHub Actions, the gravest first, and a summary for the page of the run.

A step shows ten errors, ten warnings and ten notices at the most; what is beyond is in the summary.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wellled_cli.model.finding import Finding, Level
from wellled_cli.render.check import Checked
from wellled_cli.render.document import markdown
from wellled_cli.render.document.check import content
from wellled_cli.render.visible import one_line, visible

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_MOST = 10
_LARGEST_SUMMARY = 1_000_000


def render(checked: Checked) -> str:
    """Give a workflow command a line: what could not be read, what fails the gate, then the findings.

    As many as are shown; waived findings are left out.
    """
    failures = [*checked.problems, *checked.reasons]
    found = [(each.review.path, finding) for each in checked.outcomes for finding in each.review.findings]
    open_ones = [(path, finding) for path, finding in found if finding.waived is None]
    commands = [_Annotation("error", "wellled", "", failure) for failure in failures]
    commands += [_of(path, finding) for path, finding in sorted(open_ones, key=lambda pair: -pair[1].level.rank)]
    lines = list(_within_limits(commands))
    if beyond := len(commands) - len(lines):
        lines.append(f"::notice title=wellled::{beyond} more, see the summary")
    return "".join(f"{line}\n" for line in lines)


def step_summary(checked: Checked) -> str:
    """Give the Markdown for the page of the run, within what it takes."""
    text = markdown.render(content(checked.outcomes, checked.problems))
    cut = text.encode("utf-8")[:_LARGEST_SUMMARY].decode("utf-8", "ignore")
    return text if cut == text else f"{cut.rpartition(chr(10))[0]}\n\nThere is more than fits here.\n"


@dataclass(frozen=True, slots=True)
class _Annotation:
    """A workflow command: its name, what stands above it, where in a file, and what it says."""

    name: str
    title: str
    where: str
    message: str

    def __str__(self) -> str:
        properties = ",".join(part for part in (self.where, f"title={_property(self.title)}") if part)
        return f"::{self.name} {properties}::{_data(visible(self.message))}"


def _of(path: str, finding: Finding) -> _Annotation:
    place = finding.place
    where = f"file={_property(path)},line={place.line},endLine={place.end_line}"
    if place.line == place.end_line:
        where += f",col={place.column},endColumn={place.end_column}"
    return _Annotation(_COMMANDS[finding.level], f"wellled ({finding.rule})", where, finding.message)


def _within_limits(found: Iterable[_Annotation]) -> Iterator[str]:
    """Give as many of a kind as are shown, a notice less: that which says how many more there are is one too."""
    shown: Counter[str] = Counter()
    for annotation in found:
        shown[annotation.name] += 1
        if shown[annotation.name] <= (_MOST - 1 if annotation.name == _COMMANDS[Level.NOTE] else _MOST):
            yield str(annotation)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
