"""Asks every rule what it sees, and makes placed, sorted findings of the answers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from types import ModuleType

from wellled_cli.flag import rules
from wellled_cli.flag.case import Case, Sighting
from wellled_cli.flag.concerns import ORIGINS
from wellled_cli.model.finding import Finding, Kind, Level, Strength
from wellled_cli.model.folder import member, names_in
from wellled_cli.model.source import Fault, Source


@cache
def record_rules() -> dict[str, ModuleType]:
    """Give the rules on incomplete records: the name of each file under `rules`, and what is in it."""
    return {name: member(rules, name) for name in names_in(rules)}


def findings(case: Case, source: Source, levels: Mapping[str, Level | None]) -> tuple[Finding, ...]:
    """Give everything the rules find in an assessment, in the order of the file.

    `levels` changes the level of a rule's findings; None switches the rule off.
    """
    found = [
        replace(finding, level=changed) if (changed := levels.get(finding.rule)) else finding
        for finding in (*_concerns(case, source), *_records(case, source))
        if finding.rule not in levels or levels[finding.rule]
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda finding: (finding.place, finding.rule, finding.message)))


def strengths(case: Case, source: Source, levels: Mapping[str, Level | None]) -> tuple[Strength, ...]:
    """Give what the narrative praises, in the order of the file; nothing on topics whose rule is switched off."""
    found = (
        Strength(
            told.label.topic, told.statement, told.quote, told.phrase, source.locate_part(told.pointer, *told.span)
        )
        for told in case.told
        if not told.label.is_concern and levels.get(_concern_rule(told.label.topic), Level.NOTE) is not None
    )
    return tuple(sorted(found, key=lambda strength: (strength.place, strength.topic)))


def as_finding(fault: Fault) -> Finding:
    """Give a fault as the finding it is reported as."""
    return Finding(fault.rule, Kind.FAULT, Level.ERROR, fault.message, fault.place)


def _concerns(case: Case, source: Source) -> Iterator[Finding]:
    for origin in ORIGINS:
        for sighting in origin.find(case):
            rule = origin.RULE or _concern_rule(sighting.topic)
            yield _placed(sighting, source, rule, Kind.CONCERN, origin)


def _records(case: Case, source: Source) -> Iterator[Finding]:
    for name, rule in record_rules().items():
        for sighting in rule.find(case):
            yield _placed(sighting, source, name, Kind.RECORD, rule)


def _concern_rule(topic: str | None) -> str:
    return f"concern-{topic}"


def _placed(sighting: Sighting, source: Source, rule: str, kind: Kind, module: ModuleType) -> Finding:
    told = sighting.told
    return Finding(
        rule,
        kind,
        sighting.level or module.LEVEL,
        sighting.message,
        source.locate_part(told.pointer, *told.span) if told else source.locate(sighting.pointer),
        topic=sighting.topic,
        origin=getattr(module, "ORIGIN", None),
        statement=sighting.statement,
        quote=told.quote if told else None,
        phrase=told.phrase if told else None,
        subject=sighting.subject,
    )
