"""Whatever is in a file: every command leaves with the code it ought to, says what is wrong and where, and no more."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.command import Command, process
from tests.hostile import laws
from tests.hostile.commands import QUICK, RUNS, TODAY, Run, lawful, run_all
from tests.hostile.corpus import Hostile, corpus

EVERY_FILE = pytest.mark.parametrize("hostile", corpus(), ids=lambda hostile: hostile.name)
IN_EVERY_WAY = {hostile.name for hostile in (*corpus()[1::3], *(each for each in corpus() if not each.faults))}
"""Every third file, and those that are sound."""
SOUND = [hostile for hostile in corpus() if not hostile.faults]
SAMPLE = list(zip(corpus()[::20], RUNS * len(corpus()), strict=False))
"""Every twentieth file with a command of its own."""
FAULT = re.compile(r":(\d+):(\d+): error ([a-z0-9-]+) ")
ENOUGH = 150

pytestmark = pytest.mark.usefixtures("folder")


def test_the_corpus_is_large_and_each_file_has_a_name_of_its_own() -> None:
    """There are enough files, and none hides another."""
    names = [hostile.name for hostile in corpus()]
    assert len(IN_EVERY_WAY) >= ENOUGH
    assert len(set(names)) == len(names)


@EVERY_FILE
def test_every_command_survives_every_file(wellled: Command, hostile: Hostile) -> None:
    """No traceback, the code of the contract, and a product that is valid in its format."""
    Path(hostile.name).write_bytes(hostile.content)
    runs = RUNS if hostile.name in IN_EVERY_WAY else QUICK
    run_all(wellled, hostile.name, runs, sound=not hostile.faults)


@EVERY_FILE
def test_every_fault_is_found_where_it_stands(wellled: Command, hostile: Hostile) -> None:
    """The faults a file was given are found, at their places; in one that is only odd there are none."""
    Path(hostile.name).write_bytes(hostile.content)
    ran = wellled("check", hostile.name)
    found = [f"{rule}@{line}:{column}:" for line, column, rule in FAULT.findall(ran.out)]
    assert bool(found) == bool(hostile.faults)
    for fault in hostile.faults:
        wanted = f"{fault}:" if "@" in fault else f"{fault}@"
        assert not fault or any(each.startswith(wanted) for each in found), (fault, found[:5])


@pytest.mark.parametrize("hostile", SOUND, ids=lambda hostile: hostile.name)
def test_a_word_file_survives_what_is_odd(wellled: Command, hostile: Hostile) -> None:
    """What can be scored can be written as a Word file, and nothing of it is more than text there."""
    Path(hostile.name).write_bytes(hostile.content)
    assert wellled("report", hostile.name, "--format", "docx", "--output", "a.docx", "--today", TODAY).code == 0
    laws.as_docx(Path("a.docx").read_bytes())


@pytest.mark.parametrize(("hostile", "run"), SAMPLE, ids=lambda each: getattr(each, "name", None) or each.line)
def test_a_real_process_survives_too(hostile: Hostile, run: Run) -> None:
    """What holds inside this process holds in one of its own."""
    Path(hostile.name).write_bytes(hostile.content)
    lawful(process(*run.words(hostile.name)), run, sound=not hostile.faults)


def test_all_of_them_at_once(wellled: Command) -> None:
    """No file takes another down: of the whole corpus in one run each is told of, in order of name."""
    for hostile in corpus():
        Path(hostile.name).write_bytes(hostile.content)
    names = sorted(hostile.name for hostile in corpus())
    ran = wellled("check", "--format", "json", *names)
    assert ran.code == 1
    assert [entry["path"] for entry in json.loads(ran.out)["assessments"]] == names
