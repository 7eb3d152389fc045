"""From the review of a file to its row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.result import Next, Provider, Service
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Scorecard
from wellled_cli.model.summary import Row, RowConcern


def row_of(review: Review) -> Row:
    """Give the row of a file that was read."""
    said, card, faults = review.assessment, review.scorecard or Scorecard(()), review.faults
    counted = [finding for finding in review.findings if finding.waived is None]
    return Row(
        path=review.path,
        problem=faults[0].message if faults else None,
        framework=review.framework.id if review.framework else None,
        key_question=review.key_question.id if review.key_question else None,
        level=review.level,
        provider=Provider.model_validate(said.provider) if said and said.provider else None,
        service=Service.model_validate(said.service) if said and said.service else None,
        date=said.assessment.date if said else None,
        source=said.assessment.source if said else None,
        total=card.total,
        maximum=card.maximum,
        score=card.score,
        band=card.band,
        rating=card.rating,
        limited_by=[limit.statement for limit in card.limited_by],
        next=Next.model_validate(card.next) if card.next else None,
        breached=any(breach.status == "current" for breach in (said.breaches if said else None) or ()),
        faults=len(faults),
        records=sum(finding.kind is Kind.RECORD for finding in counted),
        waived=len(review.findings) - len(counted),
        statements={each.id: each.score for each in card.statements},
        concerns=sorted(_concerns(counted), key=lambda concern: -concern.level.rank),
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
