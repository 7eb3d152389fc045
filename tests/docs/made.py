"""Every file of the documentation that is made from the code."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tests.docs import picture
from tests.docs.reference.pages import PAGES
from tests.house.places import ROOT

DOCS = ROOT / "docs"
PICTURE = DOCS / "terminal.svg"

MADE: Mapping[Path, Callable[[], str]] = {
    **{DOCS / name: text for name, text in PAGES.items()},
    PICTURE: picture.svg,
}
"""Path to what gives the text of it."""
