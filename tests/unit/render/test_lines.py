"""Findings as lines, one each."""

import pytest

from tests.builders import SPEAK_UP, assessment_text, reviewed
from wellled_cli.render.lines import finding_lines, summary

LOW = assessment_text(answers={SPEAK_UP: {"score": 2, "findings": "We visited in May."}})
WRONG = assessment_text(answers={SPEAK_UP: {"score": 5}})


def test_a_finding_is_a_line() -> None:
    """A finding is one line: path, line, column, level, rule and message."""
    review = reviewed(LOW)
    (finding,) = review.findings
    line = f"assessment.yaml:{finding.place.line}:{finding.place.column}: warning low-score {finding.message}\n"
    assert finding_lines(review, review.findings) == line


def test_a_finding_stays_on_its_line() -> None:
    """Line breaks and steering characters in a file do not break out of its line."""
    concern = {"topic": "culture", "text": "first\n::error::second \u202e third"}
    review = reviewed(assessment_text(answers={SPEAK_UP: {"score": 3, "concerns": [concern]}}))
    lines = finding_lines(review, review.findings)
    assert lines.count("\n") == 1
    assert "first : :error: :second <U+202E> third" in lines


def test_nothing_found_is_no_line() -> None:
    """A file without findings has no lines."""
    assert finding_lines(reviewed(assessment_text()), ()) == ""


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        ([assessment_text()], ["1 file checked", "no faults", "no concerns"]),
        ([LOW, WRONG], ["2 files checked", "1 fault", "1 concern"]),
        ([WRONG, WRONG], ["2 files checked", "2 faults", "no concerns"]),
    ],
)
def test_the_summary_counts(texts: list[str], words: list[str]) -> None:
    """The summary says how many files were checked and what was found in them."""
    lines = summary([reviewed(text) for text in texts], [], complete=True)
    assert all(word in lines for word in words)


def test_the_summary_says_whether_it_passes() -> None:
    """The summary ends in the outcome, every reason for a failure, and what the result is not."""
    passed = summary([], [], complete=True)
    failed = summary([], ["a.yaml: one reason", "b.yaml: another"], complete=True)
    partial = summary([], [], complete=False)
    assert "Passes: nothing fails the gate." in passed
    assert "Passes" not in failed + partial
    assert "Fails: a.yaml: one reason\nFails: b.yaml: another\n" in failed
    assert all(lines.endswith("indicative calculation, not a CQC rating.\n") for lines in (passed, failed, partial))
