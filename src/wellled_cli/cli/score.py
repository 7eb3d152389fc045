"""The command `wellled score`."""

from enum import StrEnum
from typing import Annotated

import typer

from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.cli.options import Paths


class ScoreFormat(StrEnum):
    """How scores are shown."""

    TEXT = "text"
    JSON = "json"


@everywhere
def score(
    paths: Paths = None,
    scores: Annotated[
        str | None,
        typer.Option("--scores", metavar="N,N,...", help="Score these numbers without a file, in the published order."),
    ] = None,
    key_question: Annotated[
        str | None,
        typer.Option("--key-question", metavar="NAME", help="The key question of --scores; well-led if left out."),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option("--level", metavar="service|trust", help="The level of --scores; service if left out."),
    ] = None,
    output_format: Annotated[
        ScoreFormat, typer.Option("--format", help="text for people, json for programs.")
    ] = ScoreFormat.TEXT,
    *,
    everywhere: Everywhere,
) -> None:
    """Show ratings, their working, and what raises concern.

    \b
    Examples:
      wellled score my-service.yaml
      wellled score assessments --format json
      wellled score --scores 2,2,2,3,2,3,3
    """
    from wellled_cli.cli import output
    from wellled_cli.cli.exit_codes import DONE
    from wellled_cli.cli.options import read_scores, refuse_together
    from wellled_cli.cli.run import end, overall_ratings, reviewed, say_faults, settle
    from wellled_cli.workflow import review_scores

    settings = settle(everywhere)
    if scores is None:
        given = {"--key-question": key_question, "--level": level}
        refuse_together("without --scores", given, "a file says it itself")
        reviews, code = reviewed(paths or settings.files, settings.terms)
    else:
        refuse_together("with --scores", {" ".join(paths or ()): paths}, "give scores or files")
        reviews, code = [review_scores(read_scores(scores), key_question, level, settings.terms)], DONE
    if output_format is ScoreFormat.JSON:
        from wellled_cli.render import json

        output.product(json.render(reviews, settings.terms.today))
        end(code, say_faults(reviews))
    from wellled_cli.render import terminal

    good = [review for review in reviews if review.scorecard]
    if good:
        width, colored, encoding = output.width(), output.use_color(everywhere.color), output.encoding()
        services = overall_ratings(reviews)
        output.product(terminal.render(good, width, color=colored, encoding=encoding, services=services))
    end(code, say_faults(reviews))
