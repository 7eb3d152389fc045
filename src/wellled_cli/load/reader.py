"""Bytes to a `Source`: text first, then a tree, every fault placed."""

import codecs
import re

from wellled_cli.load.tree import HIGHER, Limits, NotReadableError, TreeBuilder
from wellled_cli.model.source import START, Fault, Source

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


def read(content: bytes, path: str, limits: Limits | None = None) -> Source:
    """Read the bytes of a YAML file, or of a JSON file by the ending of its path; faults are kept in the Source."""
    limits = limits or Limits()
    if len(content) > limits.size:
        message = f"found more than {limits.size:,} bytes, expected at most that; {HIGHER}: size"
        return Source(path, faults=(Fault("too-large", START, message),))
    source = as_text(content, path)
    return source if source.faults else read_text(source.text, path, limits)


def as_text(content: bytes, path: str) -> Source:
    """Give the bytes of a file as text, or the fault that they are none."""
    try:
        return Source(path, content.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        return Source(path, faults=(_not_utf8(content, error),))


def read_text(text: str, path: str, limits: Limits | None = None) -> Source:
    """Read text as `read` reads bytes."""
    limits = limits or Limits()
    bare = Source(path, text)
    builder = TreeBuilder(limits)
    try:
        _refuse_control_characters(text)
        _parse(text, path, builder)
    except NotReadableError as error:
        return Source(path, text, None, (_placed(error, bare),))
    root = builder.root
    if root is None or (root.value is None and root.members is None and root.items is None):
        fault = Fault(
            "empty-file", START, "found nothing, expected an assessment; `wellled init` writes one to fill in"
        )
        return Source(path, text, None, (fault,))
    return Source(path, text, root, tuple(_placed(error, bare) for error in builder.faults))


def _parse(text: str, path: str, tree: TreeBuilder) -> None:
    if path.casefold().endswith(".json"):
        from wellled_cli.load import json_text

        json_text.parse(text, tree)
    else:
        from wellled_cli.load import yaml_text

        yaml_text.parse(text, tree)


def _refuse_control_characters(text: str) -> None:
    if strange := _NOT_TEXT.search(text):
        message = f"found the control character U+{ord(strange.group()):04X}, expected text: delete it"
        raise NotReadableError("control-character", message, strange.start(), strange.end())


def _placed(error: NotReadableError, source: Source) -> Fault:
    return Fault(error.rule, source.place(error.start, error.end), str(error))


def _not_utf8(content: bytes, error: UnicodeDecodeError) -> Fault:
    before = content[: error.start].decode("utf-8", errors="replace")
    message = (
        f"found the byte {content[error.start]:#04x}, which is not UTF-8 text; "
        "save the file again with the encoding UTF-8"
    )
    return Fault("not-utf-8", Source("", before).place(len(before), len(before)), message)
