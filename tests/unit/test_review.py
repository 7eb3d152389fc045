"""One review for programs and notebooks takes an assessment in the shapes that they have it in."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd
import pytest
import yaml

from tests.builders import assessment_text
from wellled_cli import review
from wellled_cli.model.errors import UnreadableError
from wellled_cli.model.review import Review

MEASURE = {"name": "Training", "topic": "training", "value": 82}


def content() -> dict[str, Any]:
    """Give the content of a right assessment."""
    return dict(yaml.safe_load(assessment_text(measures=[MEASURE])))


def rating(reviewed: Review) -> str:
    """Give the rating of a review without faults."""
    assert reviewed.scorecard is not None, reviewed.faults
    return str(reviewed.scorecard.rating)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(pd.Series([82])[0], 82), (pd.Series([81.5])[0], 81.5), (Decimal("81.5"), 81.5)],
    ids=["whole", "broken", "exact"],
)
def test_a_number_of_a_data_frame_is_a_number(value: object, expected: float) -> None:
    """It need not be made one of Python's own first."""
    reviewed = review(content() | {"measures": [MEASURE | {"value": value}]})
    assert reviewed.assessment is not None, reviewed.faults
    assert reviewed.assessment.measures is not None
    assert reviewed.assessment.measures[0].value == expected


@pytest.mark.parametrize("day", [pd.Timestamp("2025-02-20"), datetime(2025, 2, 20)], ids=["pandas", "python"])  # noqa: DTZ001
def test_the_midnight_of_a_data_frame_is_a_day(day: object) -> None:
    """A column of dates holds them with a time, which is midnight."""
    reviewed = review(content() | {"assessment": {"source": "self", "date": day}})
    assert reviewed.assessment is not None, reviewed.faults
    assert str(reviewed.assessment.assessment.date) == "2025-02-20"


@pytest.mark.parametrize("wrap", [dict, MappingProxyType])
def test_any_mapping_will_do(wrap: Callable[[dict[str, Any]], Mapping[str, object]]) -> None:
    """Of the whole, and within it."""
    parts = content()
    assert rating(review(wrap(parts | {"assessment": wrap(parts["assessment"])}))) == rating(review(parts))


@pytest.mark.parametrize("before", ["", " ", "\n "])
def test_json_on_one_line_is_text_too(before: str) -> None:
    """No file has such a name."""
    parts = content()
    assert rating(review(before + json.dumps(parts, default=str))) == rating(review(parts))


def test_a_framework_file_may_be_a_path(tmp_path: Path) -> None:
    """As the assessment may."""
    file = tmp_path / "a.yaml"
    file.write_text(assessment_text(), encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"missing\.yaml"):
        review(file, framework=tmp_path / "missing.yaml")
