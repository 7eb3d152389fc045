"""Titles as ids."""

import re
from functools import lru_cache


@lru_cache(maxsize=1024)
def slug(title: str) -> str:
    """Write a title as an id: lower case, apostrophes dropped, a hyphen between words."""
    return re.sub(r"[^a-z0-9]+", "-", re.sub("['\u2018\u2019`\u00b4]", "", title.casefold())).strip("-")
