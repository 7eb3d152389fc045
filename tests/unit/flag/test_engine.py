"""Findings are placed, sorted and said once."""

from dataclasses import asdict

from tests.builders import TODAY, reviewed
from wellled_cli.model.finding import Level

TEXT = """\
wellled: 1
framework: cqc-saf-2024
provider: {name: Ash Grove}
assessment: {source: self, date: 2025-02-20}
statements:
  shared-direction-and-culture: {score: 3}
  capable-compassionate-and-inclusive-leaders: {score: 3}
  freedom-to-speak-up:
    score: 2
    concerns:
      - {topic: speaking-up, text: Staff fear the formal route}
  workforce-equality-diversity-and-inclusion: {score: 3}
  governance-management-and-sustainability: {score: 3}
  partnerships-and-communities: {score: 3}
  learning-improvement-and-innovation: {score: 3}
measures:
  - name: Training
    topic: training
    value: 82
    target: 90
breaches:
  - {regulation: 17, status: current}
actions:
  - id: A1
    title: Train staff
    kind: should
    status: open
    due: 2025-09-30
"""


def test_findings_stand_where_they_arise() -> None:
    """Each finding is placed at what was seen, one about something missing at its nearest parent, in file order."""
    found = [(finding.place.line, finding.place.column, finding.rule) for finding in reviewed(TEXT).findings]
    assert found == [
        (8, 3, "low-score-without-findings"),
        (9, 12, "low-score"),
        (11, 9, "concern-speaking-up"),
        (19, 12, "concern-training"),
        (22, 5, "breach-beside-good"),
        (22, 5, "current-breach"),
        (24, 5, "action-without-owner"),
        (28, 10, "action-overdue"),
    ]


def test_findings_are_the_same_each_time() -> None:
    """The same file on the same day gives the same findings in the same order."""
    assert reviewed(TEXT).findings == reviewed(TEXT, today=TODAY).findings


def test_nothing_is_waived_by_itself() -> None:
    """A finding is waived by nobody but a person."""
    assert {asdict(finding)["waived"] for finding in reviewed(TEXT).findings} == {None}


def test_levels_have_an_order() -> None:
    """A note matters less than a warning, a warning less than an error."""
    assert [level.rank for level in (Level.NOTE, Level.WARNING, Level.ERROR)] == [0, 1, 2]
