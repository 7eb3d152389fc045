"""What a page says of each statement: its score, whether it was looked at, and its narrative, all under its title."""

from datetime import date

import pytest

from tests.builders import Yaml
from tests.importers.sources import CARRIED, TITLES, early, of_2025, shown
from wellled_cli.importers.catalogue import read_from
from wellled_cli.importers.given import Given
from wellled_cli.model.draft import Draft
from wellled_cli.model.errors import NotImportableError

SCORES = (3, 3, 2, 3, 2, 3, 3)
PAGE = of_2025("Well-led", "Requires improvement", 68, shown("Well-led", SCORES))
SPEAK_UP, EQUALITY = TITLES["Well-led"][2:4]
TOLD = "What was seen under number 3 of Well-led. It stayed with people."
SCORED = "This service scored 68 (out of 100) for this area. Find out what we look at when we assess this area."


def drafted(page: str, given: Given | None = None) -> Draft:
    """Import a page."""
    (draft,) = read_from("published-report", page.encode(), "page.txt", given or Given())
    return draft


def values_of(page: str) -> Yaml:
    """Give the values of a page."""
    return drafted(page).values


def scores(page: str) -> list[int | None]:
    """Give the score of each statement of a page."""
    return [statement.get("score") for statement in values_of(page)["statements"].values()]


def refused(page: str, given: Given | None = None) -> str:
    """Give why a page is refused."""
    with pytest.raises(NotImportableError) as raised:
        drafted(page, given)
    return str(raised.value)


def said(draft: Draft) -> str:
    """Give all a draft notes."""
    return "\n".join([*draft.head, *(note for notes in draft.notes.values() for note in notes)])


def test_something_not_looked_at_is_not_the_statement() -> None:
    """A sentence that names another thing leaves the score as it is, with a note."""
    page = PAGE.replace(TOLD, "We did not look at recruitment files during this assessment. Staff were afraid.")
    assert scores(page) == list(SCORES)
    assert "recruitment files" in said(drafted(page))


@pytest.mark.parametrize("gap", [" ", "\n"])
@pytest.mark.parametrize("sentence", [CARRIED, CARRIED.partition(" The score")[0]], ids=["whole", "title"])
def test_a_statement_not_looked_at_over_two_lines(sentence: str, gap: str) -> None:
    """The published sentence is known wherever its line breaks."""
    text = sentence.format(title=SPEAK_UP, part="Well-led").replace("during this ", f"during this{gap}")
    page = PAGE.replace(TOLD, text)
    assert values_of(page)["statements"]["freedom-to-speak-up"].get("not_assessed")
    assert scores(page) == [3, 3, None, 3, 2, 3, 3]


def test_a_carried_score_that_contradicts_the_previous_rating() -> None:
    """Good is carried as 3 (N1): a 2 carried from it has to be looked at."""
    draft = drafted(PAGE.replace(TOLD, CARRIED.format(title=SPEAK_UP, part="Well-led")))
    assert "carries the score 2, but its previous rating, good, gives 3" in said(draft)


@pytest.mark.parametrize("first", ["Safe", "Well-led"])
def test_several_key_questions(first: str) -> None:
    """Scores of two key questions on one page are refused, whichever stands first."""
    safe = early("Safe", "Inadequate", 25, shown("Safe", [1] * 8), "25 June 2025")
    page = f"{safe}\n{PAGE}" if first == "Safe" else f"{PAGE}\n{safe}"
    assert "several key questions" in refused(page)
    assert "several key questions" in refused(page, Given(key_question="Well-led"))


def test_two_pages_of_one_key_question() -> None:
    """Two scores out of 100 are two reports."""
    page = PAGE + early("Well-led", "Good", 75, shown("Well-led", [3] * 7), "25 June 2025")
    assert "68, 75" in refused(page)


@pytest.mark.parametrize("name", ["Well-led", "well-led"])
def test_the_key_question_that_was_named(name: str) -> None:
    """Naming the one of the page is right, naming another is a contradiction."""
    assert drafted(PAGE, Given(key_question=name)).values["key_question"] == "well-led"
    assert "found the page of Well-led, expected that of Safe" in refused(PAGE, Given(key_question="Safe"))


@pytest.mark.parametrize("foot", ["Related pages\n{0}\n{1}", "See also\n* {0}\n* {1}", "{0}\n\n{1}", "* {0}\n* {1}"])
def test_titles_that_come_again(foot: str) -> None:
    """The title with the score is the heading; links to it below are none."""
    assert scores(PAGE + "\n" + foot.format(SPEAK_UP, EQUALITY)) == list(SCORES)


def test_a_title_with_two_scores() -> None:
    """Which of them holds cannot be known."""
    assert "twice with different scores" in refused(f"{PAGE}\n{SPEAK_UP}\n\nScore: 4\n")


def test_a_numbered_title_is_a_heading() -> None:
    """A number before a title changes nothing."""
    head, _, below = PAGE.rpartition(SPEAK_UP)
    assert scores(f"{head}3. {SPEAK_UP}{below}") == list(SCORES)


@pytest.mark.parametrize("mark", ["**", "__"])
def test_a_bold_title_is_a_heading(mark: str) -> None:
    """As text copied through a Markdown editor has it, its scores too."""
    page = PAGE
    for line in {*TITLES["Well-led"], "Score: 2", "Score: 3"}:
        page = page.replace(f"\n{line}\n", f"\n{mark}{line}{mark}\n")
    assert scores(page) == list(SCORES)


def test_a_title_with_an_ampersand_is_a_heading() -> None:
    """It stands for "and"."""
    assert scores(PAGE.replace("diversity and inclusion", "diversity & inclusion")) == list(SCORES)


@pytest.mark.parametrize("mark", ["- ", "* "])
def test_titles_that_are_all_items_of_lists_are_refused(mark: str) -> None:
    """No statement stands below a heading, and that is said."""
    page = PAGE
    for title in TITLES["Well-led"]:
        page = page.replace(f"\n{title}\n", f"\n{mark}{title}\n")
    assert "titles" in refused(page)


def test_scores_above_their_titles() -> None:
    """A page with each score above its title would shift them all, so it is refused."""
    above, scored, below = PAGE.partition(SCORED)
    for title, score in zip(TITLES["Well-led"], SCORES, strict=True):
        below = below.replace(f"{title}\n\nScore: {score}", f"Score: {score}\n\n{title}")
    assert "above the first title" in refused(above + scored + below)


AFTER = "Staff were afraid of the manager."


@pytest.mark.parametrize(
    "instead",
    [f"{SCORED}\n\n{AFTER}", f"{SCORED} {AFTER}", f"{SCORED}\n{AFTER}"],
    ids=["paragraph", "same line", "next line"],
)
def test_narrative_below_the_score_belongs_to_the_summary(instead: str) -> None:
    """Nothing between the score and the first title is lost, and the sentence of the score is not kept."""
    summary = values_of(PAGE.replace(SCORED, instead))["summary"]
    assert summary.endswith(AFTER)
    assert "out of 100" not in summary
    assert "Find out" not in summary


@pytest.mark.parametrize(
    "sentence",
    [
        "Leaders did the following next:",
        "Find out what we look at when we assess this area and staff were afraid.",
        "This service scored 40 points lower than others and staff feared reprisal.",
        "Published results of the survey on 3 May 2025 were poor.",
        "Updated training was given on 3 March 2025.",
        "Contents of cupboards were not safe.",
        "Registered managers did not know what was wrong.",
        "Telephone calls were not answered.",
        "Contact with families was poor.",
        "Contact us details were shared with people.",
        "Phone: staff could not always get through.",
        "Telephone 24 hour support was there for staff.",
        "Registered manager - the post had been vacant for 9 months.",
    ],
)
def test_sentences_that_open_like_furniture_are_narrative(sentence: str) -> None:
    """They are kept in findings and in the summary."""
    below = values_of(PAGE.replace(TOLD, sentence))["statements"]["freedom-to-speak-up"]
    assert below["findings"] == sentence
    assert sentence in values_of(PAGE.replace("However, people", f"{sentence}\n\nHowever, people"))["summary"]


@pytest.mark.parametrize(
    "foot",
    [
        "Is this page useful?\n\nRegistered manager: Mrs Hyacinth Quillfeather",
        "Related pages\nContact us: Hyacinth Quillfeather h.quillfeather@example.org 01632 960001",
        "Registered manager\nHyacinth Quillfeather",
        "Who runs this service\nFictional Care Limited\nManager: Hyacinth Quillfeather",
        "Manager: Hyacinth Quillfeather",
        "Mrs Hyacinth Quillfeather is the registered manager",
        "Call us on 01632 960001 or e-mail h.quillfeather@example.org",
        "Telephone 01632 960001",
        "\u00a9 Care Quality Commission\nQuillfeather",
    ],
)
def test_the_foot_of_a_page_is_no_finding(foot: str) -> None:
    """Neither the foot nor people and ways to reach them are kept, and a note says so without them."""
    draft = drafted(f"{PAGE}\n{foot}")
    values: Yaml = draft.values
    told = values["statements"]["learning-improvement-and-innovation"]["findings"]
    assert told == "What was seen under number 7 of Well-led. It stayed with people."
    assert "Left out" in said(draft)
    assert "Quillfeather" not in said(draft)


def test_without_its_opening_the_head_of_a_page_is_no_summary() -> None:
    """With no "Report from" the summary begins at the name of the key question."""
    people = "Rose Court Manor\nRegistered manager: Mrs Hyacinth Quillfeather\nTelephone 01632 960001"
    page = PAGE.replace("Report from 25 June 2025 assessment", people)
    draft = drafted(page, Given(service="Rose Court", day=date(2025, 6, 25)))
    summary = draft.values["summary"]
    assert isinstance(summary, str)
    assert summary.startswith("At our last assessment")
    assert "Quillfeather" not in repr(draft)
