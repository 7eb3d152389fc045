"""JSON to events, with the place of every value, which the standard library's reader does not tell."""

import json
import re
from collections.abc import Iterator

from wellled_cli.load.events import Closed, Event, NotReadableError, Opened, ScalarFound
from wellled_cli.model.source import Plain, Scalar

_SPACE = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(
    r"""(?P<string>"(?:[^"\\\x00-\x1f]++|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*+")
      | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.]))
      | (?P<word>true|false|null)(?!\w)
      | (?P<mark>[{}\[\]:,])""",
    re.VERBOSE,
)
_WORDS: dict[str, Scalar] = {"null": None, "true": True, "false": False}
_EXCERPT = re.compile(r"[^\s,:{}\[\]]{1,30}|.", re.DOTALL)
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def events(text: str) -> Iterator[Event]:
    """Give the events of a JSON text.

    Raises NotReadableError where the text is not JSON.
    """
    return _Reader(text).document()


class _Reader:
    """Reads one JSON text from the front, a token at a time, without recursion."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._open: list[str] = []

    def document(self) -> Iterator[Event]:
        yield from self._value("a value")
        while self._open:
            yield from self._after_value()
        if self._peek() is not None:
            raise self._unexpected("nothing after the end of the document")

    def _after_value(self) -> Iterator[Event]:
        closing = self._open[-1]
        if self._peek() == closing:
            yield self._close()
            return
        if self._peek() != ",":
            raise self._unexpected(f"a comma or {closing}")
        comma = self._at
        self._at += 1
        if self._peek() == closing:
            raise NotReadableError(
                "not-json", _message("a comma", f"nothing between it and {closing}"), comma, comma + 1
            )
        yield from self._member() if closing == "}" else self._value("a value")

    def _member(self) -> Iterator[Event]:
        if self._peek() != "string":
            raise self._unexpected("a key in double quotes")
        yield self._scalar()
        if self._peek() != ":":
            raise self._unexpected("a colon")
        self._at += 1
        yield from self._value("a value")

    def _value(self, expected: str) -> Iterator[Event]:
        kind = self._peek()
        if kind in {"string", "number", "word"}:
            yield self._scalar()
        elif kind in {"{", "["}:
            yield Opened(self._at, mapping=kind == "{")
            self._open.append("}" if kind == "{" else "]")
            self._at += 1
            if self._peek() == self._open[-1]:
                yield self._close()
            elif kind == "{":
                yield from self._member()
            else:
                yield from self._value(expected)
        else:
            raise self._unexpected(expected)

    def _close(self) -> Closed:
        self._open.pop()
        self._at += 1
        return Closed(self._at - 1, self._at)

    def _scalar(self) -> ScalarFound:
        written, start = self._token().group(), self._at
        self._at += len(written)
        if not written.startswith('"'):
            return ScalarFound(start, self._at, _WORDS[written] if written in _WORDS else Plain(written))
        value: str = json.loads(written)
        if _HALF_A_CHARACTER.search(value):
            raise NotReadableError("not-json", _message("half a character", "whole ones"), start, self._at)
        return ScalarFound(start, self._at, value)

    def _peek(self) -> str | None:
        """Name the next token: a mark as itself, else string, number or word; None at the end of the text."""
        self._at = _SPACE.match(self._text, self._at).end()  # type: ignore[union-attr]  # it matches anything
        if self._at == len(self._text):
            return None
        token = self._token()
        return token.group() if token.lastgroup == "mark" else token.lastgroup

    def _token(self) -> re.Match[str]:
        token = _TOKEN.match(self._text, self._at)
        if token is None:
            raise self._unexpected("a text in double quotes, a number, true, false, null or a bracket")
        return token

    def _unexpected(self, expected: str) -> NotReadableError:
        written = _EXCERPT.match(self._text, self._at)
        found = written.group() if written else "the end of the file"
        return NotReadableError("not-json", _message(found, expected), self._at, written.end() if written else None)


def _message(found: str, expected: str) -> str:
    return f"this is not valid JSON: found {found}, expected {expected}"
