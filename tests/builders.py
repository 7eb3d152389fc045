"""Assessment files made in one line, and what the house makes of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import yaml

from wellled_cli.frameworks.catalogue import shipped
from wellled_cli.load.reader import read_text
from wellled_cli.model.finding import Finding
from wellled_cli.model.framework import Framework, Scoring
from wellled_cli.model.review import Review
from wellled_cli.model.scorecard import Scorecard
from wellled_cli.model.source import Source
from wellled_cli.workflow import Terms, review

Yaml: TypeAlias = Any
"""Whatever can stand in a YAML file."""

TODAY = date(2026, 1, 15)
SAF = "cqc-saf-2024"

STATEMENTS: Mapping[str, tuple[str, ...]] = {
    "safe": (
        "learning-culture",
        "safe-systems-pathways-and-transitions",
        "safeguarding",
        "involving-people-to-manage-risks",
        "safe-environments",
        "safe-and-effective-staffing",
        "infection-prevention-and-control",
        "medicines-optimisation",
    ),
    "effective": (
        "assessing-needs",
        "delivering-evidence-based-care-and-treatment",
        "how-staff-and-teams-work-together",
        "supporting-people-to-live-healthier-lives",
        "monitoring-and-improving-outcomes",
        "consent-to-care-and-treatment",
    ),
    "caring": (
        "kindness-compassion-and-dignity",
        "treating-people-as-individuals",
        "independence-choice-and-control",
        "responding-to-peoples-immediate-needs",
        "workforce-wellbeing-and-enablement",
    ),
    "responsive": (
        "person-centred-care",
        "care-provision-integration-and-continuity",
        "providing-information",
        "listening-to-and-involving-people",
        "equity-in-access",
        "equity-in-experiences-and-outcomes",
        "planning-for-the-future",
    ),
    "well-led": (
        "shared-direction-and-culture",
        "capable-compassionate-and-inclusive-leaders",
        "freedom-to-speak-up",
        "workforce-equality-diversity-and-inclusion",
        "governance-management-and-sustainability",
        "partnerships-and-communities",
        "learning-improvement-and-innovation",
        "environmental-sustainability",
    ),
}
"""The 34 quality statements in the published order; the last of well-led counts at trust level only."""

SPEAK_UP = "freedom-to-speak-up"
GOVERNANCE = "governance-management-and-sustainability"


def assessment_text(
    scores: Sequence[int | None] = (3,) * 7,
    /,
    *,
    about: Mapping[str, Yaml] | None = None,
    answers: Mapping[str, Yaml] | None = None,
    **changes: Yaml,
) -> str:
    """Write an assessment file in YAML.

    Scores are given in the published order, None for a statement not assessed. `about` adds to its assessment,
    `answers` replace statements, and `changes` replace top-level keys; one changed to None is left out.
    """
    question = str(changes.get("key_question", "well-led"))
    statements = {
        name: {"not_assessed": "Out of scope"} if score is None else {"score": score}
        for name, score in zip(STATEMENTS[question], scores, strict=False)
    }
    file = {
        "wellled": 1,
        "framework": SAF,
        "provider": {"name": "Ash Grove Care"},
        "assessment": {"source": "self", "date": date(2025, 2, 20), **(about or {})},
        "statements": {**statements, **(answers or {})},
        **changes,
    }
    kept = {key: value for key, value in file.items() if value is not None}
    return yaml.safe_dump(kept, sort_keys=False, allow_unicode=True, width=1000)


def source_of(text: str, path: str = "assessment.yaml") -> Source:
    """Read a text that is free of faults so far."""
    source = read_text(text, path)
    assert not source.faults, source.faults
    return source


def reviewed(text: str, path: str = "assessment.yaml", today: date = TODAY) -> Review:
    """Take a file through the house on a fixed day."""
    return review(read_text(text, path), Terms(today))


def scored(text: str) -> Scorecard:
    """Score a file that has no faults."""
    outcome = reviewed(text)
    assert outcome.scorecard is not None, outcome.faults
    return outcome.scorecard


def flagged(text: str, rule: str, today: date = TODAY) -> list[Finding]:
    """Give the findings of one rule in a file that has no faults."""
    outcome = reviewed(text, today=today)
    assert outcome.scorecard is not None, outcome.faults
    return [finding for finding in outcome.findings if finding.rule == rule]


def faults_of(text: str, path: str = "assessment.yaml") -> list[str]:
    """Give the rules a file breaks, in the order of the file."""
    return [fault.rule for fault in reviewed(text, path).faults]


def saf() -> Framework:
    """Give the single assessment framework as it has been since 2 December 2024."""
    return shipped(SAF)


def saf_scoring() -> Scoring:
    """Give its arithmetic."""
    scoring = saf().scoring
    assert scoring is not None
    return scoring
