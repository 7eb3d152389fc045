"""Workbooks with several tabs: which are assessments, which say who and when, and which are never read."""

from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.cli.command import Command
from tests.importers.sources import TITLES
from tests.importers.test_sheet import SAID, imported

pytestmark = pytest.mark.usefixtures("folder")
WHO = [("Service", "Rose Court"), ("Date", "2026-03-31")]


def scored(key_question: str, score: int) -> list[tuple[object, ...]]:
    """Give the rows of a key question with the same score throughout."""
    return [("Quality statement", "Score"), *((title, score) for title in TITLES[key_question])]


def workbook(tabs: dict[str, Sequence[Sequence[object]]], hidden: str = "", state: str = "hidden") -> None:
    """Save a workbook of tabs."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, rows in tabs.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = state if title == hidden else "visible"
    book.save("sheet.xlsx")


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_tab_is_never_read(wellled: Command, state: str) -> None:
    """Last year's figures, hidden before this year's, do not become this year's; that they were left out is told."""
    workbook(
        {"Old": [*WHO, *scored("Well-led", 4)], "Current": [*WHO, *scored("Well-led", 1)]}, hidden="Old", state=state
    )
    values, text = imported(wellled, name="sheet.xlsx")
    assert {each["score"] for each in values["statements"].values()} == {1}
    assert 'hidden tab "Old"' in text


def test_a_workbook_of_hidden_tabs_is_refused(wellled: Command) -> None:
    """The error says why nothing was read."""
    workbook({"Old": [*WHO, *scored("Well-led", 4)], "Current": [("Nothing",)]}, hidden="Old")
    ran = wellled("import", "sheet.xlsx")
    assert (ran.code, ran.out) == (2, "")
    assert 'hidden tab "Old"' in ran.err


def test_every_tab_with_statements_is_an_assessment(wellled: Command) -> None:
    """Each gets a file of its own, with what the others say of all."""
    workbook({"About": WHO, "Safe": scored("Safe", 3), "Well-led": scored("Well-led", 1)})
    assert wellled("import", "sheet.xlsx").code == 2
    ran = wellled("import", "sheet.xlsx", "--output", "made")
    assert ran.code == 0, ran.said
    made = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in Path("made").iterdir()}
    assert set(made) == {"rose-court-safe-2026-03-31", "rose-court-well-led-2026-03-31"}
    assert {each["score"] for each in made["rose-court-safe-2026-03-31"]["statements"].values()} == {3}


def test_the_key_question_chooses_among_tabs(wellled: Command) -> None:
    """The tab that answers it is read; the others are named."""
    workbook({"S": [*WHO, *scored("Safe", 3)], "W": [*WHO, *scored("Well-led", 1)]})
    values, text = imported(wellled, "--key-question", "well-led", name="sheet.xlsx")
    assert values["key_question"] == "well-led"
    assert 'tab "S"' in text


def test_who_and_when_never_come_from_another_assessment(wellled: Command) -> None:
    """A tab of statements says nothing about another one, nor does one whose score has no known heading."""
    ash = [("Service", "Ash House"), ("Assessed by", "Jane Smith"), *scored("Well-led", 1)]
    workbook({"Main": [WHO[1], *scored("Well-led", 3)], "Ash": ash})
    ran = wellled("import", "sheet.xlsx", "--output", "made")
    assert (ran.code, Path("made").exists()) == (2, False)
    assert "--service" in ran.err
    assert "Main" in ran.err
    workbook({"Main": [WHO[1], *scored("Well-led", 3)], "Ash": [*ash[:2], ("What", "Grade"), *ash[3:]]})
    assert wellled("import", "sheet.xlsx").code == 2
    values, text = imported(wellled, *SAID, name="sheet.xlsx")
    assert "assessor" not in values["assessment"]
    assert 'tab "Ash"' in text


def test_what_lies_beyond_the_rows_that_are_read_is_told(wellled: Command) -> None:
    """A row far below is not lost silently."""
    workbook({"Main": [*WHO, *scored("Well-led", 3), *[("",)] * 2_000, ("Far below", 1)]})
    _, text = imported(wellled, name="sheet.xlsx")
    assert "the first 2,000 rows" in text


def test_a_workbook_is_known_by_its_bytes(wellled: Command) -> None:
    """Standard input has no ending."""
    workbook({"Main": [*WHO, *scored("Well-led", 3)]})
    ran = wellled("import", "-", stdin=Path("sheet.xlsx").read_bytes())
    assert ran.code == 0, ran.said


def test_a_percentage_is_no_score(wellled: Command) -> None:
    """A cell that shows 100% holds the number 1 and is a gap nevertheless."""
    workbook({"Main": [*WHO, *scored("Well-led", 1)]})
    book = openpyxl.load_workbook("sheet.xlsx")
    for row in book["Main"].iter_rows(min_row=4, min_col=2):
        for cell in row:
            cell.number_format = "0%"
    book.save("sheet.xlsx")
    values, text = imported(wellled, name="sheet.xlsx")
    assert all("score_unknown" in each for each in values["statements"].values())
    assert 'found "100%" as the score' in text
