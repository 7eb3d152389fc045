"""The words and phrases by which prose is read, as data: `lexicon/`, and what a team adds in its config."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from wellled_cli.flag.narrative.phrases import Index, Lists, Phrase
from wellled_cli.model.topic import OwnTopic

_PAGE = ("about", "flagged", "not flagged")
_DATA = files("wellled_cli.flag.narrative") / "lexicon"


class Cue(Enum):
    """What a phrase says whatever the topic."""

    NOT = "not"
    NOBODY = "nobody"
    GOOD = "good"
    BAD = "bad"
    PRESENT = "present"
    MOST = "most"
    FEW = "few"
    MORE = "more"
    LESS = "less"
    REPAIRED = "repaired"
    INTENDED = "intended"
    ELSEWHERE = "elsewhere"
    LEANING = "leaning"


class Role(Enum):
    """What a phrase of a topic does."""

    WANTED = "wanted"
    UNWANTED = "unwanted"
    CONCERN = "concern"
    STRENGTH = "strength"
    OTHER = "something else"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A phrase of a topic: which topic, and what it does there."""

    topic: str
    role: Role


Lexicon: TypeAlias = Index["Cue | Meaning"]


@cache
def lexicon(own: tuple[OwnTopic, ...] = ()) -> Lexicon:
    """Give the phrases of the lexicon, and what a team adds to them, ready to be found in a sentence."""
    return Index(_phrases(own))


def _phrases(own: tuple[OwnTopic, ...]) -> Iterator[tuple[Phrase, Cue | Meaning]]:
    for name, lines in _sections(_text("cues.txt")):
        for line in lines:
            yield Phrase(line, _lists()), Cue(name)
    for topic in lexicon_topics():
        for name, lines in _sections(_text(f"topics/{topic}.txt")):
            for line in lines if name not in _PAGE else ():
                yield Phrase(line, _lists()), Meaning(topic, Role(name))
    for added in own:
        for key, phrases in added.phrases:
            for line in phrases:
                yield Phrase(line, _lists()), Meaning(added.id, Role(key.replace("-", " ")))


@cache
def _lists() -> Lists:
    return Lists((name, tuple(lines)) for name, lines in _sections(_text("lists.txt")))


def lexicon_topics() -> tuple[str, ...]:
    """Give the topics that have a file in the lexicon."""
    return tuple(sorted(file.name.removesuffix(".txt") for file in (_DATA / "topics").iterdir()))


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What belongs to a topic, with sentences that are flagged as a concern in it and sentences that are not."""

    about: str
    flagged: tuple[str, ...]
    not_flagged: tuple[str, ...]


def topic_page(topic: str) -> TopicPage:
    """Give what the lexicon says about a topic to those who read its findings."""
    sections = dict(_sections(_text(f"topics/{topic}.txt")))
    about, flagged, not_flagged = (tuple(sections.get(name, ())) for name in _PAGE)
    return TopicPage(" ".join(about), flagged, not_flagged)


def phrase_trouble(written: str) -> str | None:
    """Say what a phrase of a config ought to be, where it is none."""
    try:
        phrase = Phrase(written, _lists())
        Index([(phrase, phrase.elements)])
    except KeyError as error:
        return f"a list that there is: {', '.join(f'{{{name}}}' for name in _lists())}, not {{{error.args[0]}}}"
    except ValueError:
        return "at least one word that is no gap, number or choice"
    return None


def _text(name: str) -> str:
    return (_DATA / name).read_text(encoding="utf-8")


def _sections(text: str) -> Iterator[tuple[str, list[str]]]:
    name, lines = "", list[str]()
    for raw in text.splitlines():
        line = raw.strip()
        if not line or line == "#" or line.startswith("# "):
            continue
        if line.startswith("["):
            if name:
                yield name, lines
            name, lines = line[1:-1], []
        else:
            lines.append(" ".join(line.split()))
    if name:
        yield name, lines
