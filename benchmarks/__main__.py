"""Measures `wellled` beside what its users would compare it with: python -m benchmarks [--quick]."""

import argparse
import shutil
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.files import write_files

SCRIPTS = Path(sysconfig.get_path("scripts"))
HERE = Path(__file__).parent
SAMPLE = HERE.parent / "samples" / "fictional-good-care-home.yaml"

Command = Sequence[str]


@dataclass(frozen=True)
class Ratio:
    """How long one thing takes against another, or how much it needs, and the most that is asked of us."""

    name: str
    value: float
    most: float
    aim: float

    def __str__(self) -> str:
        """Give a line of the report."""
        verdict = "holds" if self.value <= self.most else "FAILS"
        return f"{verdict} {self.value:6.2f}  at most {self.most:<5} aim {self.aim:<5} {self.name}"


def main() -> None:
    """Measure everything, print a line each, and leave with 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs and files: an impression, not a measurement")
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        ratios = [ratio for measure in (start_up, summaries, growth) for ratio in measure(Path(folder), quick=quick)]
    sys.exit(any(ratio.value > ratio.most for ratio in ratios))


def start_up(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """Compare whole processes, one of each in turn."""
    schema = folder / "schema.json"
    run(wellled("schema", "assessment", "--output", str(schema)))
    file = shutil.copy(SAMPLE, folder / "assessment.yaml")
    hello = (sys.executable, str(HERE / "hello.py"), "--version")
    checker = (str(SCRIPTS / "check-jsonschema"), "--schemafile", str(schema), str(file))
    rounds = 5 if quick else 25
    for name, ours, theirs, most, aim in (
        ("wellled --version / a Typer hello-world --version", wellled("--version"), hello, 1.15, 1.0),
        ("wellled check FILE / check-jsonschema FILE", wellled("check", str(file)), checker, 1.0, 0.8),
        ("wellled score FILE / check-jsonschema FILE", wellled("score", str(file)), checker, 1.15, 0.9),
    ):
        yield said(Ratio(name, paired(ours, theirs, rounds, folder), most, aim))


def summaries(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """Compare a summary of many files with a bare loop that parses the same files and does nothing with them."""
    count = 500 if quick else 5000
    many = folder / "many"
    write_files(many, count)
    loop = (sys.executable, str(HERE / "parse.py"), str(many))
    for jobs, most, aim in ((1, 6.0, 3.0), (2, 3.5, 1.8)):
        ours = wellled("summary", str(many), "--jobs", str(jobs))
        name = f"wellled summary --jobs {jobs} / a loop of yaml.load with CSafeLoader, {count} files"
        yield said(Ratio(name, paired(ours, loop, 1 if quick else 3, folder), most, aim))


def growth(folder: Path, *, quick: bool) -> Iterator[Ratio]:
    """Compare a summary of twenty times as many files: the time of each file, and the peak of memory."""
    few, times = (100, 4) if quick else (1000, 20)
    write_files(folder / "few", few)
    write_files(folder / "more", few * times)
    (short, small), (long, large) = (cost(wellled("summary", str(folder / name)), folder) for name in ("few", "more"))
    yield said(Ratio(f"time a file, {few * times} files / {few} files", long / times / short, 1.1, 1.0))
    yield said(Ratio(f"peak memory, {few * times} files / {few} files", large / small, 1.3, 1.0))


def wellled(*words: str) -> Command:
    """Give the command of the same environment as this Python."""
    return (str(SCRIPTS / "wellled"), *words)


def paired(ours: Command, theirs: Command, rounds: int, folder: Path) -> float:
    """Give the median, over rounds, of how long ours takes against theirs, after a round that is not counted."""
    seconds = timed(folder)
    for command in (ours, theirs):
        seconds(command)
    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(rounds))


def timed(folder: Path) -> Callable[[Command], float]:
    """Give what runs a command in a folder and tells the seconds until it ended."""

    def seconds(command: Command) -> float:
        began = time.perf_counter()
        run(command, folder)
        return time.perf_counter() - began

    return seconds


def cost(command: Command, folder: Path) -> tuple[float, int]:
    """Give the seconds a command takes, and its peak of memory, measured in a process that has no other child."""
    program = (
        "import resource, subprocess, sys, time; began = time.perf_counter();"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, *command], cwd=folder, capture_output=True, text=True, check=True
    )
    seconds, peak = done.stdout.split()
    return float(seconds), int(peak)


def run(command: Command, folder: Path | None = None) -> None:
    """Run a command to its end, without showing what it prints."""
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)


def said(ratio: Ratio) -> Ratio:
    """Print a ratio as soon as it is known."""
    print(ratio, flush=True)
    return ratio


if __name__ == "__main__":
    main()
