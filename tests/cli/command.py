"""Running `wellled` as a user does, inside this process or in one of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

PATIENCE = 60
"""After so many seconds a command is taken to hang."""

NOTICE = "indicative calculation, not a CQC rating"
IGNORABLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    "\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""What Unicode says is shown as nothing, directions included; signs for how the one before looks (U+FE0F) aside."""
STEERING = re.compile(f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{IGNORABLE}]")
UNSEEN = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "GITHUB_ACTIONS")
"""What a machine's environment may hold that changes what people see."""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Give everything it wrote, to either stream."""
        return self.out + self.err


class Command(Protocol):
    """The command `wellled`, waiting for its words."""

    def __call__(self, *words: str, stdin: bytes = b"") -> Ran:
        """Run it."""
        ...


def process(
    *words: str, program: str = "", environment: Mapping[str, str] | None = None, stdout: int = subprocess.PIPE
) -> Ran:
    """Run the command in a process of its own, after a program that may prepare the ground."""
    start = f"import sys; sys.argv[0] = 'wellled'\n{program}\nfrom wellled_cli.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", start, *words],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment_with(environment or {}),
        check=False,
        timeout=PATIENCE,
    )
    return Ran(done.returncode, (done.stdout or b"").decode("utf-8"), done.stderr.decode("utf-8"))


def environment_with(more: Mapping[str, str]) -> dict[str, str]:
    """Give the environment of this process without what changes what people see, and with more."""
    return {name: value for name, value in os.environ.items() if name not in UNSEEN} | dict(more)


def steering(text: str) -> set[str]:
    """Give the characters of a text that could steer a terminal, turn a line around or hide, line breaks aside."""
    return set(STEERING.findall(text))
