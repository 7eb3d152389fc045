"""Findings as lines, one each: `path:line:column: level rule message`."""

from collections.abc import Iterable, Iterator, Sequence

from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import NOTICE, Review
from wellled_cli.model.scorecard import Status
from wellled_cli.render.visible import one_line


def finding_lines(review: Review, findings: Iterable[Finding]) -> str:
    """Give a line for each finding of a file, each ending in a line break."""
    return "".join(f"{_line(review.path, finding)}\n" for finding in findings)


def summary(reviews: Sequence[Review], failures: Sequence[str], *, complete: bool) -> str:
    """Say what was checked, what was found and why the gate fails, ending in the notice.

    `complete` tells whether everything that was meant could be checked.
    """
    found = [finding for review in reviews for finding in review.findings]
    kinds = [finding.kind for finding in found]
    counts = [
        _count(kinds.count(Kind.FAULT), "fault", "faults"),
        _count(kinds.count(Kind.CONCERN), "concern", "concerns"),
        _count(kinds.count(Kind.RECORD), "gap in the record", "gaps in the record"),
    ]
    if waived := sum(finding.waived is not None for finding in found):
        counts.append(f"{waived} of them waived")
    lines = [f"{_count(len(reviews), 'file', 'files')} checked: {', '.join(counts)}."]
    lines += map(failure_line, failures)
    if not complete:
        lines.append("Not everything could be checked.")
    elif not failures:
        lines.append("Passes: nothing fails the gate.")
    return "\n".join((*lines, NOTICE)) + "\n"


def failure_line(failure: str) -> str:
    """Say why the gate fails."""
    return f"Fails: {one_line(failure)}"


def import_line(path: str, review: Review) -> str:
    """Say in a line what an imported file computes to, and how that stands to what was published, and why."""
    card, said = review.scorecard, review.assessment
    place = one_line(path)
    if card is None or said is None:
        wrong = "; ".join(one_line(f"line {fault.place.line}: {fault.message}") for fault in review.faults)
        return f"{place}: not right yet: {wrong}"
    computed = f"computed {_result(card.score, card.rating)}"
    if said.published is None:
        return f"{place}: {computed}; nothing was published to compare it with"
    verdict = {True: "equal", False: "not equal", None: "cannot be compared"}[card.agrees]
    published = _result(said.published.score, said.published.rating)
    reasons = "; ".join(_reasons(review, said.published.score))
    return f"{place}: {computed}; published {published}: {verdict}{f' ({reasons})' if reasons else ''}"


def _result(score: int | None, rating: Rating | None) -> str:
    return ", ".join(str(part) for part in (score, rating) if part is not None) or "no score"


def _reasons(review: Review, published: int | None) -> Iterator[str]:
    """Say what made the score what it is, beside the scores themselves."""
    card = review.scorecard
    if card is None:
        return
    statuses = [statement.status for statement in card.statements]
    for status, words in _STATUSES.items():
        if number := statuses.count(status):
            yield f"{_count(number, 'statement', 'statements')} {words}"
    if card.limited_by:
        held = published is not None and published != card.score and published in card.expected_published
        yield f"limited to {card.rating}" + (f", and its score held at {published}" if held else "")


_STATUSES = {
    Status.CARRIED: "carried from the previous rating",
    Status.EXCLUDED: "left out",
    Status.ZERO: "not assessed and counted as nothing",
    Status.UNKNOWN: "without a score in the source",
}


def _line(path: str, finding: Finding) -> str:
    place = f"{_not_a_command(one_line(path))}:{finding.place.line}:{finding.place.column}"
    waived = "" if finding.waived is None else f" [waived: {one_line(finding.waived)}]"
    return f"{place}: {finding.level} {finding.rule} {one_line(finding.message)}{waived}"


def _not_a_command(path: str) -> str:
    """Write a path so that a line that starts with it is no workflow command."""
    return f"./{path}" if path.startswith((":", "#")) else path


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'no'} {one if number == 1 else many}"
