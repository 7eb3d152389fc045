"""What was assessed: whose, which key question, at which level."""

from collections.abc import Iterator

from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Fault, Source
from wellled_cli.model.wording import did_you_mean, excerpt, fault_message, one_of

_NAMES = (("provider", "name"), ("provider", "id"), ("service", "name"), ("service", "id"))


def scope_faults(source: Source, framework: Framework) -> Iterator[Fault]:
    """Find a file about nobody, and a key question or level its framework does not know."""
    if not any((source.text_at(*pointer) or "").strip() for pointer in _NAMES):
        pointer = ("provider",) if source.node(("provider",)) else ("service",)
        message = fault_message((), "nobody", "a name or an id under provider or service", "say who was assessed")
        yield Fault("nobody-assessed", source.locate_key(pointer), message)
    yield from _key_question_faults(source, framework)
    level = source.text_at("level")
    if level in {"service", "trust"} and level not in framework.levels:
        known = one_of(framework.levels) if framework.levels else "no level"
        message = fault_message(("level",), excerpt(level), f"{known}: {framework.title} has no other", "correct it")
        yield Fault("not-in-framework", source.locate_key(("level",)), message)


def _key_question_faults(source: Source, framework: Framework) -> Iterator[Fault]:
    written = source.text_at("key_question")
    if written is None:
        return
    if framework.key_questions is None:
        expected = f"no key question: {framework.title} has none"
        message = fault_message(("key_question",), excerpt(written), expected, "take it out")
        yield Fault("not-in-framework", source.locate_key(("key_question",)), message)
    elif framework.key_question(written) is None:
        known = [part.id for part in framework.key_questions]
        message = fault_message(("key_question",), excerpt(written), one_of(known), did_you_mean(written, known))
        yield Fault("unknown-key-question", source.locate(("key_question",)), message)
