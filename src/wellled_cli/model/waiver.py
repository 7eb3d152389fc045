"""A finding that somebody answers for: shown and counted, but it fails nothing until the waiver expires."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase

from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.wording import day_words

EXPIRED = " (the waiver for this expired on "


@dataclass(frozen=True, slots=True)
class Waiver:
    """What is waived, where, why, by whom and until when; its last day still counts.

    `file` is a pattern for the path of a file from the current folder, `statement` an id; one of them may be left out.
    `place` says where the waiver itself is written, for people.
    """

    rule: str
    file: str | None
    statement: str | None
    reason: str
    approved_by: str
    expires: date
    place: str

    def covers(self, finding: Finding, path: str) -> bool:
        """Tell whether it is about a finding of a file, in force or not. What makes a file wrong is never waived."""
        return (
            finding.kind is not Kind.FAULT
            and finding.rule == self.rule
            and self.statement in {None, finding.statement}
            and self.is_about(path)
        )

    def is_about(self, path: str) -> bool:
        """Tell whether it is about a file, by its path from the current folder."""
        return self.file is None or path == self.file or _matches(path.split("/"), self.file.split("/"))

    @property
    def words(self) -> str:
        """Name it for people."""
        where = " in ".join(part for part in (self.statement, self.file) if part)
        return f"{self.place}: the waiver of {self.rule} in {where}"


def _matches(names: Sequence[str], patterns: Sequence[str]) -> bool:
    """Tell whether the names of a path match patterns one by one, ** as many as there are, none included."""
    if not patterns:
        return not names
    if patterns[0] == "**":
        return any(_matches(names[start:], patterns[1:]) for start in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], patterns[0]) and _matches(names[1:], patterns[1:])


def waived(findings: Iterable[Finding], path: str, waivers: Iterable[Waiver], today: date) -> Iterator[Finding]:
    """Give the findings of a file, each with the reason of the waiver that covers it today.

    One whose waivers have all expired comes back as it was, and says so.
    """
    waivers = tuple(waivers)
    for finding in findings:
        about = [waiver for waiver in waivers if waiver.covers(finding, path)]
        if not about:
            yield finding
            continue
        latest = max(about, key=lambda waiver: waiver.expires)
        if today <= latest.expires:
            reason = f"{latest.reason} ({latest.approved_by}, until {day_words(latest.expires)})"
            yield replace(finding, waived=reason)
        else:
            yield replace(finding, message=f"{finding.message}{EXPIRED}{day_words(latest.expires)})")


def unused(waivers: Iterable[Waiver], found: Mapping[str, Sequence[Finding]]) -> Iterator[str]:
    """Say which waivers cover nothing in some files, and why; the findings come by the path of their file."""
    for waiver in waivers:
        if not any(map(waiver.is_about, found)):
            yield f"{waiver.words} is about none of the files that were checked"
        elif not any(waiver.covers(finding, path) for path, findings in found.items() for finding in findings):
            yield f"{waiver.words} covers nothing that was found: take it out"
