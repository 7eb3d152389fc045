"""Where the outcome of a check goes: to standard output, to files, and to the page of a run on GitHub."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wellled_cli.cli import output
from wellled_cli.cli.everywhere import Everywhere
from wellled_cli.cli.options import read_choice
from wellled_cli.load.files import path_key
from wellled_cli.model.errors import UnwritableError, UsageFaultError, WellledError
from wellled_cli.model.folder import names_in
from wellled_cli.model.review import Review
from wellled_cli.model.topic import OwnTopic
from wellled_cli.model.waiver import Waiver, unused
from wellled_cli.model.wording import one_of
from wellled_cli.render import check_formats
from wellled_cli.render.check import Checked, render
from wellled_cli.render.check_formats import text

if TYPE_CHECKING:
    from wellled_cli.baseline import Baseline

_TEXT, _GITHUB = "text", "github"


def wanted_format(given: str | None) -> str:
    """Give the format asked for; else that of GitHub Actions where this runs in them, else text.

    Raises UsageFaultError for one that is not known.
    """
    if given is not None:
        return read_choice("--format", given, names_in(check_formats))
    return _GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else _TEXT


def wanted_reports(given: Iterable[str], baseline: str | None) -> list[tuple[str, str]]:
    """Give the format and the file of each report asked for.

    Raises UsageFaultError for one that names no format or no file, or a file that is the baseline or another report.
    """
    reports = list[tuple[str, str]]()
    taken = {path_key(baseline): "the baseline"} if baseline is not None else {}
    for asked in given:
        name, _, file = asked.partition(":")
        if name not in names_in(check_formats) or not file:
            raise UsageFaultError(
                f"--report: found {asked}, expected {one_of(names_in(check_formats))}, a colon and the name of a file"
            )
        if other := taken.get(path_key(file)):
            raise UsageFaultError(f"--report: {asked} would write over {other}, expected a file of its own")
        taken[path_key(file)] = "another report"
        reports.append((name, file))
    return reports


def earlier(path: str | None) -> "Baseline | None":
    """Read the baseline, if one is named.

    Raises UnreadableError where it cannot be had, UsageFaultError where it is none.
    """
    if path is None:
        return None
    from wellled_cli.baseline import read_baseline

    return read_baseline(path)


def pages_of(own: Sequence[OwnTopic]) -> Callable[[], Mapping[str, str]]:
    """Give what gives the manual, which few formats ask for; `own` is what a team adds to topics."""

    def pages() -> Mapping[str, str]:
        from wellled_cli.flag.manual import manual

        return manual(own)

    return pages


def say_compared(baseline: "Baseline | None", reviews: Sequence[Review]) -> None:
    """Say which files the baseline does not compare."""
    if baseline:
        output.message(*baseline.compared_with_nothing(reviews))


def say_unused(waivers: Sequence[Waiver], reviews: Sequence[Review]) -> None:
    """Say which waivers cover nothing that was found."""
    found = {path_key(review.path): review.findings for review in reviews}
    output.message(*unused(waivers, found))


def deliver(checked: Checked, shown: str, files: Iterable[tuple[str, str]], given: Everywhere) -> None:
    """Write the files, then what is shown.

    Raises UnwritableError where something cannot be written, after all else was.
    """
    unwritten = list[str]()
    for name, file in files:
        try:
            output.deliver(render(checked, name), file, quiet=given.quiet)
        except WellledError as error:
            unwritten += error.lines
    if shown == _TEXT and output.on_terminal() and checked.outcomes and not given.quiet:
        from wellled_cli.render.document.check import content

        output.show(content(checked.outcomes, checked.problems), given.color)
    elif shown == _TEXT:
        output.product(text.render(checked, quiet=given.quiet))
    else:
        output.product(render(checked, shown))
    if shown == _GITHUB:
        _append_step_summary(checked)
    if unwritten:
        raise UnwritableError(*unwritten)


def _append_step_summary(checked: Checked) -> None:
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from wellled_cli.render.check_formats.github import step_summary

    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(step_summary(checked))
    except OSError as error:
        raise UnwritableError(f"GITHUB_STEP_SUMMARY: {path} cannot be written: {error.strerror}") from None
