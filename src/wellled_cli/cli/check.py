"""The command `wellled check`."""

from typing import Annotated

import typer

from wellled_cli.cli.complete import one_of, ratings
from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.cli.options import Paths
from wellled_cli.model.finding import FailOn
from wellled_cli.model.folder import names_in
from wellled_cli.render import check_formats

FORMATS = names_in(check_formats)


@everywhere
def check(
    paths: Paths = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(FORMATS),
            help="How to show it; text if left out, and inside GitHub Actions github.",
            autocompletion=one_of(FORMATS),
        ),
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="FORMAT:FILE", help="Write it to a file too; may be given several times."),
    ] = None,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on",
            help="Fail on findings from this level up; fault, the default, means only a file that is wrong.",
            show_default=False,
        ),
    ] = None,
    min_rating: Annotated[
        str | None,
        typer.Option(
            "--min-rating", metavar="RATING", help="Fail below this rating, like good.", autocompletion=ratings
        ),
    ] = None,
    min_score: Annotated[
        int | None, typer.Option("--min-score", metavar="N", min=0, max=100, help="Fail below this score out of 100.")
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline", metavar="OLD.json", help="Fail where a file is worse than in this earlier --format json."
        ),
    ] = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Check files, in CI too, against the gates you set.

    \b
    Examples:
      wellled check assessments
      wellled check assessments --min-rating good --fail-on error
      wellled check --report sarif:wellled.sarif --report junit:wellled.xml
      wellled check --baseline last-month.json
    """
    from wellled_cli.cli.check_output import (
        deliver,
        earlier,
        pages_of,
        say_compared,
        say_unused,
        wanted_format,
        wanted_reports,
    )
    from wellled_cli.cli.exit_codes import DONE, FAILED
    from wellled_cli.cli.options import read_rating
    from wellled_cli.cli.run import end, problems, settle
    from wellled_cli.gate import Gate, outcome
    from wellled_cli.render.check import Checked

    settings = settle(everywhere)
    files = wanted_reports(reports or (), baseline)
    settled = settings.gate
    gate = Gate(
        fail_on or FailOn((settled and settled.fail_on) or FailOn.FAULT),
        read_rating("--min-rating", min_rating) or (settled.min_rating if settled else None),
        settled.min_score if settled and min_score is None else min_score,
        earlier(baseline),
    )
    reviews, unread, code = problems(paths or settings.files, settings.terms)
    say_compared(gate.baseline, reviews)
    pages = pages_of(settings.terms.own_topics)
    checked = Checked([outcome(review, gate) for review in reviews], unread, settings.terms.today, pages)
    say_unused(settings.terms.waivers, reviews)
    deliver(checked, wanted_format(output_format), files, everywhere)
    end(code, FAILED if checked.reasons else DONE)
