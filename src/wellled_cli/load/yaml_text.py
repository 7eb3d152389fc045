"""YAML to a tree, with libyaml where PyYAML was built with it."""

import re
from collections.abc import Callable
from typing import Any

import yaml

from wellled_cli.load.tree import NotReadableError, TreeBuilder
from wellled_cli.model.source import Plain, Scalar
from wellled_cli.model.wording import excerpt

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTH = {"true": True, "false": False}
_TAG_DIRECTIVE = re.compile("(?:^|[\n\r\x85\u2028\u2029])\ufeff?(%TAG)")
_ADVICE = {
    "mapping values are not allowed": "a text with a colon in it must stand in quotes",
    "cannot start any token": "indent with spaces, not tabs, and put text that starts with @, %, ` or a tab in quotes",
    "could not find expected ':'": "a key needs a colon after it, and a long text belongs in quotes or after |",
    "did not find expected key": "check that the line is indented like its neighbours and that quotes are closed",
    "did not find expected ',' or": "a list or mapping in brackets needs commas and a closing bracket",
    "found unexpected end of stream": "a quote or bracket is opened and never closed",
    "invalid Unicode character escape": "write the character itself, or its whole code like \\U0001F600",
    "did not find expected '-' indicator": "check that the line is indented like its neighbours",
}


def parse(text: str, tree: TreeBuilder) -> None:
    """Build the tree of the one document in a text.

    Raises NotReadableError where the text is not YAML, holds several documents, or uses tags.
    """
    if directive := _TAG_DIRECTIVE.search(text):
        # refused here and not as they come: the time the library takes grows with the square of their number
        raise NotReadableError("tag", "found %TAG, expected plain values: take the line away", *directive.span(1))
    loader = _LOADER(text)
    try:
        _build(loader.get_event, tree)
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(error, text) from None
    except yaml.YAMLError:
        raise NotReadableError("not-yaml", "found a character that YAML does not allow", 0) from None
    finally:
        loader.dispose()


def _build(next_event: Callable[[], Any], tree: TreeBuilder) -> None:
    documents = 0
    while True:
        event = next_event()
        kind, start, end = type(event), event.start_mark.index, event.end_mark.index
        if kind is yaml.ScalarEvent:
            _refuse_tag(event.tag, start, end)
            tree.scalar(start, end, _scalar(event.value, event.style), event.anchor)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            _refuse_tag(event.tag, start, end)
            tree.open(start, event.anchor, mapping=kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            tree.close(end if end > start else None)
        elif kind is yaml.AliasEvent:
            tree.repeat(start, end, event.anchor)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                message = "found a second document, expected one assessment a file: put each into a file of its own"
                raise NotReadableError("several-documents", message, start)
        elif kind is yaml.StreamEndEvent:
            return


def _refuse_tag(tag: str | None, start: int, end: int) -> None:
    if tag and tag != "!":
        message = f"found the tag {excerpt(tag)}, expected plain values: take the tag away"
        raise NotReadableError("tag", message, start, end)


def _scalar(value: str, style: str | None) -> Scalar:
    if style:
        return value
    if value in _NOTHING:
        return None
    return _TRUTH[value] if value in _TRUTH else Plain(value)


def _not_yaml(error: yaml.MarkedYAMLError, text: str) -> NotReadableError:
    problem = error.problem or "found something unexpected"
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index if mark else 0, len(text))
    if "maximum nesting depth" in problem:
        return NotReadableError("too-deep", "found values nested deeper than any assessment needs", offset)
    advice = next((words for part, words in _ADVICE.items() if part in problem), "check the punctuation here")
    line = re.sub(r"\s+", " ", text[offset : offset + 40].split("\n", 1)[0]).strip()
    found = f'found "{line}" where it does not fit' if line else "found the end of the line or file too early"
    return NotReadableError("not-yaml", f"this is not valid YAML: {found} ({problem}); {advice}", offset)
