"""The working in words: every number that matters, each with the rule it follows."""

import pytest

from tests.builders import SPEAK_UP, assessment_text, saf, scored


def working(text: str) -> str:
    """Give all steps of a file's working as one text."""
    return "\n".join(step.text for step in scored(text).steps)


def rules(text: str) -> list[str]:
    """Give the rules the steps follow."""
    return [step.rule for step in scored(text).steps]


FILES = {
    "plain": assessment_text((2, 2, 2, 3, 2, 3, 3)),
    "limited": assessment_text((3, 3, 3, 3, 1, 3, 3)),
    "limited outstanding": assessment_text((4, 4, 4, 4, 4, 4, 1)),
    "half": assessment_text((3, 3, 3, 3, 2, 2, 2, 2), level="trust"),
    "carried": assessment_text((3, None, 3, 3, 3, 3, 3), about={"previous_rating": "good"}),
    "excluded": assessment_text((3, None, 3, 3, 3, 3, 3), about={"unassessed": "exclude"}),
    "nothing": assessment_text((3, None, 3, 3, 3, 3, 3)),
    "unknown": assessment_text(answers={SPEAK_UP: {"score_unknown": "Not shown"}}),
}


@pytest.mark.parametrize("name", FILES)
def test_every_step_cites_a_rule_of_the_framework(name: str) -> None:
    """Each step follows a rule of the framework and says where that was read and how sure it is."""
    steps = scored(FILES[name]).steps
    assert steps
    for step in steps:
        assert step.rule in saf().rules
        assert step.source == saf().source_of(step.rule)
        assert f"confidence: {saf().rules[step.rule].confidence}" in step.source


def test_the_working_shows_its_numbers() -> None:
    """Total, maximum, percentage, rounded score, band and its ends are all in the working, in this order of rules."""
    words = working(FILES["plain"])
    assert all(number in words for number in ("17", "28", "60.714", "61", "39 to 62", "requires improvement"))
    assert rules(FILES["plain"])[:3] == ["percentage", "R1", "bands"]


def test_the_working_says_what_limits() -> None:
    """A limited rating is explained in words that name the statement, and the held score that may be published."""
    words = working(FILES["limited"])
    assert '"Governance, management and sustainability" is scored 1' in words
    assert "62" in words
    assert {"L1", "held"} <= set(rules(FILES["limited"]))


def test_the_working_says_that_nothing_limits() -> None:
    """Where something could limit and does not, that is said too."""
    assert "L1" in rules(assessment_text())
    assert "nothing limits" in working(assessment_text())


def test_the_edge_case_is_called_uncertain() -> None:
    """A 1 in the outstanding range is read to the letter, with a warning that gives the stricter reading."""
    assert "L2-with-1" in rules(FILES["limited outstanding"])
    assert "requires improvement" in working(FILES["limited outstanding"])
    assert "L2-with-1" not in rules(assessment_text((4, 4, 4, 4, 4, 4, 2)))


def test_a_half_is_shown_both_ways() -> None:
    """An exact half shows what it was taken as, and what the other way would give."""
    words = working(FILES["half"])
    assert all(reading in words for reading in ("62.5", "taken as 62", "requires improvement", "taken as 63", "good"))
    assert "R2" in rules(FILES["half"])
    assert "R2" not in rules(FILES["plain"])


def test_a_half_that_decides_nothing_says_so() -> None:
    """At 37.5 both ways give inadequate."""
    words = working(assessment_text((2, 2, 2, 2, 1, 1, 1, 1), level="trust"))
    assert "37.5" in words
    assert "the same" in words


def test_what_was_not_assessed_is_explained() -> None:
    """The working names each statement not assessed and the rule by which it counts."""
    assert "Capable, compassionate and inclusive leaders was not assessed" in working(FILES["carried"])
    assert "good" in working(FILES["carried"])
    assert rules(FILES["carried"])[0] == "N1"
    assert rules(FILES["excluded"])[0] == "N7"
    assert "N4" in rules(FILES["nothing"])
    assert "not rated" in working(FILES["nothing"])


def test_the_working_does_not_deny_a_previous_rating() -> None:
    """Where the file asks for zero although there is a previous rating, the working does not say there is none."""
    text = assessment_text((3, None, 3, 3, 3, 3, 3), about={"previous_rating": "good", "unassessed": "zero"})
    assert "no previous rating" not in working(text)


def test_an_unknown_score_leaves_a_range() -> None:
    """Where a score is unknown, the working gives the totals, scores and ratings that are still possible."""
    words = working(FILES["unknown"])
    assert all(number in words for number in ("19 to 22", "28", "68", "79"))


def test_what_will_not_be_rated_is_promised_no_rating() -> None:
    """Where something counts as nothing there will be no rating, whatever the unknown score turns out to be."""
    text = assessment_text((3, None, 3, 3, 3, 3, 3), answers={SPEAK_UP: {"score_unknown": "Not shown"}})
    assert "16 to 19" in working(text)
    assert "good" not in working(text)
