"""The command `wellled schema`."""

from enum import StrEnum
from typing import Annotated

import typer

from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.cli.options import OutputOption


class SchemaName(StrEnum):
    """What a schema describes."""

    ASSESSMENT = "assessment"
    RESULT = "result"
    COMPARISON = "comparison"
    SUMMARY = "summary"


@everywhere
def schema(
    name: Annotated[
        SchemaName,
        typer.Argument(
            metavar="assessment|result", help="What to describe: the file people write, or the JSON result."
        ),
    ] = SchemaName.ASSESSMENT,
    output: OutputOption = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Print a JSON Schema, for editors and programs.

    It describes the assessment file, the JSON result, or the JSON of a comparison or a summary.

    \b
    Examples:
      wellled schema assessment --output assessment.schema.json
      wellled schema result
    """
    from wellled_cli.cli.output import deliver
    from wellled_cli.frameworks.catalogue import framework_ids, named, shipped
    from wellled_cli.render import json_schema

    if name is SchemaName.ASSESSMENT:
        chosen = [named(everywhere.framework)] if everywhere.framework else []
        text = json_schema.assessment([*map(shipped, framework_ids()), *chosen])
    else:
        text = json_schema.output(name)
    deliver(text, output, quiet=everywhere.quiet)
