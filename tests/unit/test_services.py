"""Reviews that belong together: which make a service, which of several counts, and when there is an overall rating."""

from collections.abc import Iterable
from itertools import permutations

import pytest

from tests.builders import STATEMENTS, Yaml, assessment_text, reviewed
from tests.own_framework import service_texts
from wellled_cli.model.overall import RatedService
from wellled_cli.services import rated_services

GOOD = dict.fromkeys(STATEMENTS, "good")
OLDER, NEWER = {"date": "2025-02-20"}, {"date": "2025-06-20"}
BREACH = {"regulation": 17, "status": "current"}


def services(texts: Iterable[str]) -> list[RatedService]:
    """Give the services of some files."""
    return list(rated_services(map(reviewed, texts)))


def rated_together(first: dict[str, Yaml], rest: dict[str, Yaml]) -> bool:
    """Tell whether a file that says who was assessed in one way goes with four that say it in another."""
    texts = [
        service_texts({question: "good"}, **(rest if question != "safe" else first))[question]
        for question in STATEMENTS
    ]
    return len(services(texts)) == 1


def test_five_key_questions_are_a_service() -> None:
    """Five files, one for each key question of a service, make one overall rating, key questions in published order."""
    texts = service_texts(GOOD)
    (service,) = services(reversed(texts.values()))
    assert service.overall.rating == "good"
    assert [review.key_question.id for review in service.reviews if review.key_question] == list(STATEMENTS)


@pytest.mark.parametrize("question", STATEMENTS)
def test_four_are_not(question: str) -> None:
    """With one key question missing there is no overall rating."""
    texts = service_texts(GOOD)
    del texts[question]
    assert services(texts.values()) == []


@pytest.mark.parametrize("question", STATEMENTS)
@pytest.mark.parametrize(
    "change",
    [{"score_unknown": "Not shown"}, {"not_assessed": "Out of scope"}, {"score": 5}],
    ids=["open", "not rated", "faulty"],
)
def test_every_key_question_needs_a_rating(question: str, change: dict[str, Yaml]) -> None:
    """A key question whose rating is open, that is not rated, or whose file is wrong leaves no overall rating."""
    answers = {STATEMENTS[question][0]: change}
    texts = {**service_texts(GOOD), **service_texts({question: "good"}, answers=answers)}
    assert services(texts.values()) == []


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ({"provider": {"name": "Ash", "id": "P1"}}, {"provider": {"name": "Ash Grove", "id": "P1"}}),
        ({"provider": {"name": "Ash", "id": "P1"}}, {"provider": {"id": "P1"}}),
        ({"service": {"name": "A", "id": "S1"}}, {"service": {"name": "B", "id": "S1"}}),
        (
            {"provider": {"name": "Ash"}, "service": {"name": "A"}},
            {"provider": {"name": "Ash"}, "service": {"name": "A"}},
        ),
        ({"provider": None, "service": {"id": "S1"}}, {"provider": None, "service": {"id": "S1", "name": "A"}}),
        ({"service": {"id": "S1", "type": "care home"}}, {"service": {"id": "S1"}}),
        ({"service": {"type": "care home"}}, {}),
        ({"service": {"name": None, "id": None, "type": None}}, {}),
    ],
)
def test_the_same_ids_or_else_names_are_one_service(first: dict[str, Yaml], rest: dict[str, Yaml]) -> None:
    """A service is known by the ids of provider and service, whatever the names, and by the names where no id is."""
    assert rated_together(first, rest)


@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ({"provider": {"name": "Ash", "id": "P1"}}, {"provider": {"name": "Ash", "id": "P2"}}),
        ({"provider": {"name": "Ash"}}, {"provider": {"name": "Elm"}}),
        ({"service": {"name": "A", "id": "S1"}}, {"service": {"name": "A", "id": "S2"}}),
        ({"service": {"name": "A"}}, {"service": {"name": "B"}}),
        ({"service": {"name": "A"}}, {}),
        ({"provider": {"name": "A"}, "service": {"name": "B"}}, {"provider": {"name": "B"}, "service": {"name": "A"}}),
    ],
)
def test_another_provider_or_service_is_another(first: dict[str, Yaml], rest: dict[str, Yaml]) -> None:
    """Another id, or another name where there is no id, of provider or service is another service."""
    assert not rated_together(first, rest)


def test_frameworks_of_one_family_go_together() -> None:
    """Assessments under the two single assessment frameworks are of one service."""
    older = service_texts({"safe": "good", "caring": "good"}, framework="cqc-saf-2023")
    newer = service_texts({"effective": "good", "responsive": "good", "well-led": "good"})
    (service,) = services([*older.values(), *newer.values()])
    assert {review.framework.id for review in service.reviews if review.framework} == {"cqc-saf-2023", "cqc-saf-2024"}


def test_another_family_stays_apart() -> None:
    """An assessment under the draft neither completes nor replaces those under the single assessment framework."""
    texts = service_texts(GOOD, about=OLDER)
    draft = assessment_text(
        (),
        framework="cqc-asc-2026-draft",
        about=NEWER,
        answers=dict.fromkeys(
            (
                *("strategic-direction", "workforce-equity-and-culture", "capable-and-compassionate-leaders"),
                *("governance-and-management", "partnerships-and-communities", "improvement-innovation-and-learning"),
            )
        ),
        judgement={"rating": "inadequate", "reason": "So judged"},
    )
    assert reviewed(draft).scorecard is not None
    (service,) = services([*texts.values(), draft])
    assert (service.overall.rating, service.overall.certainty) == ("good", "normal")
    del texts["well-led"]
    assert services([*texts.values(), draft]) == []


def test_local_authorities_make_no_service() -> None:
    """Assessments of local authorities have no key question, so no overall rating of key questions."""
    names = (
        *("assessing-needs", "supporting-people-to-live-healthier-lives", "equity-in-experience-and-outcomes"),
        *("care-provision-integration-and-continuity", "partnerships-and-communities"),
        *("safe-systems-pathways-and-transitions", "safeguarding"),
        *("governance-management-and-sustainability", "learning-improvement-and-innovation"),
    )
    text = assessment_text((), framework="cqc-la-2025", answers={name: {"score": 3} for name in names})
    assert reviewed(text).scorecard is not None
    assert services([text] * 5) == []


def test_the_latest_date_counts() -> None:
    """Of several assessments of a key question the one of the latest date counts, in whatever order they come."""
    rest = service_texts({question: "good" for question in STATEMENTS if question != "safe"})
    safe = [
        service_texts({"safe": rating}, about={"date": date})["safe"]
        for rating, date in (("good", "2024-12-31"), ("inadequate", "2025-12-31"), ("outstanding", "2025-02-01"))
    ]
    for order in permutations(safe):
        (service,) = services([*order, *rest.values()])
        assert (service.overall.rating, service.overall.certainty) == ("requires improvement", "judgement")
        assert service.reviews[0].assessment is not None
        assert str(service.reviews[0].assessment.assessment.date) == "2025-12-31"


def test_the_date_counts_and_not_the_start() -> None:
    """An assessment is as late as its date, whenever it started."""
    texts = service_texts(GOOD, about={"date": "2025-06-20", "started": "2025-01-01"})
    late_start = service_texts({"safe": "inadequate"}, about={"date": "2025-06-19", "started": "2025-06-18"})["safe"]
    (service,) = services([*texts.values(), late_start])
    assert service.overall.rating == "good"


def test_the_latest_counts_even_where_it_has_no_rating() -> None:
    """A later assessment without a rating is not passed over for an earlier one with a rating."""
    older = service_texts(GOOD, about=OLDER)
    answers = {STATEMENTS["caring"][0]: {"score_unknown": "Not shown"}}
    newer = service_texts({"caring": "good"}, about=NEWER, answers=answers)
    assert services([*newer.values(), *older.values()]) == []
    assert services([*older.values(), *newer.values()]) == []


def test_a_current_breach_in_any_key_question_limits() -> None:
    """A current breach in the file of any one key question limits the whole; one that was met does not."""
    for question in STATEMENTS:
        for status, rating in (("current", "requires improvement"), ("met", "good")):
            breached = service_texts({question: "good"}, breaches=[{"regulation": 17, "status": status}])
            (service,) = services({**service_texts(GOOD), **breached}.values())
            assert service.overall.rating == rating


def test_a_breach_of_an_earlier_assessment_is_past() -> None:
    """A breach in an assessment that a later one replaces does not limit."""
    older = service_texts({"safe": "good"}, about=OLDER, breaches=[{"regulation": 12, "status": "met"}, BREACH])
    newer = service_texts(GOOD, about=NEWER)
    (service,) = services([*newer.values(), *older.values()])
    assert service.overall.rating == "good"


def test_services_come_in_the_order_of_their_files() -> None:
    """Several services are rated apart, in the order in which the first file of each came."""
    elm = service_texts(dict.fromkeys(STATEMENTS, "outstanding"), provider={"name": "Elm"})
    ash = service_texts(dict.fromkeys(STATEMENTS, "inadequate"), provider={"name": "Ash"})
    mixed = [text for pair in zip(elm.values(), ash.values(), strict=True) for text in pair]
    assert [service.overall.rating for service in services(mixed)] == ["outstanding", "inadequate"]
    assert [service.overall.rating for service in services(reversed(mixed))] == ["inadequate", "outstanding"]


def test_no_files_make_no_service() -> None:
    """Without files there is no service."""
    assert services([]) == []
