"""Pages of Markdown, as a reader follows them: files to write, commands to type, and what they show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.house.places import ROOT

_FENCE = re.compile(
    r'^(?P<indent> *)```(?P<language>\S*)(?: +title="(?P<title>[^"]+)")?[^\n]*\n(?P<text>.*?)^(?P=indent)```$',
    re.MULTILINE | re.DOTALL,
)
_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
SHELLS = ("sh", "powershell")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, the name of the file it is to be written to, if any, its text and its line."""

    language: str
    title: str | None
    text: str
    line: int

    @property
    def is_typed(self) -> bool:
        """Tell whether the block is typed into a terminal."""
        return self.language in SHELLS and self.title is None


def blocks(markdown: str) -> list[Block]:
    """Give the fenced blocks of a page, in their order."""
    return list(_blocks(markdown))


def _blocks(markdown: str) -> Iterator[Block]:
    for found in _FENCE.finditer(markdown):
        indent = len(found["indent"])
        text = "".join(line[indent:] or "\n" for line in found["text"].splitlines(keepends=True))
        yield Block(found["language"], found["title"], text, markdown[: found.start()].count("\n") + 1)


def inline_code(markdown: str) -> list[str]:
    """Give what stands between single backquotes outside blocks."""
    return _INLINE.findall(_FENCE.sub("", markdown))


def pages() -> list[Path]:
    """Give the pages people read: README, CONTRIBUTING and everything in docs/."""
    return [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def shows(expected: str, printed: str) -> bool:
    """Tell whether a page shows what was printed; a line of three dots stands for any lines left out."""
    parts = re.split(r"^\.\.\.\n", expected.rstrip("\n") + "\n", flags=re.MULTILINE)
    pattern = "(?:.*\n)*?".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, printed.rstrip("\n") + "\n") is not None
