"""The overview of a check."""

from dataclasses import replace

import pytest

from tests.builders import assessment_text, reviewed
from wellled_cli.model.outcome import Outcome
from wellled_cli.render.document.check import content
from wellled_cli.render.document.parts import Table

LOW = reviewed(assessment_text((2, 3, 3, 3, 3, 3, 3)))


@pytest.mark.parametrize("waived", [None, "Known"])
def test_waived_findings_have_a_column_where_there_are_any(waived: str | None) -> None:
    """Elsewhere its room goes to the names of the files, which are broken in a narrow terminal otherwise."""
    review = replace(LOW, findings=tuple(replace(finding, waived=waived) for finding in LOW.findings))
    assert review.findings
    (table,) = [block for block in content([Outcome(review, (), ())]).blocks if isinstance(block, Table)]
    assert ("Waived" in table.columns) == (waived is not None)
    assert {len(row) for row in table.rows} == {len(table.columns)}
