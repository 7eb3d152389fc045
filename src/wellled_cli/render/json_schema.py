"""Our file formats as JSON Schema, draft-07."""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from wellled_cli.model.assessment import Assessment
from wellled_cli.model.result import Result

_MODELS: dict[str, type[BaseModel]] = {"assessment": Assessment, "result": Result}


class _Draft07(GenerateJsonSchema):
    schema_dialect = "http://json-schema.org/draft-07/schema#"


def render(name: str) -> str:
    """Give the schema of a file format by its name, ending in a line break."""
    model = _MODELS[name]
    schema = model.model_json_schema(schema_generator=_Draft07, ref_template="#/definitions/{model}", mode=_mode(name))
    schema["definitions"] = schema.pop("$defs")
    head = {"$schema": _Draft07.schema_dialect, "$id": f"urn:wellled:{name}:1"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


def _mode(name: str) -> Any:  # noqa: ANN401  pydantic wants a literal
    return "serialization" if name == "result" else "validation"
