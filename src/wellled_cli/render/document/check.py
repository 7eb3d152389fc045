"""The outcome of a check as a document: which files pass, and what was found in each."""

from collections.abc import Iterator, Sequence

from wellled_cli.model.finding import Finding, Level
from wellled_cli.model.outcome import Outcome
from wellled_cli.model.review import NOTICE
from wellled_cli.render.document.parts import Block, Bullets, Document, Headline, Prose, Section, Table
from wellled_cli.render.words import rating_words

_COLUMNS = ("Level", "Line", "Rule", "What was found")


def content(outcomes: Sequence[Outcome], problems: Sequence[str] = ()) -> Document:
    """Say what passes and what fails, then every finding by file, the gravest first; `problems` are files not read."""
    failed = [outcome for outcome in outcomes if outcome.reasons]
    verdict = f"{len(failed)} of {len(outcomes)} fail the gate." if failed else "Nothing fails the gate."
    blocks: list[Block] = [Headline(verdict)]
    if problems:
        blocks += (Prose(("Not everything could be read:",)), Bullets(tuple(problems)))
    if outcomes:
        blocks.append(_overview(outcomes))
    blocks.append(Prose((NOTICE,)))
    sections = [
        Section(each.review.path, tuple(_file(each))) for each in outcomes if each.review.findings or each.reasons
    ]
    return Document("wellled check", blocks, sections)


def _overview(outcomes: Sequence[Outcome]) -> Table:
    columns = ["File", "Gate", "Rating", "Score", "Errors", "Warnings", "Notes"]
    some_waived = any(finding.waived is not None for outcome in outcomes for finding in outcome.review.findings)
    rows = []
    for outcome in outcomes:
        card = outcome.review.scorecard
        score = "-" if card is None or card.score is None else str(card.score)
        counts = [str(_count(outcome.review.findings, level)) for level in reversed(Level)]
        if some_waived:
            counts.append(str(sum(finding.waived is not None for finding in outcome.review.findings)))
        verdict = "fails" if outcome.reasons else "passes"
        rows.append((outcome.review.path, verdict, rating_words(card.rating if card else None), score, *counts))
    columns += ["Waived"] if some_waived else []
    return Table("The files", columns, rows, frozenset(columns[3:]))


def _count(findings: Sequence[Finding], level: Level) -> int:
    return sum(finding.level is level and finding.waived is None for finding in findings)


def _file(outcome: Outcome) -> Iterator[Block]:
    if outcome.reasons:
        yield Bullets(tuple(outcome.reasons))
    findings = sorted(outcome.review.findings, key=lambda finding: (finding.waived is not None, -finding.level.rank))
    if findings:
        rows = [(_level(each), str(each.place.line), each.rule, _said(each)) for each in findings]
        yield Table("What was found, the gravest first", _COLUMNS, rows, frozenset({"Line"}))


def _level(finding: Finding) -> str:
    return "waived" if finding.waived is not None else str(finding.level)


def _said(finding: Finding) -> str:
    return finding.message if finding.waived is None else f"{finding.message} Waived: {finding.waived}"
