"""The command `wellled frameworks`."""

from typing import Annotated

import typer

from wellled_cli.cli.options import Color, ColorOption, DebugOption, QuietOption


def frameworks(
    framework: Annotated[str | None, typer.Argument(metavar="[ID]", help="The framework to show whole.")] = None,
    color: ColorOption = Color.AUTO,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """List the frameworks, or show one with its statements, rules and sources.

    Example: wellled frameworks cqc-saf-2024
    """
    from wellled_cli.cli.output import show
    from wellled_cli.frameworks.catalogue import framework_ids, named, shipped
    from wellled_cli.render.document import reference

    if framework:
        show(reference.framework(named(framework)), color)
    else:
        show(reference.frameworks([shipped(known) for known in framework_ids()]), color)
