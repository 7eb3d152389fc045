"""The published frameworks as data."""

from datetime import date

import pytest

from tests.builders import SAF, STATEMENTS, saf
from wellled_cli.frameworks.catalogue import framework_ids, in_force, shipped
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.slug import slug

EVERY_FRAMEWORK = pytest.mark.parametrize("framework_id", framework_ids())


def test_the_34_statements_are_there() -> None:
    """The five key questions have their 8, 6, 5, 7 and 8 statements, in the published order."""
    questions = saf().key_questions or []
    assert {part.id: tuple(entry.id for entry in part.statements) for part in questions} == STATEMENTS
    assert [entry.number for part in questions for entry in part.statements] == list(range(1, 35))


def test_an_id_is_the_title() -> None:
    """A statement's id is its title, every word kept; environmental-sustainability is the one exception."""
    others = {entry.id: slug(entry.title) for entry in saf().all_statements if entry.id != slug(entry.title)}
    assert others == {"environmental-sustainability": "environmental-sustainability-and-sustainable-development"}


@pytest.mark.parametrize(
    ("question", "level", "count"),
    [
        ("safe", "service", 8),
        ("effective", "service", 6),
        ("caring", "service", 5),
        ("responsive", "service", 7),
        ("well-led", "service", 7),
        ("well-led", "trust", 8),
    ],
)
def test_the_eighth_statement_counts_at_trust_level_only(question: str, level: str, count: int) -> None:
    """Environmental sustainability counts for an NHS trust; elsewhere well-led has seven statements."""
    counted = saf().asked(question, level).counted
    assert tuple(entry.id for entry in counted) == STATEMENTS[question][:count]


@pytest.mark.parametrize("day", [date(2024, 12, 2), date(2025, 6, 4), date(2026, 11, 23)])
def test_statements_are_scored_directly_since_december_2024(day: date) -> None:
    """An assessment started on or after 2 December 2024 falls under the framework scored by statement."""
    assert in_force(day) == saf()


@pytest.mark.parametrize("day", [date(2024, 12, 1), date(2023, 11, 21), date(2010, 1, 1)])
def test_statements_were_not_scored_directly_before(day: date) -> None:
    """An assessment started before 2 December 2024 does not."""
    assert in_force(day) != saf()


def test_no_more_than_one_framework_is_in_force() -> None:
    """On no day does an assessment that names no framework fall under two."""
    days = [date(year, month, 15) for year in range(2010, 2028) for month in range(1, 13)]
    frameworks = [shipped(framework_id) for framework_id in framework_ids()]
    assert max(sum(framework.covers(day) for framework in frameworks) for day in days) == 1


@EVERY_FRAMEWORK
def test_a_framework_is_called_like_its_file(framework_id: str) -> None:
    """The name of a framework's file is its id."""
    assert shipped(framework_id).id == framework_id


@EVERY_FRAMEWORK
def test_every_rule_that_is_cited_is_there(framework_id: str) -> None:
    """Whatever cites a rule or a source cites one that is there."""
    framework = shipped(framework_id)
    cited = {framework.in_force.rule, framework.breach, framework.judged}
    if scoring := framework.scoring:
        cited |= {scoring.percentage, scoring.scale.rule, scoring.rounding.rule, scoring.rounding.halves_rule}
        cited |= {scoring.bands.rule, *(limiter.rule for limiter in scoring.limiters)}
        cited |= {*scoring.unassessed.rules.values()}
        cited |= {scoring.limiters_overlap, scoring.held, scoring.categories}
    if overall := framework.overall:
        cited |= {principle.rule for principle in overall.principles}
    assert cited - {None} <= set(framework.rules)
    assert {source for rule in framework.rules.values() for source in rule.sources} <= set(framework.sources)


@EVERY_FRAMEWORK
def test_what_is_sure_has_a_source(framework_id: str) -> None:
    """A rule without a source is never called more than weakly inferred."""
    unsure = {name for name, rule in shipped(framework_id).rules.items() if not rule.sources}
    assert {shipped(framework_id).rules[name].confidence for name in unsure} <= {"low"}


@EVERY_FRAMEWORK
def test_bands_leave_no_gap(framework_id: str) -> None:
    """The bands cover 0 to 100, without gap or overlap, from the worst rating to the best."""
    scoring = shipped(framework_id).scoring
    if scoring is not None:
        bands = scoring.bands.ratings
        assert [score for band in bands for score in range(band.lowest, band.highest + 1)] == list(range(101))
        assert [band.rating.rank for band in bands] == [1, 2, 3, 4]


@EVERY_FRAMEWORK
def test_a_statement_is_itself_by_any_name(framework_id: str) -> None:
    """Every statement of a key question is found by its id and by its title, in any case."""
    framework = shipped(framework_id)
    for entry in framework.all_statements:
        assert framework.statement(entry.id) is entry
        found = framework.statement(entry.title.upper())
        assert found is not None
        assert found.title == entry.title


def test_an_unknown_framework_is_refused() -> None:
    """An id that is nearly right is refused with the right one."""
    with pytest.raises(UsageFaultError, match=SAF):
        shipped("cqc-saf-2042")


def test_a_rule_is_cited_with_its_confidence() -> None:
    """A cited rule says where it was read and how sure it is."""
    assert "high" in saf().source_of("bands")
    assert "how CQC rates services" in saf().source_of("bands")
    assert "low" in saf().source_of("R2")
