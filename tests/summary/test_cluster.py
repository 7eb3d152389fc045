"""A summary made on a real Dask cluster of this machine is the local one, whatever happens to a worker."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import Client

from tests.cli.assessments import FILES
from tests.cli.command import PATIENCE, Command
from wellled_cli.cli import summary_output

FILES_IN_ALL, WORKER_DIES_AT = 240, 130
TODAY = ("--today", "2026-01-15")


def started(*words: str) -> subprocess.Popen[bytes]:
    """Start a part of a cluster."""
    command = [sys.executable, "-m", "dask", *words, "--no-dashboard"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Cluster:
    """A scheduler and two workers on loopback."""

    def __init__(self, folder: Path) -> None:
        """Start them, and wait until they know each other."""
        file = folder / "scheduler.json"
        words = ("--scheduler-file", str(file))
        self.scheduler = started("scheduler", "--host", "127.0.0.1", "--port", "0", *words)
        worker = ("worker", *words, "--host", "127.0.0.1", "--nworkers", "1", "--nthreads", "1", "--no-nanny")
        self.workers = [started(*worker, "--local-directory", str(folder / str(number))) for number in range(2)]
        with Client(scheduler_file=str(file), timeout=PATIENCE) as client:
            client.wait_for_workers(2, timeout=PATIENCE)
            self.address = client.scheduler.address

    def stop(self) -> None:
        """End whatever of it still runs."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Give a cluster that is gone after the test."""
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield running
    finally:
        running.stop()


def test_a_worker_may_die_and_nothing_is_lost(
    wellled: Command, cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of two workers is killed in the middle: the result is the local one to the byte."""
    monkeypatch.chdir(tmp_path)
    kinds = list(FILES.values())
    for number in range(FILES_IN_ALL):
        Path(f"{number:03}.yaml").write_text(kinds[number % len(kinds)], encoding="utf-8")
    local = wellled("summary", "--format", "json", *TODAY)
    whole = wellled("summary", "--format", "json", "--cluster", cluster.address, *TODAY)
    assert (whole.code, whole.out) == (local.code, local.out)

    contents = summary_output.contents

    def deadly(paths, terms):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        for number, each in enumerate(contents(paths, terms)):
            if number == WORKER_DIES_AT:
                cluster.workers[0].kill()
            yield each

    monkeypatch.setattr(summary_output, "contents", deadly)
    crippled = wellled("summary", "--format", "json", "--cluster", cluster.address, *TODAY)
    assert cluster.workers[0].wait(PATIENCE) != 0
    assert (crippled.code, crippled.out) == (local.code, local.out)
