"""The command `wellled import`."""

from typing import Annotated

import typer

from wellled_cli.cli.complete import one_of
from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.importers import sources
from wellled_cli.model.folder import names_in

AUTO = "auto"
SOURCES = (AUTO, *names_in(sources))


@everywhere
def imports(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Saved pages (text or HTML), JSON of CQC's API, or sheets; files, folders or globs; - reads standard "
            "input.",
        ),
    ],
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="|".join(SOURCES),
            help="What the files are; auto looks into each.",
            autocompletion=one_of(SOURCES),
        ),
    ] = AUTO,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            metavar="FILE.yaml|FOLDER",
            help="Write to this file, or to this folder, a file an assessment; without it, to standard output.",
        ),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Take historic assessments too, not only current ones.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over files that are there already.")] = False,
    provider: Annotated[
        str | None,
        typer.Option("--provider", metavar="NAME", help="Who runs the service, where the source does not say."),
    ] = None,
    service: Annotated[
        str | None, typer.Option("--service", metavar="NAME", help="What was assessed, where the source does not say.")
    ] = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="DATE", help="The day of the assessment, where the source does not say."),
    ] = None,
    key_question: Annotated[
        str | None,
        typer.Option("--key-question", metavar="NAME", help="The key question, where the source does not say."),
    ] = None,
    level: Annotated[
        str | None,
        typer.Option("--level", metavar="service|trust", help="The level of a sheet, where it does not say."),
    ] = None,
    *,
    everywhere: Everywhere,
) -> None:
    """Make assessment files from what is published, or from a sheet.

    \b
    Examples:
      wellled import page.html --output my-service.yaml
      wellled import saved-pages --output assessments
      wellled import self-assessment.csv --service "Rose Court" --date 2026-03-31
    """
    from wellled_cli.cli.exit_codes import COULD_NOT, DONE, worst
    from wellled_cli.cli.options import read_choice, read_day
    from wellled_cli.cli.output import deliver, message
    from wellled_cli.cli.run import end, settle
    from wellled_cli.destinations import named, refuse_several, refuse_unfit, wanted
    from wellled_cli.importers.given import Given
    from wellled_cli.load.files import find
    from wellled_cli.model.imported import Imported
    from wellled_cli.render.lines import import_line
    from wellled_cli.workflow import import_files

    terms = settle(everywhere).terms
    refuse_unfit(output)
    given = Given(provider, service, read_day("--date", date), key_question, level, every)
    name = None if source == AUTO else read_choice("--from", source, SOURCES)
    codes, results = [DONE], []
    for outcome in import_files(find(paths, wanted), name, given, terms):
        if isinstance(outcome, Imported):
            results.append(outcome)
        else:
            message(*(f"wellled: {line}" for line in outcome.lines))
            codes.append(outcome.exit_code)
    refuse_several(output, results)
    for path, result in named(output, results, force=force):
        deliver(result.text, path, quiet=True, over_assessments=force)
        message(import_line(path or result.origin, result.review))
        codes.append(COULD_NOT if result.review.faults else DONE)
    end(worst(codes))
