"""A framework without scores: the rating is judged, and no number is known."""

import pytest

from tests.builders import TODAY, Yaml, assessment_text, faults_of, flagged, reviewed, scored
from wellled_cli.frameworks.catalogue import shipped
from wellled_cli.load.reader import read_text
from wellled_cli.model.rating import Rating
from wellled_cli.services import rated_services
from wellled_cli.workflow import Terms, review

DRAFT = "cqc-asc-2026-draft"
SIX = (
    *("strategic-direction", "workforce-equity-and-culture", "capable-and-compassionate-leaders"),
    *("governance-and-management", "partnerships-and-communities", "improvement-innovation-and-learning"),
)
FOUR = ("outstanding", "good", "requires improvement", "inadequate")
BY_QUESTION = {part.id: tuple(entry.id for entry in part.statements) for part in shipped(DRAFT).key_questions or []}


def draft_text(answers: dict[str, Yaml] | None = None, **changes: Yaml) -> str:
    """Write an assessment under the draft in which every line of enquiry is judged good, save those given."""
    judged = {name: {"judged": "good"} for name in SIX}
    return assessment_text((), framework=DRAFT, answers={**judged, **(answers or {})}, **changes)


def judgement(rating: str) -> dict[str, str]:
    """Write a judgement."""
    return {"rating": rating, "reason": "So the panel judged"}


@pytest.mark.parametrize("rating", [*FOUR, "not rated"])
def test_the_rating_is_the_one_judged(rating: str) -> None:
    """The rating is that of the judgement, whatever is judged of the lines of enquiry."""
    for level in FOUR:
        answers = {name: {"judged": level} for name in SIX}
        assert scored(draft_text(answers, judgement=judgement(rating))).rating == rating


def test_without_a_judgement_the_rating_is_open() -> None:
    """Lines of enquiry that are all judged outstanding are not summed: without a judgement there is no rating."""
    card = scored(draft_text({name: {"judged": "outstanding"} for name in SIX}))
    assert card.rating is None


@pytest.mark.parametrize("said", [{}, {"judgement": judgement("good")}])
def test_no_number_is_known(said: dict[str, Yaml]) -> None:
    """There is no total, maximum, percentage, score, band, limit, next rating or half, and no statement has a score."""
    card = scored(draft_text({SIX[3]: {"not_assessed": "Out of scope"}}, **said))
    numbers = (card.total, card.maximum, card.exact, card.score, card.band, card.next, card.unassessed)
    assert numbers == (None,) * 7
    assert (card.limited_by, card.expected_published, card.halves) == ((), (), ())
    assert [(entry.id, entry.score, entry.exact) for entry in card.statements] == [(name, None, None) for name in SIX]


def test_a_framework_need_not_say_how_it_is_judged() -> None:
    """A user's framework without scores and without a rule on judging has the rating judged, and no step to it."""
    framework = shipped(DRAFT).model_copy(update={"judged": None})
    outcome = review(read_text(draft_text(judgement=judgement("good")), "file.yaml"), Terms(TODAY, framework))
    assert outcome.scorecard is not None
    assert (outcome.scorecard.rating, outcome.scorecard.steps) == ("good", ())


def test_every_line_bears_its_title() -> None:
    """The lines of enquiry stand in the result with their titles, in the published order."""
    assert [entry.title for entry in scored(draft_text()).statements] == [
        "Strategic direction",
        "Workforce equity and culture",
        "Capable and compassionate leaders",
        "Governance and management",
        "Partnerships and communities",
        "Improvement, innovation and learning",
    ]


@pytest.mark.parametrize("question", BY_QUESTION)
def test_every_key_question_may_be_judged(question: str) -> None:
    """Each of the five key questions is judged over its own lines of enquiry, all of which stand in the result."""
    card = scored(draft_of(question))
    assert card.rating == "outstanding"
    assert tuple(entry.id for entry in card.statements) == BY_QUESTION[question]


def draft_of(question: str) -> str:
    """Write an assessment of a key question under the draft, judged outstanding."""
    text = assessment_text((), framework=DRAFT, answers=dict.fromkeys(BY_QUESTION[question]))
    return f"{text}key_question: {question}\njudgement: {{rating: outstanding, reason: So the panel judged}}\n"


def test_a_line_is_assessed_or_left_out() -> None:
    """A line of enquiry that was not assessed is left out, and every other is assessed, judged or not."""
    answers: dict[str, Yaml] = {SIX[0]: None, SIX[1]: {"findings": "Seen."}, SIX[2]: {"not_assessed": "No time"}}
    statuses = {entry.id: entry.status for entry in scored(draft_text(answers)).statements}
    assert statuses == {**dict.fromkeys(SIX, "assessed"), SIX[2]: "excluded"}


def test_the_one_step_cites_the_rule_on_judging() -> None:
    """The working is one step that says there are no scores and what was judged, by the framework's rule on it."""
    (step,) = scored(draft_text(judgement=judgement("requires improvement"))).steps
    assert step.rule == "judged"
    assert step.source == shipped(DRAFT).source_of("judged")
    assert "no scores" in step.text
    assert "requires improvement" in step.text
    (open_step,) = scored(draft_text()).steps
    assert open_step.rule == "judged"
    assert not any(str(rating) in open_step.text for rating in Rating)


@pytest.mark.parametrize(
    "answer",
    [{"score": 3}, {"categories": {"people": 3}}, {"score_unknown": "Not shown"}],
    ids=["score", "categories", "score_unknown"],
)
def test_scores_are_refused(answer: dict[str, Yaml]) -> None:
    """A score, scores by evidence category and an unknown score are faults at their key, beside a judgement or not."""
    (key,) = answer
    for beside in ({}, {"judged": "good"}):
        text = draft_text({SIX[2]: {**answer, **beside}})
        (fault,) = reviewed(text).faults
        assert fault.rule == "not-in-framework"
        line = text.splitlines()[fault.place.line - 1]
        assert line[fault.place.column - 1 :].startswith(f"{key}:")


def test_judging_a_line_belongs_to_frameworks_without_scores() -> None:
    """Under a framework with scores a line that is judged is a fault."""
    assert "not-in-framework" in faults_of(assessment_text(answers={"freedom-to-speak-up": {"judged": "good"}}))


@pytest.mark.parametrize("level", ["fine", 3, True])
def test_a_line_is_judged_by_a_rating(level: Yaml) -> None:
    """What a line is judged is a rating, and nothing else."""
    assert faults_of(draft_text({SIX[2]: {"judged": level}})) == ["unknown-rating"]


@pytest.mark.parametrize(("published", "agrees"), [("good", True), ("outstanding", False)])
def test_a_published_rating_is_compared_with_the_judgement(*, published: str, agrees: bool) -> None:
    """A published rating agrees where it is the one judged, and else is reported as different."""
    text = draft_text(judgement=judgement("good"), published={"rating": published})
    assert scored(text).agrees is agrees
    assert bool(flagged(text, "published-differs")) is not agrees


def test_judged_key_questions_make_no_overall_rating() -> None:
    """The draft has no rule for an overall rating, so five judged key questions have none."""
    reviews = [reviewed(draft_of(question)) for question in BY_QUESTION]
    assert all(review.scorecard and review.scorecard.rating == "outstanding" for review in reviews)
    assert list(rated_services(reviews)) == []


def test_every_line_must_stand_in_the_file() -> None:
    """A line of enquiry that is left out of the file is a fault, for missing is never silently left out."""
    answers = {name: {"judged": "good"} for name in SIX[1:]}
    assert faults_of(assessment_text((), framework=DRAFT, answers=answers)) == ["missing-statement"]
