"""The manual page of every rule, from its own docstring."""

from collections.abc import Mapping
from functools import cache
from inspect import getdoc

from wellled_cli.flag.concerns import ORIGINS
from wellled_cli.flag.engine import record_rules
from wellled_cli.model.fault_rules import FAULT_RULES
from wellled_cli.model.topic import TOPICS


@cache
def levelled_rules() -> Mapping[str, str]:
    """Give the rules whose level can be changed, concerns and records, with the page of each."""
    pages = {origin.RULE: getdoc(origin) or "" for origin in ORIGINS if origin.RULE}
    pages |= {f"concern-{topic}": _topic_page(title) for topic, title in TOPICS.items()}
    return pages | {name: getdoc(rule) or "" for name, rule in record_rules().items()}


def manual() -> Mapping[str, str]:
    """Give every rule of ours with its page: concerns and records, then faults."""
    return {**levelled_rules(), **FAULT_RULES}


def _topic_page(title: str) -> str:
    """Give the page of a topic's concerns: what each origin that sorts by topic looks for."""
    pages = "\n\n".join(getdoc(origin) or "" for origin in ORIGINS if origin.RULE is None)
    return f"A concern about this topic: {title}.\n\nIt comes from any of these.\n\n{pages}"
