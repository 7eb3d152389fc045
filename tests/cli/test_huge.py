"""Input that is larger, longer or deeper than anybody writes is refused in words, and soon."""

import json
import sys
from pathlib import Path

import pytest
import yaml

from tests.builders import SPEAK_UP, assessment_text
from tests.cli.assessments import NAME
from tests.cli.command import Command, process

HOLE = 765432
NINES = "9" * 20
PLACES = {
    "format": assessment_text(wellled=HOLE),
    "value": assessment_text(measures=[{"name": "x", "topic": "training", "value": HOLE}]),
    "target": assessment_text(measures=[{"name": "x", "topic": "training", "value": 1, "target": HOLE}]),
    "score": assessment_text(answers={SPEAK_UP: {"score": HOLE}}),
    "published": assessment_text(published={"score": HOLE}),
}
MANY = 80
DEEP = 40


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("ending", ["yaml", "json"])
@pytest.mark.parametrize("number", [f"1e{NINES}", f"-1E+{NINES}", "1e999", f"1e{'9' * 5000}"], ids=lambda n: n[:9])
@pytest.mark.usefixtures("folder")
def test_a_number_beyond_measure_is_a_fault(wellled: Command, place: str, ending: str, number: str) -> None:
    """A number that no arithmetic can hold is one fault at its place, wherever a number may stand."""
    text = PLACES[place]
    text = json.dumps(yaml.safe_load(text), default=str) if ending == "json" else text
    assert text.count(str(HOLE)) == 1
    Path(f"a.{ending}").write_text(text.replace(str(HOLE), number), "utf-8")
    ran = wellled("check", f"a.{ending}")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.count(": error ") == 1


@pytest.mark.usefixtures("folder")
def test_aliases_add_their_depth() -> None:
    """Lists that repeat one another through aliases are as deep as all of them: too deep, and no crash."""
    chain = [f"x{n}: &x{n} {'[' * DEEP}{f'*x{n - 1}' if n else 1}{']' * DEEP}" for n in range(MANY)]
    Path("a.yaml").write_text(assessment_text() + "\n".join(chain) + "\n", "utf-8")
    ran = process("check", "a.yaml")
    assert (ran.code, ran.err) == (1, "")
    assert " too-deep " in ran.out


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("z.json", '{"a":"' + '\\"' * 200_000),
        ("z.json", '{"a":' + '"a' * 200_000),
        ("z.json", '{"a"' + " \n" * 100_000),
        ("z.yaml", "\n" * 60_000),
        ("z.yaml", " \n" * 60_000 + "{" * 60_000),
        ("z.yaml", " " * 200_000),
    ],
    ids=["escapes", "quotes", "blanks after a key", "blank lines", "blanks and braces", "blanks"],
)
def test_a_folder_is_searched_soon_whatever_lies_in_it(name: str, text: str) -> None:
    """The time to tell whether a file is ours does not explode with what is in it."""
    Path("empty", name).write_text(text, "utf-8")
    Path("empty", "good.yaml").write_text(assessment_text(), "utf-8")
    ran = process("check", "empty", "--format", "json")
    assert ran.code == 0
    assert [entry["path"] for entry in json.loads(ran.out)["assessments"]] == ["empty/good.yaml"]


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "text",
    [f"[gate]\nmin-score = {'9' * 5000}\n", f"files = {'[' * 5000}{']' * 5000}\n", f"files = {'{a = ' * 5000}"],
    ids=["digits", "lists", "tables"],
)
def test_a_config_beyond_measure_is_one_fault(text: str) -> None:
    """A config with a number or a nesting that nobody writes is refused in one line that names it."""
    Path("wellled.toml").write_text(text, "utf-8")
    ran = process("check", "good.yaml")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "wellled.toml:" in line


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    "columns", ["9" * 20, "9" * 5000, "\u00b2", "\u0663\u0663", "0", "-1"], ids=lambda c: ascii(c)[:9]
)
def test_no_width_is_too_much(wellled: Command, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """Whatever COLUMNS says, output is written."""
    monkeypatch.setenv("COLUMNS", columns)
    for line in ("score good.yaml", "check warned.yaml", "plan low.yaml", "frameworks"):
        ran = wellled(*line.split())
        assert (ran.code, ran.err) == (0, "")
        assert len(ran.out) < sys.maxunicode
    assert NAME in wellled("score", "good.yaml").out
