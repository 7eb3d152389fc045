"""The story of a comparison: what cannot be compared, how the result moved, and what changed kind by kind."""

from collections.abc import Iterator

from wellled_cli.compare import caveats, kinds
from wellled_cli.model.assessment import Assessment
from wellled_cli.model.comparison import Caveat, Comparison, Side
from wellled_cli.model.finding import Kind
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import Review


def compare(old: Review, new: Review) -> Comparison:
    """Say what is different between two reviews.

    Raises ValueError where one of them has faults.
    """
    was, now = _side(old), _side(new)
    return Comparison(
        old=was,
        new=now,
        caveats=tuple(_caveats(was, now)),
        points=_points(was, now),
        steps=_steps(was, now),
        statements=kinds.statements(was, now),
        limits=kinds.limits(was, now),
        concerns=kinds.findings(was, now, Kind.CONCERN),
        records=kinds.findings(was, now, Kind.RECORD),
        measures=kinds.measures(was.said, now.said),
        breaches=kinds.breaches(was.said, now.said),
        actions=kinds.actions(was.said, now.said),
        published=kinds.published(was.said, now.said),
        judgement=kinds.judgement(was.said, now.said),
        texts_differ=_texts(was.said) != _texts(now.said),
    )


def _side(review: Review) -> Side:
    if review.assessment is None or review.framework is None or review.scorecard is None:
        raise ValueError(review.path)
    return Side(review, review.assessment, review.framework, review.scorecard)


def _caveats(old: Side, new: Side) -> Iterator[Caveat]:
    yield from caveats.of_who(old.said, new.said)
    yield from caveats.of_what(old.review, new.review)
    yield from caveats.of_framework(old.framework, new.framework)
    yield from caveats.of_result(old.card, new.card)
    yield from caveats.of_days(old.said, new.said)


def _points(old: Side, new: Side) -> int | None:
    """Give by how much the score rose; None where there are no two that were rated, or their bands are not the same."""
    if old.card.score is None or new.card.score is None or _steps(old, new) is None:
        return None
    agree = caveats.bands_agree(old.framework.scoring, new.framework.scoring)
    return new.card.score - old.card.score if agree else None


def _steps(old: Side, new: Side) -> int | None:
    """Give by how many ratings the rating rose; None where there are no two."""
    was, now = old.card.rating, new.card.rating
    if was in {None, Rating.NOT_RATED} or now in {None, Rating.NOT_RATED}:
        return None
    return now.rank - was.rank


def _texts(said: Assessment) -> tuple[object, ...]:
    """Give what is not compared word by word: the summary, the statements' texts, the evidence register."""
    return said.summary, said.statements, said.evidence
