"""The lexicon is sound as data: every phrase can be found, and every topic's own examples are read as it says."""

from pathlib import Path

import pytest

from wellled_cli.flag import narrative
from wellled_cli.flag.narrative.lexicon import lexicon, lexicon_topics, phrase_trouble, topic_page
from wellled_cli.flag.narrative.reader import read
from wellled_cli.model.topic import TOPICS

FOLDER = Path(narrative.__file__).with_name("lexicon")
FILES = sorted(FOLDER.rglob("*.txt"))
SECTIONS = {
    *("about", "flagged", "not flagged", "wanted", "unwanted", "concern", "strength", "something else"),
}
PROSE = {"about", "flagged", "not flagged"}


def phrases(path: Path) -> list[tuple[int, str]]:
    """Give the phrases of a file with the number of the line of each."""
    section, found = "", []
    for number, raw in enumerate(path.read_text("utf-8").splitlines(), start=1):
        line = raw.strip()
        if line.startswith("["):
            section = line[1:-1]
        elif line and not line.startswith("# ") and line != "#" and section not in PROSE:
            found.append((number, line))
    return found


def concerns(text: str) -> set[str]:
    """Give the topics in which a text raises a concern."""
    return {label.topic for sentence in read(text, lexicon()) for label in sentence.labels if label.is_concern}


def test_every_topic_has_its_file() -> None:
    """The topics are those of the reports, no more and no fewer."""
    assert set(lexicon_topics()) == set(TOPICS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_phrase_can_be_found(path: Path) -> None:
    """It has a word to be found by, names only lists that exist, and no choice in it is empty."""
    if path.stem == "lists":
        return
    wrong = [(n, line, trouble) for n, line in phrases(path) if (trouble := phrase_trouble(line))]
    wrong += [(n, line, "empty") for n, line in phrases(path) if "" in "|".join(line.split()).split("|")]
    assert wrong == []


@pytest.mark.parametrize("topic", TOPICS)
def test_the_sections_of_a_topic_are_known(topic: str) -> None:
    """A section that nobody reads would be lost."""
    text = (FOLDER / "topics" / f"{topic}.txt").read_text("utf-8")
    assert {line.strip()[1:-1] for line in text.splitlines() if line.startswith("[")} <= SECTIONS


@pytest.mark.parametrize("topic", TOPICS)
def test_the_examples_of_a_topic_are_read_as_it_says(topic: str) -> None:
    """Each topic is explained by sentences that are flagged in it, and by some that look so and are not."""
    page = topic_page(topic)
    assert page.about
    assert len(page.flagged) >= 3
    assert len(page.not_flagged) >= 3
    assert [sentence for sentence in page.flagged if topic not in concerns(sentence)] == []
    assert [sentence for sentence in page.not_flagged if topic in concerns(sentence)] == []
