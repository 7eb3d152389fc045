"""`wellled summary` says of many assessments what each of them says of itself, whoever works on them."""

import csv
import io
import json
import random
from functools import partial
from pathlib import Path

import jsonschema
import pandas as pd
import polars as pl
import pytest

from tests.builders import STATEMENTS, assessment_text
from tests.cli.assessments import FILES
from tests.cli.command import Command

TODAY = ("--today", "2026-01-15")
LIMITED, LOW = 68, 25
FULL = Path("/dev/full")


@pytest.fixture
def portfolio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one assessment of each kind: six are right, two are wrong."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def parsed(wellled: Command, *words: str) -> dict:  # type: ignore[type-arg]
    """Give what a summary says to programs."""
    return json.loads(wellled("summary", *words, "--format", "json", *TODAY).out)  # type: ignore[no-any-return]


@pytest.mark.usefixtures("portfolio")
def test_every_file_is_a_row_and_is_counted(wellled: Command) -> None:
    """What is wrong is a row too, with its first fault, and counts nowhere else."""
    ran = wellled("summary", "--format", "json", *TODAY)
    said = json.loads(ran.out)
    assert ran.code == 2
    assert "2 of 8 files are wrong" in ran.err
    assert said["counts"] == {"files": 8, "rated": 6, "open": 0, "wrong": 2, "unread": 0}
    assert [row["path"] for row in said["assessments"]] == sorted(FILES)
    assert {row["path"] for row in said["assessments"] if row["problem"]} == {"faulty.yaml", "broken.yaml"}
    assert said["ratings"] == {"outstanding": 1, "good": 3, "requires improvement": 1, "inadequate": 1}
    assert said["key_questions"] == [
        {"framework": "cqc-saf-2024", "key_question": "well-led", "assessments": 6, "ratings": said["ratings"]}
    ]


@pytest.mark.usefixtures("portfolio")
def test_a_row_says_what_scoring_says(wellled: Command) -> None:
    """The row of a file holds the figures of `wellled score` on it."""
    for row in parsed(wellled)["assessments"]:
        (scored,) = json.loads(wellled("score", row["path"], "--format", "json", *TODAY).out)["assessments"]
        same = ("framework", "key_question", "level", "provider", "service", "date", "source")
        same = (*same, "total", "maximum", "score", "band", "rating", "next")
        assert {name: row[name] for name in same} == {name: scored[name] for name in same}
        assert sum(each["findings"] for each in row["concerns"]) == sum(
            finding["kind"] == "concern" for finding in scored["findings"]
        )
        assert row["statements"] == {each["id"]: each["score"] for each in scored["statements"]}


@pytest.mark.usefixtures("portfolio")
def test_the_lists_are_in_order(wellled: Command) -> None:
    """The lowest first where the lowest are asked for, those with the fewest points to go where the nearest are."""
    said = parsed(wellled)
    assert [row["score"] for row in said["lowest"]][:2] == [LOW, LIMITED]
    points = [row["next"]["points"] for row in said["nearest"]]
    assert points == sorted(points)


@pytest.mark.usefixtures("portfolio")
def test_the_heat_table_counts_each_score_of_a_statement(wellled: Command) -> None:
    """Of the six right files two score the third statement 1, three score it 3, and one scores it 4."""
    said = parsed(wellled)["statements"]
    (speaking,) = [each for each in said if each["statement"] == STATEMENTS["well-led"][2]]
    assert speaking["scores"] == {"1": 2, "3": 3, "4": 1}
    assert [each["statement"] for each in said][:7] == list(STATEMENTS["well-led"][:7])


def test_a_file_that_cannot_be_had_is_a_row(wellled: Command, portfolio: Path) -> None:
    """It does not end the run, and the reason is said."""
    (portfolio / "gone.yaml").symlink_to(portfolio / "nowhere")
    ran = wellled("summary", "good.yaml", "gone.yaml", "--format", "json", *TODAY)
    gone, good = json.loads(ran.out)["assessments"]
    assert (ran.code, gone["path"], good["problem"]) == (2, "gone.yaml", None)
    assert "cannot be read" in gone["problem"]
    assert gone["problem"] in ran.err


def five(provider: str, rating: int, date: str = "2025-03-01") -> dict[str, str]:
    """Give an assessment of each key question of a provider, every statement with the same score."""
    return {
        f"{provider}-{name}-{date}.yaml": assessment_text(
            [rating] * len(ids[:7] if name == "well-led" else ids),
            key_question=name,
            provider={"name": provider},
            assessment={"source": "self", "date": date},
        )
        for name, ids in STATEMENTS.items()
    }


def test_a_service_with_five_key_questions_has_an_overall_rating(
    wellled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The latest of each key question counts; a service with four of them has none."""
    monkeypatch.chdir(tmp_path)
    incomplete = five("Four Only", 3)
    incomplete.pop(next(iter(incomplete)))
    for name, text in {**five("Ash", 1, "2025-02-01"), **five("Ash", 3), **incomplete}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (service,) = parsed(wellled)["services"]
    assert (service["provider"]["name"], service["rating"]) == ("Ash", "good")
    assert set(service["key_questions"]) == set(STATEMENTS)
    assert all(path.endswith("2025-03-01.yaml") for path in service["paths"])


@pytest.mark.parametrize("output_format", ["text", "md", "html"])
def test_what_an_overall_rating_leaves_out_is_said_beside_it(
    wellled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    """A file that counts nowhere may be the latest of a service, whose rating then rests on an older one."""
    monkeypatch.chdir(tmp_path)
    for name, text in five("Ash", 3).items():
        Path(name).write_text(text, encoding="utf-8")
    caution = "may be the latest of a service"
    assert caution not in wellled("summary", "--format", output_format).out
    Path("new.yaml").write_text(FILES["faulty.yaml"], encoding="utf-8")
    assert caution in " ".join(wellled("summary", "--format", output_format).out.split())


@pytest.mark.parametrize("output_format", ["text", "md", "html"])
def test_every_table_of_scores_says_whose_statements_it_counts(
    wellled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, output_format: str
) -> None:
    """Above the first statement of each key question stands its name, nearer than that of any other."""
    monkeypatch.chdir(tmp_path)
    for name, text in five("Ash", 3).items():
        Path(name).write_text(text, encoding="utf-8")
    scores = wellled("summary", "--format", output_format).out.partition("Quality statements by score")[2]
    for question, first in (("Safe", "Learning culture"), ("Caring", "Kindness, compassion and dignity")):
        above = scores.partition(first)[0]
        names = [f"{name} (cqc-saf-2024)" for name in ("Safe", "Effective", "Caring", "Responsive", "Well-led")]
        assert max(names, key=above.rfind) == f"{question} (cqc-saf-2024)"
        assert f"{question} (cqc-saf-2024)" in above


def test_a_name_of_blanks_names_nobody(wellled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The id is shown then, as where there is no name."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(assessment_text(provider={"name": "  ", "id": "1-101"}), encoding="utf-8")
    Path("b.yaml").write_text(assessment_text(provider={"name": "  "}, service={"name": "Ash"}), encoding="utf-8")
    table = wellled("summary", "--format", "md").out.partition("| Provider")[2].partition("##")[0]
    assert "| 1-101 " in table
    assert "| not named " in table


def test_three_hundred_files_say_the_same_in_any_order_and_by_any_number(
    wellled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Right and wrong ones mixed: the summary is the same to the byte."""
    monkeypatch.chdir(tmp_path)
    kinds = list(FILES.values())
    names = [f"{number:03}.yaml" for number in range(300)]
    for number, name in enumerate(names):
        Path(name).write_text(kinds[number % len(kinds)], encoding="utf-8")
    Path("300.yaml").symlink_to("nowhere")
    names.append("300.yaml")
    expected = wellled("summary", *names, "--format", "json", *TODAY)
    assert json.loads(expected.out)["counts"]["files"] == 301
    for jobs in ("1", "2", "3"):
        random.Random(jobs).shuffle(names)  # noqa: S311  nothing here is secret
        ran = wellled("summary", *names, "--format", "json", "--jobs", jobs, *TODAY)
        assert (ran.code, ran.out) == (expected.code, expected.out)


@pytest.mark.usefixtures("portfolio")
def test_the_json_is_what_its_schema_says(wellled: Command) -> None:
    """Programs can rely on `wellled schema summary`."""
    schema = json.loads(wellled("schema", "summary").out)
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(parsed(wellled), schema)


@pytest.mark.usefixtures("portfolio")
def test_the_rows_load_into_a_data_frame_in_one_line(wellled: Command) -> None:
    """As the docs show for pandas and for polars."""
    wellled("summary", "--format", "csv", "--output", "portfolio.csv", *TODAY)
    in_pandas = pd.read_csv("portfolio.csv")
    in_polars = pl.read_csv("portfolio.csv")
    assert list(in_pandas["path"]) == in_polars["path"].to_list() == sorted(FILES)
    assert in_pandas["score"].dropna().astype(int).tolist() == in_polars["score"].drop_nulls().to_list()


def test_no_name_of_a_provider_becomes_a_formula(
    wellled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A spreadsheet shows it as text."""
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(assessment_text(provider={"name": "=HYPERLINK(1)"}), encoding="utf-8")
    (row,) = csv.DictReader(io.StringIO(wellled("summary", "--format", "csv").out.removeprefix("\ufeff")))
    assert row["provider"] == "'=HYPERLINK(1)"


@pytest.mark.usefixtures("portfolio")
@pytest.mark.parametrize("output_format", ["text", "md", "html"])
def test_people_see_every_file(wellled: Command, output_format: str) -> None:
    """Each is named, the wrong ones with what is wrong, and the result is called indicative."""
    ran = wellled("summary", "--format", output_format, *TODAY)
    assert all(name in ran.out for name in FILES)
    assert "expected 1 to 4" in ran.out
    assert "indicative calculation, not a CQC rating" in ran.out


def test_nothing_found_is_said(wellled: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder is exit 3, and no empty summary is shown to people."""
    monkeypatch.chdir(tmp_path)
    ran = wellled("summary")
    assert (ran.code, ran.out) == (3, "")
    assert "no assessment file found" in ran.err


@pytest.mark.skipif(not FULL.exists(), reason="this system has no full device")
@pytest.mark.usefixtures("portfolio")
@pytest.mark.parametrize("files", [["good.yaml"], []], ids=["when all is written", "when much is"])
def test_a_full_temporary_folder_is_said(wellled: Command, monkeypatch: pytest.MonkeyPatch, files: list[str]) -> None:
    """It is named as what is full, not standard output, which takes all it is given."""
    monkeypatch.setattr("wellled_cli.summary.rows.TemporaryFile", partial(open, FULL))
    ran = wellled("summary", *files, "--format", "csv")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be kept in the temporary folder" in ran.err


@pytest.mark.usefixtures("portfolio")
def test_processes_and_a_cluster_do_not_go_together(wellled: Command) -> None:
    """One of the two is meant."""
    ran = wellled("summary", "--jobs", "2", "--cluster", "tcp://127.0.0.1:9")
    assert ran.code == 2
    assert "--jobs does not go with --cluster" in ran.err
