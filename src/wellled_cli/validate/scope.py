"""What was assessed: whose, which key question, at which level."""

from collections.abc import Iterator

from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Fault, Source
from wellled_cli.model.wording import did_you_mean, excerpt, fault_message, one_of

_NAMES = (("provider", "name"), ("provider", "id"), ("service", "name"), ("service", "id"))


def scope_faults(source: Source, framework: Framework) -> Iterator[Fault]:
    """Find a file about nobody, and a key question or level its framework does not know."""
    shaped = all((node := source.node((part,))) is None or node.value is None for part in ("provider", "service"))
    if shaped and not any(source.words_at(*pointer) for pointer in _NAMES):
        pointer = ("provider",) if source.node(("provider",)) else ("service",)
        message = fault_message((), "nobody", "a name or an id under provider or service", "say who was assessed")
        yield Fault("nobody-assessed", source.locate_key(pointer), message)
    published = source.node(("published",))
    if published and published.members is not None and all(m.node.is_empty for m in published.members.values()):
        message = fault_message(("published",), "neither score nor rating", "one of them, or both")
        yield Fault("missing-key", source.locate_key(("published",)), message)
    if framework.scoring is None and source.words_at("published", "score"):
        expected = f"no score: {framework.title} has none"
        message = fault_message(("published",), "a score", expected, "leave the rating alone")
        yield Fault("not-in-framework", source.locate_key(("published", "score")), message)
    yield from _key_question_faults(source, framework)
    yield from _level_faults(source, framework)


def _key_question_faults(source: Source, framework: Framework) -> Iterator[Fault]:
    written = source.words_at("key_question")
    if framework.key_questions is None:
        if written is not None:
            expected = f"no key question: {framework.title} has none"
            message = fault_message(("key_question",), excerpt(written), expected, "take it out")
            yield Fault("not-in-framework", source.locate_key(("key_question",)), message)
    elif framework.asked(written, None).key_question is None:
        known = [part.id for part in framework.key_questions]
        found, advice = (excerpt(written), did_you_mean(written, known)) if written else ("nothing", "")
        message = fault_message(("key_question",), found, one_of(known), advice)
        yield Fault("unknown-key-question", source.locate(("key_question",)), message)


def _level_faults(source: Source, framework: Framework) -> Iterator[Fault]:
    level = source.words_at("level")
    asked = framework.asked(source.words_at("key_question"), level)
    if level in {"service", "trust"} and level not in framework.levels:
        known = one_of(framework.levels) if framework.levels else "no level"
        message = fault_message(("level",), level, f"{known}: {framework.title} has no other", "correct it")
        yield Fault("not-in-framework", source.locate_key(("level",)), message)
    elif asked.key_question and not asked.counted:
        message = fault_message(("level",), asked.level or "no level", "a level at which a statement counts")
        yield Fault("not-in-framework", source.locate_key(("level",)), message)
