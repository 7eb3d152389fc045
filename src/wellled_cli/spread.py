"""The same work on many batches: here, over processes, or over a Dask cluster; results come in order all the same."""

import gc
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

from wellled_cli import __version__
from wellled_cli.model.errors import UsageFaultError

Batch = TypeVar("Batch")
Result = TypeVar("Result")

_AHEAD = 4
"""How many batches wait for each one who works, so that nobody is idle and little is in memory."""
_MOST_PROCESSES = 61
"""More than this Windows cannot wait for; nor has a machine that needs no cluster any work for more."""
_SECONDS_TO_CONNECT = "10s"


def in_order(
    work: Callable[[Batch], Result], batches: Iterable[Batch], *, jobs: int = 1, cluster: str | None = None
) -> Iterator[Result]:
    """Give the result of each batch, in the order of the batches, whoever worked on it.

    `jobs` is a number of processes on this machine, `cluster` the address of a Dask scheduler. Raises UsageFaultError
    where the cluster cannot be used, or a process ends before its work.
    """
    if cluster is None and jobs == 1:
        yield from map(work, batches)
        return
    with _executor(jobs, cluster) as (executor, workers):
        waiting = deque[Callable[[], Result]]()
        try:
            for batch in batches:
                waiting.append(executor.submit(work, batch).result)
                if len(waiting) > _AHEAD * workers:
                    yield waiting.popleft()()
            while waiting:
                yield waiting.popleft()()
        except BrokenExecutor:
            raise UsageFaultError(
                "a process that worked on the files ended before it was done, as when memory runs out: use fewer --jobs"
            ) from None
        except ModuleNotFoundError as error:
            raise UsageFaultError(
                f"--cluster: its workers have no module {error.name}: install wellled-cli there"
            ) from None


def _executor(jobs: int, cluster: str | None) -> AbstractContextManager[tuple[Executor, int]]:
    return _processes(jobs) if cluster is None else _dask(cluster)


@contextmanager
def _processes(jobs: int) -> Iterator[tuple[Executor, int]]:
    jobs = min(jobs, _MOST_PROCESSES)
    executor = _QuietProcesses(
        jobs,
        mp_context=get_context("spawn"),  # the same on every system, and safe where this process has threads
        initializer=_start,
        initargs=gc.get_threshold(),
    )
    try:
        yield executor, jobs
    finally:
        executor.shutdown(cancel_futures=True)


class _QuietProcesses(ProcessPoolExecutor):
    """Processes that an interruption ends without a word, also while they start, which they do when work comes."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **named: Any) -> Future[Result]:  # noqa: ANN401
        """Hand on some work."""
        with _interruptions_held_back():
            return super().submit(fn, *args, **named)


@contextmanager
def _interruptions_held_back() -> Iterator[None]:
    """Let an interruption wait a moment; a process that starts in this moment lets it wait until it says otherwise."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start(*thresholds: int) -> None:
    """Let an interruption end this process at once, be it one from its start; look for garbage as seldom as asked."""
    gc.set_threshold(*thresholds)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


@contextmanager
def _dask(address: str) -> Iterator[tuple[Executor, int]]:
    """Connect to a cluster; its scheduler gives the work of a worker that is lost to another."""
    try:
        from distributed import Client
    except ImportError:
        raise UsageFaultError("--cluster needs the extra cluster: pip install 'wellled-cli[cluster]'") from None
    try:
        client: Any = Client(address, timeout=_SECONDS_TO_CONNECT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise UsageFaultError(f"--cluster: no Dask scheduler can be reached at {address} ({error})") from None
    with client:
        yield client.get_executor(), _workers(client)


def _workers(client: Any) -> int:  # noqa: ANN401  distributed has no types
    """Count the workers.

    Raises UsageFaultError where there are none, or another version of this tool is installed on one of them.
    """
    versions: dict[str, str] = client.run(_version_here)
    if not versions:
        raise UsageFaultError("--cluster: it has no workers yet: start some, and try again")
    others = sorted(set(versions.values()) - {__version__})
    if others:
        raise UsageFaultError(f"--cluster: its workers have wellled-cli {', '.join(others)}, not {__version__}")
    return len(versions)


def _version_here() -> str:
    return __version__
