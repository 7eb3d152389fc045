"""Has what is derived from our data made once, when the project is built or installed, instead of at its first run."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_DERIVE = """
from wellled_cli.flag.narrative.lexicon import lexicon
from wellled_cli.frameworks.catalogue import framework_ids, shipped
lexicon()
shipped(framework_ids()[0])
"""


class DerivedData(BuildHookInterface):
    """Makes the compiled forms of the lexicon and the frameworks, which the wheel then takes along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  as hatchling asks
        """Load both in a process of its own, which may write them; where that fails, runs are slower."""
        paths = (str(Path(self.root, "src")), os.environ.get("PYTHONPATH", ""))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        subprocess.run([sys.executable, "-c", _DERIVE], env=environment, check=False)
