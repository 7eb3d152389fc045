"""Our file formats as JSON Schema, draft-07, for editors and for programs."""

import json
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any, TypeAlias

from pydantic.json_schema import GenerateJsonSchema

from wellled_cli.model.assessment import ANSWERS, Assessment
from wellled_cli.model.comparison_result import Comparison
from wellled_cli.model.framework import Framework
from wellled_cli.model.result import Part, Result
from wellled_cli.model.summary import Summary
from wellled_cli.render.visible import escaped

Schema: TypeAlias = dict[str, Any]

_OUTPUTS: Mapping[str, type[Part]] = {"result": Result, "comparison": Comparison, "summary": Summary}
_GIVEN = {"not": {"type": "null"}}
_SAYS_SOMETHING = {"anyOf": [{"type": "number"}, {"type": "string", "pattern": r"\S"}]}


class _Draft07(GenerateJsonSchema):
    schema_dialect = "http://json-schema.org/draft-07/schema#"


def assessment(frameworks: Sequence[Framework]) -> str:
    """Give the schema of the assessment file; it names the statements of frameworks, for completion in editors."""
    schema = Assessment.model_json_schema(schema_generator=_Draft07, ref_template="#/definitions/{model}")
    definitions = schema.pop("$defs")
    statement = definitions["Statement"]
    statement["type"] = ["object", "null"]
    statement["allOf"] = [{"not": _all_given(pair)} for pair in combinations(ANSWERS, 2)]
    definitions["Published"]["anyOf"] = [_all_given([key]) for key in ("score", "rating")]
    schema["properties"]["statements"] = _statements(frameworks, schema["properties"]["statements"]["description"])
    schema["anyOf"] = [_names(part, name) for part in ("provider", "service") for name in ("name", "id")]
    schema |= _answers_required([framework.id for framework in frameworks if framework.scoring])
    return _written("assessment", schema, definitions)


def output(name: str) -> str:
    """Give the schema of a JSON that the tool writes: a result, a comparison or a summary."""
    return _of_output(name, _OUTPUTS[name])


def _of_output(name: str, shape: type[Part]) -> str:
    schema = shape.model_json_schema(
        schema_generator=_Draft07, ref_template="#/definitions/{model}", mode="serialization"
    )
    return _written(name, schema, schema.pop("$defs"))


def _names(part: str, name: str) -> Schema:
    named = {"type": "object", "required": [name], "properties": {name: _SAYS_SOMETHING}}
    return {"required": [part], "properties": {part: named}}


def _statements(frameworks: Sequence[Framework], description: str) -> Schema:
    named = {entry.id: entry.title for framework in frameworks for entry in framework.all_statements}
    return {
        "description": description,
        "type": "object",
        "properties": {
            name: {"description": title, "$ref": "#/definitions/Statement"} for name, title in sorted(named.items())
        },
        "patternProperties": {r"\S": {"$ref": "#/definitions/Statement"}},
        "additionalProperties": False,
    }


def _all_given(keys: Sequence[str]) -> Schema:
    return {"type": "object", "required": list(keys), "properties": dict.fromkeys(keys, _GIVEN)}


def _answers_required(scored: Sequence[str]) -> Schema:
    """Ask each statement for an answer where the framework, named or chosen by date, is one with scores."""
    answered = {"anyOf": [_all_given([answer]) for answer in ANSWERS]}
    return {
        "if": {"properties": {"framework": {"enum": [*scored, None]}}},
        "then": {"properties": {"statements": {"additionalProperties": answered}}},
    }


def _written(name: str, schema: Schema, definitions: Schema) -> str:
    head = {"$schema": _Draft07.schema_dialect, "$id": f"urn:wellled:{name}:1"}
    whole = head | schema | {"definitions": definitions}
    return escaped(json.dumps(_tidy(whole), indent=2, ensure_ascii=False)) + "\n"


def _tidy(part: Any) -> Any:  # noqa: ANN401  any JSON
    """Say what draft-07 would pass over beside a reference, and leave out titles that only repeat a key."""
    if isinstance(part, list):
        return [_tidy(item) for item in part]
    if not isinstance(part, Mapping):
        return part
    tidy = {key: _tidy(value) for key, value in part.items() if not (key == "title" and isinstance(value, str))}
    if "$ref" in tidy and len(tidy) > 1:
        tidy["allOf"] = [{"$ref": tidy.pop("$ref")}]
    return tidy
