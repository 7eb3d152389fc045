"""What rows come to together; each part is one walk through them."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest

from wellled_cli import __version__
from wellled_cli.model.finding import Level
from wellled_cli.model.framework import Framework
from wellled_cli.model.rating import Rating
from wellled_cli.model.result import Provider, Tool
from wellled_cli.model.review import NOTICE
from wellled_cli.model.summary import (
    CommonConcern,
    Counts,
    Example,
    KeyQuestionRatings,
    ProviderRatings,
    Ratings,
    Row,
    Standing,
    StatementScores,
    Summary,
)
from wellled_cli.services import named
from wellled_cli.summary.overall import service_ratings

MOST_LISTED = 10
_EXAMPLES = 3
_BEST_FIRST = (Rating.OUTSTANDING, Rating.GOOD, Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE, Rating.NOT_RATED)


def summary(rows: Iterable[Row], framework_of: Callable[[str], Framework], today: date) -> Summary:
    """Give what rows come to; the rows themselves are left out, as they may be many.

    `rows` can be gone through again and again; `framework_of` gives the framework of an id.
    """
    return Summary(
        format="wellled-summary/1",
        tool=Tool(name="wellled", version=__version__),
        notice=NOTICE,
        today=today,
        counts=_counts(rows),
        ratings=_ratings(row.rating for row in rows),
        key_questions=list(_by_key_question(rows, framework_of)),
        providers=list(_by_provider(rows)),
        statements=list(_by_statement(rows, framework_of)),
        concerns=list(_common_concerns(rows)),
        services=list(service_ratings(rows, framework_of)),
        lowest=[_standing(row) for row in nsmallest(MOST_LISTED, _rated(rows), key=_lowest_first)],
        nearest=[_standing(row) for row in nsmallest(MOST_LISTED, _with_next(rows), key=_nearest_first)],
        assessments=[],
    )


def _counts(rows: Iterable[Row]) -> Counts:
    kinds = Counter(_kind(row) for row in rows)
    return Counts(files=kinds.total(), **{kind: kinds[kind] for kind in ("rated", "open", "wrong", "unread")})


def _kind(row: Row) -> str:
    if row.problem is not None:
        return "wrong" if row.faults else "unread"
    return "open" if row.rating in {None, Rating.NOT_RATED} else "rated"


def _ratings(ratings: Iterable[Rating | None]) -> Ratings:
    counted = Counter(ratings)
    return {rating: counted[rating] for rating in _BEST_FIRST if counted[rating]}


def _by_key_question(rows: Iterable[Row], framework_of: Callable[[str], Framework]) -> Iterator[KeyQuestionRatings]:
    found: defaultdict[tuple[str, str | None], Counter[Rating | None]] = defaultdict(Counter)
    for row in _right(rows):
        found[row.framework or "", row.key_question][row.rating] += 1
    for framework, key_question in sorted(found, key=lambda each: _published_order(each, framework_of)):
        counted = found[framework, key_question]
        yield KeyQuestionRatings(
            framework=framework,
            key_question=key_question,
            assessments=counted.total(),
            ratings=_ratings(counted.elements()),
        )


def _published_order(place: tuple[str, str | None], framework_of: Callable[[str], Framework]) -> tuple[str, int]:
    framework, key_question = place
    names = [part.id for part in framework_of(framework).key_questions or ()]
    return framework, names.index(key_question) if key_question in names else -1


def _by_provider(rows: Iterable[Row]) -> Iterator[ProviderRatings]:
    found: defaultdict[tuple[str | None, ...], Counter[Rating | None]] = defaultdict(Counter)
    said: dict[tuple[str | None, ...], Provider | None] = {}
    for row in _right(rows):
        key = named(row.provider)
        said.setdefault(key, row.provider)
        found[key][row.rating] += 1
    for who in sorted(found, key=lambda each: (-found[each].total(), *map(str, each))):
        ratings = _ratings(found[who].elements())
        yield ProviderRatings(provider=said[who], assessments=found[who].total(), ratings=ratings)


def _by_statement(rows: Iterable[Row], framework_of: Callable[[str], Framework]) -> Iterator[StatementScores]:
    found: defaultdict[tuple[str, str | None], defaultdict[str, Counter[int | None]]]
    found = defaultdict(lambda: defaultdict(Counter))
    for row in _right(rows):
        for statement, score in row.statements.items():
            found[row.framework or "", row.key_question][statement][score] += 1
    for framework, key_question in sorted(found, key=lambda each: _published_order(each, framework_of)):
        scores = found[framework, key_question]
        order = [entry.id for entry in framework_of(framework).all_statements]
        for statement in sorted(scores, key=order.index):
            counted = scores[statement]
            given = {str(score): counted[score] for score in sorted(score for score in counted if score is not None)}
            yield StatementScores(
                framework=framework,
                key_question=key_question,
                statement=statement,
                scores=given,
                none=counted[None],
            )


@dataclass(slots=True)
class _Found:
    """What is known of one concern while rows are gone through."""

    assessments: int = 0
    findings: int = 0
    level: Level = Level.NOTE
    examples: list[Example] = field(default_factory=list)


def _common_concerns(rows: Iterable[Row]) -> Iterator[CommonConcern]:
    found: defaultdict[str, _Found] = defaultdict(_Found)
    for row in _right(rows):
        for concern in row.concerns:
            known = found[concern.rule]
            known.assessments += 1
            known.findings += concern.findings
            if concern.level.rank > known.level.rank:
                known.level = concern.level
                known.examples.clear()
            if concern.level is known.level and len(known.examples) < _EXAMPLES:
                known.examples.append(Example(path=row.path, text=concern.example))
    for rule, known in sorted(found.items(), key=lambda each: (-each[1].assessments, -each[1].findings, each[0])):
        yield CommonConcern(
            rule=rule,
            assessments=known.assessments,
            findings=known.findings,
            level=known.level,
            examples=known.examples,
        )


def _right(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if row.problem is None)


def _rated(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in rows if _kind(row) == "rated")


def _with_next(rows: Iterable[Row]) -> Iterator[Row]:
    return (row for row in _rated(rows) if row.next)


def _lowest_first(row: Row) -> tuple[int, int, str]:
    return row.rating.rank if row.rating else 0, -1 if row.score is None else row.score, row.path


def _nearest_first(row: Row) -> tuple[int, int, str]:
    return row.next.points if row.next else 0, -(row.score or 0), row.path


def _standing(row: Row) -> Standing:
    return Standing.model_validate(row.model_dump(include=set(Standing.model_fields)))
