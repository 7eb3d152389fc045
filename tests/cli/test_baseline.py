"""No regression against an earlier result."""

import json
from pathlib import Path

import pytest

from tests.builders import SPEAK_UP, assessment_text
from tests.cli.command import Command

pytestmark = pytest.mark.usefixtures("folder")


def now(scores: tuple[int, ...], findings: str = "", **more: object) -> None:
    """Write the file as it is now."""
    answers = {SPEAK_UP: {"score": scores[2], "findings": findings}} if findings else {}
    Path("a.yaml").write_text(assessment_text(scores, answers=answers, **more), "utf-8")


def keep(wellled: Command) -> None:
    """Keep the result of now as the baseline."""
    Path("old.json").write_text(wellled("check", "a.yaml", "--format", "json").out, "utf-8")


def verdict(wellled: Command) -> tuple[int, str]:
    """Give the code, and what fails the gate."""
    ran = wellled("check", "a.yaml", "--baseline", "old.json")
    return ran.code, "\n".join(line for line in ran.out.splitlines() if line.startswith("Fails:"))


def test_the_same_passes(wellled: Command) -> None:
    """Nothing got worse."""
    now((2,) * 7, "Supervision had lapsed.")
    keep(wellled)
    assert verdict(wellled) == (0, "")


def test_better_passes(wellled: Command) -> None:
    """A higher score and fewer findings are no regression."""
    now((2,) * 7, "Supervision had lapsed.")
    keep(wellled)
    now((3,) * 7)
    assert verdict(wellled) == (0, "")


def test_a_lower_score_fails(wellled: Command) -> None:
    """Even within the same rating."""
    now((3, 3, 3, 3, 3, 3, 4))
    keep(wellled)
    now((3,) * 7)
    code, said = verdict(wellled)
    assert code == 1
    assert "the score is 75, it was 79" in said


def test_a_lower_rating_fails(wellled: Command) -> None:
    """A limit lowers the rating, not the score."""
    now((3, 3, 2, 3, 3, 3, 2))
    keep(wellled)
    now((3, 3, 1, 3, 3, 3, 3))
    code, said = verdict(wellled)
    assert code == 1
    assert "the rating is requires improvement, it was good" in said
    assert "the score" not in said


def test_a_new_finding_fails(wellled: Command) -> None:
    """What was not there before is counted."""
    now((3,) * 7, "Supervision had lapsed.")
    keep(wellled)
    now((3,) * 7, "Supervision had lapsed. Appraisals had lapsed.")
    code, said = verdict(wellled)
    assert code == 1
    assert "1 finding that were not there" in said or "1 finding" in said


def test_moved_lines_are_the_same_findings(wellled: Command) -> None:
    """A fingerprint has no line, no column and no wrapping."""
    now((2,) * 7, "Supervision had lapsed.")
    keep(wellled)
    now((2,) * 7, "The home has forty beds.\n\n\nSupervision\n   had lapsed.")
    text = Path("a.yaml").read_text("utf-8")
    Path("a.yaml").write_text(f"# one\n# two\n{text}", "utf-8")
    assert verdict(wellled) == (0, "")


def test_the_same_finding_twice_is_new_once(wellled: Command) -> None:
    """Two where one was."""
    now((3,) * 7, "Supervision had lapsed.")
    keep(wellled)
    now((3,) * 7, "Supervision had lapsed. Supervision had lapsed.")
    code, said = verdict(wellled)
    assert code == 1
    assert "1 finding " in said


def test_a_waived_finding_is_not_new(wellled: Command) -> None:
    """Somebody answers for it."""
    now((3,) * 7)
    keep(wellled)
    now((3,) * 7, "Supervision had lapsed.")
    waiver = 'rule = "concern-supervision"\nfile = "a.yaml"\nreason = "R"\napproved-by = "A"\nexpires = 2999-01-01\n'
    Path("wellled.toml").write_text(f"[[waivers]]\n{waiver}", "utf-8")
    assert verdict(wellled) == (0, "")


def test_a_file_that_was_not_there_is_compared_with_nothing(wellled: Command) -> None:
    """A new file passes."""
    now((3,) * 7)
    keep(wellled)
    Path("b.yaml").write_text(assessment_text((1,) * 7), "utf-8")
    assert wellled("check", ".", "--baseline", "old.json").code == 0


def test_a_file_that_became_wrong_fails(wellled: Command) -> None:
    """It has no score where it had one."""
    now((3,) * 7)
    keep(wellled)
    now((3, 3, 5, 3, 3, 3, 3))
    assert verdict(wellled)[0] == 1


UNREADABLE = {
    "missing.json": None,
    "empty.json": "",
    "text.json": "not JSON",
    "other.json": '{"format": "wellled-result/2"}',
    "list.json": "[]",
    "short.json": '{"format": "wellled-result/1"}',
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_an_unreadable_baseline_is_2(wellled: Command, name: str) -> None:
    """Never "nothing regressed"."""
    now((3,) * 7)
    if (text := UNREADABLE[name]) is not None:
        Path(name).write_text(text, "utf-8")
    ran = wellled("check", "a.yaml", "--baseline", name)
    assert (ran.code, ran.out) == (2, "")
    assert name in ran.err


def test_a_report_is_the_next_baseline(wellled: Command) -> None:
    """What --report json writes is a baseline, with nothing of the day in its findings."""
    now((2,) * 7, "Supervision had lapsed.")
    assert wellled("check", "a.yaml", "--report", "json:old.json").code == 0
    assert verdict(wellled) == (0, "")
    assert json.loads(Path("old.json").read_text("utf-8"))["format"] == "wellled-result/1"


@pytest.mark.parametrize("path", ["./a.yaml", "../{here}/a.yaml", "{full}/a.yaml", "."])
def test_a_file_is_compared_however_it_is_named(wellled: Command, path: str) -> None:
    """By whatever path the command names it."""
    now((3,) * 7)
    keep(wellled)
    now((2,) * 7)
    here = Path.cwd()
    named = path.format(here=here.name, full=here.as_posix())
    assert wellled("check", named, "--baseline", "old.json").code == 1


def test_nothing_compared_is_not_nothing_regressed(wellled: Command) -> None:
    """A baseline that knows none of the files was made elsewhere, or of nothing."""
    now((3,) * 7)
    keep(wellled)
    Path("a.yaml").rename("b.yaml")
    ran = wellled("check", "b.yaml", "--baseline", "old.json")
    assert ran.code == 2
    assert "knows none of these files" in ran.err


def test_what_is_compared_with_nothing_is_said(wellled: Command) -> None:
    """A file that is new, and one that is gone."""
    now((3,) * 7)
    Path("gone.yaml").write_text(assessment_text((3,) * 7), "utf-8")
    Path("old.json").write_text(wellled("check", ".", "--format", "json").out, "utf-8")
    Path("gone.yaml").rename("new.yaml")
    ran = wellled("check", ".", "--baseline", "old.json")
    assert ran.code == 0
    assert "new.yaml is not in it" in ran.err
    assert "gone.yaml is in it" in ran.err


def test_a_waiver_that_expired_since_is_a_finding_again(wellled: Command) -> None:
    """What somebody answered for then, nobody answers for now."""
    now((3,) * 7, "Supervision had lapsed.")
    waiver = 'rule = "concern-supervision"\nfile = "a.yaml"\nreason = "R"\napproved-by = "A"\nexpires = 2026-06-15\n'
    Path("wellled.toml").write_text(f"[[waivers]]\n{waiver}", "utf-8")
    made = wellled("check", "a.yaml", "--format", "json", "--today", "2026-06-15")
    Path("old.json").write_text(made.out, "utf-8")
    assert wellled("check", "a.yaml", "--baseline", "old.json", "--today", "2026-06-15").code == 0
    assert wellled("check", "a.yaml", "--baseline", "old.json", "--today", "2026-06-16").code == 1


def test_a_better_figure_is_the_same_finding(wellled: Command) -> None:
    """A low score that rose from 1 to 2 is no new concern."""
    now((3, 3, 1, 3, 3, 3, 3))
    keep(wellled)
    now((3, 3, 2, 3, 3, 3, 3))
    assert verdict(wellled) == (0, "")


def test_a_run_does_not_write_over_its_baseline(wellled: Command) -> None:
    """A failed run would become what the next is compared with."""
    now((3,) * 7)
    keep(wellled)
    kept = Path("old.json").read_text("utf-8")
    ran = wellled("check", "a.yaml", "--baseline", "old.json", "--report", "json:./old.json")
    assert ran.code == 2
    assert "baseline" in ran.err
    assert Path("old.json").read_text("utf-8") == kept


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_baseline_saved_by_a_windows_shell_is_read(wellled: Command, encoding: str) -> None:
    """Its redirection writes a byte order mark."""
    now((3,) * 7)
    keep(wellled)
    Path("old.json").write_text(Path("old.json").read_text("utf-8"), encoding)
    assert verdict(wellled) == (0, "")
