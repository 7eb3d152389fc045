"""What a page says of itself: who, which day, which rating, which breaches."""

from datetime import date

import pytest

from tests.builders import Yaml
from tests.importers.sources import LOCAL_AUTHORITY, early, of_2025, shown
from tests.importers.test_page_statements import PAGE, drafted, refused, said, values_of
from wellled_cli.importers.given import Given

EARLY = early("Well-led", "Good", 75, shown("Well-led", [3] * 7))
REPORT = "Report from 25 June 2025 assessment"
CHANGED = "At this assessment, the rating has changed to Requires improvement."


def with_breach(sentence: str) -> str:
    """Give a page with a sentence above its statements."""
    return PAGE.replace("However, people", f"{sentence}\n\nHowever, people")


def regulations(page: str) -> list[str]:
    """Give the regulations a page reports as breached."""
    return [breach["regulation"] for breach in values_of(page).get("breaches", [])]


@pytest.mark.parametrize(
    ("named", "numbers"),
    [
        ("legal regulation in relation to safe care and treatment", ["12"]),
        ("legal regulation in relation to dignity and respect", ["10"]),
        ("legal regulation in relation to good governance and staffing", ["17", "18"]),
        (
            "legal regulations relating to safe care and treatment, good governance, and dignity and respect",
            ["12", "17", "10"],
        ),
        ("Regulation 17", ["17"]),
        ("Regulation 17(1) of the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014", ["17"]),
        ("regulations 12 and 18", ["12", "18"]),
        ("legal regulation in relation to need\nfor consent", ["11"]),
    ],
)
def test_breaches_by_the_whole_name_or_the_number(named: str, numbers: list[str]) -> None:
    """Names of the 2014 regulations hold "and" themselves."""
    assert regulations(with_breach(f"The service was in breach of {named}.")) == numbers


@pytest.mark.parametrize(
    "named", ["legal regulation in relation to kindness", "regulations", "regulation 99", "Regulation 17 and 99"]
)
def test_a_breach_that_is_not_recognised_is_noted(named: str) -> None:
    """What cannot be read is said, not dropped."""
    assert "look whether a breach is missing" in said(drafted(with_breach(f"The service was in breach of {named}.")))


@pytest.mark.parametrize(
    "sentence",
    [
        "At the previous assessment the provider was in breach of legal regulation in relation to good governance.",
        "The provider is no longer in breach of Regulation 17.",
    ],
)
def test_a_breach_that_is_over_is_not_current(sentence: str) -> None:
    """It is noted with its sentence."""
    assert regulations(with_breach(sentence)) == []
    assert sentence in said(drafted(with_breach(sentence)))


def test_a_breach_that_goes_on_is_current() -> None:
    """It was there before, and still is."""
    sentence = "The provider was previously and remained in breach of Regulation 17."
    assert regulations(with_breach(sentence)) == ["17"]


def test_the_rating_is_that_of_the_page_itself() -> None:
    """What somebody said of another rating is none, and the page's own sentence may be broken over two lines."""
    broken = PAGE.replace("the rating has changed", "the rating has\nchanged")
    broken = broken.replace("However, people", "A food inspector told us the rating is outstanding. However, people")
    assert values_of(broken)["published"]["rating"] == "requires improvement"


@pytest.mark.parametrize(
    ("sentence", "rating"),
    [
        ("The rating for safe remains good.", None),
        ("The rating of the service is Good.", None),
        ("The rating for this service changed to Good overall.", None),
        ("The rating for this key question remains good.", "good"),
        ("The rating of well-led has changed to Inadequate.", "inadequate"),
        ("The rating remains good.", "good"),
    ],
)
def test_the_rating_of_something_else_is_not_taken(sentence: str, rating: str | None) -> None:
    """A sentence on another key question or on the whole service leaves the rating open."""
    published = values_of(PAGE.replace(CHANGED, sentence))["published"]
    assert published == ({"score": 68, "rating": rating} if rating else {"score": 68})


def test_different_ratings_of_one_page() -> None:
    """None is taken, and both are named."""
    draft = drafted(PAGE.replace(CHANGED, f"{CHANGED} The rating remains good."))
    assert "rating" not in repr(draft.values["published"])
    assert "requires improvement, good" in said(draft)


@pytest.mark.parametrize("day", ["25th June 2025", "25 June 2025", "25 Jun 2025"])
def test_the_day_of_the_report(day: str) -> None:
    """With and without an ordinal."""
    assert values_of(PAGE.replace("25 June 2025", day))["assessment"]["date"] == date(2025, 6, 25)


def test_reports_of_several_days() -> None:
    """Which is meant has to be said; one below the score is another report's link."""
    page = f"Previous reports\nReport from 1 March 2024 assessment\n\n{PAGE}"
    assert "1 March 2024, 25 June 2025" in refused(page)
    values: Yaml = drafted(page, Given(day=date(2025, 6, 25))).values
    assert values["assessment"]["date"] == date(2025, 6, 25)
    assert values["service"] == {"name": "Rose Court at Home", "type": "Homecare service"}
    linked = f"{PAGE}\nRelated pages\n\nReport from 1 March 2024 assessment"
    assert values_of(linked)["assessment"]["date"] == date(2025, 6, 25)


def test_what_the_command_line_says_otherwise_is_noted() -> None:
    """The page wins, and says so."""
    draft = drafted(PAGE, Given(day=date(2025, 1, 1), level="trust"))
    assert "--date said 2025-01-01" in said(draft)
    assert "--level said trust" in said(draft)


COOKIES = (
    "Skip to main content\n\nCookies on www.cqc.org.uk\n\nWe use some essential cookies to make this website work."
    "\n\nAccept all cookies\n\nReject\n\n"
)


@pytest.mark.parametrize("before", ["", COOKIES, "Cookies\n\n"])
@pytest.mark.parametrize("address", ["1 High Street, Exampleton, EX1 1AA", "1 High Street\n\nExampleton\n\nEX1 1AA"])
def test_only_names_are_names(before: str, address: str) -> None:
    """Neither what a website says of cookies nor a line of an address is a name."""
    values = values_of(before + EARLY.replace("1 High Street, Exampleton, EX1 1AA", address))
    assert values["service"] == {"name": "Rose Court", "type": "Care home"}
    assert values["provider"] == {"name": "Fictional Care Limited"}


def test_a_head_with_more_than_names() -> None:
    """Where it is doubtful which line is the name, none is taken, and a note says what to do."""
    draft = drafted(f"Something\n\nElse\n\n{PAGE}")
    assert "service" not in draft.values
    assert "--service" in said(draft)


def test_a_local_authority_below_its_cookies() -> None:
    """Its name is no furniture."""
    lines = ["Cookies", "Fictional Borough Council", "Local authority", "Overall: Good", REPORT]
    lines += ["The local authority scored 75 (out of 100).", ""]
    found = shown("", [3] * 9, titles=LOCAL_AUTHORITY)
    values = values_of("\n".join(lines + [line for statement in found for line in statement.lines("")]))
    assert values["provider"] == {"name": "Fictional Borough Council"}
    assert values["published"] == {"score": 75, "rating": "good"}


def test_the_previous_rating_is_read_over_two_lines() -> None:
    """Its sentence may be broken too."""
    page = of_2025("Caring", "Good", 75, shown("Caring", [3] * 5)).replace("rated this key", "rated this\nkey")
    assert values_of(page)["assessment"]["previous_rating"] == "good"


def test_a_published_result_that_is_not_found_is_a_gap_with_a_note() -> None:
    """Neither is left out in silence."""
    page = PAGE.replace("scored 68 (out of 100)", "has a score").replace(CHANGED, "")
    assert "published score and rating: not found" in said(drafted(page))
