"""`wellled init`: a file to fill in, right as soon as it is filled in."""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.cli.command import Command

TODAY = ("--today", "2026-11-23")
KEY_QUESTIONS = ("safe", "effective", "caring", "responsive", "well-led")
COUNTS = {
    # the published statements, for each key question at service and at trust level
    "cqc-saf-2023": {"service": (8, 6, 5, 7, 7), "trust": (8, 6, 5, 7, 8)},
    "cqc-saf-2024": {"service": (8, 6, 5, 7, 7), "trust": (8, 6, 5, 7, 8)},
    # the 24 titles of the draft, without scores
    "cqc-asc-2026-draft": {"service": (7, 4, 3, 4, 6)},
}
LOCAL_AUTHORITIES = ("cqc-la-2025", 9)
JUDGED = "cqc-asc-2026-draft"
SCORE = re.compile(r"^( +)score:$", re.MULTILINE)
WHAT_MAY_BE_LEFT_OUT = "# All below may be left out."
OLD = "What was here before\n"


def asked() -> Iterator[tuple[tuple[str, ...], int]]:
    """Give the options for every framework, key question and level, with the number of statements that count."""
    for framework, levels in COUNTS.items():
        for level, counts in levels.items():
            for name, count in zip(KEY_QUESTIONS, counts, strict=True):
                yield ("--framework", framework, "--key-question", name, "--level", level), count
    yield ("--framework", LOCAL_AUTHORITIES[0]), LOCAL_AUTHORITIES[1]


def filled(text: str) -> str:
    """Fill in every score that a file asks for."""
    return SCORE.sub(r"\1score: 3", text)


def uncommented(text: str) -> str:
    """Take the # away from everything that may be left out."""
    above, below = text.split(WHAT_MAY_BE_LEFT_OUT)
    lines = below.split("\n", 1)[1].splitlines()
    return above + "\n".join(line.removeprefix("# ") for line in lines) + "\n"


def blank(wellled: Command, words: Sequence[str]) -> str:
    """Give a file to fill in as it is written to standard output."""
    ran = wellled("init", *words, *TODAY)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


each = pytest.mark.parametrize(
    ("words", "count"),
    list(asked()),
    ids=lambda value: " ".join(value[1::2]) if isinstance(value, tuple) else "",
)


@pytest.mark.usefixtures("folder")
def test_every_framework_is_looked_at(wellled: Command) -> None:
    """These tests look at every framework that comes with the tool."""
    listed = set(wellled("frameworks").out.split())
    known = {*COUNTS, LOCAL_AUTHORITIES[0]}
    assert {word for word in listed if word.startswith("cqc-")} == known


@each
@pytest.mark.usefixtures("folder")
def test_a_file_is_right_once_it_is_filled_in(wellled: Command, words: tuple[str, ...], count: int) -> None:
    """With a score for each statement, and nothing else, the file passes check and is scored and reported."""
    text = filled(blank(wellled, words))
    Path("a.yaml").write_text(text, "utf-8")
    checked = wellled("check", "a.yaml", "--fail-on", "note", *TODAY)
    assert (checked.code, checked.err) == (0, "")
    (entry,) = json.loads(wellled("score", "a.yaml", "--format", "json", *TODAY).out)["assessments"]
    assert len(entry["statements"]) == count
    assert entry["framework"] == words[1]
    if words[1] == JUDGED:
        assert (entry["score"], entry["rating"]) == (None, None)
    else:
        assert (entry["total"], entry["score"], entry["rating"]) == (3 * count, 75, "good")
    for command in ("score", "report"):
        ran = wellled(command, "a.yaml", *TODAY)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out


@each
@pytest.mark.usefixtures("folder")
def test_every_missing_score_is_named_at_its_line(wellled: Command, words: tuple[str, ...], count: int) -> None:
    """A file not filled in lacks exactly its scores, each told at its own line; where there are none it is right."""
    text = blank(wellled, words)
    Path("a.yaml").write_text(text, "utf-8")
    asking = [number for number, line in enumerate(text.splitlines(), 1) if SCORE.fullmatch(line)]
    ran = wellled("check", "a.yaml", *TODAY)
    told = [line.split(":")[1] for line in ran.out.splitlines() if line.startswith("a.yaml:")]
    assert told == [str(number) for number in asking]
    assert len(asking) == (0 if words[1] == JUDGED else count)
    assert ran.code == (0 if words[1] == JUDGED else 1)
    assert ran.out.count("1 to 4") == len(asking)


@each
@pytest.mark.usefixtures("folder")
def test_what_may_be_left_out_is_right_too(wellled: Command, words: tuple[str, ...], count: int) -> None:
    """What stands in comments to be used passes check once the # is taken away."""
    text = uncommented(filled(blank(wellled, words)))
    ran = wellled("check", "-", *TODAY, stdin=text.encode())
    assert [line for line in ran.out.splitlines() if ": error " in line and "current-breach" not in line] == []
    assert ran.code == 0
    (entry,) = json.loads(wellled("score", "-", "--format", "json", *TODAY, stdin=text.encode()).out)["assessments"]
    assert len(entry["statements"]) == count
    assert entry["judgement"]
    assert entry["published"]


@pytest.mark.usefixtures("folder")
def test_well_led_at_service_level_is_the_default(wellled: Command) -> None:
    """Without options the framework in force on the day is taken, well-led and service level."""
    words = ["--framework", "cqc-saf-2024", "--key-question", "well-led", "--level", "service"]
    assert blank(wellled, []) == blank(wellled, words)
    earlier = wellled("init", "--today", "2024-03-01").out
    assert "\nframework: cqc-saf-2023\n" in earlier
    assert "2024-03-01" in earlier


@pytest.mark.usefixtures("folder")
def test_editors_are_told_the_schema_in_the_first_line(wellled: Command) -> None:
    """The first line names the schema for editors, and the file says which command writes it."""
    first, *others = blank(wellled, []).splitlines()
    name = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert name
    (command,) = (line.removeprefix("#").strip() for line in others if "wellled schema" in line)
    assert wellled(*command.split()[1:]).code == 0
    assert json.loads(Path(name[1]).read_bytes())["$id"] == "urn:wellled:assessment:1"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "A.YAML", "sub/deeper/a.yaml"])
def test_a_file_is_what_standard_output_would_be(wellled: Command, name: str) -> None:
    """With a name the same text goes to that file, its folder made on demand, and standard output stays empty."""
    ran = wellled("init", name, *TODAY)
    assert (ran.code, ran.out) == (0, "")
    assert name in ran.err
    assert Path(name).read_bytes().decode() == blank(wellled, [])
    assert wellled("init", f"other-{Path(name).name}", *TODAY, "--quiet").said == ""


@pytest.mark.parametrize(("framework", "level"), [(name, level) for name, levels in COUNTS.items() for level in levels])
def test_a_folder_gets_a_file_for_each_key_question(wellled: Command, folder: Path, framework: str, level: str) -> None:
    """The name of a folder gives five files, named after the key questions, which together make one service."""
    ran = wellled("init", "mine", "--framework", framework, "--level", level, *TODAY)
    assert (ran.code, ran.out) == (0, "")
    files = {path.name: path for path in (folder / "mine").iterdir()}
    assert set(files) == {f"{name}.yaml" for name in KEY_QUESTIONS}
    for name, path in files.items():
        assert f"\nkey_question: {name.removesuffix('.yaml')}\n" in path.read_text("utf-8")
        path.write_text(filled(path.read_text("utf-8")), "utf-8")
    assert wellled("check", "mine", *TODAY).code == 0
    overall = [line for line in wellled("report", "mine", *TODAY).out.splitlines() if line.startswith("Overall")]
    assert len(overall) == (0 if framework == JUDGED else 1)


@pytest.mark.usefixtures("folder")
def test_a_folder_may_be_there_already(wellled: Command) -> None:
    """Files are added to a folder that is there, whatever its name, and what else is in it stays."""
    Path("my.homes").mkdir()
    Path("my.homes/notes.txt").write_text(OLD, "utf-8")
    assert wellled("init", "my.homes", "--key-question", "safe", *TODAY).code == 0
    assert sorted(path.name for path in Path("my.homes").iterdir()) == ["notes.txt", "safe.yaml"]
    assert Path("my.homes/notes.txt").read_text("utf-8") == OLD


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["a.yaml", "sub/a.yaml"])
def test_a_file_is_never_overwritten(wellled: Command, name: str) -> None:
    """A file that is there is refused by name and stays as it is."""
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(OLD, "utf-8")
    ran = wellled("init", name, *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err
    assert Path(name).read_text("utf-8") == OLD


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("there", KEY_QUESTIONS)
def test_of_five_files_none_is_overwritten(wellled: Command, there: str) -> None:
    """Where one of the files is there already none is written, so that no folder is left half filled."""
    Path("mine").mkdir()
    Path(f"mine/{there}.yaml").write_text(OLD, "utf-8")
    ran = wellled("init", "mine", *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert f"{there}.yaml" in ran.err
    assert [path.name for path in Path("mine").iterdir()] == [f"{there}.yaml"]
    assert Path(f"mine/{there}.yaml").read_text("utf-8") == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.usefixtures("folder")
def test_no_link_is_written_through(wellled: Command) -> None:
    """A link counts as a file that is there, even one that leads nowhere."""
    Path("a.yaml").symlink_to("elsewhere.yaml")
    assert wellled("init", "a.yaml", *TODAY).code == 2
    assert Path("a.yaml").readlink() == Path("elsewhere.yaml")
    assert not Path("elsewhere.yaml").exists()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("words", "advice"),
    [
        (["--key-question", "well-leed"], ["well-leed", *KEY_QUESTIONS]),
        (["--key-question", "well-led", "--framework", "cqc-la-2025"], ["well-led", "no key questions"]),
        (["--level", "moon"], ["moon", "service", "trust"]),
        (["--level", "trust", "--framework", JUDGED], ["trust", "service"]),
        (["--level", "service", "--framework", "cqc-la-2025"], ["service", "no levels"]),
        (["--framework", "cqc-saf-2042"], ['did you mean "cqc-saf-2024"?']),
        (["--framework", "nonsense"], ["cqc-saf-2024", "cqc-la-2025"]),
        (["a.txt"], ["a.txt", ".yaml"]),
        (["a.json"], ["a.json", ".yaml"]),
        (["mine", "--framework", "cqc-la-2025"], ["no key questions", "mine.yaml"]),
        (["a.yaml", "--today", "2026-02-30"], ["2026-02-30"]),
        (["a.yaml", "--today", "2020-01-01"], ["1 January 2020", "cqc-saf-2024"]),
    ],
    ids=lambda value: " ".join(value) if value[0].startswith("-") or "." in value[0] else "",
)
def test_what_cannot_be_asked_is_refused(wellled: Command, words: list[str], advice: list[str]) -> None:
    """A wrong key question, level, framework, day or name of a file is 2, says what to write, and writes nothing."""
    ran = wellled("init", *words)
    assert (ran.code, ran.out) == (2, "")
    assert [part for part in advice if part not in ran.err] == []
    assert list(Path().iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_a_file_where_the_folder_should_be_is_named(wellled: Command) -> None:
    """Where a file has the name of the folder nothing is written, and the message says the name."""
    Path("mine").write_text(OLD, "utf-8")
    ran = wellled("init", "mine", *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert "mine" in ran.err
    assert Path("mine").read_text("utf-8") == OLD


@pytest.mark.usefixtures("folder")
def test_a_local_authority_is_asked_only_what_it_has(wellled: Command) -> None:
    """A file for a local authority speaks of no service, no location and no key question: it has none."""
    text = blank(wellled, ["--framework", LOCAL_AUTHORITIES[0]]).casefold()
    assert [
        word for word in ("key question", "key_question", "level:", "location id", "gp practice") if word in text
    ] == []
