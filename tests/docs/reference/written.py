"""Markdown, as the pages of the reference are written in it."""

from collections.abc import Sequence

MADE = "<!-- Made from the code by `python -m tests.docs`; change the code, not this page. -->"


def page(title: str, *parts: str) -> str:
    """Give a page: its title, a word on where it comes from, and its parts with a blank line between."""
    return "\n\n".join((f"# {title}", MADE, *(part.strip("\n") for part in parts if part))) + "\n"


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Give a table whose cells are Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def block(language: str, text: str) -> str:
    """Give a block of code."""
    return f"```{language}\n{text.strip(chr(10))}\n```"


def plain(text: str) -> str:
    """Give words of ours so that nothing in them is Markdown, save what stands in backquotes."""
    parts = text.split("`")
    for at in range(0, len(parts), 2):
        for mark in "\\*_[]<":
            parts[at] = parts[at].replace(mark, f"\\{mark}")
    return "`".join(parts)
