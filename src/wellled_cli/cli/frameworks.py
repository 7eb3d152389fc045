"""The command `wellled frameworks`."""

from typing import Annotated

import typer

from wellled_cli.cli.complete import frameworks as complete
from wellled_cli.cli.everywhere import Everywhere, everywhere


@everywhere
def frameworks(
    framework_id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help="The framework to show whole; without it all are listed.", autocompletion=complete
        ),
    ] = None,
    *,
    everywhere: Everywhere,
) -> None:
    """List the frameworks, or show one whole.

    One is shown with its statements, bands, limits, rules and sources.

    \b
    Examples:
      wellled frameworks
      wellled frameworks cqc-saf-2024
    """
    from wellled_cli.cli.output import show
    from wellled_cli.frameworks.catalogue import framework_ids, named, shipped
    from wellled_cli.render.document import reference

    wanted = framework_id or everywhere.framework
    if wanted:
        show(reference.framework(named(wanted)), everywhere.color)
    else:
        show(reference.frameworks([shipped(known) for known in framework_ids()]), everywhere.color)
