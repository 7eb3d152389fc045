"""What every command that reads assessments does first, and how it ends."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from wellled_cli.cli.everywhere import Everywhere
from wellled_cli.cli.exit_codes import COULD_NOT, DONE, worst
from wellled_cli.cli.options import read_today
from wellled_cli.cli.output import message
from wellled_cli.config_file import nearest_config
from wellled_cli.load.files import find, shown
from wellled_cli.model.errors import UsageFaultError, WellledError
from wellled_cli.model.review import Review
from wellled_cli.workflow import Terms, review_files

if TYPE_CHECKING:
    from wellled_cli.config import Config, GateConfig
    from wellled_cli.model.overall import RatedService


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options and the config of the current folder settle for a run."""

    files: Sequence[str]
    terms: Terms
    gate: "GateConfig | None" = None


def settle(given: Everywhere) -> Settings:
    """Read the options every command has, and the config of the current folder.

    Raises UsageFaultError naming what is wrong in either.
    """
    today = read_today(given.today)
    chosen = None
    if given.framework:
        from wellled_cli.frameworks.catalogue import named

        chosen = named(given.framework)
    here = Path.cwd()
    config, folder = config_of(here)
    if config is None:
        return Settings(["."], Terms(today, chosen))
    from wellled_cli.config import waivers_of

    files = [os.path.relpath(folder / name, here) for name in config.files] or ["."]
    waivers = waivers_of(config, folder, here)
    return Settings(
        files, Terms(today, chosen, config.own_topics, config.levels, waivers, config.limits.settled), config.gate
    )


def config_of(folder: Path) -> "tuple[Config | None, Path]":
    """Give the config nearest to a folder, if there is one, and the folder it stands in.

    Raises UsageFaultError naming everything wrong in it.
    """
    found = nearest_config(folder)
    if found is None:
        return None, folder
    from wellled_cli.config import read_config
    from wellled_cli.flag.manual import levelled_rules
    from wellled_cli.flag.narrative.lexicon import phrase_trouble

    source, parent = found
    return read_config(source, levelled_rules(), phrase_trouble), parent


def reviewed(paths: Sequence[str], terms: Terms) -> tuple[list[Review], int]:
    """Review the files that paths mean; say which could not be had, and give the exit code that earns."""
    reviews, _, code = problems(paths, terms)
    return reviews, code


def reviewed_one(path: str, terms: Terms) -> tuple[list[Review], int]:
    """Review the one file that a path means; where it cannot be had, say so and give none.

    Raises UsageFaultError where a path means several.
    """
    found = list(find([path], limits=terms.limits))
    files = [shown(each) for each in found if isinstance(each, str)]
    if len(files) > 1:
        raise UsageFaultError(f"{shown(path)} holds {len(files)} assessments: name one of them, like {files[0]}")
    reviews, _, code = _reviewed(found, terms)
    return reviews, code


def problems(paths: Sequence[str], terms: Terms) -> tuple[list[Review], list[str], int]:
    """Do the same for any number of files, and give what was said too."""
    return _reviewed(find(paths, limits=terms.limits), terms)


def _reviewed(found: Iterable[str | WellledError], terms: Terms) -> tuple[list[Review], list[str], int]:
    reviews, said, codes = list[Review](), list[str](), [DONE]
    for outcome in review_files(found, terms):
        if isinstance(outcome, Review):
            reviews.append(outcome)
        else:
            message(*outcome.lines)
            said += outcome.lines
            codes.append(outcome.exit_code)
    return reviews, said, worst(codes)


def overall_ratings(reviews: Sequence[Review]) -> "list[RatedService]":
    """Give the services that have an overall rating; none, and say so, where a file is wrong that may belong to one."""
    from wellled_cli.services import rated_services

    services = list(rated_services(reviews))
    if services and any(review.scorecard is None for review in reviews):
        message("No overall rating is given while a file is wrong: it may be the latest of a service.")
        return []
    return services


def say_faults(reviews: Sequence[Review]) -> int:
    """Say what is wrong with files, and give the exit code that earns where a right file was needed."""
    from wellled_cli.render.lines import finding_lines

    lines = "".join(finding_lines(review, review.faults) for review in reviews)
    if lines:
        message(*lines.splitlines())
    return COULD_NOT if lines else DONE


def end(*codes: int) -> NoReturn:
    """Leave with the worst of several exit codes."""
    raise typer.Exit(worst(codes))
