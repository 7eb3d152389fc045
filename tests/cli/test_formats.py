"""What CI reads: SARIF, JUnit and annotations, from honest and from hostile text."""

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from junitparser import Failure, JUnitXml

from tests.builders import SPEAK_UP, assessment_text
from tests.cli.command import Command

FORMATS = ("text", "json", "sarif", "junit", "github")
HOSTILE = (
    "::error::owned\n  ::set-output name=a::b\n##[error]owned ##vso[task.complete]x ##teamcity[x] %0A::error::x "
    "]]> <failure> & \" ' </system-out> \u202eback\u2066 \u2028 100% | pipe `code` [a](http://b) .\n"
)


def written(findings: str, score: int = 1) -> str:
    """Give an assessment whose narrative, declared concern and action say something."""
    answer = {"score": score, "findings": findings, "concerns": [{"topic": "culture", "text": findings.strip() or "x"}]}
    action = {"id": "A1", "title": findings.strip() or "x", "kind": "must", "status": "open"}
    return assessment_text((3, 3, score, 3, 3, 3, 3), answers={SPEAK_UP: answer}, actions=[action])


def checked(wellled: Command, *words: str, code: int = 0) -> str:
    """Check the folder and give what was printed."""
    ran = wellled("check", ".", *words)
    assert ran.code == code, ran.said
    return ran.out


def commands(text: str) -> list[str]:
    """Give the lines that some CI runner takes for a command: runners look past blanks, and for ## anywhere."""
    lines = re.split(r"[\n\r\u2028\u2029\x0b\x0c\x85]", text)
    return [line for line in lines if line.lstrip().startswith("::") or re.search(r"##\w*\[", line)]


@pytest.fixture
def hostile(folder: Path) -> Path:
    """Stand in a folder with a file full of text that wants to be something else."""
    (folder / "a.yaml").write_text(written(HOSTILE), "utf-8")
    return folder


@pytest.mark.usefixtures("files")
def test_sarif_tells_every_finding(wellled: Command) -> None:
    """Rule, level, words and place of each finding, by relative address; rules come with their pages."""
    log = json.loads(checked(wellled, "--format", "sarif", code=1))
    results = json.loads(checked(wellled, "--format", "json", code=1))["assessments"]
    (run,) = log["runs"]
    told = [
        (each["ruleId"], each["level"], each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
         each["locations"][0]["physicalLocation"]["region"]["startLine"])
        for each in run["results"]
    ]  # fmt: skip
    expected = [(f["rule"], f["level"], a["path"], f["line"]) for a in results for f in a["findings"]]
    assert sorted(told) == sorted(expected)
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    assert all(rule["shortDescription"]["text"] and rule["help"]["text"] for rule in rules)


@pytest.mark.usefixtures("hostile")
def test_sarif_holds_hostile_text(wellled: Command) -> None:
    """No empty text, nothing over its length, no control characters."""
    text = checked(wellled, "--format", "sarif")
    for result in json.loads(text)["runs"][0]["results"]:
        message = result["message"]["text"]
        assert 0 < len(message) <= 1024
        assert "\u202e" not in message


@pytest.mark.usefixtures("files")
def test_junit_mirrors_the_gate(wellled: Command) -> None:
    """What fails the gate is a failure, the rest passes; counts are right and no two cases share a name."""
    Path("out.xml").write_text(checked(wellled, "--format", "junit", "--fail-on", "error", code=1), "utf-8")
    results = json.loads(checked(wellled, "--format", "json", "--fail-on", "error", code=1))["assessments"]
    suites = list(JUnitXml.fromfile("out.xml"))
    for suite, result in zip(suites, results, strict=True):
        failing = [f for f in result["findings"] if f["kind"] == "fault" or f["level"] == "error"]
        cases = list(suite)
        assert suite.failures == len(
            [case for case in cases if any(isinstance(result, Failure) for result in case.result)]
        )
        assert suite.failures == len(failing)
        assert suite.tests == len(cases)
        assert len({(case.classname, case.name) for case in cases}) == len(cases)


@pytest.mark.usefixtures("files")
def test_junit_tells_gates_and_what_cannot_be_had(wellled: Command) -> None:
    """A rating below the gate is a failure of its own; a missing file is an error."""
    ran = wellled("check", "low.yaml", "missing.yaml", "--min-rating", "good", "--format", "junit")
    assert ran.code == 2
    root = ET.fromstring(ran.out)  # noqa: S314  our own output
    assert [each.get("type") for each in root.iter("failure")] == ["gate"]
    (error,) = root.iter("error")
    assert "missing.yaml" in (error.text or "")


@pytest.mark.usefixtures("hostile")
def test_junit_holds_hostile_text(wellled: Command) -> None:
    """It is read back, with the words in it."""
    Path("out.xml").write_text(checked(wellled, "--format", "junit"), "utf-8")
    (suite,) = JUnitXml.fromfile("out.xml")
    assert any("]]> <failure> &" in str(case.name) for case in suite)


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("output_format", FORMATS)
def test_no_text_of_a_file_is_a_workflow_command(wellled: Command, output_format: str) -> None:
    """Only our own annotations command the runner; their words cannot start another."""
    for line in commands(checked(wellled, "--format", output_format)):
        assert output_format == "github"
        assert re.match(r"::(error|warning|notice) (file=a\.yaml|title=wellled)", line)
        assert "##[" not in line


@pytest.mark.parametrize(
    "line",
    ["score a.yaml", "report a.yaml", "plan a.yaml", "compare a.yaml b.yaml", "compare b.yaml a.yaml --format md"],
)
@pytest.mark.parametrize("width", ["40", "80", "120"])
@pytest.mark.usefixtures("hostile")
def test_no_other_output_is_a_workflow_command(
    wellled: Command, line: str, width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor in tables, wherever a line breaks, nor in Markdown."""
    monkeypatch.setenv("COLUMNS", width)
    Path("b.yaml").write_text(assessment_text(), "utf-8")
    ran = wellled(*line.split())
    assert ran.code == 0
    assert commands(ran.out) == []


@pytest.mark.parametrize("name", ["::error::x.yaml", "##[error]x.yaml", "  ::warning::y.yaml"])
@pytest.mark.usefixtures("folder")
def test_no_name_of_a_file_is_a_workflow_command(wellled: Command, name: str) -> None:
    """Not even the name that starts a line."""
    Path(name).write_text(assessment_text((3, 3, 5, 3, 3, 3, 3)), "utf-8")
    ran = wellled("check", name)
    assert ran.code == 1
    assert commands(ran.said) == []


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([*"::##[]%\n\r\t <>&]", "error", "::", "##[", "]]>", "\u202e", "\u2028", "\x85", "a"])))
def test_no_mixture_is_a_workflow_command(wellled: Command, folder: Path, parts: list[str]) -> None:
    """Whatever the words, only annotations stand where a command can."""
    (folder / "a.yaml").write_text(written("".join(parts)), "utf-8")
    for output_format in ("text", "junit", "sarif", "json"):
        assert commands(wellled("check", ".", "--format", output_format).out) == []
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in commands(
        wellled("check", ".", "--format", "github").out))  # fmt: skip


@pytest.mark.usefixtures("folder")
def test_annotations_are_the_gravest_first_and_within_the_limit(
    wellled: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten of a kind at the most, then how many more; inside GitHub Actions it is the format, with a summary."""
    for number in range(3):
        Path(f"{number}.yaml").write_text(assessment_text((1,) * 7), "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("# Before\n", "utf-8")
    lines = checked(wellled).splitlines()
    assert len([line for line in lines if line.startswith("::error ")]) == 10
    levels = [line.split()[0] for line in lines]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)
    total = sum(len(a["findings"]) for a in json.loads(checked(wellled, "--format", "json"))["assessments"])
    shown = len([line for line in lines if "file=" in line])
    assert lines[-1] == f"::notice title=wellled::{total - shown} more, see the summary"
    summary = Path("summary.md").read_text("utf-8")
    assert summary.startswith("# Before\n# wellled check\n")
    assert "is scored 1" in summary


@pytest.mark.usefixtures("folder")
def test_reasons_and_findings_share_the_ten_errors(wellled: Command) -> None:
    """A step shows ten in all: what fails the gate comes first, and what is left out is counted."""
    for number in range(6):
        Path(f"{number}.yaml").write_text(assessment_text((1,) * 7), "utf-8")
    lines = checked(wellled, "--format", "github", "--min-rating", "good", code=1).splitlines()
    errors = [line for line in lines if line.startswith("::error ")]
    assert [line for line in errors if "at least good is wanted" in line] == errors[:6]
    assert len(errors) == 10
    total = sum(len(a["findings"]) for a in json.loads(checked(wellled, "--format", "json"))["assessments"])
    assert lines[-1].endswith(f"::{total + 6 - (len(lines) - 1)} more, see the summary")


@pytest.mark.usefixtures("files")
def test_what_cannot_be_read_is_told_in_place(wellled: Command) -> None:
    """As an annotation, and in SARIF as a run that did not succeed, which closes no alert."""
    ran = wellled("check", "good.yaml", "missing.yaml", "--format", "github")
    assert ran.code == 2
    assert [line for line in ran.out.splitlines() if line.startswith("::error ") and "missing.yaml" in line]
    for files, done in (["good.yaml"], True), (["good.yaml", "missing.yaml"], False):
        (run,) = json.loads(wellled("check", *files, "--format", "sarif").out)["runs"]
        (invocation,) = run["invocations"]
        assert invocation["executionSuccessful"] is done
        told = [each["message"]["text"] for each in invocation.get("toolExecutionNotifications", [])]
        assert ["missing.yaml" in text for text in told] == [True] * (not done)


@pytest.mark.usefixtures("files")
def test_a_report_that_cannot_be_written_loses_nothing_else(wellled: Command) -> None:
    """What is shown and the other reports come all the same, with exit code 2."""
    Path("empty").mkdir(exist_ok=True)
    ran = wellled("check", "good.yaml", "--report", "json:empty", "--report", "sarif:out.sarif")
    assert ran.code == 2
    assert "empty" in ran.err
    assert "1 file checked" in ran.out
    assert Path("out.sarif").exists()


@pytest.mark.usefixtures("files")
def test_two_reports_do_not_share_a_file(wellled: Command) -> None:
    """The second would write over the first."""
    assert wellled("check", "good.yaml", "--report", "json:out", "--report", "sarif:./out").code == 2


@pytest.mark.usefixtures("files")
def test_several_reports_in_one_run(wellled: Command) -> None:
    """Each file holds what its format prints; the first colon splits, so that drive letters stay."""
    words = [word for name in FORMATS for word in ("--report", f"{name}:out/{name}:1.txt")]
    printed = checked(wellled, "--quiet", *words, code=1)
    assert printed
    for name in FORMATS:
        text = Path(f"out/{name}:1.txt").read_text("utf-8")
        again = checked(wellled, "--format", name, code=1)
        assert text == again


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("report", ["sarif", "pdf:x", "sarif:", ":x", "json:good.yaml", "json:empty"])
def test_a_report_that_cannot_be_meant_is_refused(wellled: Command, report: str) -> None:
    """Exit 2, and what was there stays."""
    before = Path("good.yaml").read_text("utf-8")
    ran = wellled("check", "good.yaml", "--report", report)
    assert ran.code == 2
    assert Path("good.yaml").read_text("utf-8") == before
