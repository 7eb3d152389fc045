"""What the fuzzer kept: one file for each way through the code that it found, and each crash that was mended."""

from pathlib import Path

import pytest

from tests.fuzzing.targets import TARGETS

CORPUS = Path(__file__).with_name("corpus")
FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file())


def test_every_door_has_a_corpus() -> None:
    """None is left out by a slip of a name."""
    assert {path.parent.name for path in FILES} == set(TARGETS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_bytes_are_answered(path: Path) -> None:
    """No door raises anything but a refusal in plain words."""
    TARGETS[path.parent.name](path.read_bytes())
