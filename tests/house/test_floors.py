"""Imports go down the floors of the house only; the contracts stand in .importlinter."""

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.house.places import ROOT


@pytest.mark.parametrize("contract", ["floors", "typer", "rich", "yaml"])
def test_every_contract_on_imports_is_kept(contract: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No import goes up or sideways, and each heavy library is known to one room only."""
    config = str(ROOT / ".importlinter")
    status = lint_imports(config_filename=config, limit_to_contracts=(contract,), no_cache=True, no_logo=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out
