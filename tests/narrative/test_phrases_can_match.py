"""No phrase of the lexicon holds a word that no sentence can hold."""

import re
from collections.abc import Iterator
from pathlib import Path

import wellled_cli
from wellled_cli.flag.narrative.words import words_of

LEXICON = Path(wellled_cli.__file__).parent / "flag/narrative/lexicon"
PAGE = {"about", "flagged", "not flagged"}
WORDLESS = {"..", "...", "#", "^"}


def phrases() -> Iterator[str]:
    """Give every phrase and every entry of a list."""
    for path in sorted(LEXICON.rglob("*.txt")):
        section = ""
        for line in path.read_text("utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[] ")
            elif line.strip() and not line.startswith("# ") and section not in PAGE:
                yield line


def test_every_word_of_a_phrase_can_stand_in_a_sentence() -> None:
    """The lexicon spells words as they are read; a star ends a word, or stands for the second digit of a share."""
    wrong = set[str]()
    for phrase in phrases():
        parts = (part for part in phrase.removeprefix("^").split() if part not in WORDLESS)
        for alternative in (each for part in parts for each in part.removesuffix("?").split("|")):
            for word in alternative.split("_"):
                stem = word.removesuffix("*")
                if not re.fullmatch(r"\d\*%|#|\{.+\}", word) and words_of(stem, 0, len(stem)).words != (stem,):
                    wrong.add(f"{word} in {phrase}")
    assert wrong == set()
