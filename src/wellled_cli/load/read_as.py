"""A `Source` read as one of our file formats: the value, and every way in which it is not one."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from wellled_cli.model.source import Fault, Pointer, Source
from wellled_cli.model.wording import did_you_mean, excerpt, fault_message, found_words, one_of

Format = TypeVar("Format", bound=BaseModel)

_COLLECTIONS = {
    "list_type": "a list, each item after a dash",
    "dict_type": "a group of keys, each with a colon",
    "model_type": "a group of keys, each with a colon",
    "too_short": "at least one entry",
}


def read_as(model: type[Format], source: Source) -> tuple[Format | None, tuple[Fault, ...]]:
    """Give the value of a source as a model, or None; and the faults of its shape, in the order of the file."""
    try:
        return model.model_validate(source.data), ()
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, tuple(sorted((_fault(model, source, detail) for detail in details), key=lambda f: f.place))


def _fault(model: type[BaseModel], source: Source, detail: ErrorDetails) -> Fault:
    pointer, kind = detail["loc"], detail["type"]
    if pointer and pointer[-1] == "[key]":
        return _unknown_key(model, source, pointer[:-1])
    if kind == "missing":
        return _missing(model, source, pointer)
    if kind == "extra_forbidden":
        return _unknown_key(model, source, pointer)
    found, context = found_words(detail["input"]), detail.get("ctx", {})
    if kind == "literal_error":
        return _unknown_value(source, pointer, detail["input"], context["expected"])
    rule = "wrong-type" if kind in _COLLECTIONS else kind
    expected = _COLLECTIONS.get(kind) or context.get("expected") or detail["msg"]
    message = fault_message(pointer, found, expected, context.get("advice", ""))
    return Fault(rule, source.locate(pointer), message)


def _missing(model: type[BaseModel], source: Source, pointer: Pointer) -> Fault:
    described = _field_description(model, pointer)
    message = fault_message(pointer[:-1], f'no key "{pointer[-1]}"', f"it here: {described}")
    return Fault("missing-key", source.locate(pointer), message)


def _unknown_key(model: type[BaseModel], source: Source, pointer: Pointer) -> Fault:
    known, key = tuple(_keys_at(model, pointer[:-1])), str(pointer[-1])
    expected = one_of(known) if known else "another key"
    message = fault_message(pointer[:-1], f'the key "{excerpt(key)}"', expected, did_you_mean(key, known))
    return Fault("unknown-key", source.locate_key(pointer), message)


def _unknown_value(source: Source, pointer: Pointer, value: Any, expected: str) -> Fault:  # noqa: ANN401  whatever was written
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    rule = "unknown-value" if isinstance(value, str) else "wrong-type"
    advice = did_you_mean(value, words) if isinstance(value, str) else ""
    return Fault(rule, source.locate(pointer), fault_message(pointer, found_words(value), one_of(words), advice))


def _field_description(model: type[BaseModel], pointer: Pointer) -> str:
    owner = _type_at(model, pointer[:-1])
    return _fields(owner)[str(pointer[-1])].description or str(pointer[-1])


def _keys_at(model: type[BaseModel], pointer: Pointer) -> Iterator[str]:
    """Give the keys a mapping may have; none where they are free."""
    owner = _type_at(model, pointer)
    if isinstance(owner, type) and issubclass(owner, BaseModel):
        yield from _fields(owner)
    elif get_origin(get_args(owner)[0]) is Literal:
        yield from get_args(get_args(owner)[0])


def _type_at(model: Any, pointer: Pointer) -> Any:  # noqa: ANN401  types as values
    """Follow a pointer through the fields, lists and mappings of a model to the type it leads to."""
    kind = model
    for step in pointer:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            kind = _fields(kind)[str(step)].annotation
        else:
            kind = get_args(kind)[-1]
        kind = _bare(kind)
    return kind


def _fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the fields of a model by the names they have in a file."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _bare(kind: Any) -> Any:  # noqa: ANN401  types as values
    """Take away what is written around a type: that it may be null, and what it is annotated with."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if type(None) in get_args(kind):
        return _bare(next(part for part in get_args(kind) if part is not type(None)))
    return kind
