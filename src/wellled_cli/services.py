"""Reviews that belong together: the key questions of one service, and their overall rating."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeAlias

from wellled_cli.model.assessment import Assessment
from wellled_cli.model.overall import RatedService
from wellled_cli.model.review import Review
from wellled_cli.score.overall import overall

ServiceKey: TypeAlias = tuple[str | None, ...]


class Named(Protocol):
    """A provider or a service, as far as it says who it is."""

    @property
    def name(self) -> str | None:
        """Its name."""

    @property
    def id(self) -> str | None:
        """Its id."""


def rated_services(reviews: Iterable[Review]) -> Iterator[RatedService]:
    """Give each service whose key questions all have a rating, in the order its first review came.

    Reviews of one service have the same provider and service, each by id or else by name, under frameworks of one
    family; of several of one key question the latest counts.
    """
    services: dict[ServiceKey, dict[str, Review]] = {}
    for review in reviews:
        if review.assessment and review.framework and review.key_question and review.scorecard:
            latest = services.setdefault(_service(review, review.assessment), {})
            known = latest.get(review.key_question.id)
            if known is None or _dated(known) <= _dated(review):
                latest[review.key_question.id] = review
    for latest in services.values():
        framework = max(latest.values(), key=_dated).framework
        ratings = {name: review.scorecard.rating for name, review in latest.items() if review.scorecard}
        if framework and framework.overall:
            found = overall(ratings, breached=any(map(_breached, latest.values())), framework=framework)
            if found:
                yield RatedService(tuple(latest[name] for name in framework.overall.of), found)


def service_key(family: str | None, level: str | None, provider: Named | None, service: Named | None) -> ServiceKey:
    """Give what is the same for all assessments of one service: provider and service, each by id or else by name."""
    return (family, level, *named(provider), *named(service))


def named(part: Named | None) -> tuple[str | None, str | None]:
    """Give what is the same wherever a provider or a service is meant: its id, else its name, in any case."""
    if part and part.id and part.id.strip():
        return "id", part.id.strip().casefold()
    name = " ".join((part.name or "").split()).casefold() if part else ""
    return "name", name or None


def _service(review: Review, assessment: Assessment) -> ServiceKey:
    family = review.framework.family if review.framework else None
    return service_key(family, review.level, assessment.provider, assessment.service)


def _dated(review: Review) -> str:
    return str(review.assessment.assessment.date) if review.assessment else ""


def _breached(review: Review) -> bool:
    return any(
        breach.status == "current" for breach in (review.assessment.breaches if review.assessment else None) or ()
    )
