"""JSON to a tree, with the place of every value, which the standard library's reader does not tell."""

import json
import re

from wellled_cli.load.tree import NotReadableError, TreeBuilder
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


def parse(text: str, tree: TreeBuilder) -> None:
    """Build the tree of a JSON text.

    Raises NotReadableError where the text is not JSON.
    """
    _Reader(text, tree).document()


class _Reader:
    """Reads one JSON text from the front, a token at a time."""

    def __init__(self, text: str, tree: TreeBuilder) -> None:
        self._text = text
        self._tree = tree
        self._at = 0
        self._open: list[str] = []

    def document(self) -> None:
        self._value("a value")
        while self._open:
            self._after_value()
        if self._peek() is not None:
            raise self._unexpected("nothing after the end of the document")

    def _after_value(self) -> None:
        closing = self._open[-1]
        if self._peek() == closing:
            self._close()
            return
        if self._peek() != ",":
            raise self._unexpected(f"a comma or {closing}")
        comma = self._at
        self._at += 1
        if self._peek() == closing:
            raise NotReadableError(
                "not-json", _message("a comma", f"nothing between it and {closing}"), comma, comma + 1
            )
        self._member() if closing == "}" else self._value("a value")

    def _member(self) -> None:
        if self._peek() != "string":
            raise self._unexpected("a key in double quotes")
        self._scalar()
        if self._peek() != ":":
            raise self._unexpected("a colon")
        self._at += 1
        self._value("a value")

    def _value(self, expected: str) -> None:
        kind = self._peek()
        if kind in {"string", "number", "word"}:
            self._scalar()
        elif kind in {"{", "["}:
            self._tree.open(self._at, mapping=kind == "{")
            self._open.append("}" if kind == "{" else "]")
            self._at += 1
            if self._peek() == self._open[-1]:
                self._close()
            elif kind == "{":
                self._member()
            else:
                self._value(expected)
        else:
            raise self._unexpected(expected)

    def _close(self) -> None:
        self._open.pop()
        self._at += 1
        self._tree.close(self._at)

    def _scalar(self) -> None:
        written, start = self._token().group(), self._at
        self._at += len(written)
        if written.startswith('"'):
            self._tree.scalar(start, self._at, self._string(written, start))
        else:
            self._tree.scalar(start, self._at, _WORDS[written] if written in _WORDS else Plain(written))

    def _string(self, written: str, start: int) -> str:
        value: str = json.loads(written)
        if _HALF_A_CHARACTER.search(value):
            raise NotReadableError("not-json", _message("half a character", "whole ones"), start, self._at)
        return value

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
