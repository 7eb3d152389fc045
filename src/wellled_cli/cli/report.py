"""The command `wellled report`."""

from enum import StrEnum
from typing import Annotated

import typer

from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.cli.options import OutputOption, Paths


class ReportFormat(StrEnum):
    """What a report is written as."""

    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"
    CSV = "csv"


@everywhere
def report(
    paths: Paths = None,
    output_format: Annotated[
        ReportFormat | None,
        typer.Option(
            "--format",
            help="md is Markdown, html a page to print or send, docx Word, csv a row a statement for a sheet, json for "
            "programs. If left out, what the name under --output ends in, else md.",
        ),
    ] = None,
    output: OutputOption = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Write a report for people to read.

    Several files make one report.

    \b
    Examples:
      wellled report my-service.yaml --output my-service.md
      wellled report assessments --output board.html
      wellled report --format csv
    """
    from wellled_cli.cli.output import deliver
    from wellled_cli.cli.run import end, overall_ratings, reviewed, say_faults, settle

    output_format = output_format or _told_by(output)
    settings = settle(everywhere)
    reviews, code = reviewed(paths or settings.files, settings.terms)
    if output_format is ReportFormat.JSON:
        from wellled_cli.render import json

        deliver(json.render(reviews, settings.terms.today), output, quiet=everywhere.quiet)
    elif output_format is ReportFormat.CSV:
        from wellled_cli.render import statement_csv

        deliver(statement_csv.render(reviews), output, quiet=everywhere.quiet)
    elif any(review.scorecard for review in reviews):
        from wellled_cli.render.document.content import report as content
        from wellled_cli.render.document.written import written
        from wellled_cli.workflow import plan_for

        plans = {review.path: plan for review in reviews if (plan := plan_for(review, None))}
        document = content(reviews, overall_ratings(reviews), settings.terms.today, plans)
        deliver(written(document, str(output_format), settings.terms.today), output, quiet=everywhere.quiet)
    end(code, say_faults(reviews))


def _told_by(output: str | None) -> ReportFormat:
    """Give the format that the name of a file ends in: who writes board.docx means Word."""
    ending = (output or "").rpartition(".")[2].casefold()
    return ReportFormat(ending) if ending in list(ReportFormat) else ReportFormat.MD
