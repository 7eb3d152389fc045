"""Words with an order of their own."""

from enum import StrEnum
from typing import Self


class Ranked(StrEnum):
    """Words that are listed in their order. Order them by `rank`, never by `<`."""

    rank: int
    """0 for the first that is listed, and one more for each that follows."""

    def __new__(cls, word: str) -> Self:
        """Rank a word by its place in the list."""
        ranked = str.__new__(cls, word)
        ranked._value_ = word
        ranked.rank = len(cls.__members__)
        return ranked
