"""What cannot be compared, and what has to be borne in mind."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.builders import SPEAK_UP, TODAY, Yaml, assessment_text, reviewed
from tests.own_framework import OWN_FRAMEWORK, own_assessment
from wellled_cli.compare.caveats import of_framework
from wellled_cli.compare.comparison import compare
from wellled_cli.frameworks.catalogue import named, shipped
from wellled_cli.load.reader import read_text
from wellled_cli.model.comparison import Caveat
from wellled_cli.model.framework import Framework
from wellled_cli.workflow import Terms, review

DRAFT = "cqc-asc-2026-draft"
LINES = (
    *("strategic-direction", "workforce-equity-and-culture", "capable-and-compassionate-leaders"),
    *("governance-and-management", "partnerships-and-communities", "improvement-innovation-and-learning"),
)
MILL = {"name": "Mill House", "id": "1-1"}


def drafted(**changes: Yaml) -> str:
    """Write an assessment by a framework without scores, judged good."""
    answers = {name: {"judged": "good"} for name in LINES}
    judged = {"judgement": {"rating": "good", "reason": "So judged"}}
    return assessment_text((), **{"framework": DRAFT, "answers": answers, **judged, **changes})


def caveats(old: str, new: str) -> list[Caveat]:
    """Give the caveats on comparing two files."""
    return list(compare(reviewed(old), reviewed(new)).caveats)


def told(old: str, new: str) -> list[tuple[str, bool]]:
    """Tell what each caveat is about and whether it is grave; each names its thing in a sentence."""
    found = caveats(old, new)
    assert all(caveat.text.endswith(".") for caveat in found)
    return [(caveat.about, caveat.grave) for caveat in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (MILL, MILL, []),
        (MILL, {"name": "The Mill", "id": "1-1"}, []),
        (MILL, {"id": "1-1"}, []),
        (MILL, {"name": "mill  HOUSE"}, []),
        (MILL, {"name": "Mill House", "id": "1-2"}, [("service", True)]),
        (MILL, {"name": "Rose Court"}, [("service", True)]),
        ({"name": "Mill House"}, {"id": "1-1"}, [("service", False)]),
        ({**MILL, "type": "residential home"}, {**MILL, "type": "homecare"}, [("service", True)]),
        ({**MILL, "type": "residential home"}, MILL, []),
        (MILL, None, [("service", False)]),
        (None, MILL, [("service", False)]),
    ],
)
def test_another_service_is_grave(old: Yaml, new: Yaml, expected: list[tuple[str, bool]]) -> None:
    """A service is known by its id, else its name, and its type; what cannot be told is said and not grave."""
    assert told(assessment_text(service=old), assessment_text(service=new)) == expected


def test_another_provider_is_grave_and_both_are_named() -> None:
    """Whoever reads it sees at once which two were compared."""
    (caveat,) = caveats(assessment_text(), assessment_text(provider={"name": "Elm Care", "id": "1-9"}))
    assert (caveat.about, caveat.grave) == ("provider", True)
    assert all(words in caveat.text for words in ("Ash Grove Care", "Elm Care", "1-9"))


def test_another_key_question_is_grave() -> None:
    """Two key questions share no statement, and their maxima are not the same: 28 and 32."""
    old, new = assessment_text(), assessment_text((3,) * 8, key_question="safe")
    assert told(old, new) == [("key-question", True), ("statements", False), ("maximum", False)]
    texts = " ".join(caveat.text for caveat in caveats(old, new))
    assert all(words in texts for words in ("Well-led", "Safe", "none can be compared", "28 and 32"))


def test_a_local_authority_has_no_key_question() -> None:
    """Compared with a provider it is another question, by another framework."""
    authority = assessment_text(
        (),
        framework="cqc-la-2025",
        answers={entry.id: {"score": 3} for entry in shipped("cqc-la-2025").all_statements},
    )
    found = dict(told(assessment_text(), authority))
    assert found["key-question"] is True
    assert {"framework", "statements"} <= set(found)


def test_another_level_asks_for_one_statement_more() -> None:
    """At trust level well-led has an eighth statement."""
    old, new = assessment_text(), assessment_text((3,) * 8, level="trust")
    assert told(old, new) == [("level", False), ("statements", False), ("maximum", False)]
    assert "1 in the new" in caveats(old, new)[1].text


def test_the_same_bands_can_be_compared() -> None:
    """The two versions of the single assessment framework have the same bands and limits, and it is said."""
    old, new = assessment_text(framework="cqc-saf-2023"), assessment_text()
    assert told(old, new) == [("framework", False), ("bands", False)]
    assert "can be compared" in caveats(old, new)[1].text
    found = compare(reviewed(old), reviewed(assessment_text((2, 2, 2, 3, 2, 3, 3))))
    assert (found.points, found.steps) == (-14, -1)  # 75 and 61


def test_a_framework_without_scores_leaves_ratings() -> None:
    """Scores stand in one of them alone; ratings are compared, and so are the titles they share."""
    old, new = assessment_text(), drafted()
    assert told(old, new) == [("framework", False), ("scores", False), ("statements", False)]
    found = compare(reviewed(old), reviewed(new))
    assert (found.points, found.steps) == (None, 0)
    assert [was.id for was, _ in found.statements.altered] == ["partnerships-and-communities"]
    assert len(found.statements.apart) == 6 + 5
    assert told(new, new) == []


BANDS = {"highest: 89}": "highest: 84}", "lowest: 90": "lowest: 85"}
LIMITS = {"scores: [1], limited_to": "scores: [1, 2], limited_to"}


@pytest.mark.parametrize(
    ("changes", "about", "words"), [(BANDS, "bands", "scores cannot be compared"), (LIMITS, "limits", "with care")]
)
def test_other_bands_and_limits_are_told(tmp_path: Path, changes: Mapping[str, str], about: str, words: str) -> None:
    """Where a score earns another rating, scores cannot be compared; where other limits hold, ratings with care."""
    _, caveat = of_framework(own(tmp_path, "one", {}), own(tmp_path, "two", changes))
    assert caveat.about == about
    assert words in caveat.text


def test_scores_of_other_bands_have_no_difference(tmp_path: Path) -> None:
    """A score that earns another rating is not more or less; the ratings still are."""
    terms = [Terms(TODAY, own(tmp_path, name, changes)) for name, changes in {"one": {}, "two": BANDS}.items()]
    old, new = (
        review(read_text(own_assessment(scores), "a.yaml"), each)
        for scores, each in zip([(3, 3), (4, 3)], terms, strict=True)
    )
    found = compare(old, new)  # 75 is good in one; 88 is outstanding in the other, from 85
    assert (found.points, found.steps) == (None, 1)


def own(folder: Path, name: str, changes: Mapping[str, str]) -> Framework:
    """Give a framework of our own under a name, with some of its words changed."""
    text = OWN_FRAMEWORK
    for words, others in {"id: ash-grove": f"id: {name}", **changes}.items():
        assert text.count(words) == 1, words
        text = text.replace(words, others)
    (folder / f"{name}.yaml").write_text(text, "utf-8")
    return named(str(folder / f"{name}.yaml"))


@pytest.mark.parametrize(
    ("new", "words"),
    [
        (assessment_text((3, 3, 3, 3, 3, 3, None)), "not rated"),
        (assessment_text(answers={SPEAK_UP: {"score_unknown": "Not shown"}}), "Freedom to speak up"),
    ],
)
def test_what_has_no_rating_is_told(new: str, words: str) -> None:
    """A result that is open or not rated has nothing to compare, on either side."""
    for old, other in ((assessment_text(), new), (new, assessment_text())):
        (caveat,) = caveats(old, other)
        assert (caveat.about, caveat.grave) == ("rating", False)
        assert words in caveat.text
        assert ("old" in caveat.text) == (old is new)


def test_a_rating_not_judged_yet_is_told() -> None:
    """So is one that nobody judged, in a framework without scores."""
    (caveat,) = caveats(drafted(), drafted(judgement=None))
    assert caveat.text == "The new one has no rating yet: it cannot be compared."


def test_a_smaller_maximum_is_told() -> None:
    """With a statement left out the maximum is 24 and not 28; the score out of 100 can still be compared."""
    left_out = assessment_text((3, 3, 3, 3, 3, 3, None), about={"unassessed": "exclude"})
    (caveat,) = caveats(assessment_text(), left_out)
    assert caveat.about == "maximum"
    assert "28 and 24" in caveat.text
    assert compare(reviewed(assessment_text()), reviewed(left_out)).points == 0


@pytest.mark.parametrize(("new", "expected"), [("2025-02-19", ["dates"]), ("2025-02-20", []), ("2025-02-21", [])])
def test_an_old_one_that_is_the_newer_is_told(new: str, expected: list[str]) -> None:
    """They are compared as they were given, and the days are named."""
    found = caveats(assessment_text(), assessment_text(about={"date": new}))
    assert [caveat.about for caveat in found] == expected
    assert all("20 February 2025" in caveat.text and "19 February 2025" in caveat.text for caveat in found)
