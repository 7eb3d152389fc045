"""The columns of a sheet: two that could be the same are refused, every narrative is kept, the rest is named."""

from pathlib import Path

import openpyxl
import pytest

from tests.cli.command import Command
from tests.importers.sources import TITLES
from tests.importers.test_sheet import SAID, as_csv, imported

pytestmark = pytest.mark.usefixtures("folder")
STATEMENTS = TITLES["Well-led"]


def saved(heading: list[str], *cells: str, above: tuple[list[str], ...] = ()) -> None:
    """Save a sheet whose rows hold a title where the heading says @, and the same cells beside it."""
    at = heading.index("@Quality statement")
    rows = [[*cells[:at], title, *cells[at:]] for title in STATEMENTS]
    Path("sheet.csv").write_text(as_csv([*above, [each.lstrip("@") for each in heading], *rows]), "utf-8")


@pytest.mark.parametrize("scores", [("Score", "Score"), ("Mark", "Score")])
def test_two_columns_of_scores_are_refused(wellled: Command, scores: tuple[str, str]) -> None:
    """Neither wins; the error names both and where they stand."""
    saved(["@Quality statement", *scores], "1", "3")
    ran = wellled("import", "sheet.csv", *SAID)
    assert (ran.code, ran.out) == (2, "")
    assert f'"{scores[0]}" in column B and "{scores[1]}" in column C' in ran.err


def test_of_two_columns_the_one_with_statements_names_them(wellled: Command) -> None:
    """Whose name stands in front does not matter."""
    saved(["Name", "@Quality statement", "Score"], "Jane", "3")
    values, text = imported(wellled, *SAID)
    assert {each["score"] for each in values["statements"].values()} == {3}
    assert '"Name"' in text


def test_two_columns_of_statements_are_refused(wellled: Command) -> None:
    """Where both name statements neither is left out."""
    saved(["Standard", "@Quality statement", "Score"], STATEMENTS[0], "3")
    ran = wellled("import", "sheet.csv", *SAID)
    assert ran.code == 2
    assert '"Standard" in column A and "Quality statement" in column B' in ran.err


def test_every_narrative_is_kept(wellled: Command) -> None:
    """Paragraphs in the order of the columns; what is no narrative is named."""
    saved(
        ["@Quality statement", "Score", "Strengths", "Owner", "Areas for improvement", "What we found", "Empty"],
        *("3", "Kind.", "Jane", "Staff were bullied.", "Late.", ""),
    )
    values, text = imported(wellled, *SAID)
    assert {each["findings"].strip() for each in values["statements"].values()} == {
        "Kind.\n\nStaff were bullied.\n\nLate."
    }
    assert '"Owner" in column D' in text
    assert "Empty" not in text


def test_rows_without_a_title_continue_the_statement(wellled: Command) -> None:
    """As a merged cell leaves them; the second finding of each statement is kept."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(("Quality statement", "Score", "Findings"))
    for at, title in enumerate(STATEMENTS):
        sheet.append((title, 3, "First."))
        sheet.append((None, None, "Second."))
        sheet.merge_cells(start_row=2 * at + 2, end_row=2 * at + 3, start_column=1, end_column=1)
    book.save("sheet.xlsx")
    values, _ = imported(wellled, *SAID, name="sheet.xlsx")
    assert {each["findings"].strip() for each in values["statements"].values()} == {"First.\n\nSecond."}


@pytest.mark.parametrize(("below", "score"), [("2", None), ("3", 3), ("20", 3)])
def test_a_second_score_below_a_statement_is_told(wellled: Command, below: str, score: int | None) -> None:
    """Another score makes it unknown which one counts; a total or the same score does not."""
    table = [["Statement", "Score"], *([title, "3"] for title in STATEMENTS), ["", below]]
    Path("sheet.csv").write_text(as_csv(table), "utf-8")
    values, text = imported(wellled, *SAID)
    assert values["statements"]["learning-improvement-and-innovation"].get("score") == score
    assert ("row 9" in text) == (below != "3")
    assert ("several scores" in text) == (score is None)


@pytest.mark.parametrize(("again", "score"), [("1", None), ("3", 3)])
def test_a_statement_named_twice_is_one(wellled: Command, again: str, score: int | None) -> None:
    """With every finding; which of two scores counts is not known."""
    table = [["Statement", "Score", "Notes"], *([title, "3", "First."] for title in STATEMENTS)]
    Path("sheet.csv").write_text(as_csv([*table, [STATEMENTS[2], again, "Second."]]), "utf-8")
    values, text = imported(wellled, *SAID)
    assert values["statements"]["freedom-to-speak-up"].get("score") == score
    assert values["statements"]["freedom-to-speak-up"]["findings"].strip() == "First.\n\nSecond."
    assert "row 9 names it again" in text


def test_rows_below_no_statement_are_told(wellled: Command) -> None:
    """After an empty row nothing continues."""
    table = [["Statement", "Score", "Notes"], *([title, "3", ""] for title in STATEMENTS), [""] * 3, ["", "", "Signed"]]
    Path("sheet.csv").write_text(as_csv(table), "utf-8")
    values, text = imported(wellled, *SAID)
    assert values["statements"]["learning-improvement-and-innovation"] == {"score": 3}
    assert "row 10" in text


@pytest.mark.parametrize(
    "cell", ["3 - not yet agreed", "2 to be moderated", "4 N/A", "3 minus", "1 (best)", "3 - some shortfalls", "100%"]
)
def test_words_beside_a_score_have_to_be_its_own(wellled: Command, cell: str) -> None:
    """The published wording of the score, or its rating; with other words it is not known."""
    saved(["@Quality statement", "Score"], cell)
    values, text = imported(wellled, *SAID)
    assert all("score_unknown" in each for each in values["statements"].values())
    assert f'found "{cell}"' in text


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        ("4 - Evidence shows an exceptional standard", 4),
        ("3: good standard", 3),
        ("2 (some shortfalls)", 2),
        ("1 significant shortfalls", 1),
        ("2 - Requires improvement", 2),
        ("4 Outstanding", 4),
    ],
)
def test_a_score_in_its_published_words(wellled: Command, cell: str, score: int) -> None:
    """The words beside the figure are those of the score."""
    saved(["@Quality statement", "Score"], cell)
    values, _ = imported(wellled, *SAID)
    assert {each["score"] for each in values["statements"].values()} == {score}
