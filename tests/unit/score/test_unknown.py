"""A statement was assessed but its score is not known: what is still possible, and what was published."""

from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement, product
from re import findall

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import STATEMENTS, Yaml, assessment_text, flagged, scored
from wellled_cli.model.scorecard import Scorecard, Step

RATINGS = ("inadequate", "requires improvement", "good", "outstanding")
UNKNOWN = {"score_unknown": "The page does not show it"}
NAMES = STATEMENTS["well-led"]
Given = int | None
"""A score, or None where it is not known."""


def as_published(scores: Sequence[int], count: int) -> tuple[int, str, str]:
    """Give score, band and rating of some scores over a number of statements, as the published rules say."""
    below, rest = divmod(100 * sum(scores), 4 * count)
    score = below + (rest > 2 * count or (rest == 2 * count and below % 2 == 1))
    band = RATINGS[(score > 38) + (score > 62) + (score > 87)]
    lowest = min((one for one in scores if one), default=4)
    if band == "good" and lowest == 1:
        return score, band, "requires improvement"
    if band == "outstanding" and lowest <= 2:
        return score, band, "good"
    return score, band, band


def open_text(scores: Sequence[Given], **changes: Yaml) -> str:
    """Write an assessment of well-led in which some scores are not known."""
    answers = {
        name: UNKNOWN if score is None else {"score": score, "findings": "Seen."}
        for name, score in zip(NAMES, scores, strict=False)
    }
    level = "trust" if len(scores) == 8 else "service"
    return assessment_text((), answers=answers, level=level, **changes)


def possible(scores: Sequence[Given]) -> list[tuple[int, int, str]]:
    """Give total, score and rating of every way to fill in what is not known."""
    known = [score for score in scores if score is not None]
    guesses = product(range(1, 5), repeat=len(scores) - len(known))
    filled = [[*known, *guess] for guess in guesses]
    return [(sum(each), *as_published(each, len(scores))[::2]) for each in filled]


def steps_of(card: Scorecard, rule: str) -> list[Step]:
    """Give the steps that follow a rule."""
    return [step for step in card.steps if step.rule == rule]


def named_in(text: str) -> set[str]:
    """Give the ratings a text names."""
    return {rating for rating in RATINGS if rating in text}


def spans_in(text: str) -> list[tuple[int, int]]:
    """Give the spans `from X to Y` in a text."""
    return [(int(low), int(high)) for low, high in findall(r"from (\d+) to (\d+)", text)]


def says_what_is_possible(scores: Sequence[Given]) -> None:
    """Assert that totals, scores and ratings still possible are those that trying everything gives."""
    card = scored(open_text(scores))
    (step,) = steps_of(card, "percentage")
    totals, values, ratings = (set(column) for column in zip(*possible(scores), strict=True))
    assert spans_in(step.text) == [(min(totals), max(totals)), (min(values), max(values))]
    assert f"out of {4 * len(scores)}" in step.text
    assert f"{scores.count(None)} of {len(scores)} statements" in step.text
    assert named_in(step.text) == ratings


@pytest.mark.parametrize("scores", list(combinations_with_replacement((1, 2, 3, 4), 6)), ids=str)
def test_one_unknown_leaves_four_totals(scores: tuple[int, ...]) -> None:
    """With one of seven scores unknown, the totals, scores and ratings possible are those of its four values."""
    says_what_is_possible([None, *scores])


@given(st.lists(st.sampled_from([1, 2, 3, 4, None, None]), min_size=7, max_size=8).filter(lambda each: None in each))
@settings(max_examples=100)
def test_what_is_possible_is_what_can_be_tried(scores: list[Given]) -> None:
    """However many scores are unknown, what is said to be possible is what trying every value gives, with limits."""
    says_what_is_possible(scores)


@pytest.mark.parametrize(
    ("scores", "ratings"),
    [
        ((4, 4, 4, 4, 4, 4, None), {"good", "outstanding"}),
        ((4, 4, 4, 4, 4, 3, None), {"requires improvement", "good", "outstanding"}),
        ((3, 3, 3, 3, 3, 3, None), {"requires improvement", "good"}),
        ((4, 4, 4, 4, 4, 1, None), {"requires improvement", "good"}),
        ((1, 1, 1, 1, 1, 1, None), {"inadequate"}),
        ((2, 2, 2, 2, 2, 2, None), {"requires improvement"}),
    ],
)
def test_limits_count_among_what_is_possible(scores: Sequence[Given], ratings: set[str]) -> None:
    """A 1 or 2 limits what would be good or outstanding, whether it is known or may be the unknown score."""
    (step,) = steps_of(scored(open_text(scores)), "percentage")
    assert named_in(step.text) == ratings


@pytest.mark.parametrize("level", ["service", "trust"])
def test_every_score_may_be_unknown(level: str) -> None:
    """With no score known at all, everything from the lowest to the highest total is possible, and every rating."""
    count = 7 if level == "service" else 8
    (step,) = steps_of(scored(open_text([None] * count)), "percentage")
    assert spans_in(step.text) == [(count, 4 * count), (25, 100)]
    assert named_in(step.text) == set(RATINGS)


def published_step(scores: Sequence[Given], published: int) -> tuple[set[int], bool, str]:
    """Give the totals a published score is said to fit, whether a held reading is named, and its words."""
    card = scored(open_text(scores, published={"score": published}))
    (step,) = steps_of(card, "R1")
    numbers = {int(number) for number in findall(r"\d+", step.text)}
    held = steps_of(card, "held")
    assert f"score of {published}" in step.text
    return numbers - {published}, bool(held), " ".join(each.text for each in held)


@pytest.mark.parametrize("published", range(25, 101))
@pytest.mark.parametrize("scores", [(3, 3, 3, None, 3, 3, 3), (None,) * 7, (4, 4, None, None, 2, 3, 4)], ids=str)
def test_a_published_score_tells_the_totals_it_fits(scores: Sequence[Given], published: int) -> None:
    """A published score fits those of the possible totals that round to it; no other total is named."""
    fitting = {total for total, score, _ in possible(scores) if score == published}
    assert published_step(scores, published)[0] == fitting - {published}


@pytest.mark.parametrize(("published", "limited"), [(62, "requires improvement"), (87, "good")])
@pytest.mark.parametrize("count", [7, 8])
def test_a_held_score_has_two_readings(published: int, limited: str, count: int) -> None:
    """62 and 87 may be the held score of a limited rating: that reading is named with the rating, beside the totals."""
    fitting, held, words = published_step([None] * count, published)
    assert held
    assert named_in(words) == {limited}
    assert fitting == ({20} if (published, count) == (62, 8) else set())


@pytest.mark.parametrize("published", [38, 61, 63, 86, 88, 100])
def test_other_scores_have_one_reading(published: int) -> None:
    """Only the top of the band of a limited rating may be a held score."""
    assert not published_step((None,) * 7, published)[1]


def test_a_published_rating_alone_fits_no_total() -> None:
    """Where only a rating was published, nothing is said about totals that fit."""
    card = scored(open_text((3, 3, 3, None, 3, 3, 3), published={"rating": "good"}))
    assert steps_of(card, "R1") == []
    assert steps_of(card, "held") == []


def test_what_was_published_is_neither_right_nor_wrong() -> None:
    """An open result neither agrees nor disagrees with what was published, even where no total fits it."""
    for published in ({"score": 30}, {"score": 75, "rating": "good"}, {"rating": "inadequate"}):
        text = open_text((3, 3, 3, None, 3, 3, 3), published=published)
        assert scored(text).agrees is None
        assert flagged(text, "published-differs") == []


@pytest.mark.parametrize("count", [1, 3, 7])
def test_an_open_result_has_no_number_but_the_maximum(count: int) -> None:
    """With scores unknown, total, percentage, score, band, rating and next are open; the maximum is known."""
    scores = [None] * count + [3] * (7 - count)
    card = scored(open_text(scores))
    assert (card.total, card.exact, card.score, card.band, card.rating, card.next) == (None,) * 6
    assert (card.maximum, card.limited_by, card.expected_published) == (28, (), ())
    assert [entry.status for entry in card.statements] == ["unknown"] * count + ["assessed"] * (7 - count)
    assert [entry.score for entry in card.statements] == scores


def only(texts: Iterable[Step]) -> str:
    """Give the text of a single step."""
    (step,) = texts
    return step.text


def test_what_is_carried_counts_among_what_is_known() -> None:
    """A statement carried from the previous rating is known, so only the others are open."""
    text = open_text((None, 3, 3, 3, 3, 3, 3), about={"previous_rating": "inadequate"})
    carried = text.replace("    score: 3\n    findings: Seen.\n", "    not_assessed: Out of scope\n", 1)
    card = scored(carried)
    assert [entry.status for entry in card.statements][:2] == ["unknown", "carried"]
    words = only(steps_of(card, "percentage"))
    assert spans_in(words) == [(17, 20), (61, 71)]
    assert named_in(words) == {"requires improvement"}


def test_what_is_left_out_counts_nowhere() -> None:
    """A statement left out is in neither total nor maximum of what is possible."""
    text = open_text((None, 3, 3, 3, 3, 3, 3), about={"unassessed": "exclude"})
    left_out = text.replace("    score: 3\n    findings: Seen.\n", "    not_assessed: Out of scope\n", 1)
    card = scored(left_out)
    assert card.maximum == 24
    words = only(steps_of(card, "percentage"))
    assert spans_in(words) == [(16, 19), (67, 79)]
    assert named_in(words) == {"requires improvement", "good"}


def test_what_counts_as_nothing_leaves_no_rating_possible() -> None:
    """Where a statement counts as nothing, the totals count it as 0, and no rating is possible whatever is unknown."""
    text = open_text((None, 3, 3, 3, 3, 3, 3))
    nothing = text.replace("    score: 3\n    findings: Seen.\n", "    not_assessed: Out of scope\n", 1)
    card = scored(nothing)
    assert (card.maximum, card.unassessed) == (28, "zero")
    words = only(steps_of(card, "percentage"))
    assert spans_in(words) == [(16, 19), (57, 68)]
    assert named_in(words) == set()
    assert "not rated" in words


def test_a_half_of_categories_is_flagged_whatever_else_is_unknown() -> None:
    """Every exact half is flagged: one of a statement's evidence categories too, where another score is not known."""
    text = assessment_text(
        framework="cqc-saf-2023",
        answers={NAMES[0]: UNKNOWN, NAMES[1]: {"categories": {"people": 2, "staff": 3}, "findings": "Seen."}},
    )
    card = scored(text)
    assert [(half.statement, half.rounded, half.other) for half in card.halves] == [(NAMES[1], 62, 63)]
    assert len(steps_of(card, "R2")) == 1
    (found,) = flagged(text, "exact-half")
    assert found.statement == NAMES[1]
