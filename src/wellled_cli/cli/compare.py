"""The command `wellled compare`."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from wellled_cli.cli.everywhere import Everywhere, everywhere
from wellled_cli.cli.options import Color

if TYPE_CHECKING:
    from wellled_cli.model.comparison import Comparison


class CompareFormat(StrEnum):
    """How a comparison is shown."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


@everywhere
def compare(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="The old one: a file, or a folder or glob with one; - is standard input."),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The new one, named in the same ways.")],
    output_format: Annotated[CompareFormat, typer.Option("--format", help="How to show it.")] = CompareFormat.TEXT,
    *,
    everywhere: Everywhere,
) -> None:
    """Show what changed between two assessments.

    Score, rating, statements, concerns raised and cleared, measures, breaches, actions; and what cannot be compared.

    \b
    Examples:
      wellled compare 2026-q1.yaml 2026-q2.yaml
      wellled compare cqc-draft.yaml our-own.yaml --format md
    """
    from wellled_cli.cli.exit_codes import DONE
    from wellled_cli.cli.output import message
    from wellled_cli.cli.run import end, reviewed_one, say_faults, settle
    from wellled_cli.compare.comparison import compare as compared
    from wellled_cli.load.files import STANDARD_INPUT
    from wellled_cli.model.errors import UsageFaultError

    if old == new == STANDARD_INPUT:
        raise UsageFaultError("OLD and NEW are both -, but standard input is one file: name the other")
    settings = settle(everywhere)
    (was, code), (now, other_code) = (reviewed_one(path, settings.terms) for path in (old, new))
    faults = say_faults([*was, *now])
    if was and now and faults == DONE:
        _show(compared(*was, *now), output_format, settings.terms.today, everywhere.color)
    else:
        message("Nothing was compared.")
    end(code, other_code, faults)


def _show(comparison: "Comparison", output_format: CompareFormat, today: date, color: Color) -> None:
    from wellled_cli.cli import output

    if output_format is CompareFormat.JSON:
        from wellled_cli.render.comparison import as_json

        output.product(as_json(comparison, today))
        return
    from wellled_cli.render.document.comparison import comparison_document

    document = comparison_document(comparison, today)
    if output_format is CompareFormat.MD:
        from wellled_cli.render.document import markdown

        output.product(markdown.render(document))
    else:
        output.show(document, color)
