"""Assessment files to run commands on, one of each kind."""

from datetime import date

from tests.builders import assessment_text

NAME = "Ash Grove Care"
"""The provider that the builder of assessments writes about."""

ACTION = {"id": "A1", "title": "Tell staff", "kind": "should", "due": date(2027, 1, 31), "status": "open"}

FILES = {
    # 21 of 28, score 75, rating good, nothing found
    "good.yaml": assessment_text(),
    # 7 of 28, score 25, rating inadequate: honest and right
    "low.yaml": assessment_text([1, 1, 1, 1, 1, 1, 1]),
    # 19 of 28, score 68 in the good band, limited to requires improvement
    "limited.yaml": assessment_text([3, 3, 1, 3, 3, 3, 3]),
    # 28 of 32, an exact half: one finding, a note
    "noted.yaml": assessment_text([4, 4, 4, 4, 3, 3, 3, 3], level="trust"),
    # an action that nobody owns: one finding, a warning
    "warned.yaml": assessment_text(actions=[ACTION]),
    # a current breach: a finding of level error beside a note
    "breached.yaml": assessment_text(breaches=[{"regulation": 17, "status": "current"}]),
    # a score that is none: a fault
    "faulty.yaml": assessment_text([3, 3, 5, 3, 3, 3, 3]),
    # ours, and no YAML: a fault
    "broken.yaml": "wellled: 1\nstatements: [\n",
}
