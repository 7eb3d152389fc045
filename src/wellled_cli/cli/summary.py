"""The command `wellled summary`."""

from enum import StrEnum
from typing import Annotated

import typer

from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.cli.options import OutputOption, Paths


class SummaryFormat(StrEnum):
    """How a summary is shown."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    JSON = "json"
    CSV = "csv"


@everywhere
def summary(
    paths: Paths = None,
    output_format: Annotated[SummaryFormat, typer.Option("--format", help="How to show it.")] = SummaryFormat.TEXT,
    output: OutputOption = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="N", min=1, help="Work in this many processes.")] = 1,
    cluster: Annotated[
        str | None,
        typer.Option(
            "--cluster",
            metavar="ADDRESS",
            help="Work on the Dask cluster whose scheduler has this address, like tcp://10.0.0.1:8786.",
        ),
    ] = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Show many assessments together: who stands where, and what they have in common.

    A file that is wrong is a line, not the end.

    \b
    Examples:
      wellled summary assessments
      wellled summary assessments --format html --output portfolio.html
      wellled summary register --jobs 4 --format csv --output register.csv
    """
    from functools import partial

    from wellled_cli.cli.exit_codes import COULD_NOT, DONE
    from wellled_cli.cli.options import refuse_together
    from wellled_cli.cli.run import end, settle
    from wellled_cli.cli.summary_output import deliver, found_in, lines_of
    from wellled_cli.spread import in_order
    from wellled_cli.summary.rows import kept_on_disk

    if cluster is not None:
        refuse_together("with --cluster", {"--jobs": jobs > 1}, "the cluster has workers of its own")
    settings = settle(everywhere)
    found, code = found_in(paths or settings.files, settings.terms)
    spread = partial(in_order, jobs=jobs, cluster=cluster)
    with kept_on_disk(lines_of(found, settings.terms, spread, quiet=everywhere.quiet)) as rows:
        counts = deliver(rows, settings.terms, str(output_format), output, everywhere)
    end(code, COULD_NOT if counts.wrong or counts.unread else DONE)
