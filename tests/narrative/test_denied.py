"""What was denied, rehearsed, taught, or looked for and not found is no concern; less may be better."""

import pytest

from wellled_cli.flag.narrative.lexicon import lexicon
from wellled_cli.flag.narrative.reader import read


def labels(text: str, *, is_concern: bool) -> set[str]:
    """Give the topics in which a text raises a concern, or a strength."""
    found = [label for sentence in read(text, lexicon()) for label in sentence.labels]
    return {label.topic for label in found if label.is_concern is is_concern}


@pytest.mark.parametrize(
    "text",
    [
        "In the autumn questionnaire nobody reported being afraid to raise a concern.",
        "In the pulse survey no one wrote that they dreaded telling their manager of a mistake.",
        "In the last survey of staff nobody had felt bullied.",
        "Nobody had suffered retaliation for speaking up.",
        "The home had rehearsed an outage of its medicines software twice.",
        "The ward simulated a failure of the electronic record each spring.",
        "Managers had checked secondments for signs of unequal treatment and found none.",
        "The auditor looked for gaps in supervision and had found none.",
        "Topics included social anxiety, dementia and the management of conflict on courses.",
        "Trustees had not heard these accounts.",
        "Staff turnover was 8% against a target of 15%.",
        "The vacancy rate was 6% against a target of 10%.",
        "Sickness absence stood at 3% against a target of 5%.",
        "Agency use was 4% against a target of 6%.",
    ],
)
def test_what_did_not_happen_is_no_concern(text: str) -> None:
    """Words of trouble alone do not make one."""
    assert labels(text, is_concern=True) == set()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The results of the survey lay in a file that nobody had read.", "feedback"),
        ("The electronic record failed each spring.", "it-systems"),
        ("The simulation suite for mandatory training was broken.", "training"),
        ("Comment cards were collected last month and nobody had read them.", "feedback"),
        ("Sessions covered by locums were left unfilled because of vacancies.", "staffing"),
        ("Managers had checked secondments and found that promotion was unfair.", "development"),
        ("The board had seen no management accounts since May.", "sustainability"),
        ("Staff turnover was 22% against a target of 15%.", "staffing"),
        ("The vacancy rate was 14% against a target of 10%.", "staffing"),
        ("Sickness absence stood at 7% against a target of 5%.", "staffing"),
        ("Agency use was 9% against a target of 6%.", "staffing"),
        ("Vacancies had fallen and mandatory training stood at 71% against a target of 90%.", "training"),
        ("Nobody met the target of 90% for mandatory training.", "training"),
        ("Nobody met the 90% target for mandatory training.", "training"),
        ("No ward met the target of 90% for appraisals.", "appraisal"),
        ("Nobody had dealt with the vacancies.", "staffing"),
        ("Nobody had explained the vacancies.", "staffing"),
        ("Staff turnover was 8% against a target of 15% and supervision had lapsed.", "supervision"),
        ("The home had never rehearsed a failure of its power supply.", "risk"),
        ("They had reviewed incidents and found nothing had been learned from them.", "incident-learning"),
    ],
)
def test_what_did_happen_is(text: str, topic: str) -> None:
    """The rules that dismiss do not dismiss the trouble itself."""
    assert topic in labels(text, is_concern=True)


@pytest.mark.parametrize(
    "text", ["Staff turnover was 8% against a target of 15%.", "Agency use was 4% against a target of 6%."]
)
def test_less_than_the_target_is_good_where_less_is_better(text: str) -> None:
    """It is no small share of something wanted."""
    assert labels(text, is_concern=False) == {"staffing"}


@pytest.mark.parametrize(
    "text",
    [
        "Mandatory training stood at 84% compared with 91% the year before.",
        "Mandatory training stood at 84% compared to 91% at the sister home.",
    ],
)
def test_a_rate_compared_with_another_is_no_target(text: str) -> None:
    """Only a target tells how much is enough."""
    assert labels(text, is_concern=True) == set()
    assert labels(text, is_concern=False) == set()
