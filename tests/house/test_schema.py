"""The schema of the assessment file and `wellled check` agree on what is wrong with a file."""

import copy
import json
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.builders import reviewed
from tests.house.places import ROOT
from wellled_cli.frameworks.catalogue import framework_ids, shipped
from wellled_cli.render import json_schema

Json: TypeAlias = Any
"""Whatever can stand in a JSON file."""
Pointer: TypeAlias = tuple[str | int, ...]

SCHEMA: Mapping[str, Json] = json.loads(json_schema.assessment([shipped(name) for name in framework_ids()]))
VALIDATOR = Draft7Validator(SCHEMA, format_checker=Draft7Validator.FORMAT_CHECKER)
SAMPLES = {
    path.stem: json.loads(json.dumps(yaml.safe_load(path.read_text("utf-8")), default=str))
    for path in sorted((ROOT / "samples").glob("*.yaml"))
}
VALUES: Sequence[Json] = (
    *(None, "text", "", " ", 1, 0, 5, 3.5, 3.0, -1, True, False, [], {}, ["x"], {"x": 1}),
    *("2025-02-30", "2025-13-01", "3", "Good"),
)
CROSS_FIELD = {
    # faults that need a second place of the file, or a framework, to be seen
    *("unknown-statement", "missing-statement", "unknown-evidence", "duplicate-id", "duplicate-key", "unknown-topic"),
    *("unknown-framework", "no-framework-in-force", "not-in-framework", "unknown-key-question"),
}
LONGEST_TEXT = 40
A_SAMPLE_OF = 220
CONSTRAINTS = {"allOf", "anyOf", "oneOf", "not", "if", "then", "else"}


def shortened(value: Json) -> Json:
    """Cut long texts, which only cost time: what they say is nothing to a schema."""
    if isinstance(value, dict):
        return {key: shortened(below) for key, below in value.items()}
    if isinstance(value, list):
        return [shortened(below) for below in value]
    return value[:LONGEST_TEXT].strip() if isinstance(value, str) and len(value) > 2 * LONGEST_TEXT else value


def pointers(value: Json, here: Pointer = ()) -> Iterator[Pointer]:
    """Give the way to every value below a value."""
    for step, below in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield (*here, step)
        yield from pointers(below, (*here, step))


def mutants(file: Json) -> list[tuple[str, Pointer, Json]]:
    """Give every way to change one place of a file: to delete it, to rename its key, to give it another value."""
    places = list(pointers(file))
    named = [place for place in places if isinstance(place[-1], str)]
    return [
        *(("delete", place, None) for place in places),
        *(("rename", place, None) for place in named),
        *(("retype", place, value) for place in places for value in VALUES),
    ]


def mutated(file: Json, how: str, place: Pointer, value: Json) -> Json:
    """Give a file with one place changed."""
    changed = copy.deepcopy(file)
    parent = changed
    for step in place[:-1]:
        parent = parent[step]
    if how == "retype":
        parent[place[-1]] = copy.deepcopy(value)
    elif how == "rename":
        parent[f"{place[-1]}x"] = parent.pop(place[-1])
    else:
        del parent[place[-1]]
    return changed


def disagreement(file: Json) -> str:
    """Say how schema and check differ on a file; nothing where they agree."""
    refused = [f"{list(error.absolute_path)}: {error.message[:100]}" for error in VALIDATOR.iter_errors(file)]
    faults = {fault.rule for fault in reviewed(json.dumps(file), "assessment.json").faults}
    if refused and not faults:
        return f"the schema refuses, check finds nothing: {refused}"
    if faults - CROSS_FIELD and not refused:
        return f"check finds {sorted(faults - CROSS_FIELD)}, the schema accepts"
    return ""


def properties(schema: Json, where: str = "") -> Iterator[tuple[str, Json]]:
    """Give every property that a schema describes, and not those that only repeat one in a condition."""
    if isinstance(schema, dict):
        for name, below in schema.get("properties", {}).items():
            yield f"{where}.{name}", below
        for key, below in schema.items():
            if key not in CONSTRAINTS:
                yield from properties(below, f"{where}.{key}")


def test_the_schema_is_one() -> None:
    """The schema is sound draft-07 and has the id that its version is known by."""
    Draft7Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert SCHEMA["$id"] == "urn:wellled:assessment:1"


def test_every_property_is_described() -> None:
    """An editor can tell of every key what it is for: each has a description that says something."""
    described = dict(properties(SCHEMA))
    assert len(described) > 60
    assert [name for name, schema in described.items() if not str(schema.get("description", "")).strip()] == []


def test_every_key_of_the_contract_is_known() -> None:
    """The schema knows the keys that the contract lists, and no other at the top."""
    assert set(SCHEMA["properties"]) == {
        *("wellled", "framework", "key_question", "level", "provider", "service", "assessment", "summary"),
        *("statements", "measures", "breaches", "evidence", "actions", "published", "judgement"),
    }


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_right_to_both(name: str) -> None:
    """The schema accepts every sample, whole and shortened, and so does check."""
    for file in (SAMPLES[name], shortened(SAMPLES[name])):
        assert [error.message for error in VALIDATOR.iter_errors(file)] == []
        assert reviewed(json.dumps(file), "assessment.json").faults == ()


@pytest.mark.parametrize("name", SAMPLES)
def test_schema_and_check_agree_on_what_is_wrong(name: str) -> None:
    """Wherever one place of a sample is deleted, renamed or retyped, both find it wrong or neither does."""
    file = shortened(SAMPLES[name])
    every = mutants(file)
    chosen = random.Random(name).sample(every, min(A_SAMPLE_OF, len(every)))  # noqa: S311  a choice, not a secret
    found = {(how, place, repr(value)): disagreement(mutated(file, how, place, value)) for how, place, value in chosen}
    assert {change: words for change, words in found.items() if words} == {}
