"""Where an assessment looked: where it did not, it says nothing of what another one found."""

from collections.abc import Callable
from typing import TypeAlias

from wellled_cli.model.assessment import Assessment
from wellled_cli.model.comparison import Side, Standing
from wellled_cli.model.finding import Finding, Origin
from wellled_cli.model.fingerprint import folded
from wellled_cli.model.scorecard import Status

Looked: TypeAlias = Callable[[Finding], bool]


def standings(side: Side) -> list[Standing]:
    """Give where each quality statement that counts stands, in the published order."""
    return [
        Standing(each.id, each.title, each.score, each.status, side.said.statements[each.id].judged)
        for each in side.card.statements
    ]


def where(side: Side) -> Looked:
    """Tell of a finding of another assessment whether this one looked where it could have had the same.

    It did at the score of a statement that it scored itself, at a measure that it gives with a target, in a narrative
    where it wrote one, and else at every statement that it assessed; a register is always looked at as a whole.
    """
    stands = standings(side)
    assessed = {each.id for each in stands if each.status in {Status.ASSESSED, Status.UNKNOWN}}
    scored = {each.id for each in stands if each.status is Status.ASSESSED and (each.score or each.judged)}
    told, measured = _told(side.said), _measured(side.said)

    def looked(finding: Finding) -> bool:
        if finding.origin is Origin.NARRATIVE:
            return finding.statement in told
        if finding.origin is Origin.MEASURE:
            return folded(finding.subject or "") in measured
        if finding.origin is Origin.SCORE:
            return finding.statement in scored
        of_a_register = finding.origin is not Origin.DECLARED and finding.subject is not None
        return of_a_register or finding.statement is None or finding.statement in assessed

    return looked


def _told(said: Assessment) -> set[str | None]:
    """Give the statements that have a narrative, and None where there is a summary."""
    told: set[str | None] = {name for name, each in said.statements.items() if (each.findings or "").strip()}
    return told | {None} if (said.summary or "").strip() else told


def _measured(said: Assessment) -> set[str]:
    return {folded(each.name) for each in said.measures or () if each.target is not None}
