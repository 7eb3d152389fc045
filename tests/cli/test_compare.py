"""`wellled compare`: what changed between two assessments, for people and for programs."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.builders import GOVERNANCE, SPEAK_UP, Yaml, assessment_text
from tests.cli.command import NOTICE, Command, process, steering
from tests.cli.test_hostile import EVERYWHERE, HOSTILE, texts
from tests.cli.test_json import ENTRY, FINDING, wrong_keys
from tests.unit.compare.test_caveats import drafted
from tests.unit.render.document.test_markdown import PARSER
from wellled_cli import __version__

TODAY = ("--today", "2026-11-23")
FORMATS = ("text", "md", "json")
NAMES = ("old.yaml", "new.yaml")

SPOKEN = "Supervision had lapsed."
MEASURE = {"name": "Mandatory training", "topic": "training", "value": 82, "target": 90, "unit": "%"}
BREACH = {"regulation": 17, "status": "current", "notice": "warning", "statement": GOVERNANCE, "text": "Audit gaps"}
ACTION = {"id": "A1", "title": "Tell staff", "kind": "should", "owner": "J. Lee", "due": "2027-03-01", "status": "open"}
OLD = assessment_text(
    (2, 2, 2, 3, 2, 3, 3),
    answers={SPEAK_UP: {"score": 2, "findings": SPOKEN}},
    about={"date": "2026-06-30"},
    measures=[MEASURE],
    breaches=[BREACH],
    actions=[ACTION],
    published={"score": 61},
)
NEW = assessment_text(
    (2, 2, 2, 3, 3, 3, 3),
    answers={SPEAK_UP: {"score": 2, "findings": "Staff felt unable to speak up."}},
    about={"date": "2026-09-30"},
    measures=[{**MEASURE, "value": 94.5}],
    breaches=[{**BREACH, "status": "met"}],
    actions=[{**ACTION, "status": "done"}],
    published={"score": 64},
)
"""61 and 64 by hand: 17 and 18 of 28. Training meets its target now, the breach is met, the action done."""


def keys(*names: str) -> Yaml:
    """Give the shape of something with these keys, whose values have none."""
    return dict.fromkeys(names)


def both(shape: Yaml, *names: str) -> Yaml:
    """Give the shape of a change, under what the thing is called."""
    return {**keys(*names), "old": shape, "new": shape}


HEAD = {key: ENTRY[key] for key in list(ENTRY) if key not in {"next", "steps", "statements", "findings", "strengths"}}
STATEMENTS = [both(keys("score", "status", "judged"), "id", "title")]
MEASURES = both(keys("topic", "statement", "value", "target", "unit", "better", "date", "misses_target"), "name")
FINDINGS = {
    "raised": [FINDING],
    "cleared": [FINDING],
    "changes": [both(FINDING)],
    "apart": both([FINDING]),
    "unchanged": None,
}
SHAPE = {
    **keys("format", "notice", "today", "headline", "changed"),
    "tool": keys("name", "version"),
    "caveats": [keys("about", "text")],
    **both(HEAD),
    "score": keys("old", "new", "by"),
    "rating": keys("old", "new", "by"),
    "limits": {"raised": HEAD["limited_by"], "cleared": HEAD["limited_by"], "unchanged": None},
    "statements": {"changes": STATEMENTS, "apart": STATEMENTS, "unchanged": None},
    "concerns": FINDINGS,
    "records": FINDINGS,
    "measures": {"changes": [MEASURES], "unchanged": None},
    "breaches": {"changes": [both(keys("status", "notice", "statement", "text"), "regulation")], "unchanged": None},
    "actions": {"changes": [both(keys("title", "kind", "owner", "due", "status"), "id")], "unchanged": None},
}
"""The keys of a comparison, at every level; None stands for a value without keys."""

pytestmark = pytest.mark.usefixtures("folder")


def shown(wellled: Command, old: str, new: str, *words: str) -> str:
    """Compare two texts, and give what is printed."""
    for name, text in zip(NAMES, (old, new), strict=True):
        Path(name).write_text(text, "utf-8")
    ran = wellled("compare", *NAMES, *TODAY, *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def found(wellled: Command, old: str, new: str) -> dict[str, Any]:
    """Compare two texts, and give what programs read."""
    result: dict[str, Any] = json.loads(shown(wellled, old, new, "--format", "json"))
    return result


def sections(document: str) -> dict[str, list[list[str]]]:
    """Give the rows of the table below each heading of a document, cell by cell."""
    parts = re.split(r"^#+ (.*)$", document, flags=re.MULTILINE)
    tables = [[line for line in part.splitlines() if line.startswith("| ")][2:] for part in parts[2::2]]
    cells = [[[cell.strip() for cell in row.strip("| ").split(" | ")] for row in rows] for rows in tables]
    return dict(zip(parts[1::2], cells, strict=True))


def test_the_document_says_what_changed(wellled: Command) -> None:
    """First the result in a sentence, then each kind of change under its heading; the rest is only counted."""
    document = shown(wellled, OLD, NEW, "--format", "md")
    assert document.splitlines()[:3] == [
        "# What changed: Well-led, service level: Ash Grove Care",
        "",
        "**Requires improvement, 61 -> good, 64: up one rating and 3 points.**",
    ]
    told = sections(document)
    assert told["Quality statements"] == [["Governance, management and sustainability", "2", "3", "up 1"]]
    assert told["Concerns raised (1)"] == [
        ["warning", "Speaking up", "“Staff felt unable to speak up.”", "Freedom to speak up"]
    ]
    assert [row[1] for row in told["Concerns cleared (4)"]] == [
        "Regulatory duties",
        "Supervision",
        "Low score",
        "Training",
    ]
    assert told["Measures"] == [["Mandatory training", "82%", "94.5%", "at least 90%", "better; now meets the target"]]
    assert told["Breaches of regulation"] == [
        ["Regulation 17 (Good governance)", "current, notice: warning", "met, notice: warning", "Audit gaps"]
    ]
    assert told["Actions"] == [["A1", "Tell staff", "should, open, due 1 March 2027, J. Lee", "should, done, J. Lee"]]
    assert [row[1] for row in told["Gaps in the record raised (1)"]] == ["Action done without evidence"]
    counts = told["What changed: Well-led, service level: Ash Grove Care"][-6:]
    assert [row for row in counts if row[0] == "Quality statements"] == [
        ["Quality statements", "1", "0", "0", "6", "0"]
    ]
    assert "Shared direction and culture |" not in document.split("## Quality statements\n")[1].split("##")[0]
    assert document.endswith(f"\n\nThis is an {NOTICE}.\n")


@pytest.mark.parametrize("width", ["40", "80", "120"])
def test_the_terminal_says_the_same(wellled: Command, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every heading and every cell of the document stands in the terminal too, whatever its width."""
    document = shown(wellled, OLD, NEW, "--format", "md")
    monkeypatch.setenv("COLUMNS", width)
    terminal = shown(wellled, OLD, NEW)
    assert max(map(len, terminal.splitlines())) <= int(width)
    words = set(re.findall(r"\w+", document)) - {"About", "this", "assessment"}
    letters = re.sub(r"\W+", "", terminal)
    assert {word for word in words if len(word) < 6 and word not in letters} == set()
    if width == "120":
        assert set(re.findall(r"\w+", terminal)) >= words
    assert terminal.splitlines()[2 if width != "40" else 3].startswith("Requires improvement, 61")


def test_programs_read_what_changed(wellled: Command) -> None:
    """The figures worked out by hand, each under its key."""
    result = found(wellled, OLD, NEW)
    assert (result["format"], result["tool"]) == ("wellled-comparison/1", {"name": "wellled", "version": __version__})
    assert (result["today"], result["changed"], result["caveats"]) == ("2026-11-23", True, [])
    assert result["headline"] == "Requires improvement, 61 -> good, 64: up one rating and 3 points."
    assert result["score"] == {"old": 61, "new": 64, "by": 3}
    assert result["rating"] == {"old": "requires improvement", "new": "good", "by": 1}
    assert [result[side]["path"] for side in ("old", "new")] == list(NAMES)
    assert [result[side]["published"]["score"] for side in ("old", "new")] == [61, 64]
    assert result["statements"] == {
        "changes": [
            {
                "id": GOVERNANCE,
                "title": "Governance, management and sustainability",
                "old": {"score": 2, "status": "assessed", "judged": None},
                "new": {"score": 3, "status": "assessed", "judged": None},
            }
        ],
        "apart": [],
        "unchanged": 6,
    }
    concerns = result["concerns"]
    assert [each["quote"] for each in concerns["raised"]] == ["Staff felt unable to speak up."]
    assert sorted(each["rule"] for each in concerns["cleared"]) == [
        *("concern-supervision", "concern-training", "current-breach", "low-score"),
    ]
    assert (concerns["changes"], concerns["apart"], concerns["unchanged"]) == ([], {"old": [], "new": []}, 3)
    (measure,) = result["measures"]["changes"]
    assert [(measure[side]["value"], measure[side]["misses_target"]) for side in ("old", "new")] == [
        (82, True),
        (94.5, False),
    ]
    (breach,) = result["breaches"]["changes"]
    assert (breach["regulation"], breach["old"]["status"], breach["new"]["status"]) == ("17", "current", "met")
    (action,) = result["actions"]["changes"]
    assert (action["id"], action["old"]["status"], action["new"]["status"]) == ("A1", "open", "done")


PAIRS = {
    "changed": (OLD, NEW),
    "the same": (OLD, OLD),
    "another key question": (OLD, assessment_text((3,) * 8, key_question="safe")),
    "without scores": (OLD, drafted()),
    "open": (OLD, assessment_text(answers={SPEAK_UP: {"score_unknown": "Cut off"}})),
    "not rated": (assessment_text((3, 3, 3, 3, 3, 3, None)), OLD),
    "limited": (assessment_text(), assessment_text((3, 3, 1, 3, 3, 3, 3))),
    "hostile": (assessment_text(), EVERYWHERE),
    "hostile first": (EVERYWHERE, assessment_text()),
}


@pytest.mark.parametrize("name", PAIRS)
def test_a_comparison_has_its_shape(wellled: Command, name: str) -> None:
    """Whatever is compared fits the published schema and has all its keys at every level, and people get it too."""
    schema = json.loads(wellled("schema", "comparison").out)
    result = found(wellled, *PAIRS[name])
    validator = Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(result)] == []
    assert list(wrong_keys(result, SHAPE, "comparison")) == []
    assert NOTICE in result["notice"]
    for output_format in ("text", "md"):
        assert NOTICE in shown(wellled, *PAIRS[name], "--format", output_format).splitlines()[-1]


def test_the_schema_refuses_what_is_no_comparison(wellled: Command) -> None:
    """A comparison that lacks a key, or has one more, does not fit the schema."""
    validator = Draft7Validator(json.loads(wellled("schema", "comparison").out))
    result = found(wellled, OLD, NEW)
    assert validator.is_valid(result)
    for key in result:
        assert not validator.is_valid({name: value for name, value in result.items() if name != key}), key
    assert not validator.is_valid({**result, "more": 1})
    assert not validator.is_valid({**result, "score": {**result["score"], "by": "3"}})


@pytest.mark.parametrize("output_format", FORMATS)
def test_the_same_file_twice_changed_nothing(wellled: Command, output_format: str) -> None:
    """It is said in so many words, and nothing is listed."""
    Path("same.yaml").write_text(OLD, "utf-8")
    ran = wellled("compare", "same.yaml", "./same.yaml", *TODAY, "--format", output_format)
    assert (ran.code, ran.err) == (0, "")
    assert "Nothing changed: requires improvement, 61." in ran.out
    assert "raised" not in ran.out or output_format == "json"
    if output_format == "json":
        assert json.loads(ran.out)["changed"] is False


@pytest.mark.parametrize("output_format", ["text", "md"])
def test_another_service_is_said_first(wellled: Command, output_format: str) -> None:
    """Before the result stands that the two are not of the same provider; what can be compared still is."""
    other = assessment_text((2,) * 7, provider={"name": "Elm Care"})
    out = shown(wellled, assessment_text(), other, "--format", output_format)
    assert out.splitlines()[0].removeprefix("# ") == "Two assessments compared"
    loud, result = "Different providers: Ash Grove Care; and Elm Care.", "Good, 75 -> requires improvement, 50"
    assert 0 < out.index(loud) < out.index(result) < out.index("down 1")


def test_without_scores_people_see_no_figure(wellled: Command) -> None:
    """Two that are judged are compared in words: no score, no points, no total."""
    judged = {"judgement": {"rating": "inadequate", "reason": "So judged"}}
    out = shown(wellled, drafted(), drafted(**judged))
    assert "Good -> inadequate: down two ratings." in out
    assert re.findall(r"out of \d|\bpoints?\b|\btotal\b|\bmaximum\b|per cent", out) == []


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["raised", "cleared"])
def test_no_text_of_a_file_steers_or_structures(wellled: Command, output_format: str, order: tuple[int, int]) -> None:
    """Names, ids, units and sentences of a file are shown, never obeyed, whichever of the two they come from."""
    two = (assessment_text(), EVERYWHERE)
    out = shown(wellled, *(two[place] for place in order), "--format", output_format)
    assert steering(out) == set()
    assert not [line for line in out.splitlines() if line.lstrip().startswith("::")]
    if output_format == "json":
        assert HOSTILE in set(texts(json.loads(out)))
    else:
        assert ("[b]x[/b]" if output_format == "text" else r"\[b\]x\[/b\]") in out


MARKED = "# head *a* `code` <b>bold</b> [a](http://b) | pipe | ![x](y) ~~z~~ __u__ &amp; 1. one\n\n- item"


@pytest.mark.parametrize("turned", [False, True])
def test_no_text_of_a_file_is_markdown(wellled: Command, *, turned: bool) -> None:
    """Whatever is written in a file is text of the document: no heading, link, code, list or cell comes of it."""
    marked = assessment_text(
        answers={SPEAK_UP: {"score": 2, "concerns": [{"topic": "culture", "text": MARKED}]}},
        provider={"name": MARKED},
        service={"name": MARKED, "type": MARKED},
        measures=[{**MEASURE, "name": MARKED, "unit": MARKED}],
        breaches=[{**BREACH, "regulation": MARKED, "text": MARKED}],
        actions=[{**ACTION, "id": MARKED, "title": MARKED, "owner": MARKED}],
        judgement={"rating": "good", "reason": MARKED},
    )
    pair = (marked, OLD) if turned else (OLD, marked)
    tokens = PARSER.parse(shown(wellled, *pair, "--format", "md"))
    inline = [token for token in tokens if token.type == "inline"]
    assert {child.type for token in inline for child in token.children or ()} <= {
        *("text", "text_special", "strong_open", "strong_close"),
    }
    assert "".join(child.content for token in inline for child in token.children or ()).count("[a](http://b)") > 5
    ours = [each for each in found(wellled, *pair)["caveats"] if not each["text"].startswith("Different")]
    assert sum(token.type == "list_item_open" for token in tokens) == len(ours)
    rows = " ".join(token.type for token in tokens if token.type in {"tr_open", "td_open", "th_open", "table_open"})
    for table in rows.split("table_open")[1:]:
        assert len({row.count("_open") for row in table.split("tr_open")[1:]}) == 1


@pytest.mark.parametrize("order", [("-", "new.yaml"), ("old.yaml", "-")], ids=["old", "new"])
def test_one_may_be_standard_input(wellled: Command, order: tuple[str, str]) -> None:
    """Either of the two, under the name <stdin>."""
    expected = found(wellled, OLD, NEW)
    ran = wellled("compare", *order, *TODAY, "--format", "json", stdin=(OLD if order[0] == "-" else NEW).encode())
    side = "old" if order[0] == "-" else "new"
    assert expected[side].pop("path") == NAMES[order.index("-")]
    result = json.loads(ran.out)
    assert result[side].pop("path") == "<stdin>"
    assert result == expected


def test_not_both(wellled: Command) -> None:
    """Standard input is one file: both at once is wrong usage, and nothing is waited for."""
    ran = wellled("compare", "-", "-")
    assert (ran.code, ran.out) == (2, "")
    assert "standard input" in ran.err


@pytest.mark.parametrize("path", ["one", "one/*.yaml"])
def test_a_folder_may_mean_one_file(wellled: Command, path: str) -> None:
    """A folder or glob with exactly one assessment is as good as its name."""
    Path("one").mkdir()
    Path("one/a.yaml").write_text(NEW, "utf-8")
    Path("one/notes.txt").write_text("Nothing of ours", "utf-8")
    Path("old.yaml").write_text(OLD, "utf-8")
    ran = wellled("compare", "old.yaml", path, *TODAY)
    assert (ran.code, ran.err) == (0, "")
    assert "one/a.yaml" in ran.out


@pytest.mark.parametrize("path", [".", "*.yaml"])
@pytest.mark.parametrize("command", ["compare", "plan"])
def test_several_files_are_refused_with_what_to_do(wellled: Command, command: str, path: str) -> None:
    """Which of them is meant is not guessed: one is named as an example."""
    for name in NAMES:
        Path(name).write_text(OLD, "utf-8")
    ran = wellled(command, path, *(["old.yaml"] if command == "compare" else []))
    assert (ran.code, ran.out) == (2, "")
    assert f"{path} holds 2 assessments" in ran.err
    assert "new.yaml" in ran.err


@pytest.mark.parametrize("output_format", FORMATS)
@pytest.mark.parametrize("faulty", [0, 1], ids=["old", "new"])
def test_a_faulty_file_is_compared_with_nothing(wellled: Command, output_format: str, faulty: int) -> None:
    """Its faults are said with their places, and nothing is printed: 2."""
    Path(NAMES[faulty]).write_text(assessment_text((3, 3, 5, 3, 3, 3, 3)), "utf-8")
    Path(NAMES[1 - faulty]).write_text(OLD, "utf-8")
    ran = wellled("compare", *NAMES, "--format", output_format)
    assert (ran.code, ran.out) == (2, "")
    first, last = ran.err.splitlines()
    assert first.startswith(f"{NAMES[faulty]}:")
    assert "1 to 4" in first
    assert last == "Nothing was compared."


def test_both_files_may_be_faulty(wellled: Command) -> None:
    """The faults of both are said at once."""
    for name in NAMES:
        Path(name).write_text("wellled: 1\n", "utf-8")
    ran = wellled("compare", *NAMES)
    assert (ran.code, ran.out) == (2, "")
    assert {line.split(":")[0] for line in ran.err.splitlines()} == {*NAMES, "Nothing was compared."}


@pytest.mark.parametrize(("path", "code"), [("missing.yaml", 2), ("empty", 3), ("nothing/*.yaml", 3), ("", 2)])
@pytest.mark.parametrize("place", [0, 1], ids=["old", "new"])
def test_what_cannot_be_had_is_named(wellled: Command, path: str, code: int, place: int) -> None:
    """A missing file is 2, a folder without an assessment 3; nothing is compared."""
    Path("empty").mkdir()
    Path("here.yaml").write_text(OLD, "utf-8")
    words = ["here.yaml", "here.yaml"]
    words[place] = path
    ran = wellled("compare", *words)
    assert (ran.code, ran.out) == (code, "")
    assert path in ran.err.splitlines()[0]


def test_a_waived_concern_is_shown_as_waived(wellled: Command) -> None:
    """What somebody answers for is no error or warning; it is called waived, with who and until when."""
    Path("wellled.toml").write_text(
        '[[waivers]]\nrule = "current-breach"\nfile = "*.yaml"\nreason = "With the regulator"\n'
        'approved-by = "R. Iyer"\nexpires = "2026-12-31"\n',
        "utf-8",
    )
    out = shown(wellled, assessment_text(), assessment_text(breaches=[BREACH]), "--format", "md")
    (row,) = sections(out)["Concerns raised (1)"]
    assert row[0] == "waived"
    assert "With the regulator (R. Iyer, until 31 December 2026)" in row[2]


def test_the_framework_may_be_given(wellled: Command) -> None:
    """Both are judged by the framework that is named, whatever they say themselves."""
    Path("old.yaml").write_text(assessment_text(framework="cqc-saf-2023"), "utf-8")
    Path("new.yaml").write_text(assessment_text(), "utf-8")
    ran = wellled("compare", *NAMES, "--framework", "cqc-saf-2024", "--format", "json")
    result = json.loads(ran.out)
    assert [result[side]["framework"] for side in ("old", "new")] == ["cqc-saf-2024"] * 2
    assert (result["changed"], result["caveats"]) == (False, [])


def test_colours_say_nothing_alone(wellled: Command) -> None:
    """With colours the words are the same as without."""
    plain = shown(wellled, OLD, NEW)
    colored = shown(wellled, OLD, NEW, "--color", "always")
    assert colored != plain
    stripped = "\n".join(line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", colored).split("\n"))
    assert stripped == plain


def test_the_order_does_not_depend_on_the_run() -> None:
    """Two runs with different seeds for Python's hashes write the same bytes."""
    concerns = [{"topic": topic, "text": f"Concern {n}"} for n in range(3) for topic in ("culture", "training")]
    for name, score in (("old.yaml", 2), ("new.yaml", 1)):
        text = assessment_text(answers={SPEAK_UP: {"score": score, "concerns": concerns[score:]}}, summary=SPOKEN)
        Path(name).write_text(text, "utf-8")
    runs = [
        process("compare", *NAMES, "--format", "json", *TODAY, environment={"PYTHONHASHSEED": seed})
        for seed in ("1", "2", "3")
    ]
    assert [run.code for run in runs] == [0, 0, 0]
    assert len({run.out for run in runs}) == 1
