"""Feeds one door with bytes that a coverage-guided fuzzer makes up: python -m tests.fuzzing DOOR [LIBFUZZER OPTION]...

Needs atheris, which the tests do not. What makes it crash is written to the current folder; what reaches new code is
added to the folder named first among the options, if one is.
"""

import sys

import atheris

INSTRUMENTED = [f"wellled_cli.{room}" for room in ("load", "validate", "importers", "frameworks", "config")]
"""The rooms that read: behind them what comes in is of known shape, and watching it too would only be slow."""

with atheris.instrument_imports(include=INSTRUMENTED):
    from tests.fuzzing.targets import TARGETS


def main() -> None:
    """Run until libFuzzer is told to stop, as by -max_total_time=SECONDS."""
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


main()
