"""What the rows above the statements say: read, or named where it was not understood."""

from datetime import date
from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.importers.sources import TITLES, TRUST_ONLY
from tests.importers.test_sheet import SAID, as_csv, imported

pytestmark = pytest.mark.usefixtures("folder")
WHO = (["Service", "Rose Court"], ["Date", "2026-03-31"])


def saved(*above: list[str], titles: tuple[str, ...] = TITLES["Well-led"]) -> None:
    """Save a sheet with rows above its statements."""
    rows = [*above, ["Quality statement", "Score"], *([title, "3"] for title in titles)]
    Path("sheet.csv").write_text(as_csv(rows), "utf-8")


@pytest.mark.parametrize("day", ["12 November 2024", "12th November 2024", "12/11/2024", "2024-11-12"])
def test_days_are_read_as_people_write_them(wellled: Command, day: str) -> None:
    """And the framework is the one in force on the day it started."""
    saved(WHO[0], ["Date", "20 December 2024"], ["Started", day])
    values, _ = imported(wellled)
    assert values["assessment"]["date"] == date(2024, 12, 20)
    assert values["assessment"]["started"] == date(2024, 11, 12)
    assert values["framework"] == "cqc-saf-2023"


@pytest.mark.parametrize(
    "row", [["Started", "in November"], ["Previous rating", "RI"], ["Assessor", "Jane", "Joan"], ["Region", "North"]]
)
def test_what_is_not_understood_is_told(wellled: Command, row: list[str]) -> None:
    """With its row; it is never dropped."""
    saved(*WHO, row)
    values, text = imported(wellled)
    assert set(values["assessment"]) == {"source", "date"}
    assert f'row 3: "{row[0]}"' in text


def test_a_fact_said_twice_is_told(wellled: Command) -> None:
    """The first counts, the other is named."""
    saved(*WHO, ["Location", "Ash House"])
    values, text = imported(wellled)
    assert values["service"] == {"name": "Rose Court"}
    assert "Ash House" in text


def test_a_date_that_is_none_is_named(wellled: Command) -> None:
    """The error says what was found."""
    saved(WHO[0], ["Date", "next spring"])
    ran = wellled("import", "sheet.csv")
    assert ran.code == 2
    assert '"next spring"' in ran.err
    assert "--date" in ran.err


def test_a_name_and_its_value_may_share_a_cell(wellled: Command) -> None:
    """With a colon between them."""
    saved(["Service: Rose Court"], ["Date: 31 March 2026"])
    values, _ = imported(wellled)
    assert values["service"] == {"name": "Rose Court"}


def test_several_facts_may_share_a_row(wellled: Command) -> None:
    """A name and its value, and another name and its value."""
    saved(["Service", "Rose Court", "", "Date", "31 March 2026"])
    values, _ = imported(wellled)
    assert values["service"] == {"name": "Rose Court"}
    assert values["assessment"]["date"] == date(2026, 3, 31)


def test_a_fact_left_out_that_is_needed_is_told(wellled: Command) -> None:
    """The error that asks for it says where it stands."""
    saved(["Service", "Rose Court", "or Ash House"], WHO[1])
    ran = wellled("import", "sheet.csv")
    assert ran.code == 2
    assert 'row 1: "Service" has more than one value' in ran.err


@pytest.mark.parametrize("delimiter", [";", "\t", ","])
def test_a_title_above_the_sheet_hides_no_delimiter(wellled: Command, delimiter: str) -> None:
    """The heading row decides which it is."""
    rows = [*WHO, ["Quality statement", "Score"], *([title, "3"] for title in TITLES["Well-led"])]
    text = "Self assessment, of the year; spring\n" + as_csv(rows, delimiter)
    Path("sheet.csv").write_text(text, "utf-8")
    values, _ = imported(wellled)
    assert {each["score"] for each in values["statements"].values()} == {3}


def test_an_unknown_key_question_names_the_option(wellled: Command) -> None:
    """And those there are."""
    saved(*WHO)
    ran = wellled("import", "sheet.csv", "--key-question", "foo")
    assert ran.code == 2
    assert '--key-question: found "foo"' in ran.err
    assert "well-led" in ran.err


@pytest.mark.parametrize("given", [(), ("--key-question", "safe")])
def test_a_key_question_without_rows_is_refused(wellled: Command, given: tuple[str, ...]) -> None:
    """Rows of another one are no gaps of this one."""
    saved(*WHO, *([] if given else [["Key question", "Safe"]]))
    ran = wellled("import", "sheet.csv", *given)
    assert (ran.code, ran.out) == (2, "")
    assert "Safe" in ran.err
    assert "Well-led" in ran.err


@pytest.mark.parametrize("given", [(), ("--level", "trust wide")])
def test_an_unknown_level_is_refused(wellled: Command, given: tuple[str, ...]) -> None:
    """It decides which statements count."""
    saved(*WHO, *([] if given else [["Level", "Trust wide"]]))
    ran = wellled("import", "sheet.csv", *given)
    assert (ran.code, ran.out) == (2, "")
    assert "rust wide" in ran.err
    assert "service or trust" in ran.err


def test_a_statement_of_trusts_is_not_lost(wellled: Command) -> None:
    """It counts at the level of a trust alone, and so says the level; where another level is said it is named."""
    saved(*WHO, titles=(*TITLES["Well-led"], TRUST_ONLY))
    values, text = imported(wellled)
    assert (values["level"], len(values["statements"])) == ("trust", 8)
    assert TRUST_ONLY in text
    values, text = imported(wellled, "--level", "service")
    assert (values["level"], len(values["statements"])) == ("service", 7)
    assert TRUST_ONLY in text


@pytest.mark.parametrize(("day", "told"), [("2026-04-01", True), ("2026-03-31", False)])
def test_what_an_option_overrules_is_told(wellled: Command, day: str, told: bool) -> None:  # noqa: FBT001
    """The option wins; where the sheet says another day, it is named."""
    saved(["Date", "31 March 2026"])
    values, text = imported(wellled, *SAID[:2], "--date", day)
    assert str(values["assessment"]["date"]) == day
    assert ("31 March 2026" in text) == told
