"""The overall ratings of services, from the rows of their key questions."""

from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

from wellled_cli.model.framework import Framework
from wellled_cli.model.rating import Rating
from wellled_cli.model.summary import Row, ServiceRating
from wellled_cli.score.overall import overall
from wellled_cli.services import ServiceKey, service_key


def service_ratings(rows: Iterable[Row], framework_of: Callable[[str], Framework]) -> Iterator[ServiceRating]:
    """Give each service all of whose key questions have a rating, in the order its first row came.

    Few of many services have all key questions: a first walk finds those by a digest of who they are, so that only
    they are kept in memory; a second walk takes the latest of each key question.
    """
    asked: dict[bytes, int] = {}
    for row, key, framework in _standing(rows, framework_of):
        mark = _digest(key)
        asked[mark] = asked.get(mark, 0) | 1 << _number(row, framework)
    services: dict[ServiceKey, dict[str, Row]] = {}
    for row, key, framework in _standing(rows, framework_of):
        if asked[_digest(key)].bit_count() == len(_questions(framework)):
            latest = services.setdefault(key, {})
            known = latest.get(row.key_question or "")
            if known is None or str(known.date) <= str(row.date):
                latest[row.key_question or ""] = row
    for latest in services.values():
        yield from _rated(latest, framework_of)


def _standing(
    rows: Iterable[Row], framework_of: Callable[[str], Framework]
) -> Iterator[tuple[Row, ServiceKey, Framework]]:
    for row in rows:
        if row.problem is None and row.framework and row.key_question:
            framework = framework_of(row.framework)
            if row.key_question in _questions(framework):
                yield row, service_key(framework.family, row.level, row.provider, row.service), framework


def _rated(latest: dict[str, Row], framework_of: Callable[[str], Framework]) -> Iterator[ServiceRating]:
    newest = max(latest.values(), key=lambda row: str(row.date))
    framework = framework_of(newest.framework or "")
    ratings = {name: row.rating for name, row in latest.items()}
    found = overall(ratings, breached=any(row.breached for row in latest.values()), framework=framework)
    if found:
        order = [name for name in _questions(framework) if name in latest]
        yield ServiceRating(
            provider=newest.provider,
            service=newest.service,
            rating=found.rating,
            certainty=found.certainty,
            key_questions={name: latest[name].rating or Rating.NOT_RATED for name in order},
            paths=[latest[name].path for name in order],
        )


def _questions(framework: Framework) -> list[str]:
    return list(framework.overall.of) if framework.overall else []


def _number(row: Row, framework: Framework) -> int:
    return _questions(framework).index(row.key_question or "")


def _digest(key: ServiceKey) -> bytes:
    return blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=8).digest()
