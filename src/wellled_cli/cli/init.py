"""The command `wellled init`."""

from typing import Annotated

import typer

from wellled_cli.cli.everywhere import Everywhere, everywhere


@everywhere
def init(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="Where to write it; a folder gets a file for each key question. Without it, to the screen.",
        ),
    ] = None,
    key_question: Annotated[
        str | None,
        typer.Option(
            "--key-question",
            metavar="NAME",
            help="safe, effective, caring, responsive or well-led; well-led if left out.",
        ),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option(
            "--level", metavar="service|trust", help="trust for an NHS trust as a whole; service if left out."
        ),
    ] = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Write a file to fill in, explained line by line.

    \b
    Examples:
      wellled init my-service.yaml
      wellled init my-service       a folder: all five key questions
      wellled init my-trust.yaml --level trust
    """
    from wellled_cli.blank import blank_files
    from wellled_cli.cli.options import read_today
    from wellled_cli.cli.output import deliver
    from wellled_cli.frameworks.catalogue import in_force_on, named

    day = read_today(everywhere.today)
    framework = named(everywhere.framework) if everywhere.framework else in_force_on(day)
    for path, text in blank_files(None if file == "-" else file, framework, key_question, level, day):
        deliver(text, path, quiet=everywhere.quiet)
