"""From the review of a file to its row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Scorecard
from wellled_cli.model.summary import Row, RowConcern
from wellled_cli.render.json import assessed


def row_of(review: Review) -> Row:
    """Give the row of a file that was read."""
    said, card, faults = review.assessment, review.scorecard or Scorecard(()), review.faults
    counted = [finding for finding in review.findings if finding.waived is None]
    return Row.model_validate(
        assessed(review)
        | {
            "problem": faults[0].message if faults else None,
            "next": card.next,
            "breached": any(breach.status == "current" for breach in (said.breaches if said else None) or ()),
            "faults": len(faults),
            "records": sum(finding.kind is Kind.RECORD for finding in counted),
            "waived": len(review.findings) - len(counted),
            "statements": {each.id: each.score for each in card.statements},
            "concerns": sorted(_concerns(counted), key=lambda concern: -concern.level.rank),
        }
    )


def unread(path: str, reason: str) -> Row:
    """Give the row of a file whose bytes cannot be had."""
    return row_of(Review(path)).model_copy(update={"problem": reason})


def _concerns(findings: Iterable[Finding]) -> Iterator[RowConcern]:
    by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.kind is Kind.CONCERN:
            by_rule[finding.rule].append(finding)
    for rule, found in by_rule.items():
        gravest = max(found, key=lambda finding: (finding.level.rank, finding.quote is not None))
        example = gravest.quote or gravest.message
        yield RowConcern(rule=rule, findings=len(found), level=gravest.level, example=example)
