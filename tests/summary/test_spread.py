"""Work that is spread over many comes back in order, a little at a time, and says when it cannot be done."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from wellled_cli.model.errors import UsageFaultError
from wellled_cli.spread import in_order


def double(number: int) -> int:
    """Do some work."""
    return 2 * number


def leave(_: int) -> int:
    """End the process that works, as the system does when memory runs out."""
    os._exit(1)


def hang(pipe: str) -> None:
    """Say through a named pipe that work has begun, and never end it."""
    Path(pipe).write_bytes(b"begun")
    signal.pause()


INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from tests.summary.test_spread import hang
from wellled_cli.spread import in_order

def batches(pipe, wait):
    yield pipe
    if wait:
        Path(pipe).read_bytes()
    os.killpg(0, signal.SIGINT)

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have it ignored in the background
try:
    list(in_order(hang, batches(*sys.argv[1:]), jobs=2))
except KeyboardInterrupt:
    sys.exit(130)
"""
"""A run that is interrupted as a terminal does it, with all processes it has started: at once, or when one works."""


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_batches(jobs: int) -> None:
    """However many work on them."""
    assert list(in_order(double, range(100), jobs=jobs)) == list(range(0, 200, 2))


def test_any_number_of_processes_may_be_asked_for() -> None:
    """No more of them are started than a machine can wait for, nor than there are batches."""
    assert list(in_order(double, range(2), jobs=10**20)) == [0, 2]


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_more_is_read_than_is_soon_worked_on(jobs: int) -> None:
    """Batches that wait are bounded by the number of those who work, not by the number of files."""
    taken = []

    def batches() -> Iterator[int]:
        for number in range(10_000):
            taken.append(number)
            yield number

    assert list(islice(in_order(double, batches(), jobs=jobs), 5)) == [0, 2, 4, 6, 8]
    assert len(taken) < 20 * jobs


def test_a_process_that_ends_is_said() -> None:
    """Nobody is left waiting, and nobody sees a traceback."""
    with pytest.raises(UsageFaultError, match="ended before it was done"):
        list(in_order(leave, range(4), jobs=2))


def test_a_cluster_that_is_not_there_is_said() -> None:
    """The address is named."""
    with pytest.raises(UsageFaultError, match=r"tcp://127\.0\.0\.1:1"):
        list(in_order(double, range(4), cluster="tcp://127.0.0.1:1"))


@pytest.mark.skipif(sys.platform == "win32", reason="pipes with names and groups of processes are POSIX ones here")
@pytest.mark.parametrize("wait", ["", "wait"], ids=["starting", "working"])
def test_an_interruption_is_quiet_and_waits_for_nobody(wait: str, tmp_path: Path) -> None:
    """No process says a word, not one that only starts; and none goes on with its work."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    program = [sys.executable, "-c", INTERRUPTED, str(pipe), wait]
    ran = subprocess.run(program, capture_output=True, check=False, start_new_session=True, timeout=60)
    assert (ran.returncode, ran.stderr) == (130, b"")
