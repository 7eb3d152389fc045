"""Waivers: a finding that somebody answers for until a day."""

import json
from pathlib import Path

import pytest

from tests.builders import SPEAK_UP, Yaml
from tests.cli.command import Command

pytestmark = pytest.mark.usefixtures("files")
FIELDS = {
    "rule": "low-score",
    "file": "low.yaml",
    "statement": SPEAK_UP,
    "reason": "Board accepts it until the guardian is in post",
    "approved-by": "R. Iyer",
    "expires": "2026-06-30",
}


def config(**changes: str | None) -> None:
    """Write a config with one waiver, some of its fields changed or left out."""
    lines = [f'{name} = "{value}"' for name, value in (FIELDS | changes).items() if value is not None]
    Path("wellled.toml").write_text("[[waivers]]\n" + "\n".join(lines) + "\n", "utf-8")


def findings(wellled: Command, today: str, file: str = "low.yaml") -> Yaml:
    """Give the low scores of a file on a day, by statement."""
    ran = wellled("check", file, "--format", "json", "--today", today, "--fail-on", "never")
    (entry,) = json.loads(ran.out)["assessments"]
    assert entry["score"] == 25
    return {each["statement"]: each for each in entry["findings"] if each["rule"] == "low-score"}


@pytest.mark.parametrize("today", ["2026-01-01", "2026-06-30"])
def test_a_waived_finding_is_shown_and_fails_nothing(wellled: Command, today: str) -> None:
    """Only the finding it is about, up to and on its last day; the score stays what it is."""
    config()
    found = findings(wellled, today)
    assert FIELDS["reason"] in found[SPEAK_UP]["waived"]
    assert "R. Iyer" in found[SPEAK_UP]["waived"]
    assert [each["waived"] for name, each in found.items() if name != SPEAK_UP] == [None] * 6
    ran = wellled("check", "low.yaml", "--today", today)
    assert "1 of them waived" in ran.out
    assert FIELDS["reason"] in ran.out


def test_an_expired_waiver_fails_again_and_says_so(wellled: Command) -> None:
    """On the day after, the finding is back with the day on which the waiver ended."""
    config()
    found = findings(wellled, "2026-07-01")[SPEAK_UP]
    assert found["waived"] is None
    assert "expired on 30 June 2026" in found["message"]


def test_the_gate_passes_when_all_is_waived(wellled: Command) -> None:
    """A waiver without a statement covers the file, a pattern covers several; min-rating is not waived."""
    config(statement=None, file="*.yaml")
    assert wellled("check", "low.yaml", "--today", "2026-01-01", "--fail-on", "error").code == 0
    assert wellled("check", "low.yaml", "--today", "2026-07-01", "--fail-on", "error").code == 1
    assert wellled("check", "low.yaml", "--today", "2026-01-01", "--min-rating", "good").code == 1


@pytest.mark.parametrize("path", ["low.yaml", "./low.yaml", "../{here}/low.yaml", "{full}/low.yaml"])
def test_a_waiver_holds_however_the_file_is_named(wellled: Command, path: str) -> None:
    """One file is one file, by whatever path the command names it."""
    config()
    here = Path.cwd()
    assert findings(wellled, "2026-01-01", path.format(here=here.name, full=here.as_posix()))[SPEAK_UP]["waived"]


PATTERNS = {
    "a/low.yaml": True,
    "a/*.yaml": True,
    "*.yaml": False,
    "**/low.yaml": True,
    "a/**/low.yaml": True,
    "**": True,
    "b/**": False,
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_star_stays_in_its_folder(wellled: Command, pattern: str) -> None:
    """Two of them reach any number of folders down, none included."""
    Path("a").mkdir()
    Path("low.yaml").rename("a/low.yaml")
    config(file=pattern)
    assert bool(findings(wellled, "2026-01-01", "a/low.yaml")[SPEAK_UP]["waived"]) is PATTERNS[pattern]


def test_a_name_with_brackets_is_itself(wellled: Command) -> None:
    """What looks like a pattern may be how the file is called."""
    Path("low.yaml").rename("[a] low.yaml")
    config(file="[a] low.yaml")
    assert findings(wellled, "2026-01-01", "[a] low.yaml")[SPEAK_UP]["waived"]


def test_a_waiver_for_a_file_that_was_not_checked_is_named(wellled: Command) -> None:
    """Whoever checks one file of many is not told to take out what is for another."""
    config(file="other.yaml")
    ran = wellled("check", "low.yaml", "--today", "2026-01-01")
    assert ran.code == 0
    assert "none of the files that were checked" in ran.err
    assert "take it out" not in ran.err


@pytest.mark.parametrize("changes", [{"statement": "shared-direction"}, {"rule": "exact-half"}])
def test_an_unused_waiver_is_named(wellled: Command, changes: dict[str, str]) -> None:
    """What covers nothing is told, and fails nothing."""
    config(**changes)
    ran = wellled("check", "low.yaml", "--today", "2026-01-01")
    assert ran.code == 0
    assert "waiver 1 of the config" in ran.err
    assert "covers nothing" in ran.err


@pytest.mark.parametrize("name", ["rule", "reason", "approved-by", "expires"])
def test_every_field_is_required(wellled: Command, name: str) -> None:
    """A waiver without rule, reason, approver or expiry is no waiver."""
    config(**{name: None})
    ran = wellled("check", "low.yaml")
    assert ran.code == 2
    assert name in ran.err


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"file": None, "statement": None}, "file nor statement"),
        ({"expires": "2026-02-30"}, "expires"),
        ({"expires": "soon"}, "expires"),
        ({"reason": " "}, "reason"),
        ({"rule": "low-scores"}, "low-score"),
        ({"rule": "duplicate-key"}, "cannot be waived"),
    ],
)
def test_a_waiver_that_cannot_be_meant_is_a_placed_fault(
    wellled: Command, changes: dict[str, str | None], words: str
) -> None:
    """The config is refused where it is wrong."""
    config(**changes)
    ran = wellled("check", "low.yaml")
    assert ran.code == 2
    assert "wellled.toml:" in ran.err
    assert words in ran.err


def test_a_fault_is_never_waived(wellled: Command) -> None:
    """What makes a file wrong fails whatever a config says of it."""
    config(rule="low-score", file="faulty.yaml", statement=None)
    assert wellled("check", "faulty.yaml", "--today", "2026-01-01").code == 1


def test_waived_findings_in_every_format(wellled: Command) -> None:
    """Suppressed in SARIF, skipped in JUnit, no annotation."""
    config(statement=None)
    out = {name: wellled("check", "low.yaml", "--today", "2026-01-01", "--format", name).out for name in
           ("sarif", "junit", "github")}  # fmt: skip
    results = json.loads(out["sarif"])["runs"][0]["results"]
    assert len([each for each in results if each.get("suppressions")]) == 7
    assert out["junit"].count("<skipped") == 7
    assert "wellled (low-score)" not in out["github"]


def test_the_file_of_a_waiver_is_seen_from_the_config(wellled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """A config above the current folder names files from where it stands."""
    config(file="sub/low.yaml")
    Path("sub").mkdir()
    Path("low.yaml").rename("sub/low.yaml")
    monkeypatch.chdir("sub")
    ran = wellled("check", "low.yaml", "--today", "2026-01-01")
    assert "1 of them waived" in ran.out
