"""Work that is spread over many comes back in order, a little at a time, and says when it cannot be done."""

import os
from collections.abc import Iterator
from itertools import islice

import pytest

from wellled_cli.model.errors import UsageFaultError
from wellled_cli.spread import in_order


def double(number: int) -> int:
    """Do some work."""
    return 2 * number


def leave(_: int) -> int:
    """End the process that works, as the system does when memory runs out."""
    os._exit(1)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_come_in_the_order_of_the_batches(jobs: int) -> None:
    """However many work on them."""
    assert list(in_order(double, range(100), jobs=jobs)) == list(range(0, 200, 2))


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
