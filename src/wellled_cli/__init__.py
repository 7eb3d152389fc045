"""Score, explain and check assessments of CQC's well-led question."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wellled_cli.model.review import Review

__version__ = "0.1.0"


def review(
    source: str | Path | Mapping[str, object], *, framework: str | Path | None = None, today: date | None = None
) -> "Review":
    """Review one assessment, for notebooks and programs: its scorecard, its findings, its strengths.

    `source` is the path of a file; or the text of one, in YAML with a line break or in JSON from its first brace on; or
    its content as a mapping, in which numbers and days may be those of a data frame. `framework` is an id or the path
    of a framework file, by which it is judged whatever it names; `today` the day it is looked at, this day where it is
    left out. Waivers and topics of a config have no part in it.

    An assessment with faults has no scorecard, and says in its findings what is wrong.
    Raises UnreadableError where a file cannot be had, UsageFaultError where there is no such framework; both are kinds
    of wellled_cli.model.errors.WellledError.
    """
    from wellled_cli.workflow import review_one

    return review_one(source, framework, today or date.today())  # noqa: DTZ011  the day where the person sits is meant
