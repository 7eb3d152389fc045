"""The command `wellled check`."""

from enum import StrEnum
from typing import Annotated

import typer

from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.cli.options import Paths
from wellled_cli.model.finding import FailOn


class CheckFormat(StrEnum):
    """How the outcome of a check is shown."""

    TEXT = "text"
    JSON = "json"


@everywhere
def check(
    paths: Paths = None,
    output_format: Annotated[CheckFormat, typer.Option("--format", help="How to show it.")] = CheckFormat.TEXT,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="Fail on findings from this level up; fault, the default, means only a file that is wrong.",
            show_default=False,
        ),
    ] = None,
    min_rating: Annotated[
        str | None, typer.Option("--min-rating", metavar="RATING", help="Fail below this rating, like good.")
    ] = None,
    min_score: Annotated[
        int | None, typer.Option("--min-score", metavar="N", min=0, max=100, help="Fail below this score out of 100.")
    ] = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Check files, in CI too, against the gates you set.

    \b
    Examples:
      wellled check assessments
      wellled check assessments --min-rating good --fail-on error
    """
    from wellled_cli.cli import output
    from wellled_cli.cli.options import read_rating
    from wellled_cli.cli.run import DONE, FAILED, end, reviewed, settle
    from wellled_cli.gate import Gate, failures

    settings = settle(everywhere)
    settled = settings.config.gate
    gate = Gate(
        fail_on or FailOn(settled.fail_on or FailOn.FAULT),
        read_rating("--min-rating", min_rating) or settled.min_rating,
        settled.min_score if min_score is None else min_score,
    )
    reviews, code = reviewed(paths or settings.files, settings.terms)
    failed = [failure for review in reviews for failure in failures(review, gate)]
    if output_format is CheckFormat.JSON:
        from wellled_cli.render import json

        output.product(json.render(reviews, settings.terms.today))
    elif reviews:
        from wellled_cli.render import lines

        found = "".join(lines.finding_lines(review, review.findings) for review in reviews)
        summary = "" if everywhere.quiet else lines.summary(reviews, failed, complete=code == DONE)
        output.product(found + summary)
    end(code, FAILED if failed else DONE)
