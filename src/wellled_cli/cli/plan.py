"""The command `wellled plan`."""

from enum import StrEnum
from typing import Annotated

import typer

from wellled_cli.cli.complete import ratings
from wellled_cli.cli.everywhere import Everywhere, everywhere


class PlanFormat(StrEnum):
    """How a plan is shown."""

    TEXT = "text"
    JSON = "json"


@everywhere
def plan(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The assessment file; - reads standard input.")],
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="RATING",
            help="The rating to reach, like outstanding; the next better one if left out.",
            autocompletion=ratings,
        ),
    ] = None,
    output_format: Annotated[
        PlanFormat, typer.Option("--format", help="text for people, json for programs.")
    ] = PlanFormat.TEXT,
    *,
    everywhere: Everywhere,
) -> None:
    """Show what must change for the next rating.

    That is the smallest rise in statement scores that reaches it.

    \b
    Examples:
      wellled plan my-service.yaml
      wellled plan my-service.yaml --to outstanding
    """
    from wellled_cli.cli.options import read_rating
    from wellled_cli.cli.output import product, show
    from wellled_cli.cli.run import end, reviewed_one, say_faults, settle
    from wellled_cli.render import plan as render
    from wellled_cli.workflow import plan_for

    target = read_rating("--to", to)
    reviews, code = reviewed_one(file, settle(everywhere).terms)
    for review in reviews:
        found = plan_for(review, target)
        if found and output_format is PlanFormat.JSON:
            product(render.as_json(found, review.path))
        elif found:
            show(render.as_document(found, review.path), everywhere.color)
    end(code, say_faults(reviews))
