"""Result format 1."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from tests.builders import GOVERNANCE, SPEAK_UP, assessment_text
from tests.cli.assessments import FILES, NAME
from tests.cli.command import NOTICE, Command
from wellled_cli import __version__

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
TODAY = "2026-11-23"

FINDING = {
    **dict.fromkeys(("rule", "kind", "topic", "origin", "level", "statement", "message", "quote", "phrase")),
    **dict.fromkeys(("line", "column", "end_line", "end_column", "waived")),
}
ENTRY = {
    **dict.fromkeys(("path", "framework", "framework_chosen_by", "key_question", "level", "date", "source")),
    **dict.fromkeys(("total", "maximum", "exact", "score", "band", "rating", "unassessed")),
    "provider": dict.fromkeys(("name", "id")),
    "service": dict.fromkeys(("name", "id", "type")),
    "limited_by": [dict.fromkeys(("rule", "statement", "text"))],
    "expected_published": [None],
    "published": dict.fromkeys(("score", "rating", "agrees")),
    "judgement": dict.fromkeys(("rating", "reason")),
    "next": dict.fromkeys(("rating", "points")),
    "steps": [dict.fromkeys(("text", "rule", "source"))],
    "statements": [dict.fromkeys(("id", "title", "score", "status"))],
    "findings": [FINDING],
    "strengths": [dict.fromkeys(("topic", "statement", "quote", "phrase", "line", "column"))],
}
RESULT = {
    **dict.fromkeys(("format", "notice", "today")),
    "tool": dict.fromkeys(("name", "version")),
    "assessments": [ENTRY],
}
"""The keys the contract shows, at every level; None stands for a value without keys."""

EVERYTHING = assessment_text(
    [3, 3, 1, 3, 2, 3, 3],
    answers={SPEAK_UP: {"score": 1, "concerns": [{"topic": "culture", "text": "Staff are afraid"}]}},
    provider={"name": NAME},
    service={"name": "Rose Court"},
    measures=[{"name": "Training", "topic": "training", "value": 80, "target": 90}],
    breaches=[{"regulation": 17, "status": "current", "statement": GOVERNANCE}],
    actions=[{"id": "A1", "title": "x", "kind": "must", "status": "open", "due": date(2026, 1, 1)}],
    published={"score": 62, "rating": "Requires-Improvement"},
    judgement={"rating": "good", "reason": "So it is"},
)
NOT_RATED = assessment_text([3, 3, 3, 3, 3, 3, None])
OPEN = assessment_text(answers={SPEAK_UP: {"score_unknown": "Not shown"}}, published={"score": 75})
CARRIED = assessment_text([3, 3, 3, 3, 3, 3, None], about={"previous_rating": "outstanding"})
EXCLUDED = assessment_text([3, 3, 3, 3, 3, 3, None], about={"unassessed": "exclude"})
TEXTS = FILES | {
    "everything": EVERYTHING,
    "not rated": NOT_RATED,
    "open": OPEN,
    "carried": CARRIED,
    "excluded": EXCLUDED,
    "empty": "",
    "nobody": "wellled: 1\n",
    "unknown framework": assessment_text(framework="saf"),
}


def result_of(wellled: Command, text: str, command: str = "score") -> dict[str, Any]:
    """Give the result of a file as a program reads it."""
    ran = wellled(command, "-", "--format", "json", "--today", TODAY, stdin=text.encode())
    return dict(json.loads(ran.out))


def entry_of(wellled: Command, text: str) -> dict[str, Any]:
    """Give the one entry of the result of a file."""
    (entry,) = result_of(wellled, text)["assessments"]
    return dict(entry)


def wrong_keys(value: object, shape: object, where: str = "result") -> Iterator[str]:
    """Give the places where a value has other keys than its shape; null is allowed for any value."""
    if isinstance(shape, dict) and value is not None:
        if not isinstance(value, dict) or set(value) != set(shape):
            yield f"{where}: {sorted(value) if isinstance(value, dict) else value}"
        else:
            for key, below in shape.items():
                yield from wrong_keys(value[key], below, f"{where}.{key}")
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{where}: {value}"
        else:
            for item in value:
                yield from wrong_keys(item, shape[0], f"{where}[]")
    elif shape is None and isinstance(value, dict | list):
        yield f"{where}: {value}"


@pytest.fixture
def schema(wellled: Command) -> Draft7Validator:
    """Give the schema of results as the command prints it."""
    document = json.loads(wellled("schema", "result").out)
    return Draft7Validator(document, format_checker=Draft7Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("name", ["assessment", "result", "comparison"])
def test_a_schema_is_a_schema(wellled: Command, name: str) -> None:
    """Each schema is sound draft-07 and says which format and version it describes."""
    schema = json.loads(wellled("schema", name).out)
    Draft7Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == ("http://json-schema.org/draft-07/schema#", f"urn:wellled:{name}:1")


def test_the_assessment_schema_is_the_default(wellled: Command) -> None:
    """Without a name the schema is that of the file people write."""
    assert wellled("schema").out == wellled("schema", "assessment").out


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("command", ["score", "check"])
def test_the_result_of_a_sample_fits_schema_and_contract(
    wellled: Command, schema: Draft7Validator, path: Path, command: str
) -> None:
    """Every sample is right, and its result fits the published schema and has the contract's keys at every level."""
    ran = wellled(command, str(path), "--format", "json", "--today", TODAY)
    result = json.loads(ran.out)
    assert ran.code == 0
    assert [error.message for error in schema.iter_errors(result)] == []
    assert list(wrong_keys(result, RESULT)) == []
    assert [finding for finding in result["assessments"][0]["findings"] if finding["kind"] == "fault"] == []


def test_there_are_samples() -> None:
    """The tests over samples look at something."""
    assert len(SAMPLES) >= 5


@pytest.mark.parametrize("name", TEXTS)
def test_every_result_fits_schema_and_contract(wellled: Command, schema: Draft7Validator, name: str) -> None:
    """Whatever a file holds and lacks, no key vanishes, none is added, and each value is of its kind."""
    result = result_of(wellled, TEXTS[name])
    assert [error.message for error in schema.iter_errors(result)] == []
    assert list(wrong_keys(result, RESULT)) == []


def test_the_shape_is_seen_whole(wellled: Command) -> None:
    """Every part of the shape occurs in some result, so that its keys are looked at."""
    entry = entry_of(wellled, EVERYTHING)
    parts = [key for key, shape in ENTRY.items() if isinstance(shape, dict | list) and key != "strengths"]
    assert [key for key in parts if not entry[key]] == []


def test_the_schema_refuses_what_is_no_result(wellled: Command, schema: Draft7Validator) -> None:
    """A result that lacks a key, has one more or a value of another kind does not fit the schema."""
    result = result_of(wellled, EVERYTHING)
    (entry,) = result["assessments"]
    assert schema.is_valid(result)
    for key in ENTRY:
        assert not schema.is_valid({**result, "assessments": [{k: v for k, v in entry.items() if k != key}]}), key
    assert not schema.is_valid({**result, "assessments": [{**entry, "more": 1}]})
    assert not schema.is_valid({**result, "assessments": [{**entry, "rating": "excellent"}]})
    assert not schema.is_valid({**result, "today": "2026-02-30"})


def test_the_head_says_what_it_is(wellled: Command) -> None:
    """A result names its format, the tool, the day it was asked for, and that it is no CQC rating."""
    result = result_of(wellled, FILES["good.yaml"])
    assert result["format"] == "wellled-result/1"
    assert result["tool"] == {"name": "wellled", "version": __version__}
    assert result["today"] == TODAY
    assert NOTICE in result["notice"]


@pytest.mark.parametrize("name", TEXTS)
def test_score_and_check_give_the_same_result(wellled: Command, name: str) -> None:
    """The JSON of score and check is the same, and the same again when asked again."""
    assert result_of(wellled, TEXTS[name]) == result_of(wellled, TEXTS[name], "check")


def test_the_figures_of_the_contract(wellled: Command) -> None:
    """The published Cambridgeshire page gives the figures that the contract prints."""
    (path,) = (path for path in SAMPLES if path.stem.startswith("cambridgeshire"))
    entry = json.loads(wellled("score", str(path), "--format", "json", "--today", TODAY).out)["assessments"][0]
    expected = {
        "framework": "cqc-saf-2024",
        "framework_chosen_by": "file",
        "key_question": "well-led",
        "level": "service",
        "date": "2025-02-20",
        "source": "published",
        "total": 17,
        "maximum": 28,
        "exact": "60.714",
        "score": 61,
        "band": "requires improvement",
        "rating": "requires improvement",
        "limited_by": [],
        "unassessed": None,
        "expected_published": [61],
        "published": {"score": 61, "rating": "requires improvement", "agrees": True},
        "judgement": None,
        "next": {"rating": "good", "points": 1},
    }
    assert {key: entry[key] for key in expected} == expected
    assert entry["statements"][2] == {
        "id": SPEAK_UP,
        "title": "Freedom to speak up",
        "score": 2,
        "status": "assessed",
    }


def test_a_limited_rating_names_what_limits_it(wellled: Command) -> None:
    """19 of 28 is 68 in the good band; a statement scored 1 limits it, and 62 may be published as well as 68."""
    entry = entry_of(wellled, FILES["limited.yaml"])
    assert (entry["score"], entry["band"], entry["rating"]) == (68, "good", "requires improvement")
    assert [(limit["rule"], limit["statement"]) for limit in entry["limited_by"]] == [("L1", SPEAK_UP)]
    assert sorted(entry["expected_published"]) == [62, 68]
    assert entry["next"] == {"rating": "good", "points": 1}


@pytest.mark.parametrize(
    ("published", "agrees"),
    [
        ({"score": 62}, True),
        ({"score": 68, "rating": "requires improvement"}, True),
        ({"rating": "good"}, False),
        ({"score": 62, "rating": "good"}, False),
        ({"score": 64}, False),
    ],
)
def test_published_agrees_where_each_value_does(
    wellled: Command,
    published: dict[str, object],
    agrees: bool,  # noqa: FBT001  a column of the table
) -> None:
    """Each published value given has to be the computed one; a value not given is null and agrees."""
    entry = entry_of(wellled, assessment_text([3, 3, 1, 3, 3, 3, 3], published=published))
    assert entry["published"] == {"score": None, "rating": None, **published, "agrees": agrees}


def test_exact_is_cut_and_not_rounded(wellled: Command) -> None:
    """20 of 28 is 71.42857...: three decimals are 71.428."""
    assert entry_of(wellled, assessment_text([3, 3, 3, 3, 3, 3, 2]))["exact"] == "71.428"


def test_a_carried_score_counts(wellled: Command) -> None:
    """A statement not assessed takes its score from the previous rating: outstanding is 4, so 22 of 28."""
    entry = entry_of(wellled, CARRIED)
    assert (entry["unassessed"], entry["total"], entry["maximum"]) == ("carry-forward", 22, 28)
    assert (entry["statements"][6]["score"], entry["statements"][6]["status"]) == (4, "carried")


def test_an_excluded_statement_leaves_total_and_maximum(wellled: Command) -> None:
    """Where the file asks for it a statement not assessed is left out: 18 of 24."""
    entry = entry_of(wellled, EXCLUDED)
    assert (entry["unassessed"], entry["total"], entry["maximum"]) == ("exclude", 18, 24)
    assert (entry["statements"][6]["score"], entry["statements"][6]["status"]) == (None, "excluded")


def test_not_rated_has_a_score_and_neither_band_nor_next(wellled: Command) -> None:
    """With nothing to carry the statement counts 0 of 4, 18 of 28, and the key question is not rated."""
    entry = entry_of(wellled, NOT_RATED)
    assert (entry["unassessed"], entry["total"], entry["maximum"], entry["score"]) == ("zero", 18, 28, 64)
    assert (entry["rating"], entry["band"], entry["next"]) == ("not rated", None, None)
    assert (entry["statements"][6]["score"], entry["statements"][6]["status"]) == (0, "zero")


def test_an_unknown_score_leaves_the_result_open(wellled: Command) -> None:
    """With a score unknown there is no total, score, band or rating, and nothing to agree with."""
    entry = entry_of(wellled, OPEN)
    assert {entry[key] for key in ("total", "exact", "score", "band", "rating", "next")} == {None}
    assert (entry["statements"][2]["score"], entry["statements"][2]["status"]) == (None, "unknown")
    assert entry["published"]["agrees"] is None


def test_what_is_still_possible_counts_limits(wellled: Command) -> None:
    """Six 3s and an unknown score are 19 of 28 at worst: the good range, but the 1 that makes it limits the rating."""
    (step,) = (step for step in entry_of(wellled, OPEN)["steps"] if "19" in step["text"])
    assert "requires improvement" in step["text"]


@pytest.mark.parametrize("name", ["faulty.yaml", "broken.yaml", "empty", "nobody", "unknown framework"])
def test_a_faulty_file_keeps_its_entry(wellled: Command, name: str) -> None:
    """A file that cannot be scored keeps its entry: no score, no rating, and its faults among the findings."""
    entry = entry_of(wellled, TEXTS[name])
    assert (entry["path"], entry["score"], entry["rating"]) == ("<stdin>", None, None)
    assert entry["findings"]
    told = {(finding["kind"], finding["level"], finding["topic"], finding["origin"]) for finding in entry["findings"]}
    assert told == {("fault", "error", None, None)}


def test_findings_say_what_they_are(wellled: Command) -> None:
    """Each rule has the kind, topic, origin and level that section 5 gives it."""
    findings = entry_of(wellled, EVERYTHING)["findings"]
    assert {tuple(finding[key] for key in ("rule", "kind", "topic", "origin", "level")) for finding in findings} == {
        ("low-score", "concern", None, "score", "error"),
        ("low-score", "concern", None, "score", "warning"),
        ("concern-culture", "concern", "culture", "declared", "warning"),
        ("concern-training", "concern", "training", "measure", "warning"),
        ("current-breach", "concern", "regulatory", "breach", "error"),
        ("low-score-without-findings", "record", None, None, "warning"),
        ("action-without-owner", "record", None, None, "warning"),
        ("action-overdue", "record", None, None, "warning"),
    }


def test_findings_stand_in_the_order_of_the_file(wellled: Command) -> None:
    """Findings are in the order of the file, counted from 1, and end where they start or later."""
    findings = entry_of(wellled, EVERYTHING)["findings"]
    starts = [(finding["line"], finding["column"]) for finding in findings]
    assert starts == sorted(starts)
    assert all((1, 1) <= (f["line"], f["column"]) <= (f["end_line"], f["end_column"]) for f in findings)


def test_a_low_score_is_placed_at_the_score(wellled: Command) -> None:
    """The place of a low score is the number itself, its end one past it."""
    lines = FILES["limited.yaml"].splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.strip() == "score: 1")
    column = lines[line - 1].index("1") + 1
    (finding,) = (f for f in entry_of(wellled, FILES["limited.yaml"])["findings"] if f["rule"] == "low-score")
    places = [finding[key] for key in ("line", "column", "end_line", "end_column")]
    assert places == [line, column, line, column + 1]


@pytest.mark.usefixtures("files")
def test_files_keep_their_order_and_paths(wellled: Command) -> None:
    """Every file has one entry, in the order given, under the name given with forward slashes."""
    ran = wellled("check", "low.yaml", "faulty.yaml", "good.yaml", "--format", "json")
    paths = [entry["path"] for entry in json.loads(ran.out)["assessments"]]
    assert paths == ["low.yaml", "faulty.yaml", "good.yaml"]
