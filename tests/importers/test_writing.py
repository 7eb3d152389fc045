"""Where imported files go: never over something by surprise, whole or not at all."""

from pathlib import Path

import pytest

from tests.cli.command import Command
from tests.importers.sources import TITLES, early, shown

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
