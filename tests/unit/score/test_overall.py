"""One rating from the ratings of the key questions: the principles P1 to P8."""

from collections.abc import Sequence
from itertools import permutations, product

import pytest

from tests.builders import STATEMENTS
from wellled_cli.frameworks.catalogue import shipped
from wellled_cli.model.overall import OverallRating
from wellled_cli.model.rating import Rating
from wellled_cli.score.overall import overall

QUESTIONS = tuple(STATEMENTS)
FOUR = [Rating.OUTSTANDING, Rating.GOOD, Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE]
EVERY_FIVE = list(product(FOUR, repeat=5))
BOTH_FRAMEWORKS = pytest.mark.parametrize("framework_id", ["cqc-saf-2023", "cqc-saf-2024"])


def published_overall(k: Sequence[Rating], *, breach: bool) -> tuple[str, str]:
    """Give the overall rating and its certainty as the published principles say."""
    o, r, i = (k.count(rating) for rating in (FOUR[0], FOUR[2], FOUR[3]))
    if i >= 2:
        out = "inadequate"
    elif i == 1 or r >= 2:
        out = "requires improvement"
    elif o >= 2 and r == 0:
        out = "outstanding"
    else:
        out = "good"
    if breach and out in {"good", "outstanding"}:
        out = "requires improvement"
    return out, "judgement" if i == 1 else "normal"


def deciding_principle(k: Sequence[Rating]) -> str:
    """Give the principle that decides, as the published list numbers them."""
    o, r, i = (k.count(rating) for rating in (FOUR[0], FOUR[2], FOUR[3]))
    if i:
        return "P6" if i >= 2 else "P7"
    if r >= 2:
        return "P5"
    return "P3" if o >= 2 and r == 0 else "P4"


def rated(k: Sequence[Rating | None], framework_id: str = "cqc-saf-2024", *, breached: bool = False) -> OverallRating:
    """Rate a service whose five key questions are rated."""
    found = overall(dict(zip(QUESTIONS, k, strict=True)), breached=breached, framework=shipped(framework_id))
    assert found is not None
    return found


@BOTH_FRAMEWORKS
@pytest.mark.parametrize("breached", [False, True])
def test_every_five_ratings_are_rated_as_published(framework_id: str, *, breached: bool) -> None:
    """For each of the 1,024 sets of five ratings, with a breach and without, rating and certainty are as published."""
    for k in EVERY_FIVE:
        found = rated(k, framework_id, breached=breached)
        assert (found.rating, found.certainty) == published_overall(k, breach=breached), k


@BOTH_FRAMEWORKS
def test_judgement_is_left_exactly_where_one_is_inadequate(framework_id: str) -> None:
    """One inadequate key question is not provided for, so it is left to judgement; everything else is normal (P7)."""
    left = {k for k in EVERY_FIVE if rated(k, framework_id).certainty == "judgement"}
    assert left == {k for k in EVERY_FIVE if k.count(Rating.INADEQUATE) == 1}
    assert {rated(k, framework_id).rating for k in left} == {"requires improvement"}


@BOTH_FRAMEWORKS
def test_a_breach_only_ever_limits(framework_id: str) -> None:
    """With a breach nothing is better than requires improvement; what was not better stays, and says no more (P1)."""
    for k in EVERY_FIVE:
        free, limited = rated(k, framework_id), rated(k, framework_id, breached=True)
        assert limited.certainty == free.certainty
        if free.rating.rank > Rating.REQUIRES_IMPROVEMENT.rank:
            assert limited.rating == "requires improvement"
            assert [step.rule for step in limited.steps] == [deciding_principle(k), "P1"]
        else:
            assert limited == free


@BOTH_FRAMEWORKS
def test_the_steps_name_the_principle_that_decides(framework_id: str) -> None:
    """One step says which principle decided, how many key questions have each rating, and the rating it gives."""
    rules = shipped(framework_id)
    for k in EVERY_FIVE:
        (step,) = rated(k, framework_id).steps
        assert step.rule == deciding_principle(k)
        assert step.source == rules.source_of(step.rule)
        counted, _, _ = step.text.rpartition(":")
        assert counted == ", ".join(f"{k.count(rating)} {rating}" for rating in FOUR if rating in k)
        assert step.text.endswith(f"{published_overall(k, breach=False)[0]} overall.")


def test_the_step_of_a_breach_says_what_it_leaves() -> None:
    """Where a breach limits the whole, a step says so with the rating that is left."""
    step = rated((Rating.OUTSTANDING,) * 5, breached=True).steps[-1]
    assert "breached" in step.text
    assert "requires improvement" in step.text
    assert step.source == shipped("cqc-saf-2024").source_of("P1")


def test_the_order_of_the_key_questions_never_matters() -> None:
    """The five are equally weighted: which of them has which rating changes nothing, nor does their order (P2)."""
    k = (Rating.OUTSTANDING, Rating.OUTSTANDING, Rating.GOOD, Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE)
    assert len({rated(mixed) for mixed in permutations(k)}) == 1
    named = dict(zip(QUESTIONS, k, strict=True))
    orders = [dict(pairs) for pairs in permutations(named.items())]
    found = {overall(order, breached=True, framework=shipped("cqc-saf-2024")) for order in orders}
    assert found == {rated(k, breached=True)}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("gap", [None, Rating.NOT_RATED, "absent"])
@pytest.mark.parametrize("rest", FOUR)
def test_five_ratings_are_needed(question: str, gap: Rating | str | None, rest: Rating) -> None:
    """With a key question missing, open or not rated there is no overall rating, whatever the other four are."""
    ratings: dict[str, Rating | None] = dict.fromkeys(QUESTIONS, rest)
    ratings[question] = gap if isinstance(gap, Rating) else None
    if gap == "absent":
        del ratings[question]
    assert overall(ratings, breached=False, framework=shipped("cqc-saf-2024")) is None


@pytest.mark.parametrize("framework_id", ["cqc-la-2025", "cqc-asc-2026-draft"])
def test_a_framework_without_principles_gives_none(framework_id: str) -> None:
    """Local authorities have no key questions, and the draft has no principles: neither has an overall rating."""
    ratings = dict.fromkeys(QUESTIONS, Rating.GOOD)
    assert overall(ratings, breached=False, framework=shipped(framework_id)) is None


def test_what_is_no_key_question_counts_nowhere() -> None:
    """Ratings beyond the five key questions change nothing."""
    five = dict.fromkeys(QUESTIONS, Rating.GOOD)
    more = {"use-of-resources": Rating.INADEQUATE, **five, "finance": Rating.NOT_RATED}
    framework = shipped("cqc-saf-2024")
    assert overall(more, breached=False, framework=framework) == overall(five, breached=False, framework=framework)
