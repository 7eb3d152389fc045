"""What a comparison says of each kind of change, row by row."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.builders import SPEAK_UP, TODAY, Yaml, assessment_text, reviewed
from tests.unit.compare.test_caveats import LINES, drafted
from wellled_cli.compare.comparison import compare
from wellled_cli.model.review import Review
from wellled_cli.render.document.comparison import comparison_document
from wellled_cli.render.document.parts import Table

MEASURE = {"name": "Training", "topic": "training", "value": 82, "target": 90, "unit": "%"}
FREE = {"name": "Beds", "topic": "risk", "value": 40}


def rows(old: Review, new: Review, heading: str) -> Sequence[Sequence[str]]:
    """Give the rows of the table under a heading of the document."""
    found = comparison_document(compare(old, new), TODAY)
    (table,) = (block for part in found.sections if part.title.startswith(heading) for block in part.blocks)
    assert isinstance(table, Table)
    return table.rows


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {"value": 85}, ("82%", "85%", "at least 90%", "better; still misses the target")),
        ({}, {"value": 92}, ("82%", "92%", "at least 90%", "better; now meets the target")),
        (
            {},
            {"target": 80},
            ("82%", "82%", "at least 80% (was: at least 90%)", "the same value; now meets the target"),
        ),
        ({"value": 95}, {"value": 93}, ("95%", "93%", "at least 90%", "worse; still meets the target")),
        ({}, {"target": None}, ("82%", "82%", "none (was: at least 90%)", "the same value; now no target, not judged")),
        (
            {"better": "lower"},
            {"better": "lower", "value": 95},
            ("82%", "95%", "at most 90%", "worse; now misses the target"),
        ),
        (
            {"unit": "of 100"},
            {},
            (
                "82 of 100",
                "82%",
                "at least 90% (was: at least 90 of 100)",
                "another unit, cannot be compared; misses the target",
            ),
        ),
        (FREE, {**FREE, "value": 42}, ("40", "42", "none", "higher; still no target, not judged")),
        (FREE, {**FREE, "value": 39}, ("40", "39", "none", "lower; still no target, not judged")),
        (
            {**FREE, "better": "lower"},
            {**FREE, "better": "lower", "value": 39},
            ("40", "39", "none; lower is better", "better; still no target, not judged"),
        ),
    ],
)
def test_a_measure_says_how_it_moved(old: Yaml, new: Yaml, expected: tuple[str, ...]) -> None:
    """Better or worse by the side it should be on, and what became of its own target; without one, higher or lower."""
    was, now = ({**(MEASURE if "name" not in each else {}), **each} for each in (old, new))
    cut = [{key: value for key, value in each.items() if value is not None} for each in (was, now)]
    before, after = (reviewed(assessment_text(measures=[each])) for each in cut)
    assert rows(before, after, "Measures") == [(was["name"], *expected)]


def test_a_measure_that_only_one_has_says_so() -> None:
    """New or gone, with what it said of its target."""
    old, new = reviewed(assessment_text(measures=[MEASURE])), reviewed(assessment_text(measures=[FREE]))
    assert rows(old, new, "Measures") == [
        ("Beds", "not listed", "40", "none", "only new: no target, not judged"),
        ("Training", "82%", "not listed", "at least 90%", "only old: misses the target"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({"score": 2}, {"score": 4}, ("2", "4", "up 2")),
        ({"score": 3}, {"score": 1}, ("3", "1", "down 2")),
        ({"not_assessed": "Out of scope"}, {"score": 3}, ("3, carried", "3", "the same score")),
        ({"score": 3}, {"score_unknown": "Cut off"}, ("3", "score not known", "cannot be compared")),
    ],
)
def test_a_statement_says_how_it_moved(old: Yaml, new: Yaml, expected: tuple[str, ...]) -> None:
    """By its score, and where there is none, why."""
    before, after = (
        reviewed(assessment_text(answers={SPEAK_UP: each}, about={"previous_rating": "good"})) for each in (old, new)
    )
    assert rows(before, after, "Quality statements") == [("Freedom to speak up", *expected)]


@pytest.mark.parametrize(
    ("policy", "words"), [("exclude", "not assessed, left out"), ("zero", "not assessed, counts as nothing")]
)
def test_a_statement_not_assessed_says_what_became_of_it(policy: str, words: str) -> None:
    """Left out, or counted as nothing."""
    new = assessment_text((3, 3, None, 3, 3, 3, 3), about={"unassessed": policy})
    assert rows(reviewed(assessment_text()), reviewed(new), "Quality statements") == [
        ("Freedom to speak up", "3", words, "cannot be compared")
    ]


def test_a_line_that_is_judged_moves_up_or_down() -> None:
    """Without scores the rating judged is what moves; one that nobody judged compares with nothing."""
    ratings = ("inadequate", "outstanding", "good")
    old = drafted(answers={name: {"judged": "good"} for name in LINES})
    new = drafted(
        answers={name: {"judged": rating} for name, rating in zip(LINES, ratings, strict=False)}
        | dict.fromkeys(LINES[3:])
    )
    found = rows(reviewed(old), reviewed(new), "Quality statements")
    assert [row[1:] for row in found] == [
        ("judged good", "judged inadequate", "down"),
        ("judged good", "judged outstanding", "up"),
        *[("judged good", "no level judged", "cannot be compared")] * 3,
    ]


def test_what_is_waived_comes_last() -> None:
    """A waived error stands below a warning that nobody answers for."""
    new = reviewed(assessment_text((3, 3, 1, 3, 2, 3, 3)))
    waived = tuple(replace(each, waived="Known") if each.level == "error" else each for each in new.findings)
    found = rows(reviewed(assessment_text()), replace(new, findings=waived), "Concerns raised")
    assert [row[0] for row in found] == ["warning", "waived"]
    assert found[1][2].endswith(" Waived: Known")
