"""Report pages of the regulator: our arithmetic gives what they publish."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import saf, saf_scoring
from wellled_cli.model.framework import StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.slug import slug
from wellled_cli.score.arithmetic import band_of, rate
from wellled_cli.validate.statements import suggestion

HELD = 62
PAGES: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "published-pages.jsonl").read_text(encoding="utf-8").splitlines()
]
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page['service']}: {page['key_question']}")
RATED_PAGES = pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page["published_rating"]],
    ids=lambda page: f"{page['service']}: {page['key_question']}",
)


def rating_on(page: dict[str, Any]) -> Rating:
    """Read the one rating in words like `changed to requires improvement`."""
    words = page["published_rating"].casefold()
    (rating,) = (rating for rating in Rating if rating.value in words)
    return rating


def counted(page: dict[str, Any]) -> tuple[StatementEntry, ...]:
    """Give the statements of the page's key question; every page is of a service, none of a trust."""
    return saf().asked(page["key_question"], "service").counted


def test_the_pages_are_there() -> None:
    """The pages cover the five key questions and the four ratings, so that no law below holds for want of cases."""
    assert {page["key_question"] for page in PAGES} == {"Safe", "Effective", "Caring", "Responsive", "Well-led"}
    assert {rating_on(page) for page in PAGES if page["published_rating"]} == set(Rating) - {Rating.NOT_RATED}


@RATED_PAGES
def test_the_rating_is_the_band_of_the_published_score(page: dict[str, Any]) -> None:
    """The rating on a page is the band of the score on it."""
    assert band_of(page["published_score"], saf_scoring()) is rating_on(page)


@EVERY_PAGE
def test_the_published_score_is_a_whole_total(page: dict[str, Any]) -> None:
    """A published score is a whole total over the statements listed, rounded, or is held at 62."""
    count = len(counted(page))
    reachable = {rate(total, count, (), saf_scoring()).score for total in range(count, 4 * count + 1)}
    assert page["published_score"] in reachable | {HELD}


def test_62_is_no_total_of_seven() -> None:
    """The pages with 62 over seven statements are those a limited rating explains, all requires improvement."""
    held = [page for page in PAGES if page["published_score"] == HELD and len(counted(page)) == 7]
    totals = {rate(total, 7, (), saf_scoring()).score for total in range(29)}
    assert held
    assert HELD not in totals
    assert {rating_on(page) for page in held} == {Rating.REQUIRES_IMPROVEMENT}


@EVERY_PAGE
def test_the_page_lists_the_statements_that_count(page: dict[str, Any]) -> None:
    """A page lists as many statements as count: safe 8, effective 6, caring 5, responsive 7, well-led 7."""
    assert page["n_statements_listed"] in {None, len(counted(page))}


@EVERY_PAGE
def test_the_page_names_statements_of_its_key_question(page: dict[str, Any]) -> None:
    """A statement named on a page is one of its key question, by its title or as the one suggested."""
    entries = counted(page)
    ids = {entry.id for entry in entries}
    for title in (*page["not_assessed"], *page["statement_scores"]):
        assert slug(title) in ids or suggestion(title, entries) in ids


@EVERY_PAGE
def test_what_the_page_shows_fits_its_score(page: dict[str, Any]) -> None:
    """The statement scores shown on a page leave room for its published score."""
    count, shown = len(counted(page)), list(page["statement_scores"].values())
    hidden = count - len(shown)
    totals = range(sum(shown) + hidden, sum(shown) + 4 * hidden + 1)
    assert page["published_score"] in {rate(total, count, (), saf_scoring()).score for total in totals} | {HELD}
