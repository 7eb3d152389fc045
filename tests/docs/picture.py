"""The picture of a terminal in the README: a real run, drawn."""

import io
import re

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from tests.cli.command import process

WORDS = ("score", "samples/fictional-limited-trust.yaml")
_WIDTH, _LINES = 100, 44
_FORMAT = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
"""Without fonts from elsewhere: nothing is fetched where the picture is looked at."""


def svg() -> str:
    """Give the first lines of a run, as an SVG of the terminal it was typed in."""
    ran = process(*WORDS, "--today", "2026-11-23", "--color", "always", environment={"COLUMNS": str(_WIDTH)})
    shown = "\n".join([f"$ wellled {' '.join(WORDS)}", *ran.out.splitlines()[:_LINES], "..."])
    console = Console(record=True, width=_WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(shown))
    text = console.export_svg(title="wellled", unique_id="wellled", code_format=_FORMAT)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
