"""The manual page of every rule, from its own docstring."""

from collections.abc import Iterator, Mapping, Sequence
from inspect import getdoc

from wellled_cli.flag.concerns import ORIGINS
from wellled_cli.flag.engine import record_rules
from wellled_cli.flag.narrative.lexicon import topic_page
from wellled_cli.model.fault_rules import FAULT_RULES
from wellled_cli.model.topic import TOPICS, OwnTopic, titles


def levelled_rules() -> tuple[str, ...]:
    """Give the names of the rules whose level can be changed: concerns, then records."""
    concerns = [origin.RULE for origin in ORIGINS if origin.RULE] + [f"concern-{topic}" for topic in TOPICS]
    return (*concerns, *record_rules())


def manual(own: Sequence[OwnTopic] = ()) -> Mapping[str, str]:
    """Give every rule of ours with its page: concerns and records, then faults; `own` is what a team adds to topics."""
    pages = {origin.RULE: getdoc(origin) or "" for origin in ORIGINS if origin.RULE}
    pages |= {rule: "\n\n".join((page, *origin_pages())) for rule, page in topic_pages(own).items()}
    pages |= {name: getdoc(rule) or "" for name, rule in record_rules().items()}
    return {**pages, **FAULT_RULES}


def topic_pages(own: Sequence[OwnTopic] = ()) -> Mapping[str, str]:
    """Give the rules on topics, each without the pages of the origins of its findings."""
    added = {topic.id: topic for topic in own}
    return {
        f"concern-{topic}": "\n\n".join(_topic_parts(topic, title, added.get(topic)))
        for topic, title in titles(own).items()
    }


def origin_pages() -> tuple[str, ...]:
    """Give the page of each origin that findings of any topic may have."""
    return tuple(getdoc(origin) or "" for origin in ORIGINS if origin.RULE is None)


def _topic_parts(topic: str, title: str, own: OwnTopic | None) -> Iterator[str]:
    """Give what a topic is about, with examples, what a team adds to it, and the words that lead on to the origins."""
    yield f"A concern about this topic: {title}."
    if topic in TOPICS:
        page = topic_page(topic)
        yield page.about
        if page.flagged:
            yield "Flagged, when a narrative says:"
            yield from (f"- {sentence}" for sentence in page.flagged)
            yield "Not flagged:"
            yield from (f"- {sentence}" for sentence in page.not_flagged)
    for key, phrases in own.phrases if own else ():
        yield f"Phrases that the config adds as {key}:"
        yield from (f"- {phrase}" for phrase in phrases)
    yield "It comes from any of these."
