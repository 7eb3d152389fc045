"""What a team settles once: wellled.toml, .wellled.toml or [tool.wellled] in pyproject.toml."""

import json
import re
from pathlib import Path

import pytest

from tests.builders import assessment_text
from tests.cli.assessments import ACTION, FILES
from tests.cli.command import Command

TODAY = ("--today", "2026-11-23")
HOMES = {"wellled.toml": "", ".wellled.toml": "", "pyproject.toml": "tool.wellled"}
STRICT = "min-score = 80"
"""More than the 75 of good.yaml: with this gate a check of it fails."""

FAULTS = [
    # what stands in the file, where it is wrong, and what the message says
    ('file = ["a"]\n', "1:1", ["file", 'did you mean "files"?']),
    ('files = ["a"]\n\nrule = "off"\n', "3:1", ["rule", 'did you mean "rules"?']),
    ("[gates]\n", "1:2", ["gates", 'did you mean "gate"?']),
    ('[gate]\nmin_rating = "good"\n', "2:1", ["min_rating", 'did you mean "min-rating"?']),
    ('gate.min_rating = "good"\n', "1:1", ["min_rating", 'did you mean "min-rating"?']),
    ('[gate]\nfail-on = "warnings"\n', "2:11", ["warnings", 'did you mean "warning"?']),
    ("[gate]\nfail-on = 1\n", "2:11", ["1", "warning"]),
    ('[gate]\nmin-rating = "excellent"\n', "2:14", ["excellent", "outstanding"]),
    ('[gate]\nmin-rating = "not rated"\n', "2:14", ["not rated", "inadequate"]),
    ("[gate]\nmin-score = 101\n", "2:13", ["101", "0 to 100"]),
    ('[gate]\nmin-score = "80"\n', "2:13", ["80", "whole number", "quotes"]),
    ("[gate]\nmin-score = 62.5\n", "2:13", ["62.5", "whole number"]),
    ("[gate]\nmin-score = true\n", "2:13", ["true", "whole number"]),
    ('files = "a.yaml"\n', "1:9", ["a.yaml", "a list"]),
    ("files = [true]\n", "1:", ["true", "text"]),
    ('files = [""]\n', "1:", ["empty", "text"]),
    ('rules = "off"\n', "1:9", ["off", "a group of keys"]),
    ('[rules]\nlow-scores = "off"\n', "2:1", ["low-scores", 'did you mean "low-score"?']),
    ('[rules]\n"low-scores" = "off"\n', "2:1", ["low-scores", 'did you mean "low-score"?']),
    ('[rules]\nzzzzzz = "off"\n', "2:1", ["zzzzzz", "wellled explain"]),
    ('[rules]\nunknown-key = "off"\n', "2:1", ["unknown-key"]),
    ('[rules]\nL1 = "off"\n', "2:1", ["L1"]),
    ('[rules]\nlow-score = "of"\n', "2:13", ["of", 'did you mean "off"?']),
    ("[rules]\nlow-score = false\n", "2:13", ["false", "off"]),
    ("files = nonsense\n", "1:9", ["TOML"]),
    ('[gate]\nmin-score = 1\n\n[gate]\nfail-on = "note"\n', "4:", ["TOML"]),
    ("[gate]\r\nmin-score = 101\r\n", "2:13", ["101", "0 to 100"]),
    ('note = """\nmin-score = 1\n"""\n', "1:1", ["note"]),
]
SPELLINGS = [
    "[tool]\nwellled = {gate = {min-score = 80}}\n",
    "[tool.wellled]\ngate = {min-score = 80}\n",
    "[tool.wellled]\ngate.min-score = 80\n",
    "[tool.wellled.gate]\nmin-score = 80\n",
    "[tool]\nwellled.gate.min-score = 80\n",
    "tool.wellled.gate.min-score = 80\n",
    '[tool."wellled".gate]\nmin-score = 80\n',
    "[ tool . wellled . gate ]\nmin-score = 80\n",
]


def settle(folder: Path, name: str, text: str) -> None:
    """Write a config under one of its names; in pyproject.toml its tables stand below ours."""
    folder.mkdir(parents=True, exist_ok=True)
    if HOMES[name]:
        below = re.sub(r"^\[", f"[{HOMES[name]}.", text, flags=re.MULTILINE)
        text = f"[{HOMES[name]}]\n{below}"
    (folder / name).write_text(text, "utf-8", newline="")


def findings(wellled: Command, file: str, *words: str) -> dict[str, str]:
    """Give the rules that find something in a file, each with its level."""
    ran = wellled("check", file, "--format", "json", *TODAY, *words)
    (entry,) = json.loads(ran.out)["assessments"]
    return {finding["rule"]: finding["level"] for finding in entry["findings"]}


@pytest.fixture
def repository(files: Path) -> Path:
    """Stand at the top of a repository with a file of every kind in it."""
    (files / ".git").mkdir()
    return files


@pytest.mark.parametrize("name", HOMES)
def test_a_config_is_found_under_each_of_its_names(wellled: Command, repository: Path, name: str) -> None:
    """A config in the current folder holds for every run there, whichever of the three files it stands in."""
    assert wellled("check", "good.yaml").code == 0
    settle(repository, name, f"[gate]\n{STRICT}\n")
    assert wellled("check", "good.yaml").code == 1


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("text", SPELLINGS)
def test_our_table_may_be_written_as_toml_allows(wellled: Command, text: str) -> None:
    """However TOML lets a person write our table into pyproject.toml, it is read and never passed over in silence."""
    Path("pyproject.toml").write_text(text, "utf-8")
    assert wellled("check", "good.yaml").code == 1


def test_one_folder_has_one_config(wellled: Command, repository: Path) -> None:
    """Of several in one folder wellled.toml is taken, then .wellled.toml, then pyproject.toml; they are not mixed."""
    for name, score in (("pyproject.toml", 77), (".wellled.toml", 76), ("wellled.toml", 75)):
        settle(repository, name, f"[gate]\nmin-score = {score}\n")
        assert wellled("check", "good.yaml").code == int(score > 75)
    (repository / "wellled.toml").unlink()
    assert "at least 76" in wellled("check", "good.yaml").out
    (repository / ".wellled.toml").unlink()
    assert "at least 77" in wellled("check", "good.yaml").out


@pytest.mark.parametrize("outer", HOMES)
@pytest.mark.parametrize("inner", HOMES)
def test_the_nearest_config_holds_alone(
    wellled: Command, repository: Path, inner: str, outer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The config nearest to the current folder, looking upward, is taken whole and mixed with no other."""
    settle(repository, outer, f"[gate]\n{STRICT}\n")
    settle(repository / "a", inner, '[rules]\nlow-score = "off"\n')
    (repository / "a" / "b").mkdir()
    monkeypatch.chdir(repository / "a" / "b")
    assert wellled("check", "../../good.yaml").code == 0
    (repository / "a" / inner).unlink()
    assert wellled("check", "../../good.yaml").code == 1


@pytest.mark.parametrize("worktree", [False, True], ids=["repository", "worktree"])
def test_no_config_outside_the_repository_is_taken(
    wellled: Command,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    worktree: bool,  # noqa: FBT001  a column of the table
) -> None:
    """The search stops at the folder that has .git, a folder or the file of a worktree; its own config still counts."""
    settle(folder, "wellled.toml", f"[gate]\n{STRICT}\n")
    inside = folder / "repository" / "sub"
    inside.mkdir(parents=True)
    (inside / "good.yaml").write_text(FILES["good.yaml"], "utf-8")
    monkeypatch.chdir(inside)
    assert wellled("check", "good.yaml").code == 1
    if worktree:
        (folder / "repository" / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    else:
        (folder / "repository" / ".git").mkdir()
    assert wellled("check", "good.yaml").code == 0
    settle(folder / "repository", "wellled.toml", f"[gate]\n{STRICT}\n")
    assert wellled("check", "good.yaml").code == 1


def test_the_current_folder_decides_not_that_of_the_file(wellled: Command, repository: Path) -> None:
    """A config beside a file that is named from elsewhere does not hold."""
    settle(repository / "a", "wellled.toml", f"[gate]\n{STRICT}\n")
    (repository / "a" / "good.yaml").write_text(FILES["good.yaml"], "utf-8")
    assert wellled("check", "a/good.yaml").code == 0


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "text",
    ["", '[project]\nname = "x"\n', "[tool.other]\ngate = 1\n", "[tool.wellledness]\nx = 1\n", "broken = = =\n"],
    ids=["empty", "another's", "another tool", "a longer name", "broken"],
)
def test_a_pyproject_without_our_table_is_passed_over(
    wellled: Command, repository: Path, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What others wrote into pyproject.toml, right or broken, is not our business: the search goes on."""
    settle(repository, "wellled.toml", f"[gate]\n{STRICT}\n")
    (repository / "a").mkdir()
    (repository / "a" / "pyproject.toml").write_text(text, "utf-8")
    monkeypatch.chdir(repository / "a")
    ran = wellled("check", "../good.yaml")
    assert (ran.code, ran.err) == (1, "")


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "text",
    [
        "# our settings stand in wellled.toml, not in [tool.wellled]\n",
        '[x]\ny = "see tool.wellled"\n',
        '[project]\nname = "homes"\ndependencies = ["wellled-cli"]\n',
        '[project]\nname = "homes"\ndependencies = ["wellled-cli"]\nbroken = = =\n',
    ],
    ids=["a comment", "a text", "a dependency", "a dependency in a broken file"],
)
def test_a_pyproject_that_only_speaks_of_us_is_passed_over(wellled: Command, text: str) -> None:
    """Our name in a comment or text of pyproject.toml, right or broken, is no table of ours."""
    Path("pyproject.toml").write_text(text, "utf-8")
    ran = wellled("check", "good.yaml")
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.usefixtures("repository")
def test_a_broken_pyproject_with_our_table_is_a_fault(wellled: Command) -> None:
    """Where our table stands in a pyproject.toml that is no TOML, the place of the break is told: 2."""
    Path("pyproject.toml").write_text('[project]\nname = \n\n[tool.wellled]\nfiles = ["a"]\n', "utf-8")
    ran = wellled("check", "good.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "pyproject.toml:2:8: " in ran.err


@pytest.mark.usefixtures("repository")
def test_a_fault_in_our_table_has_its_place_in_the_pyproject(wellled: Command) -> None:
    """Lines are those of the whole file, and what others wrote there is not looked at."""
    text = '[project]\nnames = "x"\n\n[tool.wellled]\nfile = ["a"]\n\n[tool.wellled.gate]\nmin-score = 101\n'
    Path("pyproject.toml").write_text(text, "utf-8")
    ran = wellled("check", "good.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "pyproject.toml:5:1: " in ran.err
    assert "pyproject.toml:8:13: " in ran.err
    assert len(ran.err.splitlines()) == 2


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("name", ["wellled.toml", ".wellled.toml"])
@pytest.mark.parametrize(("text", "place", "hints"), FAULTS)
def test_a_fault_is_placed(wellled: Command, name: str, text: str, place: str, hints: list[str]) -> None:
    """What is wrong in a config is told with line and column, what was found, what was expected, and what was meant."""
    Path(name).write_text(text, "utf-8", newline="")
    ran = wellled("check", "good.yaml")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert f"/{name}:{place}" in line
    assert [hint for hint in hints if hint not in line.split(f"{name}:{place}")[1]] == []


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize("text", ['files = [\n"a.yaml",\n', 'files = ["a.yaml"]\nnote = "never closed'])
def test_a_config_that_ends_too_early_is_wrong_at_its_end(wellled: Command, text: str) -> None:
    """What is opened and never closed is told where the file ends, not where it begins."""
    Path("wellled.toml").write_text(text, "utf-8")
    ran = wellled("check", "good.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "/wellled.toml:1:1: " not in ran.err
    assert "TOML" in ran.err


@pytest.mark.usefixtures("repository")
def test_all_faults_are_told_at_once(wellled: Command) -> None:
    """Every fault of a config has a line, in the order of the file."""
    Path("wellled.toml").write_text(
        'files = "a"\nfile = 1\n[rules]\nlow-scores = "off"\nexact-half = "of"\n[gate]\nmin-score = 101\n', "utf-8"
    )
    ran = wellled("check", "good.yaml")
    assert [line.split(".toml:")[1].split(": ")[0] for line in ran.err.splitlines()] == [
        "1:9",
        "2:1",
        "4:1",
        "5:14",
        "7:13",
    ]


@pytest.mark.usefixtures("repository")
@pytest.mark.parametrize(
    "line", ["score good.yaml", "check good.yaml", "report good.yaml", "plan good.yaml", "compare good.yaml good.yaml"]
)
def test_no_command_reads_files_under_a_wrong_config(wellled: Command, line: str) -> None:
    """A config that cannot be followed stops every command that reads assessments: 2, and nothing is shown."""
    Path("wellled.toml").write_text("nonsense = 1\n", "utf-8")
    ran = wellled(*line.split())
    assert (ran.code, ran.out) == (2, "")
    assert "wellled.toml:1:1: " in ran.err


@pytest.mark.usefixtures("repository")
def test_a_config_that_is_not_utf_8_is_a_fault(wellled: Command) -> None:
    """Bytes that are no text are told with the name of the file, and give no traceback."""
    Path("wellled.toml").write_bytes(b'files = ["caf\xe9"]\n')
    ran = wellled("check", "good.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "wellled.toml:" in ran.err
    assert "UTF-8" in ran.err


@pytest.mark.parametrize("command", ["score", "check", "report"])
@pytest.mark.parametrize("name", HOMES)
def test_the_files_of_a_config_are_meant_without_a_path(
    wellled: Command, repository: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str
) -> None:
    """Files, folders and globs of a config stand below its own folder, and are meant from wherever one stands."""
    settle(repository, name, 'files = ["limited.yaml", "homes", "l*w.yaml"]\n')
    (repository / "homes").mkdir()
    (repository / "homes" / "inner.yaml").write_text(assessment_text(), "utf-8")
    (repository / "empty" / "deep").mkdir()
    for here, prefix in ((repository, ""), (repository / "empty" / "deep", "../../")):
        monkeypatch.chdir(here)
        ran = wellled(command, "--format", "json", *TODAY)
        paths = [entry["path"] for entry in json.loads(ran.out)["assessments"]]
        assert (ran.code, ran.err) == (0, "")
        assert paths == [f"{prefix}{path}" for path in ("limited.yaml", "homes/inner.yaml", "low.yaml")]


def test_a_path_goes_before_the_files_of_a_config(wellled: Command, repository: Path) -> None:
    """Whoever names a path means it, and it is looked for below the current folder."""
    settle(repository, "wellled.toml", 'files = ["faulty.yaml"]\n')
    assert wellled("check").code == 1
    assert wellled("check", "good.yaml").code == 0


def test_without_files_those_below_the_current_folder_are_meant(
    wellled: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A config that names no files leaves it at the assessments below the current folder, not below its own."""
    settle(repository, "wellled.toml", '[rules]\nexact-half = "off"\n')
    (repository / "homes").mkdir()
    (repository / "homes" / "inner.yaml").write_text(assessment_text(), "utf-8")
    monkeypatch.chdir(repository / "homes")
    ran = wellled("check", "--format", "json")
    assert [entry["path"] for entry in json.loads(ran.out)["assessments"]] == ["inner.yaml"]


@pytest.mark.parametrize(("file", "code"), [("missing.yaml", 2), ("empty", 3), ("nothing/*.yaml", 3)])
def test_files_of_a_config_that_are_not_there_are_told(
    wellled: Command, repository: Path, file: str, code: int
) -> None:
    """A file that the config names and that is not there is no reason to pass."""
    settle(repository, "wellled.toml", f'files = ["good.yaml", "{file}"]\n')
    ran = wellled("check")
    assert ran.code == code
    assert file in ran.err
    assert "Passes" not in ran.out


@pytest.mark.parametrize("level", ["note", "warning", "error"])
@pytest.mark.parametrize(
    ("file", "rule"),
    [
        ("warned.yaml", "action-without-owner"),
        ("noted.yaml", "exact-half"),
        ("breached.yaml", "current-breach"),
        ("limited.yaml", "low-score"),
    ],
)
def test_a_rule_has_the_level_of_the_config(
    wellled: Command, repository: Path, file: str, rule: str, level: str
) -> None:
    """The level of a rule on concerns or records is that of the config, in the result and for the gate."""
    settle(repository, "wellled.toml", f'[rules]\n{rule} = "{level}"\n')
    assert findings(wellled, file)[rule] == level
    (line,) = (line for line in wellled("check", file, *TODAY).out.splitlines() if f" {rule} " in line)
    assert f": {level} {rule} " in line
    assert wellled("check", file, *TODAY, "--fail-on", "error").code == int(level == "error")


@pytest.mark.parametrize(
    ("file", "rule"),
    [
        ("warned.yaml", "action-without-owner"),
        ("breached.yaml", "current-breach"),
        ("limited.yaml", "low-score"),
        ("noted.yaml", "exact-half"),
    ],
)
def test_a_rule_that_is_off_finds_nothing(wellled: Command, repository: Path, file: str, rule: str) -> None:
    """A rule switched off leaves no finding in any output and never fails the gate; the others go on."""
    before = findings(wellled, file)
    settle(repository, "wellled.toml", f'[rules]\n{rule} = "off"\n')
    after = findings(wellled, file)
    assert after == {other: level for other, level in before.items() if other != rule}
    for command in ("check", "score"):
        assert f" {rule} " not in wellled(command, file, *TODAY).out


def test_a_topic_has_a_level_of_its_own(wellled: Command, repository: Path) -> None:
    """Concerns of one topic are changed by concern and its name, those of others are not."""
    concerns = [{"topic": topic, "text": f"About {topic}"} for topic in ("training", "culture")]
    text = assessment_text(answers={"freedom-to-speak-up": {"score": 3, "concerns": concerns}})
    (repository / "a.yaml").write_text(text, "utf-8")
    settle(repository, "wellled.toml", '[rules]\nconcern-training = "error"\n')
    assert findings(wellled, "a.yaml") == {"concern-training": "error", "concern-culture": "warning"}
    settle(repository, "wellled.toml", '[rules]\nconcern-training = "off"\n')
    assert findings(wellled, "a.yaml") == {"concern-culture": "warning"}


def test_a_level_changes_no_score(wellled: Command, repository: Path) -> None:
    """What is switched off or raised changes findings alone: score, rating and limits stay."""
    before = json.loads(wellled("score", "limited.yaml", "--format", "json", *TODAY).out)["assessments"][0]
    settle(repository, "wellled.toml", '[rules]\nlow-score = "off"\nlow-score-without-findings = "error"\n')
    after = json.loads(wellled("score", "limited.yaml", "--format", "json", *TODAY).out)["assessments"][0]
    assert before.pop("findings") != after.pop("findings")
    assert before == after


@pytest.mark.parametrize(
    ("gate", "file", "code"),
    [
        ('fail-on = "fault"', "breached.yaml", 0),
        ('fail-on = "error"', "breached.yaml", 1),
        ('fail-on = "error"', "warned.yaml", 0),
        ('fail-on = "warning"', "warned.yaml", 1),
        ('fail-on = "note"', "noted.yaml", 1),
        ('fail-on = "never"', "faulty.yaml", 0),
        ('min-rating = "good"', "good.yaml", 0),
        ('min-rating = "Good"', "limited.yaml", 1),
        ('min-rating = "requires-improvement"', "limited.yaml", 0),
        ("min-score = 75", "good.yaml", 0),
        ("min-score = 76", "good.yaml", 1),
        ("min-score = 0", "low.yaml", 0),
    ],
)
def test_the_gate_of_a_config(wellled: Command, repository: Path, gate: str, file: str, code: int) -> None:
    """What the config asks for fails the check as the option of the same name does."""
    settle(repository, "wellled.toml", f"[gate]\n{gate}\n")
    assert wellled("check", file, *TODAY).code == code


@pytest.mark.parametrize(
    ("gate", "line", "code"),
    [
        ('fail-on = "note"', "low.yaml --fail-on fault", 0),
        ('fail-on = "never"', "warned.yaml --fail-on warning", 1),
        ('min-rating = "outstanding"', "good.yaml --min-rating good", 0),
        ('min-rating = "inadequate"', "low.yaml --min-rating good", 1),
        ("min-score = 80", "low.yaml --min-score 0", 0),
        ("min-score = 0", "good.yaml --min-score 76", 1),
        ('min-score = 80\nmin-rating = "outstanding"', "good.yaml --min-score 75", 1),
    ],
)
def test_the_command_line_goes_before_the_gate_of_a_config(
    wellled: Command, repository: Path, gate: str, line: str, code: int
) -> None:
    """An option takes the place of the same setting of the config, and of no other."""
    settle(repository, "wellled.toml", f"[gate]\n{gate}\n")
    assert wellled("check", *line.split(), *TODAY).code == code


def test_an_empty_config_changes_nothing_and_ends_the_search(
    wellled: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty wellled.toml is a config that leaves everything as it is."""
    settle(repository, "wellled.toml", f"[gate]\n{STRICT}\n")
    settle(repository / "a", "wellled.toml", "# nothing yet\n")
    monkeypatch.chdir(repository / "a")
    assert wellled("check", "../good.yaml").code == 0


@pytest.mark.usefixtures("repository")
def test_quiet_is_quiet_with_a_config_too(wellled: Command) -> None:
    """A config is not spoken of where nothing is wrong with it."""
    (Path("a.yaml")).write_text(assessment_text(actions=[ACTION]), "utf-8")
    settle(Path(), "wellled.toml", '[rules]\naction-without-owner = "off"\n')
    assert wellled("check", "a.yaml", "--quiet", *TODAY).said == ""
