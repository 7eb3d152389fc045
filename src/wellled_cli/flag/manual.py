"""The manual page of every rule, from its own docstring."""

from collections.abc import Mapping
from inspect import getdoc

from wellled_cli.flag.concerns import ORIGINS
from wellled_cli.flag.engine import record_rules
from wellled_cli.flag.narrative.lexicon import topic_page
from wellled_cli.model.fault_rules import FAULT_RULES
from wellled_cli.model.topic import TOPICS


def levelled_rules() -> tuple[str, ...]:
    """Give the names of the rules whose level can be changed: concerns, then records."""
    concerns = [origin.RULE for origin in ORIGINS if origin.RULE] + [f"concern-{topic}" for topic in TOPICS]
    return (*concerns, *record_rules())


def manual() -> Mapping[str, str]:
    """Give every rule of ours with its page: concerns and records, then faults."""
    pages = {origin.RULE: getdoc(origin) or "" for origin in ORIGINS if origin.RULE}
    pages |= {f"concern-{topic}": _topic_page(topic, title) for topic, title in TOPICS.items()}
    pages |= {name: getdoc(rule) or "" for name, rule in record_rules().items()}
    return {**pages, **FAULT_RULES}


def _topic_page(topic: str, title: str) -> str:
    """Give the page of a topic's concerns: what it is about, examples, and what each origin looks for."""
    page = topic_page(topic)
    parts = [f"A concern about this topic: {title}.", page.about]
    if page.flagged:
        parts += ["Flagged, when a narrative says:", *(f"- {sentence}" for sentence in page.flagged)]
        parts += ["Not flagged:", *(f"- {sentence}" for sentence in page.not_flagged)]
    parts += ["It comes from any of these.", *(getdoc(origin) or "" for origin in ORIGINS if origin.RULE is None)]
    return "\n\n".join(part for part in parts if part)
