"""Narrative text of a file as blocks: paragraphs, and lists where its writer made one."""

import re

from wellled_cli.render.document.parts import Block, Bullets, Prose

_BULLET = re.compile(r"\s*[-*\u2022]\s+")


def narrative(text: str) -> tuple[Block, ...]:
    """Split a narrative at its blank lines; lines that start with a dash or bullet become a list."""
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        prose: list[str] = []
        items: list[str] = []
        for line in paragraph.splitlines():
            if _BULLET.match(line):
                items.append(_BULLET.sub("", line, count=1))
            elif items:
                items[-1] += f" {line.strip()}"
            else:
                prose.append(line)
        if prose:
            blocks.append(Prose((" ".join(prose),)))
        if items:
            blocks.append(Bullets(tuple(items)))
    return tuple(blocks)
