"""What a team settles once for all its assessments: wellled.toml, or [tool.wellled] in pyproject.toml."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import Field

from wellled_cli.load.files import read_bytes
from wellled_cli.load.read_as import read_as
from wellled_cli.load.toml_text import read_toml
from wellled_cli.load.tree import Limits
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.finding import Level
from wellled_cli.model.shape import Percentage, RatedWord, Shape, Words
from wellled_cli.model.source import Fault, Source
from wellled_cli.model.wording import did_you_mean, excerpt, fault_lines, fault_message

_OUR_TABLE = re.compile(rb"""tool\s*\.\s*["']?wellled\b""")
_NAMES = ("wellled.toml", ".wellled.toml", "pyproject.toml")


class GateConfig(Shape):
    """What fails the gate where the command line does not say."""

    fail_on: Literal["fault", "error", "warning", "note", "never"] | None = Field(
        None, alias="fail-on", description="Fail on findings from this level up"
    )
    min_rating: RatedWord | None = Field(None, alias="min-rating", description="Fail below this rating")
    min_score: Percentage | None = Field(None, alias="min-score", description="Fail below this score out of 100")


class Config(Shape):
    """The whole of it."""

    files: list[Words] = Field(default_factory=list, description="The assessments meant where no path is given")
    rules: dict[Words, Literal["off", "note", "warning", "error"]] = Field(
        default_factory=dict, description="Rule to the level its findings have here"
    )
    gate: GateConfig = Field(default_factory=GateConfig, description="What fails the gate")

    @property
    def levels(self) -> dict[str, Level | None]:
        """Give the rules whose level is changed, None for those switched off."""
        return {rule: None if level == "off" else Level(level) for rule, level in self.rules.items()}


def config_for(folder: Path, rules: Iterable[str]) -> tuple[Config, Path]:
    """Give the config nearest to a folder, looking upward to the top of its repository, and where it stands.

    Without one it is empty, and the folder is the one asked about.
    Raises UsageFaultError naming everything wrong in it.
    """
    for parent in (folder, *folder.parents):
        for name in _NAMES:
            source = _source(parent / name)
            if source:
                return _read(source, frozenset(rules)), parent
        if (parent / ".git").exists():
            break
    return Config(), folder


def _source(path: Path) -> Source | None:
    """Read a config file; None where there is none, or where a pyproject.toml says nothing about us."""
    if not os.path.lexists(path):
        return None
    content = read_bytes(str(path), Limits())
    source = read_toml(content, str(path))
    if path.name != "pyproject.toml":
        return source
    if source.faults:
        return source if _OUR_TABLE.search(content) else None
    ours = source.node(("tool", "wellled"))
    return replace(source, root=ours) if ours else None


def _read(source: Source, rules: Collection[str]) -> Config:
    config, faults = read_as(Config, source) if source.root else (None, ())
    faults = (*source.faults, *faults, *_unknown_rules(source, rules))
    if config is None or faults:
        raise UsageFaultError(*fault_lines(source.path, faults))
    return config


def _unknown_rules(source: Source, rules: Collection[str]) -> Iterator[Fault]:
    for name in source.keys("rules"):
        if name not in rules:
            advice = did_you_mean(name, rules) or "`wellled explain` lists them"
            expected = "a rule on concerns or records; what makes a file wrong cannot be changed"
            message = fault_message(("rules",), f'"{excerpt(name)}"', expected, advice)
            yield Fault("unknown-rule", source.locate_key(("rules", name)), message)
