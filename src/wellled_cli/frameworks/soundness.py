"""A framework file whose parts fit together: names that exist, statements once, scoring that gives a rating."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from wellled_cli.frameworks.sound_scoring import overall_faults, scoring_faults
from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Fault, Pointer, Source
from wellled_cli.model.wording import did_you_mean, fault_message, one_of

_RULE_KEYS = {"rule", "halves_rule", "percentage", "limiters_overlap", "held", "categories", "judged", "breach"}


def soundness_faults(source: Source, framework: Framework, taken: Collection[str]) -> Iterator[Fault]:
    """Give everything that does not fit together in a framework whose shape is right; `taken` are ids of others."""
    if framework.id in taken:
        yield _unsound(source, ("id",), framework.id, "an id of its own; this one belongs to a framework of ours")
    yield from _unknown_names(source, framework)
    yield from _misplaced_statements(source, framework)
    for pointer, found, expected in (*scoring_faults(framework), *overall_faults(framework)):
        yield _unsound(source, pointer, found, expected)


def _unsound(source: Source, pointer: Pointer, found: str, expected: str, advice: str = "") -> Fault:
    return Fault("unsound-framework", source.locate(pointer), fault_message(pointer, found, expected, advice))


def _unknown_names(source: Source, framework: Framework) -> Iterator[Fault]:
    for pointer in _pointers_to_rules(source, ()):
        yield from _unless_known(source, pointer, framework.rules, "rules")
    for name in framework.rules:
        for pointer in source.items("rules", name, "sources"):
            yield from _unless_known(source, pointer, framework.sources, "sources")


def _pointers_to_rules(source: Source, pointer: Pointer) -> Iterator[Pointer]:
    """Find every place outside `rules` and `sources` that names a rule."""
    for key in source.keys(*pointer):
        below = (*pointer, key)
        if below in {("rules",), ("sources",), ("regulations",)}:
            continue
        if pointer[-1:] == ("rules",) or (key in _RULE_KEYS and source.text_at(*below) is not None):
            yield below
        else:
            yield from _pointers_to_rules(source, below)
    for item in source.items(*pointer):
        yield from _pointers_to_rules(source, item)


def _unless_known(source: Source, pointer: Pointer, known: Collection[str], where: str) -> Iterator[Fault]:
    name = source.words_at(*pointer)
    if name is not None and name not in known:
        yield _unsound(source, pointer, name, f"the id of an entry under {where}", did_you_mean(name, known))


def _misplaced_statements(source: Source, framework: Framework) -> Iterator[Fault]:
    if bool(framework.key_questions) == bool(framework.statements):
        found = "both" if framework.statements else "neither"
        yield _unsound(source, ("key_questions",), found, "either key_questions or statements")
    yield from _repeated(source, _pointers(source, "key_questions"))
    in_parts = (pointer for part in source.items("key_questions") for pointer in _pointers(source, *part, "statements"))
    statements = (*in_parts, *_pointers(source, "statements"))
    yield from _repeated(source, statements)
    for pointer in statements:
        level = source.words_at(*pointer[:-1], "only_at")
        if level is not None and level not in framework.levels:
            expected = one_of(framework.levels) if framework.levels else "no level, as the framework has none"
            yield _unsound(source, (*pointer[:-1], "only_at"), level, expected)


def _pointers(source: Source, *pointer: str | int) -> Iterator[Pointer]:
    for item in source.items(*pointer):
        yield (*item, "id")


def _repeated(source: Source, pointers: Iterable[Pointer]) -> Iterator[Fault]:
    named = [(pointer, source.words_at(*pointer) or "") for pointer in pointers]
    counts = Counter(name for _, name in named)
    for pointer, name in named:
        if counts[name] > 1:
            yield _unsound(source, pointer, f"{name} more than once", "each id only once")
