"""Whatever names something else names something that is there."""

from collections.abc import Collection, Iterator

from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Fault, Pointer, Source
from wellled_cli.model.wording import did_you_mean, excerpt, fault_message, one_of
from wellled_cli.validate.statements import suggestion

_SUGGESTED = 20
"""For so many references to nothing a near id is looked for: each is compared with every id there is."""


def reference_faults(source: Source, framework: Framework, topics: Collection[str]) -> Iterator[Fault]:
    """Find ids given twice, and evidence, statements and topics that are named but not known."""
    yield from _repeated_ids(source, "evidence")
    yield from _repeated_ids(source, "actions")
    yield from _unknown_evidence(source)
    yield from _unknown_statements(source, framework)
    yield from _unknown_topics(source, topics)


def _repeated_ids(source: Source, register: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for entry in source.items(register):
        pointer = (*entry, "id")
        name = source.words_at(*pointer)
        if name is not None and name in seen:
            message = fault_message(pointer, f"{excerpt(name)} a second time", "each id only once")
            yield Fault("duplicate-id", source.locate(pointer), message)
        seen.add(name or "")


def _unknown_evidence(source: Source) -> Iterator[Fault]:
    ids = (source.words_at(*entry, "id") for entry in source.items("evidence"))
    known = dict.fromkeys(name for name in ids if name)
    naming = [("statements", key) for key in source.keys("statements")] + list(source.items("actions"))
    pointers = (pointer for owner in naming for pointer in source.items(*owner, "evidence"))
    named = ((pointer, source.words_at(*pointer)) for pointer in pointers)
    unknown = ((pointer, name) for pointer, name in named if name is not None and name not in known)
    for number, (pointer, name) in enumerate(unknown):
        close = did_you_mean(name, known) if number < _SUGGESTED else ""
        advice = close or "add it to the list under evidence"
        message = fault_message(pointer, excerpt(name), "the id of an entry under evidence", advice)
        yield Fault("unknown-evidence", source.locate(pointer), message)


def _unknown_statements(source: Source, framework: Framework) -> Iterator[Fault]:
    for register in ("measures", "breaches", "actions"):
        for entry in source.items(register):
            pointer = (*entry, "statement")
            name = source.words_at(*pointer)
            if name is not None and framework.statement(name) is None:
                close = suggestion(name, framework.all_statements)
                advice = f'did you mean "{close}"?' if close else ""
                message = fault_message(pointer, excerpt(name), "the id or title of a statement", advice)
                yield Fault("unknown-statement", source.locate(pointer), message)


def _unknown_topics(source: Source, topics: Collection[str]) -> Iterator[Fault]:
    for pointer in _topic_pointers(source):
        name = source.words_at(*pointer)
        if name is not None and name not in topics:
            advice = did_you_mean(name, topics)
            message = fault_message(pointer, excerpt(name), f"a topic: {one_of(topics)}", advice)
            yield Fault("unknown-topic", source.locate(pointer), message)


def _topic_pointers(source: Source) -> Iterator[Pointer]:
    for key in source.keys("statements"):
        for concern in source.items("statements", key, "concerns"):
            yield (*concern, "topic")
    for measure in source.items("measures"):
        yield (*measure, "topic")
