"""Findings as annotations of GitHub Actions, the gravest first, and a summary for the page of the run.

A step shows ten errors, ten warnings and ten notices at the most; what is beyond is in the summary.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from wellled_cli.model.finding import Finding, Level
from wellled_cli.model.outcome import Outcome
from wellled_cli.render.document import markdown
from wellled_cli.render.document.check import content
from wellled_cli.render.visible import one_line, visible

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_MOST = 10
_LARGEST_SUMMARY = 1_000_000


def annotations(outcomes: Sequence[Outcome]) -> str:
    """Give a workflow command a finding, as many as are shown, each a line; waived ones are left out."""
    found = [(each.review.path, finding) for each in outcomes for finding in each.review.findings]
    open_ones = [(path, finding) for path, finding in found if finding.waived is None]
    ordered = sorted(open_ones, key=lambda pair: -pair[1].level.rank)
    lines = list(_annotated(ordered))
    if beyond := len(ordered) - len(lines):
        lines.append(f"::notice title=wellled::{beyond} more, see the summary")
    reasons = [_command("error", "wellled", "", reason) for each in outcomes for reason in each.reasons][:_MOST]
    return "".join(f"{line}\n" for line in (*reasons, *lines))


def step_summary(outcomes: Sequence[Outcome], problems: Sequence[str]) -> str:
    """Give the Markdown for the page of the run, within what it takes."""
    text = markdown.render(content(outcomes, problems))
    cut = text.encode("utf-8")[:_LARGEST_SUMMARY].decode("utf-8", "ignore")
    return text if cut == text else f"{cut.rpartition(chr(10))[0]}\n\nThere is more than fits here.\n"


def _annotated(found: Sequence[tuple[str, Finding]]) -> Iterator[str]:
    shown: Counter[str] = Counter()
    for path, finding in found:
        command = _COMMANDS[finding.level]
        shown[command] += 1
        most = _MOST if finding.level is not Level.NOTE else _MOST - 1
        if shown[command] <= most:
            place = finding.place
            where = f"file={_property(path)},line={place.line},endLine={place.end_line}"
            if place.line == place.end_line:
                where += f",col={place.column},endColumn={place.end_column}"
            yield _command(command, f"wellled ({finding.rule})", where, finding.message)


def _command(name: str, title: str, where: str, message: str) -> str:
    properties = ",".join(part for part in (where, f"title={_property(title)}") if part)
    return f"::{name} {properties}::{_data(visible(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(one_line(text)).replace(":", "%3A").replace(",", "%2C")
