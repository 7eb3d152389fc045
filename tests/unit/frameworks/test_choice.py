"""Which framework an assessment is judged by."""

from tests.builders import SAF, assessment_text, saf, source_of
from wellled_cli.frameworks.choice import Choice, choose
from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Fault


def chosen(text: str, named: Framework | None = None) -> tuple[str, str]:
    """Give the framework of a file that has one, and what chose it."""
    choice = choose(source_of(text), named)
    assert isinstance(choice, Choice)
    return choice.framework.id, choice.chosen_by


def test_the_option_stands_above_the_file() -> None:
    """A framework named on the command line overrides the one named in the file."""
    assert chosen(assessment_text(framework="nonsense"), saf()) == (SAF, "option")


def test_the_file_stands_above_the_date() -> None:
    """A framework named in the file is taken, whatever the date."""
    assert chosen(assessment_text(about={"date": "2019-01-01"})) == (SAF, "file")


def test_the_date_decides_where_nothing_is_named() -> None:
    """A file that names no framework is judged by the one in force on its date."""
    assert chosen(assessment_text(framework=None)) == (SAF, "date")


def test_the_start_stands_above_the_date() -> None:
    """The framework is the one in force when the assessment started, not on the date it bears."""
    started_after = assessment_text(framework=None, about={"started": "2024-12-02", "date": "2024-11-01"})
    assert chosen(started_after) == (SAF, "date")
    started_before = assessment_text(framework=None, about={"started": "2024-12-01", "date": "2025-02-20"})
    choice = choose(source_of(started_before), None)
    assert not isinstance(choice, Choice) or choice.framework.id != SAF


def test_a_near_miss_is_a_fault_that_suggests() -> None:
    """A framework that is nearly right is a fault at its place, which suggests the right one."""
    choice = choose(source_of(assessment_text(framework="cqc-saf-2042")), None)
    assert isinstance(choice, Fault)
    assert choice.rule == "unknown-framework"
    assert (choice.place.line, choice.place.column) == (2, 12)
    assert SAF in choice.message


def test_a_day_before_every_framework_is_a_fault() -> None:
    """A day on which no known framework was in force is a fault that says how to name one."""
    choice = choose(source_of(assessment_text(framework=None, about={"date": "2010-01-01"})), None)
    assert isinstance(choice, Fault)
    assert choice.rule == "no-framework-in-force"
    assert "framework:" in choice.message


def test_without_a_day_there_is_no_choice() -> None:
    """A file whose date is wrong has nothing to choose by; its date is the fault."""
    assert choose(source_of(assessment_text(framework=None, about={"date": "2025-02-30"})), None) is None
