"""Laws of scoring that hold for every assessment."""

from collections import Counter
from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import STATEMENTS, assessment_text, saf_scoring, scored
from wellled_cli.model.rating import Rating
from wellled_cli.model.scorecard import three_decimals
from wellled_cli.score.arithmetic import Rated, band_of, rate
from wellled_cli.score.reach import fewest_points

SCORE = st.integers(1, 4)
SCORES = st.lists(SCORE, min_size=1, max_size=9)
SEVEN = st.lists(SCORE, min_size=7, max_size=7)
RATING = st.sampled_from([rating for rating in Rating if rating is not Rating.NOT_RATED])


def rated(scores: list[int]) -> Rated:
    """Rate statements that all have a score."""
    return rate(sum(scores), len(scores), scores, saf_scoring())


@given(SCORES, st.data())
def test_a_rise_never_lowers(scores: list[int], data: st.DataObject) -> None:
    """Raising the score of a statement never lowers score, band or rating, whatever limits it."""
    index = data.draw(st.sampled_from(range(len(scores))))
    raised = [*scores]
    raised[index] = data.draw(st.integers(scores[index], 4))
    before, after = rated(scores), rated(raised)
    assert after.score >= before.score
    assert after.band.rank >= before.band.rank
    assert after.rating.rank >= before.rating.rank


@given(SCORES)
def test_a_limit_takes_away_one_rating_at_most(scores: list[int]) -> None:
    """A rating is its band or the one below; only good and outstanding are ever limited."""
    outcome = rated(scores)
    limited = outcome.rating is not outcome.band
    assert outcome.band.rank - outcome.rating.rank == limited
    assert not limited or outcome.band in {Rating.GOOD, Rating.OUTSTANDING}


@given(SEVEN, st.randoms(use_true_random=False))
def test_the_order_of_statements_never_matters(scores: list[int], random: Random) -> None:
    """The same scores in any order give the same result and the same way to the next rating."""
    shuffled = random.sample(scores, len(scores))
    assert rated(shuffled) == rated(scores)
    for rating in (Rating.GOOD, Rating.OUTSTANDING):
        assert fewest_points(shuffled, rating, saf_scoring()) == fewest_points(scores, rating, saf_scoring())


@given(SEVEN, st.randoms(use_true_random=False))
def test_the_order_in_the_file_never_matters(scores: list[int], random: Random) -> None:
    """The same statements in any order in the file give the same scorecard."""
    answers = {name: {"score": score} for name, score in zip(STATEMENTS["well-led"], scores, strict=False)}
    shuffled = dict(random.sample(list(answers.items()), len(answers)))
    assert scored(assessment_text((), answers=shuffled)) == scored(assessment_text(scores))


@given(st.integers(0, 100))
def test_every_score_has_one_band(score: int) -> None:
    """Every score from 0 to 100 lies in exactly one band."""
    bands = saf_scoring().bands.ratings
    assert [band.rating for band in bands if band.lowest <= score <= band.highest] == [band_of(score, saf_scoring())]


@given(SCORES)
def test_the_percentage_is_exact(scores: list[int]) -> None:
    """The percentage is the total as a share of the maximum, without loss, and the score is the nearest to it."""
    outcome = rated(scores)
    assert outcome.maximum == 4 * len(scores)
    assert outcome.exact * outcome.maximum == 100 * sum(scores)
    assert abs(outcome.exact - outcome.score) <= Fraction(1, 2)


@given(st.fractions(0, 100))
def test_three_decimals_are_cut(exact: Fraction) -> None:
    """Three decimals never say more than there is, and less than a thousandth less."""
    whole, point, decimals = three_decimals(exact).partition(".")
    assert (point, len(decimals)) == (".", 3)
    assert 0 <= exact - Fraction(f"{whole}.{decimals}") < Fraction(1, 1000)


@given(SEVEN, RATING)
def test_the_fewest_points_are_those_of_every_way_tried(scores: list[int], target: Rating) -> None:
    """The fewest points and the number of ways are those found by trying every rise there is."""
    ways = Counter(
        sum(raised) - sum(scores)
        for raised in product(*(range(score, 5) for score in scores))
        if rated(list(raised)).rating.rank >= target.rank
    )
    assert fewest_points(scores, target, saf_scoring()) == min(ways.items())


@given(SEVEN)
def test_the_next_rating_is_the_one_above(scores: list[int]) -> None:
    """The next rating is the one above the rating there is, at least a point away; only outstanding has none."""
    card = scored(assessment_text(scores))
    assert (card.next is None) == (card.rating is Rating.OUTSTANDING)
    if card.next is not None and card.rating is not None:
        assert card.next.rating.rank == card.rating.rank + 1
        assert card.next.points >= 1
