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
        ReportFormat,
        typer.Option(
            "--format",
            help="md is Markdown, html a page to print or send, docx Word, csv a row a statement for a sheet, json for "
            "programs.",
        ),
    ] = ReportFormat.MD,
    output: OutputOption = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Write a report for people to read.

    Several files make one report.

    \b
    Examples:
      wellled report my-service.yaml --output my-service.md
      wellled report --format md
      wellled report assessments --format html --output board.html
    """
    from wellled_cli.cli.output import deliver
    from wellled_cli.cli.run import end, overall_ratings, reviewed, say_faults, settle

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
