"""A plan for programs, and as a document for people."""

import json
from collections.abc import Iterator

from wellled_cli import __version__
from wellled_cli.model.plan import Change, Plan
from wellled_cli.model.review import NOTICE
from wellled_cli.render.document.parts import Block, Bullets, Document, Prose, Table
from wellled_cli.render.visible import escaped
from wellled_cli.render.words import points


def as_json(plan: Plan, path: str) -> str:
    """Give a plan as JSON, ending in a line break."""
    document = {
        "format": "wellled-plan/1",
        "tool": {"name": "wellled", "version": __version__},
        "notice": NOTICE,
        "path": path,
        "from": plan.before,
        "to": plan.target,
        "points": plan.points,
        "count": plan.count,
        "options": [
            {
                "points": plan.points,
                "score": option.score,
                "rating": option.rating,
                "changes": [
                    {"statement": change.statement, "from": change.before, "to": change.after}
                    for change in option.changes
                ],
            }
            for option in plan.options
        ],
    }
    return escaped(json.dumps(document, indent=2, ensure_ascii=False)) + "\n"


def as_document(plan: Plan, name: str) -> Document:
    """Give a plan as a document: what is needed whatever else is done, then the ways."""
    title = f"From {plan.before or 'an open rating'} to {plan.target}: {name}"
    return Document(title, (*blocks(plan), Prose((NOTICE,))), ())


def blocks(plan: Plan) -> Iterator[Block]:
    """Say what is needed whatever else is done, then the ways."""
    if plan.points is None:
        yield Prose((plan.obstacle,))
        return
    if plan.points == 0:
        yield Prose((f"Nothing is needed: the rating is {plan.before}.",))
        return
    ways = "there is 1 way" if plan.count == 1 else f"there are {plan.count} ways"
    smallest = f"The smallest sum of score rises that reaches {plan.target} is {points(plan.points)}; {ways}."
    yield Prose((smallest,))
    if plan.needed:
        yield Prose(("Needed in every way:",))
        yield Bullets(tuple(_rise(change) for change in plan.needed))
    left = plan.points - sum(change.after - change.before for change in plan.needed)
    if not left:
        return
    if plan.any_rest:
        more = f"Then {points(left)} more" if plan.needed else f"Any {points(left)}"
        yield Prose((f"{more}, on whichever statements you choose.",))
    else:
        yield from _ways(plan)


def _ways(plan: Plan) -> Iterator[Block]:
    needed = {change.statement: change.after for change in plan.needed}
    rows = [
        (
            "; ".join(_rise(change) for change in option.changes if change.after > needed.get(change.statement, 0)),
            str(option.score),
        )
        for option in plan.options
    ]
    heading = "One of these ways" if plan.count == len(rows) else f"One of {plan.count} ways; the first {len(rows)}"
    yield Table(heading, (heading, "Score"), rows, frozenset({"Score"}))


def _rise(change: Change) -> str:
    return f"{change.title} from {change.before} to {change.after}"
