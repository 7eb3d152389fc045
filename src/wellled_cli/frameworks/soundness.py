"""A framework file whose parts fit together: rules and sources that exist, bands without gap or overlap."""

from collections import Counter
from collections.abc import Collection, Iterator

from wellled_cli.model.framework import Framework, Scoring, StatementEntry
from wellled_cli.model.rating import Rating
from wellled_cli.model.source import Fault, Pointer, Source
from wellled_cli.model.wording import did_you_mean, fault_message

_WHOLE_RANGE = range(101)
_RULE_KEYS = {"rule", "halves_rule", "percentage", "limiters_overlap", "held", "categories", "judged", "breach"}


def soundness_faults(source: Source, framework: Framework) -> Iterator[Fault]:
    """Give everything that does not fit together in a framework whose shape is right."""
    yield from _unknown_names(source, framework)
    yield from _repeated_statements(source, framework)
    if bool(framework.key_questions) == bool(framework.statements):
        message = fault_message((), "both or neither", "either key_questions or statements")
        yield Fault("unsound-framework", source.locate(("key_questions",)), message)
    if framework.scoring:
        yield from _unsound_bands(source, framework.scoring)
        yield from _unsound_policies(source, framework.scoring)


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
    name = source.text_at(*pointer)
    if name is not None and name not in known:
        message = fault_message(pointer, name, f"the id of an entry under {where}", did_you_mean(name, known))
        yield Fault("unsound-framework", source.locate(pointer), message)


def _repeated_statements(source: Source, framework: Framework) -> Iterator[Fault]:
    counts = Counter(entry.id for entry in framework.all_statements)
    for pointer, entry in _statements(framework):
        if counts[entry.id] > 1:
            message = fault_message((*pointer, "id"), f"{entry.id} more than once", "each id only once")
            yield Fault("unsound-framework", source.locate((*pointer, "id")), message)


def _statements(framework: Framework) -> Iterator[tuple[Pointer, StatementEntry]]:
    for index, part in enumerate(framework.key_questions or ()):
        for number, entry in enumerate(part.statements):
            yield ("key_questions", index, "statements", number), entry
    for number, entry in enumerate(framework.statements or ()):
        yield ("statements", number), entry


def _unsound_bands(source: Source, scoring: Scoring) -> Iterator[Fault]:
    pointer = ("scoring", "bands", "ratings")
    bands = scoring.bands.ratings
    covered = [score for band in bands for score in range(band.lowest, band.highest + 1)]
    if covered != list(_WHOLE_RANGE):
        message = fault_message(pointer, "a gap or an overlap", "bands from 0 to 100 that follow one another")
        yield Fault("unsound-framework", source.locate(pointer), message)
    ranks = [band.rating.rank for band in bands]
    if ranks != sorted(set(ranks)) or Rating.NOT_RATED in {band.rating for band in bands}:
        message = fault_message(pointer, "ratings out of order", "each rating once, from the worst to the best")
        yield Fault("unsound-framework", source.locate(pointer), message)
    known = {band.rating for band in bands}
    for index, limiter in enumerate(scoring.limiters):
        if not {limiter.band, limiter.limited_to} <= known or limiter.limited_to.rank >= limiter.band.rank:
            found = f"{limiter.band} limited to {limiter.limited_to}"
            message = fault_message(
                ("scoring", "limiters", index), found, "a rating of the bands limited to a worse one"
            )
            yield Fault("unsound-framework", source.locate(("scoring", "limiters", index)), message)


def _unsound_policies(source: Source, scoring: Scoring) -> Iterator[Fault]:
    needed = {"zero", "exclude", scoring.unassessed.policy} | (
        {"carry-forward"} if scoring.unassessed.carried else set()
    )
    for policy in sorted(needed - set(scoring.unassessed.rules)):
        pointer = ("scoring", "unassessed", "rules")
        message = fault_message(pointer, f"no rule for {policy}", f"the rule that says what {policy} does")
        yield Fault("unsound-framework", source.locate(pointer), message)
