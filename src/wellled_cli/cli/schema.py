"""The command `wellled schema`."""

from enum import StrEnum
from typing import Annotated

import typer

from wellled_cli.cli.options import DebugOption, OutputOption, QuietOption


class SchemaName(StrEnum):
    """What a schema describes."""

    ASSESSMENT = "assessment"
    RESULT = "result"


def schema(
    name: Annotated[SchemaName, typer.Argument(help="What to describe.")] = SchemaName.ASSESSMENT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Print the JSON Schema of the assessment file or of the JSON result, for editors and programs.

    Example: wellled schema assessment
    """
    from wellled_cli.cli.output import deliver
    from wellled_cli.frameworks.catalogue import framework_ids, shipped
    from wellled_cli.render import json_schema

    if name is SchemaName.ASSESSMENT:
        text = json_schema.assessment([shipped(framework) for framework in framework_ids()])
    else:
        text = json_schema.result()
    deliver(text, output, quiet=quiet)
