"""Laws of reading that hold for every run of bytes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import TODAY, assessment_text
from wellled_cli.load.reader import read
from wellled_cli.render import json
from wellled_cli.render.lines import finding_lines
from wellled_cli.workflow import Terms, review

SOUND = assessment_text(
    answers={
        "freedom-to-speak-up": {"score": 2, "concerns": [{"topic": "culture", "text": "Blame"}], "evidence": ["E1"]}
    },
    measures=[{"name": "Training", "topic": "training", "value": 82, "target": 90}],
    evidence=[{"id": "E1", "title": "Survey", "review_by": date(2025, 1, 1)}],
    actions=[{"id": "A1", "title": "Act", "kind": "must", "status": "open", "due": date(2025, 1, 1)}],
    breaches=[{"regulation": 17, "status": "current"}],
)
INSERTED = st.sampled_from(
    ["", ":", "- ", "\n", "  ", "\t", "{", "[", "'", '"', "*a", "&a ", "!!x ", "true", "\x00", "|", "#"]
)
PATHS = st.sampled_from(["assessment.yaml", "assessment.json"])


def goes_through(content: bytes, path: str) -> None:
    """Take bytes through the house and out again."""
    outcome = review(read(content, path), Terms(TODAY))
    assert bool(outcome.faults) != (outcome.scorecard is not None)
    assert finding_lines(outcome, outcome.findings).count("\n") == len(outcome.findings)
    assert json.render([outcome], TODAY)


@given(st.binary(max_size=200), PATHS)
def test_any_bytes_are_read_or_faulty(content: bytes, path: str) -> None:
    """Whatever the bytes, they are scored or have faults, and can be shown."""
    goes_through(content, path)


@given(st.data())
def test_any_slip_is_read_or_faulty(data: st.DataObject) -> None:
    """Whatever is cut out of a sound file or put into it, it is scored or has faults, and can be shown."""
    start = data.draw(st.integers(0, len(SOUND)))
    end = data.draw(st.integers(start, min(start + 30, len(SOUND))))
    goes_through((SOUND[:start] + data.draw(INSERTED) + SOUND[end:]).encode(), "assessment.yaml")
