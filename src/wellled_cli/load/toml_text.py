"""TOML to a `Source`: the standard library reads it, a scan of the lines says where each key stands."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time

from wellled_cli.model.source import START, Fault, Member, Node, Plain, Pointer, Scalar, Source

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DOTTED = rf"{_PART}(?:\s*\.\s*{_PART})*"
_TABLE = re.compile(rf"^\s*\[\s*({_DOTTED})\s*\]")
_ARRAY = re.compile(rf"^\s*\[\[\s*({_DOTTED})\s*\]\]")
_PAIR = re.compile(rf"^\s*({_DOTTED})\s*=\s*([^\r\n]*)")
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")
_Spans = dict[Pointer, tuple[int, int, int, int]]


def read_toml(content: bytes, path: str) -> Source:
    """Read the bytes of a TOML file; faults are kept in the Source."""
    try:
        text = content.decode("utf-8")
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except UnicodeDecodeError:
        return Source(path, faults=(Fault("not-utf-8", START, "found bytes that are not UTF-8 text"),))
    except tomllib.TOMLDecodeError as error:
        return Source(path, text, faults=(_not_toml(str(error), text, path),))
    return Source(path, text, _node(data, (), _spans(text), (0, 0, 0, 0)))


def _not_toml(problem: str, text: str, path: str) -> Fault:
    where = _WHERE.search(problem)
    message = f"this is not valid TOML: {_WHERE.sub('', problem).strip()}"
    if not where:
        return Fault("not-toml", Source(path, text).place(len(text), len(text)), message)
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    offset = starts[min(int(where[1]), len(starts)) - 1] + int(where[2]) - 1
    return Fault("not-toml", Source(path, text).place(offset, offset), message)


def _spans(text: str) -> _Spans:
    """Find the key and the value of every line that has them, as offsets."""
    spans: _Spans = {}
    table: Pointer = ()
    counts: dict[Pointer, int] = {}
    offset = 0
    for line in text.splitlines(keepends=True):
        if header := _ARRAY.match(line):
            name = _parts(header[1])
            table = (*name, counts.get(name, 0))
            counts[name] = counts.get(name, 0) + 1
            spans[table] = (offset + header.start(1), offset + header.end(1)) * 2
            spans.setdefault(name, spans[table])
        elif header := _TABLE.match(line):
            table = _parts(header[1])
            spans[table] = (offset + header.start(1), offset + header.end(1)) * 2
        elif pair := _PAIR.match(line):
            value_end = pair.start(2) + len(pair[2].rstrip())
            spans[*table, *_parts(pair[1])] = (
                *(offset + pair.start(1), offset + pair.end(1)),
                *(offset + pair.start(2), offset + value_end),
            )
        offset += len(line)
    return spans


def _parts(dotted: str) -> Pointer:
    return tuple(part.strip("\"'") for part in re.findall(_PART, dotted))


def _node(data: object, pointer: Pointer, spans: _Spans, around: tuple[int, int, int, int]) -> Node:
    span = spans.get(pointer, around)
    if isinstance(data, Mapping):
        members = {}
        for name, value in data.items():
            key = spans.get((*pointer, name), span)
            members[str(name)] = Member(Node(key[0], key[1], str(name)), _node(value, (*pointer, name), spans, span))
        return Node(span[2], span[3], members=members)
    if isinstance(data, list):
        items = tuple(_node(item, (*pointer, index), spans, span) for index, item in enumerate(data))
        return Node(span[2], span[3], items=items)
    return Node(span[2], span[3], _scalar(data))


def _scalar(data: object) -> Scalar:
    if isinstance(data, bool | str):
        return data
    return Plain(data.isoformat() if isinstance(data, date | datetime | time) else str(data))
