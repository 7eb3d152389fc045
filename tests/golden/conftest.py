"""The command, and the files its output is compared with."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import wellled

__all__ = ["wellled"]

DATA = Path(__file__).parent / "data"
HOW = "Make it with `pytest tests/golden --update-golden`, then read it: what stands there is what users will see."


@pytest.fixture
def same_as_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name; with --update-golden, write it instead."""

    def compare(name: str, text: str) -> None:
        path = DATA / name
        if request.config.getoption("--update-golden"):
            DATA.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        if not path.exists():
            pytest.fail(f"There is no golden file {path.name}. {HOW}")
        assert text == path.read_bytes().decode("utf-8"), f"{path.name} differs. If it should: {HOW}"

    return compare
