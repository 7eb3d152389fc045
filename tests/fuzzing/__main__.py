"""Feeds one door with bytes that a coverage-guided fuzzer makes up: python -m tests.fuzzing DOOR [LIBFUZZER OPTION]...

Needs atheris, which the tests do not. What makes it crash is written to the current folder; what reaches new code is
added to the folder named first among the options, if one is.
"""

import sys

import atheris

with atheris.instrument_imports(include=["wellled_cli"]):
    from tests.fuzzing.targets import TARGETS


def main() -> None:
    """Run until libFuzzer is told to stop, as by -max_total_time=SECONDS."""
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


main()
