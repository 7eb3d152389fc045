"""No text of a file, a config or a name becomes more than text, in whatever a command writes."""

import json
import re
import sys
from itertools import count
from pathlib import Path

import pytest
import yaml

from tests.cli.command import Command
from tests.hostile import laws
from tests.hostile.commands import GATE, IMPORTS, RUNS, TODAY, Run, lawful, run_all
from tests.hostile.poison import POISONS, poisoned
from tests.own_framework import OWN_FRAMEWORK, own_assessment

EVERY_POISON = pytest.mark.parametrize("poison", POISONS)
READING = [run for run in RUNS if run.code != IMPORTS]
GATES = [run for run in READING if run.code == GATE]
LIKE_ANOTHER = {
    *("score FILE --format json", "report FILE --format json", "plan FILE --format json", "summary FILE --format json"),
    *("compare FILE FILE --format json", "summary FILE --format html", "summary FILE", "compare FILE FILE"),
}
"""What writes names and frameworks in the same way as something else does."""
COLOUR = re.compile(r"\x1b\[([0-9;]*)m")
OURS = {"", "0", "1", "2", "3", "4", "1;4", "1;31", "33", "36"}
"""The styles we write: plain, bold, dim, italic, underlined, and the colours of the levels."""

pytestmark = pytest.mark.usefixtures("folder")


def config(text: str) -> str:
    """Write a config that says a text wherever text may stand."""
    said = "".join(f"\\U{ord(c):08X}" if ord(c) < 32 or c in '\\"\x7f' else c for c in text)
    return f"""
[topics.huddles]
title = "{said}"
concern = ["huddle* lapsed"]

[[waivers]]
rule = "concern-huddles"
file = "*"
reason = "{said}"
approved-by = "{said}"
expires = 2027-01-01

[[waivers]]
rule = "low-score"
file = "{said}"
reason = "x"
approved-by = "y"
expires = 2027-01-01
"""


@pytest.fixture
def poison_folder(folder: Path, poison: str) -> Path:
    """Stand in a folder with a file and a config that say a poisonous text wherever they can."""
    (folder / "a.yaml").write_text(poisoned(POISONS[poison]), "utf-8")
    (folder / "wellled.toml").write_text(config(POISONS[poison]), "utf-8")
    return folder


@EVERY_POISON
@pytest.mark.usefixtures("poison_folder")
def test_every_product_holds_poison_as_text(wellled: Command) -> None:
    """Every command in every format: its law holds whatever the texts are."""
    run_all(wellled, "a.yaml", READING, sound=True)


@EVERY_POISON
@pytest.mark.usefixtures("poison_folder")
def test_a_word_file_holds_poison_as_text(wellled: Command) -> None:
    """The same of a Word file."""
    assert wellled("report", "a.yaml", "--format", "docx", "--output", "a.docx", "--today", TODAY).code == 0
    laws.as_docx(Path("a.docx").read_bytes())


@EVERY_POISON
def test_the_page_of_a_run_holds_poison_as_text(
    wellled: Command, poison_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same of the summary on the page of a run on GitHub."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(poison_folder / "summary.md"))
    assert wellled("check", "a.yaml", "--format", "github", "--fail-on", "note", "--today", TODAY).code == 1
    laws.as_markdown((poison_folder / "summary.md").read_text("utf-8"))


@EVERY_POISON
@pytest.mark.usefixtures("poison_folder")
@pytest.mark.parametrize("line", ["score a.yaml", "check a.yaml", "explain concern-huddles"])
def test_a_terminal_gets_no_style_but_ours(wellled: Command, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    """On a terminal in colour the only escapes are those that we write; without colour there are none."""
    monkeypatch.setattr("wellled_cli.cli.output.on_terminal", lambda: True)
    ran = wellled(*line.split(), "--today", TODAY, "--color", "always")
    assert ran.code == 0
    assert set(COLOUR.findall(ran.out)) <= OURS
    laws.plain(COLOUR.sub("", ran.out))
    laws.plain(wellled(*line.split(), "--today", TODAY, "--color", "never").out)


@EVERY_POISON
@pytest.mark.usefixtures("poison_folder")
def test_programs_get_poison_whole(wellled: Command, poison: str) -> None:
    """What is made harmless for people is not changed for programs: JSON gives every character of it."""
    said = POISONS[poison] if POISONS[poison][0] not in "\t " else f" {POISONS[poison]}"
    (entry,) = json.loads(wellled("report", "a.yaml", "--format", "json", "--today", TODAY).out)["assessments"]
    assert entry["provider"] == {"name": said, "id": said}
    assert {finding["waived"] for finding in entry["findings"]} >= {None}


@pytest.mark.skipif(sys.platform == "win32", reason="few of these may be names there")
@EVERY_POISON
def test_a_file_may_be_called_anything(wellled: Command, folder: Path, poison: str) -> None:
    """A poisonous name of a file is as harmless as what stands in it, whether the file is right, wrong or missing."""
    name = f"{POISONS[poison].replace('/', ' ')[:60]}.yaml"
    (folder / "wellled.toml").write_text(config("x"), "utf-8")
    (folder / name).write_text(poisoned("x"), "utf-8")
    run_all(wellled, f"./{name}", [run for run in READING if run.line not in LIKE_ANOTHER], sound=True)
    (folder / name).write_text("wellled: 1\n", "utf-8")
    run_all(wellled, f"./{name}", GATES, sound=False)
    (folder / name).unlink()
    for run in GATES:
        ran = wellled(*run.words(f"./{name}"))
        assert ran.code in {2, 3}
        laws.plain(ran.err)


def framework(text: str) -> str:
    """Write a framework of one's own that says a text wherever text may stand, each time a little otherwise."""
    own = yaml.safe_load(OWN_FRAMEWORK)
    number = count()

    def said() -> str:
        return f"{text} {next(number)}"

    own |= {"title": said(), "about": said()}
    own["scoring"]["scale"]["words"] = {score: said() for score in "1234"}
    for rule in own["rules"].values():
        rule["says"] = said()
    own["sources"]["board"] |= {"title": said(), "url": said()}
    own["regulations"] = {"17": said()}
    for part in own["key_questions"]:
        part["title"] = said()
        for statement in part["statements"]:
            statement["title"] = said()
    return yaml.safe_dump(own, allow_unicode=True, sort_keys=False)


OWN = [
    Run("frameworks", laws.plain),
    Run("explain limit", laws.plain),
    Run("explain", laws.plain),
    Run("init", laws.as_assessment),
    Run("schema", laws.as_json),
    Run("score --scores 1,2", laws.plain),
    *(run for run in READING if run.line not in LIKE_ANOTHER),
]


@EVERY_POISON
def test_a_framework_of_ones_own_holds_poison_as_text(wellled: Command, folder: Path, poison: str) -> None:
    """What a framework file says is text like that of an assessment."""
    (folder / "own.yaml").write_text(framework(POISONS[poison]), "utf-8")
    (folder / "a.yaml").write_text(own_assessment((1, 2)), "utf-8")
    for run in OWN:
        ran = wellled(*run.words("a.yaml"), "--framework", "own.yaml")
        try:
            lawful(ran, run, sound=True)
        except AssertionError as error:
            error.add_note(f"wellled {run.line}")
            raise
