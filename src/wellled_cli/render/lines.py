"""Findings as lines, one each: `path:line:column: level rule message`."""

from collections.abc import Iterable, Sequence

from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.review import NOTICE, Review
from wellled_cli.render.visible import one_line


def finding_lines(review: Review, findings: Iterable[Finding]) -> str:
    """Give a line for each finding of a file, each ending in a line break."""
    return "".join(f"{_line(review.path, finding)}\n" for finding in findings)


def summary(reviews: Sequence[Review], failures: Sequence[str], *, complete: bool) -> str:
    """Say what was checked, what was found and why the gate fails, ending in the notice.

    `complete` tells whether everything that was meant could be checked.
    """
    found = [finding.kind for review in reviews for finding in review.findings]
    counts = ", ".join(
        (
            _count(found.count(Kind.FAULT), "fault", "faults"),
            _count(found.count(Kind.CONCERN), "concern", "concerns"),
            _count(found.count(Kind.RECORD), "gap in the record", "gaps in the record"),
        )
    )
    lines = [f"{_count(len(reviews), 'file', 'files')} checked: {counts}."]
    lines += [f"Fails: {one_line(failure)}" for failure in failures]
    if not complete:
        lines.append("Not everything could be checked.")
    elif not failures:
        lines.append("Passes: nothing fails the gate.")
    return "\n".join((*lines, NOTICE)) + "\n"


def _line(path: str, finding: Finding) -> str:
    place = f"{one_line(path)}:{finding.place.line}:{finding.place.column}"
    return f"{place}: {finding.level} {finding.rule} {one_line(finding.message)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"
