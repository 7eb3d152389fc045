"""Worked examples judged by the framework in force when each began, and overall ratings that follow from the rules."""

from collections.abc import Mapping, Sequence

import pytest

from tests.builders import STATEMENTS, assessment_text, flagged, reviewed, scored
from tests.own_framework import service_texts
from wellled_cli.model.overall import OverallRating
from wellled_cli.model.review import Review
from wellled_cli.services import rated_services

BY_CATEGORY = "cqc-saf-2023"
O, G, R, I = "outstanding", "good", "requires improvement", "inadequate"  # noqa: E741  as the worked examples write them


def of_its_time(text: str) -> Review:
    """Take a file that names no framework through the house."""
    outcome = reviewed(text)
    assert outcome.scorecard is not None, outcome.faults
    assert outcome.framework is not None
    assert (outcome.framework.id, outcome.chosen_by) == (BY_CATEGORY, "date")
    return outcome


def overall_of(ratings: Sequence[str], breaches: Sequence[Mapping[str, object]] = ()) -> OverallRating:
    """Give the overall rating of a service whose key questions have these ratings."""
    texts = service_texts(dict(zip(STATEMENTS, ratings, strict=True)), breaches=list(breaches))
    (service,) = rated_services(map(reviewed, texts.values()))
    return service.overall


@pytest.mark.parametrize(
    ("date", "question", "scores", "previous", "expected"),
    [
        ("2024-01-12", "well-led", (None, None, None, None, 3, None, None), O, (27, 28, 96, O)),
        ("2024-11-01", "effective", (4, None, None, None, None, None), None, (4, 24, 17, "not rated")),
        ("2024-02-01", "well-led", (3, 3, None, None, None, None, None), None, (6, 28, 21, "not rated")),
        ("2024-08-01", "well-led", (3, None, None, None, None, None, None), None, (3, 28, 11, "not rated")),
    ],
    ids=["W3", "W16", "W17", "W18"],
)
def test_examples_before_december_2024(
    date: str,
    question: str,
    scores: Sequence[int | None],
    previous: str | None,
    expected: tuple[int, int, int, str],
) -> None:
    """W3 and W16 to W18, begun before 2 December 2024, come out as published under the framework of their time."""
    about = {"source": "published", "date": date, **({"previous_rating": previous} if previous else {})}
    text = assessment_text(scores, framework=None, key_question=question, about=about, published={"score": expected[2]})
    card = of_its_time(text).scorecard
    assert card is not None
    assert (card.total, card.maximum, card.score, card.rating) == expected
    assert card.agrees
    assert card.unassessed == ("carry-forward" if previous else "zero")


def test_a_gp_practice_of_its_time() -> None:
    """W1: categories 3, 2, 3, 3 are 11 of 16, 68.75 per cent, 69, a statement score of 3, and no half is flagged."""
    answers = {
        "infection-prevention-and-control": {"categories": {"people": 3, "staff": 2, "observation": 3, "processes": 3}}
    }
    text = assessment_text((3,) * 8, framework=None, key_question="safe", answers=answers, about={"date": "2024-02-22"})
    card = of_its_time(text).scorecard
    assert card is not None
    (step,) = [step.text for step in card.steps if step.rule == "categories"]
    assert all(words in step for words in ("11 of 16", "68.75", "69", "score of 3"))
    assert (card.total, card.maximum) == (24, 32)
    assert flagged(text, "exact-half") == []


@pytest.mark.parametrize(
    ("categories", "score"),
    [
        ({"people": 1}, 1),
        ({"people": 1, "staff": 2}, 1),
        ({"people": 1, "staff": 1, "partners": 2}, 1),
        ({"people": 2, "staff": 2, "partners": 1}, 2),
        ({"people": 2, "staff": 3}, 2),
        ({"people": 2, "staff": 3, "partners": 3}, 3),
        ({"people": 3, "staff": 4, "partners": 3}, 3),
        ({"people": 3, "staff": 4}, 4),
        ({"people": 4, "staff": 4, "partners": 3}, 4),
        ({"people": 4, "staff": 3, "partners": 4, "observation": 3, "processes": 4, "outcomes": 3}, 4),
    ],
)
def test_categories_make_a_score_by_the_bands(categories: dict[str, int], score: int) -> None:
    """25 to 38 per cent is 1, 39 to 62 is 2, 63 to 87 is 3, over 87 is 4, after rounding; halves to the even."""
    answers = {"freedom-to-speak-up": {"categories": categories}}
    card = of_its_time(assessment_text(framework=None, answers=answers, about={"started": "2024-06-01"})).scorecard
    assert card is not None
    assert card.statements[2].score == score


@pytest.mark.parametrize(
    ("categories", "flag"),
    [({"people": 1, "staff": 2}, True), ({"people": 3, "staff": 4}, True), ({"people": 3, "staff": 3}, False)],
)
def test_a_half_of_categories_is_flagged_at_its_statement(*, categories: dict[str, int], flag: bool) -> None:
    """37.5 and 87.5 of the evidence categories are flagged with the statement they belong to; 75 is no half."""
    answers = {"freedom-to-speak-up": {"categories": categories, "findings": "Seen."}}
    found = flagged(assessment_text(framework=BY_CATEGORY, answers=answers), "exact-half")
    assert [finding.statement for finding in found] == (["freedom-to-speak-up"] if flag else [])


def test_the_first_report() -> None:
    """W4: five statements assessed, 29 carried: each of the 34 has a score, each key question one, the whole none."""
    assessed = {"safe": 1, "effective": 1, "caring": 1, "responsive": 1, "well-led": 1}
    reviews = [
        of_its_time(
            assessment_text(
                [3] * number + [None] * (len(STATEMENTS[question]) - number),
                framework=None,
                key_question=question,
                level="trust",
                about={"date": "2023-12-01", "previous_rating": "good"},
            )
        )
        for question, number in assessed.items()
    ]
    statements = [entry for review in reviews if review.scorecard for entry in review.scorecard.statements]
    assert sorted(entry.status for entry in statements) == ["assessed"] * 5 + ["carried"] * 29
    assert {review.scorecard.score for review in reviews if review.scorecard} == {75}
    (service,) = rated_services(reviews)
    assert not any(character.isdigit() for character in service.overall.steps[0].text.replace("5 good", ""))


@pytest.mark.parametrize(
    ("ratings", "overall", "certainty"),
    [
        ((O, O, G, G, G), O, "normal"),
        ((O, O, G, G, R), G, "normal"),
        ((G, G, G, R, R), R, "normal"),
        ((G, G, G, G, I), R, "judgement"),
        ((I, I, G, G, G), I, "normal"),
    ],
)
def test_overall_ratings_that_follow_from_the_rules(ratings: Sequence[str], overall: str, certainty: str) -> None:
    """The synthetic overall cases: two outstanding, one or two to improve, one inadequate, two inadequate."""
    found = overall_of(ratings)
    assert (found.rating, found.certainty) == (overall, certainty)


def test_a_breach_limits_the_whole() -> None:
    """O, O, G, G, G with a current breach is requires improvement (P1); with one that was met it stays outstanding."""
    current, met = ({"regulation": 17, "status": status} for status in ("current", "met"))
    assert overall_of((O, O, G, G, G), [current]).rating == R
    assert overall_of((O, O, G, G, G), [met]).rating == O


def test_a_published_score_that_no_total_gives_differs() -> None:
    """62 is no score of seven statements: with nothing to limit, a published 62 is reported as different."""
    (found,) = flagged(assessment_text((3, 3, 3, 3, 2, 3, 3), published={"score": 62}), "published-differs")
    assert found.level == "warning"
    assert scored(assessment_text((3, 3, 3, 3, 2, 3, 3), published={"score": 71})).agrees
