"""Reviews as result format 1."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from wellled_cli import __version__
from wellled_cli.model import result
from wellled_cli.model.finding import Finding, Strength
from wellled_cli.model.review import NOTICE, Review
from wellled_cli.model.scorecard import Scorecard, three_decimals
from wellled_cli.render.visible import escaped


def render(reviews: Iterable[Review], today: date) -> str:
    """Give the JSON of a run, ending in a line break."""
    document = result.Result(
        format="wellled-result/1",
        tool=result.Tool(name="wellled", version=__version__),
        notice=NOTICE,
        today=today,
        assessments=[_assessment(review) for review in reviews],
    )
    return escaped(document.model_dump_json(indent=2)) + "\n"


def assessed(review: Review) -> dict[str, object]:
    """Give who and what was assessed and what came out, by the keys of the format."""
    said, card = review.assessment, review.scorecard or Scorecard(())
    published = said.published if said else None
    return {
        "path": review.path,
        "framework": review.framework.id if review.framework else None,
        "framework_chosen_by": review.chosen_by,
        "key_question": review.key_question.id if review.key_question else None,
        "level": review.level,
        "provider": said.provider if said else None,
        "service": said.service if said else None,
        "date": said.assessment.date if said else None,
        "source": said.assessment.source if said else None,
        "total": card.total,
        "maximum": card.maximum,
        "exact": three_decimals(card.exact) if card.exact is not None else None,
        "score": card.score,
        "band": card.band,
        "rating": card.rating,
        "limited_by": card.limited_by,
        "unassessed": card.unassessed,
        "expected_published": card.expected_published,
        "published": {"score": published.score, "rating": published.rating, "agrees": card.agrees}
        if published
        else None,
        "judgement": said.judgement if said else None,
    }


def found(finding: Finding) -> dict[str, object]:
    """Give a finding by the keys of the format."""
    fields: dict[str, object] = asdict(finding)
    del fields["place"], fields["subject"]
    return fields | finding.place._asdict()


def _assessment(review: Review) -> result.Assessment:
    card = review.scorecard or Scorecard(())
    return result.Assessment.model_validate(
        assessed(review)
        | {
            "next": card.next,
            "steps": card.steps,
            "statements": card.statements,
            "findings": [found(finding) for finding in review.findings],
            "strengths": [_strength(strength) for strength in review.strengths],
        },
    )


def _strength(strength: Strength) -> dict[str, object]:
    fields: dict[str, object] = asdict(strength)
    del fields["place"]
    return fields | {"line": strength.place.line, "column": strength.place.column}
