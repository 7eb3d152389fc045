"""Self-assessments kept in sheets become assessment files."""

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.builders import Yaml
from tests.cli.command import Command
from tests.importers.sources import TITLES

pytestmark = pytest.mark.usefixtures("folder")
SCORES = ["2", "2", "2", "3", "2", "3", "3"]
SAID = ("--service", "Rose Court", "--date", "2026-03-31")


def rows(*more: str) -> list[list[str]]:
    """Give a heading and a row a statement."""
    return [
        ["Quality statement", "Score", "Findings", "Not assessed because", *more],
        *([title, score, f"Seen under {title}.", ""] for title, score in zip(TITLES["Well-led"], SCORES, strict=True)),
    ]


def as_csv(table: list[list[str]], delimiter: str = ",") -> str:
    """Write a table as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(table)
    return text.getvalue()


def imported(wellled: Command, *words: str, name: str = "sheet.csv") -> tuple[Yaml, str]:
    """Import a sheet whose file passes check; give the values and the text."""
    ran = wellled("import", name, *words)
    assert ran.code == 0, ran.said
    Path("made.yaml").write_text(ran.out, "utf-8")
    checked = wellled("check", "made.yaml")
    assert checked.code == 0, checked.out
    return yaml.safe_load(ran.out), ran.out


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_as_people_save_it(wellled: Command, delimiter: str, encoding: str) -> None:
    """Yaml of the usual delimiters and encodings; scores and findings under their statements."""
    table = rows()
    table[1][2] = "Café, “proud”; tired"
    Path("sheet.csv").write_bytes(as_csv(table, delimiter).encode(encoding))
    values, text = imported(wellled, *SAID)
    assert [each["score"] for each in values["statements"].values()] == [2, 2, 2, 3, 2, 3, 3]
    assert values["statements"]["shared-direction-and-culture"]["findings"] == table[1][2]
    assert (values["assessment"]["source"], str(values["assessment"]["date"])) == ("self", "2026-03-31")
    assert values["service"] == {"name": "Rose Court"}
    assert ("cp1252" in text) == (encoding == "cp1252")


@pytest.mark.parametrize(
    "heading",
    [
        ["Statement", "Our score", "Comments", "Reason"],
        ["QS", "Mark", "What we found", "Not assessed"],
        ["quality_statement", "SELF SCORE", "Narrative", "Reason not assessed"],
    ],
)
def test_headings_are_matched_generously(wellled: Command, heading: list[str]) -> None:
    """Case, blanks and the usual other words do not matter."""
    table = [["Our self-assessment"], [], heading, *rows()[1:]]
    table[3] = [TITLES["Well-led"][0].upper(), "", "", "Not this time"]
    Path("sheet.csv").write_text(as_csv(table), "utf-8")
    values, _ = imported(wellled, *SAID)
    first, *others = values["statements"].values()
    assert first == {"not_assessed": "Not this time"}
    assert [each["score"] for each in others] == [2, 2, 3, 2, 3, 3]


@pytest.mark.parametrize(
    ("cell", "score"),
    [
        *[("3", 3), ("3.0", 3), ("3 - Evidence shows a good standard", 3), ("3 (good)", 3)],
        *[(cell, None) for cell in ("3.5", "0", "5", "good", "2 to 3", "2/3", "", "13")],
    ],
)
def test_a_score_is_1_to_4_or_a_gap(wellled: Command, cell: str, score: int | None) -> None:
    """What is not clearly a score is a gap with the row to look at, never a guess."""
    table = rows()
    table[3][1] = cell
    Path("sheet.csv").write_text(as_csv(table), "utf-8")
    values, text = imported(wellled, *SAID)
    statement = values["statements"]["freedom-to-speak-up"]
    assert statement.get("score") == score
    if score is None:
        assert "score_unknown" in statement
        assert "look at row 4" in text


def test_what_is_missing_or_unknown_is_told(wellled: Command) -> None:
    """A statement without a row is a gap, a row of no statement is named."""
    table = [*rows()[:-1], ["Something else", "3", "", ""]]
    Path("sheet.csv").write_text(as_csv(table), "utf-8")
    values, text = imported(wellled, *SAID)
    assert "score_unknown" in values["statements"]["learning-improvement-and-innovation"]
    assert 'row 8: "Something else"' in text


def test_a_workbook_says_who_and_when_on_a_second_sheet(wellled: Command) -> None:
    """Excel: typed cells, and the provider and the dates beside the statements."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Statements"
    for row in rows():
        sheet.append([int(cell) if cell.isdigit() else cell for cell in row])
    about = book.create_sheet("About")
    for pair in [("Provider", "Fictional Care Limited"), ("Service", "Rose Court"), ("Date", date(2026, 3, 31))]:
        about.append(pair)
    about.append(("Previous rating", "Good"))
    book.save("sheet.xlsx")
    values, _ = imported(wellled, name="sheet.xlsx")
    assert values["provider"] == {"name": "Fictional Care Limited"}
    assert values["assessment"] == {"source": "self", "date": date(2026, 3, 31), "previous_rating": "good"}


@pytest.mark.parametrize(("given", "option"), [(SAID[:2], "--date"), (SAID[2:], "--service")])
def test_who_and_when_have_to_be_known(wellled: Command, given: tuple[str, ...], option: str) -> None:
    """The error names the option that says it."""
    Path("sheet.csv").write_text(as_csv(rows()), "utf-8")
    ran = wellled("import", "sheet.csv", *given)
    assert (ran.code, ran.out) == (2, "")
    assert option in ran.err


def test_the_key_question_may_be_said(wellled: Command) -> None:
    """Titles that several frameworks share are settled by the option."""
    table = [["Statement", "Score"], *([title, "3"] for title in TITLES["Caring"])]
    Path("sheet.csv").write_text(as_csv(table), "utf-8")
    values, _ = imported(wellled, *SAID, "--key-question", "caring")
    assert values["key_question"] == "caring"


def test_without_the_library_the_extra_is_named(wellled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """An Excel file says which extra reads it."""
    openpyxl.Workbook().save("sheet.xlsx")
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    ran = wellled("import", "sheet.xlsx", *SAID)
    assert ran.code == 2
    assert "wellled-cli[xlsx]" in ran.err
