"""A comparison for programs."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from wellled_cli import __version__
from wellled_cli.model import comparison_result as shape
from wellled_cli.model.assessment import regulation_number
from wellled_cli.model.comparison import Change, Compared, Comparison, Standing, only_new, only_old
from wellled_cli.model.finding import Finding
from wellled_cli.model.review import NOTICE
from wellled_cli.render.headline import headline
from wellled_cli.render.json import assessed, found
from wellled_cli.render.visible import escaped

T = TypeVar("T")


def as_json(comparison: Comparison, today: date) -> str:
    """Give a comparison as comparison format 1, ending in a line break."""
    old, new, limits = comparison.old, comparison.new, comparison.limits
    document = shape.Comparison.model_validate(
        {
            "format": "wellled-comparison/1",
            "tool": {"name": "wellled", "version": __version__},
            "notice": NOTICE,
            "today": today,
            "headline": headline(comparison),
            "changed": not comparison.is_empty,
            "caveats": comparison.caveats,
            "old": assessed(old.review),
            "new": assessed(new.review),
            "score": {"old": old.card.score, "new": new.card.score, "by": comparison.points},
            "rating": {"old": old.card.rating, "new": new.card.rating, "by": comparison.steps},
            "limits": {"raised": limits.raised, "cleared": limits.cleared, "unchanged": limits.unchanged},
            "statements": _statements(comparison.statements),
            "concerns": _findings(comparison.concerns),
            "records": _findings(comparison.records),
            "measures": _things(comparison.measures, lambda each: {"name": each.name}),
            "breaches": _things(comparison.breaches, lambda each: {"regulation": regulation_number(each.regulation)}),
            "actions": _things(comparison.actions, lambda each: {"id": each.id}),
        }
    )
    return escaped(document.model_dump_json(indent=2)) + "\n"


def _statements(part: Compared[Standing]) -> dict[str, object]:
    return _things(part, _titled) | {"apart": _changes(part.apart, _titled)}


def _titled(standing: Standing) -> dict[str, str]:
    return {"id": standing.id, "title": standing.title}


def _things(part: Compared[T], called: Callable[[T], dict[str, str]]) -> dict[str, object]:
    return {"changes": _changes(part.changes, called), "unchanged": part.unchanged}


def _changes(changes: Iterable[Change[T]], called: Callable[[T], dict[str, str]]) -> list[dict[str, object]]:
    """Give each change under what the thing is called now, or was."""
    return [
        called(known) | {"old": change.old, "new": change.new}
        for change in changes
        if (known := change.new or change.old)
    ]


def _findings(part: Compared[Finding]) -> dict[str, object]:
    return {
        "raised": [found(finding) for finding in part.raised],
        "cleared": [found(finding) for finding in part.cleared],
        "changes": [{"old": found(old), "new": found(new)} for old, new in part.altered],
        "apart": {
            "old": [found(finding) for finding in only_old(part.apart)],
            "new": [found(finding) for finding in only_new(part.apart)],
        },
        "unchanged": part.unchanged,
    }
