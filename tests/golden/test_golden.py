"""Every sample in every format, letter for letter."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import mdformat
import pytest

from tests.cli.command import Command
from tests.golden.conftest import DATA
from wellled_cli import __version__
from wellled_cli.model.review import Review
from wellled_cli.render import terminal
from wellled_cli.workflow import Terms, review_files

Compare = Callable[[str, str], None]

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.yaml"))
PAIRS = sorted((DATA.parent / "pairs").iterdir())
TODAY = date(2026, 11, 23)
COLORED = "fictional-limited-trust"

pytestmark = pytest.mark.usefixtures("at_the_root")
each_sample = pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
each_pair = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)


@pytest.fixture
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where a reader of the repository stands, so that paths are the same everywhere."""
    monkeypatch.chdir(ROOT)


def reviews(path: Path) -> list[Review]:
    """Review a sample as it is looked at on the fixed day."""
    found = list(review_files([path.relative_to(ROOT).as_posix()], Terms(TODAY)))
    return [review for review in found if isinstance(review, Review)]


@each_sample
@pytest.mark.parametrize("width", [80, 120])
def test_the_tables_of_a_sample(path: Path, width: int, same_as_golden: Compare) -> None:
    """What `wellled score` shows in a narrow and a wide terminal stays as it was read."""
    text = terminal.render(reviews(path), width, color=False)
    assert max(map(len, text.splitlines())) <= width
    same_as_golden(f"{path.stem}.terminal-{width}.txt", text)


def test_the_colours_of_a_sample(same_as_golden: Compare) -> None:
    """Colours and weights stay as they were seen."""
    text = terminal.render(reviews(ROOT / "samples" / f"{COLORED}.yaml"), 100, color=True)
    same_as_golden(f"{COLORED}.terminal-100-colour.txt", text)


@each_sample
def test_the_json_of_a_sample(path: Path, wellled: Command, same_as_golden: Compare) -> None:
    """What programs read stays as it was; only the version of the tool may change."""
    ran = wellled("score", f"samples/{path.name}", "--format", "json", "--today", str(TODAY))
    same_as_golden(f"{path.stem}.json", ran.out.replace(f'"version": "{__version__}"', '"version": "(any)"'))


@each_sample
def test_the_check_of_a_sample(path: Path, wellled: Command, same_as_golden: Compare) -> None:
    """What `wellled check` prints stays as it was read."""
    ran = wellled("check", f"samples/{path.name}", "--today", str(TODAY))
    same_as_golden(f"{path.stem}.check.txt", ran.out)


@each_sample
def test_the_report_of_a_sample(path: Path, wellled: Command, same_as_golden: Compare) -> None:
    """What `wellled report` writes stays as it was read; only the version of the tool may change."""
    ran = wellled("report", f"samples/{path.name}", "--today", str(TODAY))
    assert (ran.code, ran.err) == (0, "")
    same_as_golden(f"{path.stem}.report.md", ran.out.replace(f"wellled {__version__} ", "wellled (any) "))


@each_sample
@pytest.mark.parametrize("output_format", ["html", "csv"])
def test_the_other_reports_of_a_sample(
    path: Path, output_format: str, wellled: Command, same_as_golden: Compare
) -> None:
    """So do the page for a board and the table for a spreadsheet."""
    ran = wellled("report", f"samples/{path.name}", "--format", output_format, "--today", str(TODAY))
    assert (ran.code, ran.err) == (0, "")
    same_as_golden(f"{path.stem}.report.{output_format}", ran.out.replace(f"wellled {__version__} ", "wellled (any) "))


@each_sample
def test_a_formatter_finds_nothing_to_change_in_the_report_of_a_sample(path: Path, wellled: Command) -> None:
    """A report is written the way a formatter of GitHub's Markdown writes it."""
    report = wellled("report", f"samples/{path.name}", "--today", str(TODAY)).out
    assert mdformat.text(report, extensions={"gfm"}) == report


def compared(wellled: Command, pair: Path, *words: str) -> str:
    """Compare the two files of a pair as they are looked at on the fixed day."""
    old, new = (f"{pair.relative_to(ROOT).as_posix()}/{name}.yaml" for name in ("old", "new"))
    ran = wellled("compare", old, new, "--today", str(TODAY), *words)
    assert (ran.code, ran.err) == (0, "")
    return ran.out.replace(f"wellled {__version__};", "wellled (any);")


@each_pair
@pytest.mark.parametrize("width", [80, 120])
def test_a_comparison_in_a_terminal(
    pair: Path, width: int, wellled: Command, same_as_golden: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `wellled compare` shows in a narrow and a wide terminal stays as it was read."""
    monkeypatch.setenv("COLUMNS", str(width))
    text = compared(wellled, pair)
    assert max(map(len, text.splitlines())) <= width
    same_as_golden(f"{pair.name}.compare-{width}.txt", text)


@each_pair
def test_a_comparison_as_a_document(pair: Path, wellled: Command, same_as_golden: Compare) -> None:
    """So does the document, which a formatter of GitHub's Markdown would leave as it is."""
    text = compared(wellled, pair, "--format", "md")
    assert mdformat.text(text, extensions={"gfm"}) == text
    same_as_golden(f"{pair.name}.compare.md", text)


@each_pair
def test_a_comparison_for_programs(pair: Path, wellled: Command, same_as_golden: Compare) -> None:
    """So does what programs read."""
    text = compared(wellled, pair, "--format", "json")
    same_as_golden(f"{pair.name}.compare.json", text.replace(f'"version": "{__version__}"', '"version": "(any)"'))


def test_no_golden_file_is_left_over() -> None:
    """Every golden file belongs to a sample or a pair that is still there."""
    stems = {path.stem for path in SAMPLES} | {pair.name for pair in PAIRS}
    assert [path.name for path in DATA.iterdir() if path.name.split(".")[0] not in stems] == []
