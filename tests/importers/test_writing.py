"""Where imported files go: never over something by surprise, whole or not at all."""

from pathlib import Path

import pytest
import yaml

from tests.cli.command import Command
from tests.importers.sources import TITLES, Shown, early, shown

pytestmark = pytest.mark.usefixtures("folder")
PAGE = early("Caring", "Good", 75, shown("Caring", [3] * 5))
OLD = "What was here before\n"


@pytest.fixture(autouse=True)
def page(folder: Path) -> None:
    """Save a page in the folder."""
    (folder / "page.txt").write_text(PAGE, "utf-8")


def test_one_result_goes_to_standard_output(wellled: Command) -> None:
    """The product alone; the closing line is a message."""
    ran = wellled("import", "page.txt")
    assert ran.out.startswith("# Imported from page.txt")
    assert "computed 75, good" in ran.err


def test_several_results_need_a_folder(wellled: Command) -> None:
    """Two assessments do not fit into one place; nothing is written."""
    Path("other.txt").write_text(PAGE.replace("Rose", "Lily"), "utf-8")
    for words in ([], ["--output", "one.yaml"], ["--output", "-"]):
        ran = wellled("import", "page.txt", "other.txt", *words)
        assert (ran.code, ran.out) == (2, "")
        assert "folder" in ran.err
    assert not Path("one.yaml").exists()


def test_a_folder_is_made_and_filled(wellled: Command) -> None:
    """One file an assessment, named after what is in it; a folder is searched for pages, JSON and sheets."""
    Path("saved/deep").mkdir(parents=True)
    Path("saved/page.txt").write_text(PAGE, "utf-8")
    Path("saved/deep/same.txt").write_text(PAGE, "utf-8")
    Path("saved/picture.png").write_bytes(b"\x89PNG")
    ran = wellled("import", "saved", "--output", "made/here")
    assert ran.code == 0
    names = sorted(path.name for path in Path("made/here").iterdir())
    assert names == ["rose-court-care-home-caring-2024-05-16-2.yaml", "rose-court-care-home-caring-2024-05-16.yaml"]
    assert wellled("check", "made").code == 0


@pytest.mark.parametrize("output", ["there.yaml", "there"])
def test_nothing_is_written_over_without_force(wellled: Command, output: str) -> None:
    """What is there stays; with --force it is replaced."""
    Path("there").mkdir()
    file = Path(output if output.endswith("yaml") else "there/rose-court-care-home-caring-2024-05-16.yaml")
    file.write_text(OLD, "utf-8")
    ran = wellled("import", "page.txt", "--output", output)
    assert ran.code == 2
    assert "--force" in ran.err
    assert file.read_text("utf-8") == OLD
    assert wellled("import", "page.txt", "--output", output, "--force").code == 0
    assert file.read_text("utf-8").startswith("# Imported")


@pytest.mark.parametrize("output", ["page.txt", "new.json", "new.csv", "new.HTML"])
def test_no_other_format_is_written(wellled: Command, output: str) -> None:
    """A name that ends like another format is neither a YAML file nor a folder."""
    ran = wellled("import", "page.txt", "--output", output)
    assert (ran.code, ran.out) == (2, "")
    assert ".yaml" in ran.err
    assert Path("page.txt").read_text("utf-8") == PAGE
    assert not Path("new.json").exists()


def test_a_file_that_is_not_right_yet_is_said_in_the_code(wellled: Command) -> None:
    """It is written, with what is missing; check would refuse it."""
    start = PAGE.index("This service scored")
    Path("nobody.txt").write_text(PAGE[start:], "utf-8")
    ran = wellled("import", "nobody.txt", "--date", "2024-05-16", "--output", "nobody.yaml")
    assert ran.code == 2
    assert "not right yet" in ran.err
    assert wellled("check", "nobody.yaml").code == 1


def test_no_text_of_a_page_is_a_workflow_command(wellled: Command) -> None:
    """Imported text on standard output commands no runner, and comes back as it was."""
    long = "A first sentence that is as long as it has to be for the text to stand in a block of its own, and more so."
    told = f"{long}\n\n::error file=x::from a page"
    statements = [Shown(title, 3, told) for title in TITLES["Caring"]]
    Path("page.txt").write_text(early("Caring", "Good", 75, statements), "utf-8")
    ran = wellled("import", "page.txt")
    assert [line for line in ran.out.splitlines() if line.lstrip().startswith("::")] == []
    Path("a.yaml").write_text(ran.out, "utf-8")
    assert yaml.safe_load(ran.out)["statements"]["kindness-compassion-and-dignity"]["findings"].endswith(
        "::from a page"
    )
    assert wellled("check", "a.yaml").code == 0


def test_a_bad_file_does_not_stop_the_good_ones(wellled: Command) -> None:
    """The good ones are written; the exit code says that not all could be."""
    Path("bad.txt").write_text("nothing of interest", "utf-8")
    ran = wellled("import", "bad.txt", "page.txt", "--output", "made")
    assert ran.code == 2
    assert "bad.txt" in ran.err
    assert len(list(Path("made").iterdir())) == 1


def test_standard_input(wellled: Command) -> None:
    """A dash reads standard input."""
    ran = wellled("import", "-", stdin=PAGE.encode())
    assert ran.code == 0
    assert "Rose Court" in ran.out


def test_a_folder_with_nothing_in_it(wellled: Command) -> None:
    """Exit 3, saying what was looked for."""
    Path("empty").mkdir()
    ran = wellled("import", "empty")
    assert ran.code == 3
    assert "nothing to import" in ran.err


HOSTILE = [
    "a: b # c",
    "- item\n- other",
    "{{x}} %YAML ---",
    "'quoted' \"double\" \\n",
    "\u202eright to left",
    "no text \ufffe\uffff",
    "tab\there",
    "* star & anchor",
    "1. first",
    "word " * 40 + "- dash " + "word " * 40,
    "long" * 400,
    "| block > fold",
    "\u2028line",
    "null",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_back_as_it_was(wellled: Command, text: str) -> None:
    """Whatever a narrative holds, the file is valid and the words are the same."""
    import yaml

    statements = shown("Caring", [3] * 5)
    told = statements[0].__class__(statements[0].title, 3, text)
    Path("page.txt").write_text(early("Caring", "Good", 75, [told, *statements[1:]]), "utf-8")
    ran = wellled("import", "page.txt", "--output", "made.yaml")
    assert ran.code == 0, ran.said
    assert wellled("check", "made.yaml").code == 0
    values = yaml.safe_load(Path("made.yaml").read_text("utf-8"))
    findings = values["statements"]["kindness-compassion-and-dignity"]["findings"]
    assert findings.split() == text.replace("*", "-").split() if text.startswith("* ") else text.split()
    assert TITLES["Caring"][0] not in findings
