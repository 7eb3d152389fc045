"""The pages on files and results, field by field, from the descriptions in the models."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from tests.docs.reference.written import plain, table
from wellled_cli.model.shape import RatingWord, Shape

_NULL = {"type": "null"}
_RATING = "rating"


class _Sample(Shape):
    """Shows how a rating looks in a schema."""

    rating: RatingWord


_RATING_PATTERN = _Sample.model_json_schema()["properties"]["rating"]["pattern"]


def of_file(model: type[BaseModel]) -> list[str]:
    """Give a table of the keys of a file, and one for the keys below each key that has any.

    The heading of each is the way to it: the keys from the top, with dots between.
    """
    schema = model.model_json_schema()
    return list(_Reading(schema.get("$defs", {}), "## ").parts(schema, ""))


def of_output(schema: Mapping[str, Any], name: str) -> list[str]:
    """Give the same of what a JSON Schema of ours describes; `name` goes before each way."""
    return list(_Reading(schema["definitions"], f"### {name}: ", is_output=True).parts(schema, ""))


@dataclass
class _Reading:
    """What is known while a schema is read: its parts, how a heading begins, and the way to each part met."""

    definitions: Mapping[str, Any]
    heading: str
    is_output: bool = False
    ways: dict[str, str] = field(default_factory=dict)

    def parts(self, schema: Mapping[str, Any], before: str) -> Iterator[str]:
        """Give the table of a part, then what is to say of each part in it that was not met yet."""
        known = set(self.ways)
        yield self._table(schema, before)
        for name, way in [(name, way) for name, way in self.ways.items() if name not in known]:
            part = self.definitions[name]
            yield f"{self.heading}{way}"
            yield plain(part.get("description", ""))
            yield from self.parts(part, f"{way}.")

    def _table(self, schema: Mapping[str, Any], before: str) -> str:
        required = set(schema.get("required", ()))
        rows = [
            (f"`{name}`", self._kind(value, before + name), plain(value.get("description", "")))
            for name, value in schema["properties"].items()
        ]
        if self.is_output:
            return table(("Key", "Value", "What it says"), rows)
        marked = [(name, kind, "yes" if name[1:-1] in required else "", told) for name, kind, told in rows]
        return table(("Key", "Value", "Required", "What it says"), marked)

    def _kind(self, value: Mapping[str, Any], way: str) -> str:
        """Say in words what may stand as a value."""
        if "anyOf" in value:
            kinds = [self._kind(each, way) for each in value["anyOf"] if each != _NULL]
            return " or ".join((*kinds, *(("null",) if _NULL in value["anyOf"] and "default" not in value else ())))
        value = value["allOf"][0] if "allOf" in value else value
        if "$ref" in value:
            return self._part(value["$ref"].rpartition("/")[2], way)
        if "const" in value or "enum" in value:
            return ", ".join(f"`{_written(word)}`" for word in value.get("enum", [value.get("const")]))
        if value.get("type") == "array":
            return f"list of {self._kind(value['items'], way)}"
        if value.get("type") == "object":
            keys = ", ".join(f"`{word}`" for word in value.get("propertyNames", {}).get("enum", ()))
            below = value.get("additionalProperties") or next(iter(value["patternProperties"].values()))
            return f"{keys or 'any name'}, each with {self._kind(below, way)}"
        return _scalar(value)

    def _part(self, name: str, way: str) -> str:
        if "properties" not in self.definitions[name]:
            return self._kind(self.definitions[name], way)
        way = self.ways.setdefault(name, way)
        title = f"{self.heading.lstrip('# ')}{way}"
        return f"[{way}](#{title.replace('.', '').replace(': ', '-')})"


def _scalar(value: Mapping[str, Any]) -> str:
    if value.get("format") == "date":
        return "day, like 2026-03-31"
    if value.get("pattern") == _RATING_PATTERN:
        return _RATING
    if value.get("type") == "integer":
        lowest, highest = value.get("minimum"), value.get("maximum")
        return "whole number" if highest is None else f"whole number, {lowest} to {highest}"
    return {"number": "number", "boolean": "`true` or `false`"}.get(str(value.get("type")), "text")


def _written(word: object) -> str:
    return word if isinstance(word, str) else json.dumps(word)
