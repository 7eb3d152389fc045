"""The frameworks hold what was published: titles, addresses, words, numbers, days, and how sure each is."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from wellled_cli.frameworks.catalogue import framework_ids, in_force, shipped
from wellled_cli.model.framework import Framework, Scoring

SAF_2023, SAF_2024, LOCAL, DRAFT = "cqc-saf-2023", "cqc-saf-2024", "cqc-la-2025", "cqc-asc-2026-draft"
SCORED = (SAF_2023, SAF_2024, LOCAL)

PAGES = "https://www.cqc.org.uk/guidance-regulation/providers/assessment/single-assessment-framework/"

STATEMENTS = """\
1 | Learning culture | safe/learning-culture
2 | Safe systems, pathways and transitions | safe/safe-systems-pathways-transitions
3 | Safeguarding | safe/safeguarding
4 | Involving people to manage risks | safe/involving-people-manage-risk
5 | Safe environments | safe/safe-environments
6 | Safe and effective staffing | safe/safe-effective-staffing
7 | Infection prevention and control | safe/infection-prevention-control
8 | Medicines optimisation | safe/medicines-optimisation
9 | Assessing needs | effective/assessing-needs
10 | Delivering evidence-based care and treatment | effective/delivering-evidence-based-care
11 | How staff and teams work together | effective/staff-teams-work-together
12 | Supporting people to live healthier lives | effective/supporting-people-healthier-lives
13 | Monitoring and improving outcomes | effective/monitoring-improving-outcomes
14 | Consent to care and treatment | effective/consent-care-treatment
15 | Kindness, compassion and dignity | caring/kindness-compassion-dignity
16 | Treating people as individuals | caring/treating-people-individuals
17 | Independence, choice and control | caring/independence-choice-control
18 | Responding to people\N{RIGHT SINGLE QUOTATION MARK}s immediate needs | caring/responding-immediate-needs
19 | Workforce wellbeing and enablement | caring/workforce-wellbeing-enablement
20 | Person-centred care | responsive/person-centred-care
21 | Care provision, integration and continuity | responsive/care-provision-integration-continuity
22 | Providing information | responsive/providing-information
23 | Listening to and involving people | responsive/listening-involving-people
24 | Equity in access | responsive/equity-access
25 | Equity in experiences and outcomes | responsive/equity-experiences-outcomes
26 | Planning for the future | responsive/planning-future
27 | Shared direction and culture | well-led/shared-direction-culture
28 | Capable, compassionate and inclusive leaders | well-led/capable-compassionate-inclusive-leaders
29 | Freedom to speak up | well-led/freedom-speak-up
30 | Workforce equality, diversity and inclusion | well-led/workforce-equality-diversity-inclusion
31 | Governance, management and sustainability | well-led/governance-management-sustainability
32 | Partnerships and communities | well-led/partnerships-communities
33 | Learning, improvement and innovation | well-led/learning-improvement-innovation
34 | Environmental sustainability and sustainable development | well-led/environmental-sustainability
"""

NINE = """\
1 | Assessing needs | Working with people
2 | Supporting people to live healthier lives | Working with people
3 | Equity in experience and outcomes | Working with people
4 | Care provision, integration and continuity | Providing support
5 | Partnerships and communities | Providing support
6 | Safe systems, pathways and transitions | Safety
7 | Safeguarding | Safety
8 | Governance, management and sustainability | Leadership
9 | Learning, improvement and innovation | Leadership
"""

LINES_OF_ENQUIRY = """\
1 | Safe | Safety culture
2 | Safe | Managing risks during care and treatment
3 | Safe | Safe systems, pathways and transitions
4 | Safe | Safeguarding
5 | Safe | Safe environments and infection prevention and control
6 | Safe | Safe staffing
7 | Safe | Safe medicines and treatments
8 | Effective | Assessing needs
9 | Effective | Evidence-based care and equitable outcomes
10 | Effective | Supporting people to live healthier lives
11 | Effective | Consent to care and treatment
12 | Caring | Kindness, compassion and dignity
13 | Caring | Person-centred care
14 | Caring | Independence, choice and control
15 | Responsive | Care provision, integration and continuity
16 | Responsive | Listening to and responding to feedback
17 | Responsive | Timely and equitable access
18 | Responsive | Equity in experiences
19 | Well-led | Strategic direction
20 | Well-led | Workforce equity and culture
21 | Well-led | Capable and compassionate leaders
22 | Well-led | Governance and management
23 | Well-led | Partnerships and communities
24 | Well-led | Improvement, innovation and learning
"""

SURE = {
    "scale": "high",
    "percentage": "high",
    "R1": "high",
    "R2": "low",
    "bands": "high",
    "L1": "medium",
    "L2": "medium",
    "L2-with-1": "low",
    "held": "medium",
    "N1": "medium",
    "N4": "medium",
    "N7": "low",
    "P1": "medium",
    "P3": "medium",
    "P4": "medium",
    "P5": "medium",
    "P6": "medium",
    "P7": "low",
    "P8": "medium",
}
"""How sure each rule is of the single assessment framework; the overall principles are legacy text, so P8 too."""


def lines(text: str) -> list[list[str]]:
    """Read a table."""
    return [line.split(" | ") for line in text.splitlines()]


def scoring_of(framework_id: str) -> Scoring:
    """Give the arithmetic of a framework that has one."""
    scoring = shipped(framework_id).scoring
    assert scoring is not None
    return scoring


def entries(framework: Framework) -> Iterator[tuple[str, str, str | None]]:
    """Give number, title and page of each statement, in the order of the framework."""
    for entry in framework.all_statements:
        yield str(entry.number), entry.title, entry.page


def test_the_four_frameworks_are_there() -> None:
    """The two single assessment frameworks, the one of local authorities and the draft are known."""
    assert {SAF_2023, SAF_2024, LOCAL, DRAFT} <= set(framework_ids())


@pytest.mark.parametrize("framework_id", [SAF_2023, SAF_2024])
def test_the_34_titles_and_addresses(framework_id: str) -> None:
    """Both single assessment frameworks have the same 34 statements with their titles and addresses."""
    framework = shipped(framework_id)
    assert [list(entry) for entry in entries(framework)] == lines(STATEMENTS)
    assert framework.pages == PAGES
    assert [part.title for part in framework.key_questions or []] == [
        *("Safe", "Effective", "Caring", "Responsive", "Well-led")
    ]
    assert [entry.number for entry in framework.all_statements if entry.only_at == "trust"] == [34]


def test_the_nine_of_a_local_authority() -> None:
    """A local authority has nine statements in four themes, and no key questions or levels."""
    framework = shipped(LOCAL)
    assert [[str(entry.number), entry.title, entry.theme] for entry in framework.all_statements] == lines(NINE)
    assert framework.key_questions is None
    assert framework.levels == []


def test_the_24_lines_of_enquiry() -> None:
    """The draft has 24 lines of enquiry, 7, 4, 3, 4 and 6 to a key question, and environment is none of them."""
    framework = shipped(DRAFT)
    found = [
        [str(entry.number), part.title, entry.title]
        for part in framework.key_questions or []
        for entry in part.statements
    ]
    assert found == lines(LINES_OF_ENQUIRY)


@pytest.mark.parametrize("framework_id", SCORED)
def test_scores_are_published_words(framework_id: str) -> None:
    """The four scores mean what CQC's words say, in every framework that has them."""
    scoring = scoring_of(framework_id)
    assert scoring.highest_score == 4
    assert scoring.scale.words == {
        "1": "Evidence shows significant shortfalls",
        "2": "Evidence shows some shortfalls",
        "3": "Evidence shows a good standard",
        "4": "Evidence shows an exceptional standard",
    }


@pytest.mark.parametrize("framework_id", SCORED)
def test_the_four_bands_are_the_same_everywhere(framework_id: str) -> None:
    """38 or lower, 39 to 62, 63 to 87, 88 or higher, for every percentage there is."""
    bands = [(band.rating, band.lowest, band.highest) for band in scoring_of(framework_id).bands.ratings]
    assert bands == [
        ("inadequate", 0, 38),
        ("requires improvement", 39, 62),
        ("good", 63, 87),
        ("outstanding", 88, 100),
    ]


@pytest.mark.parametrize("framework_id", [SAF_2023, SAF_2024])
def test_two_limiters_and_no_third(framework_id: str) -> None:
    """A 1 limits good to requires improvement, a 1 or 2 outstanding to good; nothing lowers to inadequate (L3)."""
    found = [(each.rule, each.band, each.scores, each.limited_to) for each in scoring_of(framework_id).limiters]
    assert found == [
        ("L1", "good", [1], "requires improvement"),
        ("L2", "outstanding", [1, 2], "good"),
    ]


def test_local_authorities_have_no_limiter() -> None:
    """Limits on local authorities are untested, so none is applied, none is held, and a note says so (L4)."""
    scoring = scoring_of(LOCAL)
    assert (scoring.limiters, scoring.limiters_overlap, scoring.held) == ([], None, None)
    assert "limit" in (shipped(LOCAL).note or "")


@pytest.mark.parametrize("framework_id", [SAF_2023, SAF_2024])
def test_a_previous_rating_is_carried_as_its_score(framework_id: str) -> None:
    """Outstanding is carried as 4, good 3, requires improvement 2, inadequate 1; that is the usual policy (N1)."""
    unassessed = scoring_of(framework_id).unassessed
    assert unassessed.carried == {"outstanding": 4, "good": 3, "requires improvement": 2, "inadequate": 1}
    assert unassessed.policy == "carry-forward"
    assert unassessed.rules == {"carry-forward": "N1", "zero": "N4", "exclude": "N7"}


def test_only_the_older_framework_knows_categories() -> None:
    """Scores by evidence category stopped with assessments started on 2 December 2024."""
    assert {name: scoring_of(name).categories is not None for name in SCORED} == {
        SAF_2023: True,
        SAF_2024: False,
        LOCAL: False,
    }


@pytest.mark.parametrize(
    ("day", "framework_id"),
    [
        (date(2023, 11, 20), None),
        (date(2023, 11, 21), SAF_2023),
        (date(2024, 12, 1), SAF_2023),
        (date(2024, 12, 2), SAF_2024),
        (date(2026, 11, 23), SAF_2024),
    ],
)
def test_days_have_their_framework(day: date, framework_id: str | None) -> None:
    """The older framework covers 21 November 2023 to 1 December 2024, the newer one every day since."""
    framework = in_force(day)
    assert (framework.id if framework else None) == framework_id


def test_no_day_has_two_frameworks() -> None:
    """Every day from 21 November 2023 on falls under one framework exactly, every day before under none."""
    first, frameworks = date(2023, 11, 21), [shipped(name) for name in framework_ids()]
    for offset in range(-400, 1100):
        day = first + timedelta(days=offset)
        assert sum(framework.covers(day) for framework in frameworks) == (offset >= 0), day


def test_status_and_scores_of_each() -> None:
    """One framework is replaced, two are in force, the draft is a draft and alone has no scores."""
    names = (SAF_2023, SAF_2024, LOCAL, DRAFT)
    assert {name: (shipped(name).status, shipped(name).scoring is not None) for name in names} == {
        SAF_2023: ("replaced", True),
        SAF_2024: ("in-force", True),
        LOCAL: ("in-force", True),
        DRAFT: ("draft", False),
    }


@pytest.mark.parametrize("framework_id", [LOCAL, DRAFT])
def test_some_frameworks_have_no_overall_rating_of_key_questions(framework_id: str) -> None:
    """The principles for five key questions belong to the single assessment framework alone."""
    assert shipped(framework_id).overall is None


@pytest.mark.parametrize("framework_id", [SAF_2023, SAF_2024])
def test_rules_are_as_sure_as_they_are(framework_id: str) -> None:
    """What was read on CQC's own page is high, one good source medium, an inference low; legacy text is medium."""
    rules = shipped(framework_id).rules
    assert {name: rules[name].confidence for name in SURE} == SURE


def test_a_first_day_that_is_inferred_is_not_called_sure() -> None:
    """The first day of the older framework is inferred from its month, so no rule that states it is high."""
    stating = [rule.confidence for rule in shipped(SAF_2023).rules.values() if "21 November 2023" in rule.says]
    assert stating
    assert "high" not in stating


@pytest.mark.parametrize("framework_id", [SAF_2023, SAF_2024, DRAFT])
def test_regulations_have_their_names(framework_id: str) -> None:
    """Regulations are named as CQC names them; 18 is staffing, not the notifications of another statute."""
    assert shipped(framework_id).regulations == {
        "5": "Fit and proper directors",
        "7": "Registered managers",
        "9": "Person-centred care",
        "9A": "Visiting and accompanying",
        "10": "Dignity and respect",
        "11": "Need for consent",
        "12": "Safe care and treatment",
        "13": "Safeguarding",
        "14": "Nutrition and hydration",
        "15": "Premises and equipment",
        "16": "Complaints",
        "17": "Good governance",
        "18": "Staffing",
        "19": "Fit and proper persons employed",
        "20": "Duty of candour",
        "20A": "Display of ratings",
    }
