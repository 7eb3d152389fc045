"""The reader is as good as the docs say, on the sets they name, and never gets worse unseen."""

import re
from functools import cache

import pytest

from tests.concern_quality import Figures, Outcome, figures, outcomes, rows_of
from tests.house.places import ROOT

DATA = ROOT / "tests" / "narrative" / "data"
DOCS = (ROOT / "docs" / "explanation" / "concerns.md").read_text("utf-8")


@cache
def read(name: str) -> tuple[Outcome, ...]:
    """Read a set."""
    return tuple(outcomes(rows_of([DATA / f"{name}.jsonl"])))


def found(name: str, polarity: str) -> Figures:
    """Give the figures of a set."""
    return figures(read(name), polarity)


@pytest.mark.parametrize(("polarity", "precision", "recall"), [("concern", 0.92, 0.75), ("strength", 0.90, 0.65)])
def test_the_acceptance_set_is_read_well(polarity: str, precision: float, recall: float) -> None:
    """361 sentences of 42 narratives, some beyond any rule."""
    measured = found("acceptance", polarity)
    assert measured.precision >= precision
    assert measured.recall >= recall


@pytest.mark.parametrize("name", ["unseen", "acceptance"])
def test_the_docs_state_the_figures(name: str) -> None:
    """Number for number, so that a change of the lexicon changes what is claimed."""
    (row,) = re.findall(rf"^\| `{name}\.jsonl`.*$", DOCS, re.MULTILINE)
    stated = [cell.strip() for cell in row.strip("|").split("|")][1:]
    both = [found(name, polarity) for polarity in ("concern", "strength")]
    measured = [f"{value:.2f}" for each in both for value in (each.precision, each.recall)]
    assert stated == [str(len(read(name))), *measured]


@pytest.mark.parametrize("name", ["unseen", "acceptance"])
def test_every_label_is_one_of_the_topics(name: str) -> None:
    """A set that names a topic nobody reads would measure nothing."""
    from wellled_cli.model.topic import TOPICS

    for outcome in read(name):
        assert {topic for topic, _ in outcome.wanted} <= set(TOPICS)
        assert {polarity for _, polarity in outcome.wanted} <= {"concern", "strength"}
