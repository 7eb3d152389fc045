"""How far a long run is, is shown to those who wait, and changes nothing of what comes out."""

from itertools import count

import pytest

from wellled_cli.render import progress as module
from wellled_cli.render.progress import progress


def test_a_short_run_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Items come through as they are."""
    assert list(progress(range(3), 3)) == [0, 1, 2]
    assert capsys.readouterr().err == ""


def test_a_long_run_says_how_far_it_is(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where every look at the clock is a second later than the last, the bar is there from the second item on."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")
    seconds = count()
    monkeypatch.setattr(module, "monotonic", lambda: float(next(seconds)))
    assert list(progress(range(5), 5)) == [0, 1, 2, 3, 4]
    assert "Reading assessments" in capsys.readouterr().err


def test_the_bar_is_gone_when_the_work_fails(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What went wrong is what is seen, not a bar that stands still."""
    monkeypatch.setattr(module, "monotonic", lambda: 0.0)
    items = progress(iter([1, 2]), 2)
    assert next(items) == 1
    items.close()
    assert capsys.readouterr().err == ""
