"""What makes two findings of two runs the same: rule, file, statement and words, never the line."""

from typing import TypeAlias

from wellled_cli.model.waiver import EXPIRED

Fingerprint: TypeAlias = tuple[str, str, str | None, str]


def fingerprint(rule: str, path: str, statement: str | None, said: str) -> Fingerprint:
    """Give the fingerprint of a finding; `said` is its quote, or else its message."""
    return rule, path, statement, " ".join(said.partition(EXPIRED)[0].casefold().split())
