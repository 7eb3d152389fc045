"""The words and phrases by which prose is read, as data: `lexicon/`, and what a team adds in its config."""

import marshal
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import TypeAlias

from wellled_cli.flag.narrative.index import Index
from wellled_cli.flag.narrative.phrases import Keyed, Lists, Phrase, folded, keyed
from wellled_cli.load.kept import kept
from wellled_cli.model.topic import TOPICS, OwnTopic

_PAGE = ("about", "flagged", "not flagged")
_DATA = Path(__file__).with_name("lexicon")
_KEPT = _DATA / "compiled.bin"
_OLDEST_MARSHAL = 2
"""The version of the format that every Python reads, and that is the same bytes for the same values."""
_TOPICS = "topics"


class Cue(Enum):
    """What a phrase says whatever the topic."""

    NOT = "not"
    NOBODY = "nobody"
    GOOD = "good"
    BAD = "bad"
    PRESENT = "present"
    MOST = "most"
    FEW = "few"
    BURDEN = "burden"
    WITHIN = "within"
    MORE = "more"
    LESS = "less"
    REPAIRED = "repaired"
    INTENDED = "intended"
    ELSEWHERE = "elsewhere"
    SUPPOSED = "supposed"
    UNFOUND = "unfound"
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


_MEANINGS: tuple[Cue | Meaning, ...] = (*Cue, *(Meaning(topic, role) for topic in TOPICS for role in Role))
_CODES = {meaning: code for code, meaning in enumerate(_MEANINGS)}

Lexicon: TypeAlias = Index["Cue | Meaning"]


@cache
def lexicon(own: tuple[OwnTopic, ...] = ()) -> Lexicon:
    """Give the phrases of the lexicon, and what a team adds to them, ready to be found in a sentence."""
    texts = {name: _bytes(f"{name}.txt") for name in _names()}
    lists = _lists(texts["lists"].decode())
    codes, phrases = _unpacked(kept(_KEPT, {**texts, **_code()}, lambda: _packed(*_compiled(texts, lists))))
    meanings = [_MEANINGS[code] for code in codes]
    if own:
        added = list(_own(own))
        phrases += keyed((text for text, _ in added), lists)
        meanings += [meaning for _, meaning in added]
    return Index(phrases, meanings, lists)


def _code() -> dict[str, bytes]:
    """Give the code and the topics by which phrases are keyed and numbered: what is kept of them is not of others."""
    here = Path(__file__)
    code = {name: here.with_name(name).read_bytes() for name in ("lexicon.py", "phrases.py", "words.py")}
    return {**code, "order of topics": repr(tuple(TOPICS)).encode()}


def _compiled(texts: Mapping[str, bytes], lists: Lists) -> tuple[bytes, Keyed]:
    """Read the files of the lexicon: the number of the meaning of every phrase, and the phrases with their keys."""
    entries = [(_CODES[Cue(name)], line) for name, lines in _sections(texts["cues"].decode()) for line in lines]
    for topic in lexicon_topics():
        for name, lines in _sections(texts[f"{_TOPICS}/{topic}"].decode()):
            if name not in _PAGE:
                code = _CODES[Meaning(topic, Role(name))]
                entries += [(code, line) for line in lines]
    return bytes(code for code, _ in entries), keyed((line for _, line in entries), lists)


def _packed(codes: bytes, phrases: Keyed) -> bytes:
    kept = codes, "\n".join(phrases.texts), phrases.keys, phrases.free, "\n".join(sorted(phrases.vocabulary))
    return marshal.dumps(kept, _OLDEST_MARSHAL)


def _unpacked(packed: bytes) -> tuple[bytes, Keyed]:
    codes, texts, keys, free, vocabulary = marshal.loads(packed)  # noqa: S302  our own file, as bytecode is
    return codes, Keyed(texts.split("\n"), keys, free, frozenset(vocabulary.split("\n")))


def _own(own: tuple[OwnTopic, ...]) -> Iterator[tuple[str, Meaning]]:
    for added in own:
        for key, phrases in added.phrases:
            for line in phrases:
                yield folded(line), Meaning(added.id, Role(key.replace("-", " ")))


def _names() -> tuple[str, ...]:
    """Give the names of all files of the lexicon, without their ending."""
    return ("cues", "lists", *(f"{_TOPICS}/{topic}" for topic in lexicon_topics()))


@cache
def _known_lists() -> Lists:
    return _lists(_text("lists.txt"))


def _lists(text: str) -> Lists:
    return Lists((name, tuple(lines)) for name, lines in _sections(text))


@cache
def lexicon_topics() -> tuple[str, ...]:
    """Give the topics that have a file in the lexicon."""
    return tuple(sorted(file.name.removesuffix(".txt") for file in (_DATA / _TOPICS).iterdir()))


@dataclass(frozen=True, slots=True)
class TopicPage:
    """What belongs to a topic, with sentences that are flagged as a concern in it and sentences that are not."""

    about: str
    flagged: tuple[str, ...]
    not_flagged: tuple[str, ...]


def topic_page(topic: str) -> TopicPage:
    """Give what the lexicon says about a topic to those who read its findings."""
    sections = dict(_sections(_text(f"{_TOPICS}/{topic}.txt")))
    about, flagged, not_flagged = (tuple(sections.get(name, ())) for name in _PAGE)
    return TopicPage(" ".join(about), flagged, not_flagged)


def phrase_trouble(written: str) -> str | None:
    """Say what a phrase of a config ought to be, where it is none."""
    phrase = Phrase(folded(written), _known_lists())
    try:
        keyed((phrase.text,), phrase.lists)
        _ = phrase.elements
    except KeyError as error:
        known = ", ".join(f"{{{name}}}" for name in phrase.lists)
        return f"a list that there is: {known}, not {{{error.args[0]}}}"
    except ValueError:
        return "at least one word that is no gap, number or choice"
    return None


def _text(name: str) -> str:
    return _bytes(name).decode()


def _bytes(name: str) -> bytes:
    return (_DATA / name).read_bytes()


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
