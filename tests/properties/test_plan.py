"""Laws of the plan: every way there is was tried, and none is smaller."""

from collections.abc import Sequence
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import assessment_text, reviewed, saf_scoring
from wellled_cli.frameworks.catalogue import shipped
from wellled_cli.model.plan import Change, Plan
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import Scorecard, StatementScore, Status
from wellled_cli.score.plan import plan
from wellled_cli.workflow import plan_for

FOUR = [Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT, Rating.GOOD, Rating.OUTSTANDING]
PAIRS = list(product(range(1, 5), repeat=2))
MOST = 20


@cache
def as_published(total: int, count: int, lowest: int) -> tuple[int, Rating]:
    """Give score and rating of statements by their sum, number and lowest score, as the published rules say."""
    below, rest = divmod(100 * total, 4 * count)
    score = below + (rest > 2 * count or (rest == 2 * count and below % 2 == 1))
    if score <= 38:
        return score, Rating.INADEQUATE
    if score <= 62:
        return score, Rating.REQUIRES_IMPROVEMENT
    if score <= 87:
        return score, Rating.GOOD if lowest > 1 else Rating.REQUIRES_IMPROVEMENT
    return score, Rating.OUTSTANDING if lowest > 2 else Rating.GOOD


def outcome(scores: Sequence[int]) -> tuple[int, Rating]:
    """Give score and rating of some scores."""
    return as_published(sum(scores), len(scores), min(scores))


def planned(scores: Sequence[int], wanted: Rating | None) -> Plan:
    """Plan from some scores to a rating."""
    statements = tuple(
        StatementScore(f"s{number}", f"Statement {number}", score, Status.ASSESSED)
        for number, score in enumerate(scores)
    )
    return plan(Scorecard(statements, rating=outcome(scores)[1]), saf_scoring(), wanted)


def smallest_ways(scores: Sequence[int], target: Rating) -> set[tuple[int, ...]]:
    """Give all scores with the smallest sum of rises that reach a rating, by trying every rise there is."""
    reaching = [
        raised for raised in product(*(range(score, 5) for score in scores)) if outcome(raised)[1].rank >= target.rank
    ]
    least = min(map(sum, reaching))
    return {raised for raised in reaching if sum(raised) == least}


def after(scores: Sequence[int], changes: Sequence[Change]) -> tuple[int, ...]:
    """Give the scores that some changes lead to, each of which starts from the score there is."""
    raised = list(scores)
    for change in changes:
        index = int(change.statement.removeprefix("s"))
        assert raised[index] == change.before < change.after <= 4
        assert change.title == f"Statement {index}"
        raised[index] = change.after
    return tuple(raised)


def holds(scores: Sequence[int], target: Rating, found: Plan) -> None:
    """Assert that a plan is what every way tried shows."""
    ways = smallest_ways(scores, target)
    points = sum(next(iter(ways))) - sum(scores)
    options = [after(scores, option.changes) for option in found.options]
    assert (found.before, found.target, found.obstacle) == (outcome(scores)[1], target, "")
    assert (found.points, found.count) == (points, len(ways))
    assert len(options) == len(set(options)) == min(MOST, len(ways))
    assert set(options) <= ways
    assert [(option.score, option.rating) for option in found.options] == [outcome(raised) for raised in options]
    least = tuple(min(column) for column in zip(*ways, strict=True))
    assert after(scores, found.needed) == least
    assert found.any_rest == (len(ways) == distributions(least, points - sum(least) + sum(scores)))


def distributions(scores: Sequence[int], points: int) -> int:
    """Count the ways to put points on statements of which none goes above 4."""
    rises = product(*(range(5 - score) for score in scores))
    return sum(1 for rise in rises if sum(rise) == points)


@pytest.mark.parametrize("target", FOUR)
@pytest.mark.parametrize("scores", PAIRS)
def test_every_pair_of_scores_is_planned_as_tried(scores: Sequence[int], target: Rating) -> None:
    """For two statements with any scores, points, count, options and what is needed are as every way shows."""
    holds(scores, target, planned(scores, target))


@given(st.lists(st.integers(1, 4), min_size=5, max_size=8), st.sampled_from(FOUR))
@settings(max_examples=150)
def test_scores_are_planned_as_tried(scores: list[int], target: Rating) -> None:
    """For five to eight statements too, a plan is what trying every way shows."""
    holds(scores, target, planned(scores, target))


@given(st.lists(st.sampled_from([3, 4, 4, 4, 2, 1]), min_size=5, max_size=8))
@settings(max_examples=60)
def test_limits_are_planned_as_tried(scores: list[int]) -> None:
    """Where a low score limits a high total, what lifts the limit is needed in every way."""
    target = Rating.OUTSTANDING
    found = planned(scores, target)
    holds(scores, target, found)
    raised = {change.statement for change in found.needed}
    assert {f"s{index}" for index, score in enumerate(scores) if score <= 2} <= raised


@pytest.mark.parametrize(
    ("scores", "target", "points", "count", "needed", "any_rest"),
    [
        ((2, 2, 2, 3, 2, 3, 3), Rating.GOOD, 1, 7, {}, True),
        ((3, 3, 3, 3, 1, 3, 3), Rating.GOOD, 1, 1, {"s4": 2}, True),
        ((3, 3, 3, 3, 3, 3, 3), Rating.OUTSTANDING, 4, 35, {}, True),
        ((4, 4, 4, 4, 4, 4, 2), Rating.OUTSTANDING, 1, 1, {"s6": 3}, True),
        ((4, 4, 4, 4, 4, 4, 1), Rating.OUTSTANDING, 2, 1, {"s6": 3}, True),
        ((4, 4, 4, 4, 3, 3, 1), Rating.OUTSTANDING, 2, 1, {"s6": 3}, True),
        ((1, 1, 3, 3, 3, 3, 3), Rating.GOOD, 2, 1, {"s0": 2, "s1": 2}, True),
        ((1, 1, 2, 2, 2, 2, 2), Rating.GOOD, 6, 161, {"s0": 2, "s1": 2}, True),
    ],
)
def test_some_plans_worked_by_hand(  # noqa: PLR0913  a row of the table
    scores: Sequence[int], target: Rating, points: int, count: int, needed: dict[str, int], *, any_rest: bool
) -> None:
    """What limits is needed in every way; the points left may go to any statements that can rise."""
    found = planned(scores, target)
    assert (found.points, found.any_rest) == (points, any_rest)
    assert found.count == count
    assert {change.statement: change.after for change in found.needed} == needed


@pytest.mark.parametrize("scores", [(3,) * 7, (4,) * 7, (2,) * 7, (1,) * 7, (3, 3, 3, 3, 1, 3, 3)])
def test_what_is_reached_needs_nothing(scores: Sequence[int]) -> None:
    """A rating that is reached, or a worse one, needs no points: the one way is to change nothing."""
    rating = outcome(scores)[1]
    for target in FOUR:
        found = planned(scores, target)
        assert (found.points == 0) == (target.rank <= rating.rank)
        if found.points == 0:
            assert (found.count, found.needed) == (1, ())
            assert [option.changes for option in found.options] == [()]


@pytest.mark.parametrize(
    ("scores", "target"),
    [
        ((1,) * 7, "requires improvement"),
        ((2,) * 7, "good"),
        ((3, 3, 3, 3, 1, 3, 3), "good"),
        ((3,) * 7, "outstanding"),
        ((4, 4, 4, 4, 4, 4, 2), "outstanding"),
        ((4,) * 7, "outstanding"),
    ],
)
def test_without_a_rating_the_next_better_one_is_meant(scores: Sequence[int], target: str) -> None:
    """Where no rating is asked for, the plan is for the one above the rating there is, as the scorecard says."""
    review = reviewed(assessment_text(scores))
    found = plan_for(review, None)
    assert found is not None
    assert found.target == target
    assert review.scorecard is not None
    if review.scorecard.next:
        assert (review.scorecard.next.rating, review.scorecard.next.points) == (found.target, found.points)


def test_the_next_better_rating_is_one_the_framework_has() -> None:
    """Where a framework has no requires improvement, the rating after inadequate is good, for plan and score alike."""
    scoring = saf_scoring()
    worst, _, good, best = scoring.bands.ratings
    three = [worst.model_copy(update={"highest": 62}), good, best]
    bands = scoring.bands.model_copy(update={"ratings": three})
    own = scoring.model_copy(update={"bands": bands, "limiters": []})
    statements = tuple(StatementScore(f"s{n}", f"Statement {n}", 2, Status.ASSESSED) for n in range(5))
    found = plan(Scorecard(statements, rating=Rating.INADEQUATE), own, None)
    assert (found.target, found.points) == (Rating.GOOD, 3)


@given(st.lists(st.integers(1, 4), min_size=7, max_size=7), st.sampled_from(FOUR))
@settings(max_examples=40)
def test_options_come_in_an_order_of_their_own(scores: list[int], target: Rating) -> None:
    """Planning once more gives the same options in the same order, and each option its changes in statement order."""
    found = planned(scores, target)
    assert planned(scores, target) == found
    for option in found.options:
        numbers = [int(change.statement.removeprefix("s")) for change in option.changes]
        assert numbers == sorted(numbers)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (assessment_text(answers={"freedom-to-speak-up": {"score_unknown": "Not shown"}}), "Freedom to speak up"),
        (
            assessment_text((3, 3, 3, 3, 3, None, None)),
            "Partnerships and communities, Learning, improvement and innovation",
        ),
        (
            assessment_text((3, None, 3, 3, 3, 3, 3), answers={"freedom-to-speak-up": {"score_unknown": "Not shown"}}),
            "Freedom to speak up",
        ),
    ],
    ids=["open", "not rated", "both"],
)
@pytest.mark.parametrize("wanted", [None, *FOUR])
def test_where_no_change_is_known_to_help_it_is_said_why(text: str, why: str, wanted: Rating | None) -> None:
    """With a score unknown, and where the key question is not rated, there are no points and no ways, but a reason."""
    found = plan_for(reviewed(text), wanted)
    assert found is not None
    assert (found.points, found.count, found.options, found.needed, found.any_rest) == (None, 0, (), (), False)
    assert why in found.obstacle
    assert wanted in {None, found.target}


@pytest.mark.parametrize("wanted", [None, *FOUR])
def test_where_there_are_no_scores_it_is_said_why(wanted: Rating | None) -> None:
    """In a framework without scores no change of scores leads anywhere, and that is the reason given."""
    draft = shipped("cqc-asc-2026-draft").asked("well-led", None).counted
    statements = tuple(StatementScore(entry.id, entry.title, None, Status.ASSESSED) for entry in draft)
    found = plan(Scorecard(statements, rating=Rating.GOOD), None, wanted)
    assert (found.points, found.count, found.options) == (None, 0, ())
    assert "no scores" in found.obstacle


def test_a_carried_score_may_rise_and_what_is_left_out_may_not() -> None:
    """A score carried from the previous rating is raised like one given; a statement left out is no way to a rating."""
    carried = plan_for(reviewed(assessment_text((2, None, 3, 3, 2, 2, 3), about={"previous_rating": "good"})), None)
    assert carried is not None
    assert (carried.before, carried.points) == ("good", 7)
    left_out = assessment_text((2, None, 2, 2, 2, 2, 2), about={"unassessed": "exclude"})
    found = plan_for(reviewed(left_out), None)
    assert found is not None
    assert (found.points, found.count) == (4, 90)
    assert not any(
        change.statement == "capable-compassionate-and-inclusive-leaders"
        for option in found.options
        for change in option.changes
    )


@pytest.mark.parametrize("scores", [(1, 1, 1, 1, 1), (4, 4, 4, 4, 4)])
def test_a_rating_the_framework_does_not_give_is_reached_by_no_change(scores: Sequence[int]) -> None:
    """Where a framework has no outstanding, no rise reaches it: no points, no ways, and a reason that names it."""
    scoring = saf_scoring()
    worst, fair, good, _ = scoring.bands.ratings
    three = [worst, fair, good.model_copy(update={"highest": 100})]
    own = scoring.model_copy(
        update={"bands": scoring.bands.model_copy(update={"ratings": three}), "limiters": scoring.limiters[:1]}
    )
    rating = Rating.GOOD if min(scores) > 1 else Rating.INADEQUATE
    statements = tuple(StatementScore(f"s{n}", f"Statement {n}", one, Status.ASSESSED) for n, one in enumerate(scores))
    found = plan(Scorecard(statements, rating=rating), own, Rating.OUTSTANDING)
    assert (found.before, found.target) == (rating, Rating.OUTSTANDING)
    assert (found.points, found.count, found.options) == (None, 0, ())
    assert "outstanding" in found.obstacle


def test_a_wrong_file_has_no_plan() -> None:
    """A file with faults gives no plan."""
    assert plan_for(reviewed(assessment_text((3, 3, 5, 3, 3, 3, 3))), Rating.GOOD) is None
