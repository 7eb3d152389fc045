"""What makes two findings of one file the same in two runs: rule, statement and words, never lines or figures."""

import re
from typing import Protocol, TypeAlias

from wellled_cli.model.finding import Origin
from wellled_cli.model.waiver import EXPIRED

Fingerprint: TypeAlias = tuple[str, str | None, str]

_FIGURE = re.compile(r"\d[\d.,]*")


class Found(Protocol):
    """What a fingerprint is taken of: a finding, of this run or read from the result of an earlier one."""

    @property
    def rule(self) -> str:
        """Give its rule."""

    @property
    def origin(self) -> Origin | None:
        """Tell where it comes from, None where it is about a file."""

    @property
    def statement(self) -> str | None:
        """Give the statement it is about."""

    @property
    def message(self) -> str:
        """Give its words."""

    @property
    def quote(self) -> str | None:
        """Give the words of the file it quotes."""


def fingerprint(finding: Found) -> Fingerprint:
    """Give the fingerprint of a finding.

    Of a quotation every word counts. Of a message figures do not: 58% that became 70% is the same finding; nor does
    what a low score is called.
    """
    if finding.quote:
        return finding.rule, finding.statement, folded(finding.quote)
    said = "" if finding.origin is Origin.SCORE else _FIGURE.sub("#", finding.message.partition(EXPIRED)[0])
    return finding.rule, finding.statement, folded(said)


def folded(text: str) -> str:
    """Give a text as it is told from others: without the case of its letters, and with single blanks."""
    return " ".join(text.casefold().split())
