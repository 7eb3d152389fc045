"""JSON to events, with the place of every value, which the standard library's reader does not tell."""

import json
import re
from collections.abc import Iterator

from wellled_cli.load.events import Closed, Event, NotReadableError, Opened, ScalarFound
from wellled_cli.model.source import Plain, Scalar

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]|[^\s{}\[\],:"]+', re.DOTALL)
_WORDS: dict[str, Scalar] = {"null": None, "true": True, "false": False}


def events(text: str, deepest: int) -> Iterator[Event]:
    """Give the events of a JSON text that nests no deeper than `deepest`.

    Raises NotReadableError where the text is not JSON or nests deeper.
    """
    tokens = list(_TOKEN.finditer(text))
    _refuse_depth(tokens, deepest)
    try:
        json.loads(text, parse_constant=_refuse_constant, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        message = f"this is not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise NotReadableError("not-json", message, error.pos) from None
    except ValueError as error:
        offset = next((token.start() for token in tokens if token.group().lstrip("-") == str(error)), 0)
        message = f"this is not valid JSON: found {error}, expected an ordinary number"
        raise NotReadableError("not-json", message, offset) from None
    for token in tokens:
        yield _event(token.group(), token.start(), token.end())


def _event(written: str, start: int, end: int) -> Event:
    if written in {"{", "["}:
        return Opened(start, mapping=written == "{")
    if written in {"}", "]"}:
        return Closed(start, end)
    if written.startswith('"'):
        return ScalarFound(start, end, json.loads(written))
    return ScalarFound(start, end, _WORDS[written] if written in _WORDS else Plain(written))


def _refuse_constant(name: str) -> None:
    raise ValueError(name.lstrip("-"))


def _refuse_depth(tokens: list[re.Match[str]], deepest: int) -> None:
    depth = 0
    for token in tokens:
        if token.group() in {"{", "["}:
            depth += 1
        elif token.group() in {"}", "]"}:
            depth -= 1
        if depth > deepest:
            raise NotReadableError("too-deep", f"found values nested deeper than {deepest} levels", token.start())
