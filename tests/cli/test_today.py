"""--today fixes the clock: what is overdue and what has expired."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.builders import assessment_text
from tests.cli.command import Command

FILE = assessment_text(
    actions=[
        {
            "id": "A1",
            "title": "Tell staff",
            "kind": "should",
            "owner": "J. Lee",
            "due": date(2026, 3, 31),
            "status": "open",
        }
    ],
    evidence=[{"id": "E1", "title": "Staff survey", "review_by": date(2026, 6, 30)}],
)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        ("2026-03-30", []),
        ("2026-03-31", []),
        ("2026-04-01", ["action-overdue"]),
        ("2026-06-30", ["action-overdue"]),
        ("2026-07-01", ["action-overdue", "evidence-expired"]),
    ],
)
def test_the_day_itself_is_still_in_time(wellled: Command, folder: Path, today: str, expected: list[str]) -> None:
    """An action is overdue and evidence expired from the day after the one written, as seen on the day given."""
    (folder / "a.yaml").write_text(FILE, "utf-8")
    result = json.loads(wellled("check", "a.yaml", "--format", "json", "--today", today).out)
    assert result["today"] == today
    assert sorted(finding["rule"] for finding in result["assessments"][0]["findings"]) == expected
