"""What was raised and cleared in a comparison, as sections: concerns, and gaps in the record."""

from collections.abc import Iterator, Sequence

from wellled_cli.model.comparison import Compared, Comparison, Side, only_new, only_old
from wellled_cli.model.finding import Finding, Origin
from wellled_cli.render.document.parts import Section, Table

_COLUMNS = ("Level", "About", "What was found", "Quality statement")


def changed_concerns(comparison: Comparison) -> Iterator[Section]:
    """Give a section for the concerns raised, one for those cleared, and one for those that changed."""
    return _changed("Concerns", comparison.concerns, comparison)


def changed_records(comparison: Comparison) -> Iterator[Section]:
    """Give the same for gaps in the record."""
    return _changed("Gaps in the record", comparison.records, comparison)


def _changed(name: str, part: Compared[Finding], comparison: Comparison) -> Iterator[Section]:
    old, new = comparison.old, comparison.new
    listed = (
        (f"{name} raised", part.raised, new),
        (f"{name} where only the new one looked", only_new(part.apart), new),
        (f"{name} cleared", part.cleared, old),
        (f"{name} where only the old one looked, not known to be cleared", only_old(part.apart), old),
    )
    yield from (_section(title, findings, side) for title, findings, side in listed if findings)
    if part.altered:
        yield _altered(f"{name} still there, but changed", part.altered, comparison)


def _section(title: str, findings: Sequence[Finding], side: Side) -> Section:
    rows = [
        (_level(each), _about(each, side), _found(each), _statement(each, side))
        for each in sorted(findings, key=_gravest_first)
    ]
    return Section(f"{title} ({len(rows)})", (Table(title, _COLUMNS, rows),))


def _altered(title: str, pairs: Sequence[tuple[Finding, Finding]], comparison: Comparison) -> Section:
    rows = [
        (_level(old), _level(new), _about(new, comparison.new), _both(old, new), _statements(old, new, comparison))
        for old, new in sorted(pairs, key=lambda pair: _gravest_first(pair[1]))
    ]
    columns = ("Old", "New", *_COLUMNS[1:])
    return Section(f"{title} ({len(rows)})", (Table(title, columns, rows),))


def _gravest_first(finding: Finding) -> tuple[bool, int]:
    return finding.waived is not None, -finding.level.rank


def _level(finding: Finding) -> str:
    return str(finding.level) if finding.waived is None else "waived"


def _about(finding: Finding, side: Side) -> str:
    """Name the topic of a concern, else the rule."""
    return side.review.topics[finding.topic] if finding.topic else finding.rule.replace("-", " ").capitalize()


def _found(finding: Finding) -> str:
    words = f"“{finding.quote}”" if finding.quote else finding.message
    return words if finding.waived is None else f"{words} Waived: {finding.waived}"


def _both(old: Finding, new: Finding) -> str:
    """Say what is found now and, of what is compared by its words, what was."""
    worded = new.origin in {None, Origin.DECLARED} and old.message != new.message
    return f"{_found(new)} (was: {old.message})" if worded else _found(new)


def _statement(finding: Finding, side: Side) -> str:
    titles = {entry.id: entry.title for entry in side.framework.all_statements}
    return titles.get(finding.statement or "", "")


def _statements(old: Finding, new: Finding, comparison: Comparison) -> str:
    was, now = _statement(old, comparison.old), _statement(new, comparison.new)
    return now if was == now else f"{now or 'none'} (was: {was or 'none'})"
