"""What every command that reads assessments does first, and how it ends."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import typer

from wellled_cli.cli.everywhere import Everywhere
from wellled_cli.cli.options import read_today
from wellled_cli.cli.output import message
from wellled_cli.config import Config, config_for, waivers_of
from wellled_cli.flag.manual import levelled_rules
from wellled_cli.flag.narrative.lexicon import phrase_trouble
from wellled_cli.frameworks.catalogue import named
from wellled_cli.load.files import find
from wellled_cli.model.overall import RatedService
from wellled_cli.model.review import Review
from wellled_cli.render.lines import finding_lines
from wellled_cli.services import rated_services
from wellled_cli.workflow import Terms, review_files

DONE, FAILED, COULD_NOT, FOUND_NOTHING = 0, 1, 2, 3
_WORST_FIRST = (COULD_NOT, FAILED, FOUND_NOTHING, DONE)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the options and the config of the current folder settle for a run."""

    config: Config
    files: Sequence[str]
    terms: Terms


def settle(given: Everywhere) -> Settings:
    """Read the options every command has, and the config of the current folder.

    Raises UsageFaultError naming what is wrong in either.
    """
    here = Path.cwd()
    config, folder = config_for(here, levelled_rules(), phrase_trouble)
    files = [os.path.relpath(folder / name, here) for name in config.files] or ["."]
    chosen = named(given.framework) if given.framework else None
    waivers = waivers_of(config, folder, here)
    terms = Terms(read_today(given.today), chosen, config.own_topics, config.levels, waivers, config.limits.settled)
    return Settings(config, files, terms)


def reviewed(paths: Sequence[str], terms: Terms) -> tuple[list[Review], int]:
    """Review the files that paths mean; say which could not be had, and give the exit code that earns."""
    reviews, _, code = problems(paths, terms)
    return reviews, code


def problems(paths: Sequence[str], terms: Terms) -> tuple[list[Review], list[str], int]:
    """Do the same, and give what was said too."""
    reviews, said, codes = list[Review](), list[str](), [DONE]
    for outcome in review_files(find(paths, limits=terms.limits), terms):
        if isinstance(outcome, Review):
            reviews.append(outcome)
        else:
            message(*outcome.lines)
            said += outcome.lines
            codes.append(outcome.exit_code)
    return reviews, said, worst(codes)


def worst(codes: Iterable[int]) -> int:
    """Give the worst of several exit codes."""
    return min(codes, key=_WORST_FIRST.index)


def overall_ratings(reviews: Sequence[Review]) -> list[RatedService]:
    """Give the services that have an overall rating; none, and say so, where a file is wrong that may belong to one."""
    services = list(rated_services(reviews))
    if services and any(review.scorecard is None for review in reviews):
        message("No overall rating is given while a file is wrong: it may be the latest of a service.")
        return []
    return services


def say_faults(reviews: Sequence[Review]) -> int:
    """Say what is wrong with files, and give the exit code that earns where a right file was needed."""
    lines = "".join(finding_lines(review, review.faults) for review in reviews)
    if lines:
        message(*lines.splitlines())
    return COULD_NOT if lines else DONE


def end(*codes: int) -> NoReturn:
    """Leave with the worst of several exit codes."""
    raise typer.Exit(worst(codes))
