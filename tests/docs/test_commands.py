"""Every command that the documentation or the help shows is run: it ends as it says, and prints what it shows."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ci.conftest import needed
from tests.cli.command import PATIENCE, Command
from tests.cli.conftest import folder, wellled
from tests.docs.folder import lay_out
from tests.docs.pages import Block, blocks, inline_code, pages, shows
from tests.docs.reference.commands import examples, help_texts
from tests.house.places import ROOT, shown

__all__ = ["folder", "wellled"]

PAGES = [path for path in pages() if path.exists()]
ELSEWHERE = {
    "docs/reference/commands.md": "its examples are those of the help, which are run one by one",
    "docs/tutorial.md": "test_tutorial.py follows it in a shell, from an empty folder",
    "CONTRIBUTING.md": "test_contributing.py follows it in a copy of the tree",
}
"""Pages that are followed whole by a test of their own."""
STAND_FOR = {
    "PATH": "my-service.yaml",
    "FILE": "my-service.yaml",
    "RULE": "low-score",
    "ID": "cqc-saf-2024",
    "COMMAND": "score",
    "OLD": "old.yaml",
    "NEW": "new.yaml",
    "RATING": "good",
}
"""What is typed for a word in capitals."""
NOT_OURS = re.compile(
    r"(\S*python3?|py|\S*pip|\S*pipx|git|cd|mkdir|cp|&|source|echo|bash|code|dask|\.venv\S*activate\S*|#.*|npm|chmod)(\s|$)"
)
"""Commands of others in a block to type: .ci/run runs the installation from the README, the rest is the shell's."""
CANNOT_RUN = {"--cluster": "the address is that of somebody's scheduler; how the workers are used has tests of its own"}
"""Options of commands that are shown and cannot be run here, and why."""
ENDS = re.compile(r"#.*exit code (\d+)")


class Line:
    """A command line as it stands on a page."""

    def __init__(self, text: str) -> None:
        command = text.replace("\\\n", " ")
        words = shlex.split(command, comments=True, posix=True)
        self.text = text
        stand_for = STAND_FOR | ({"PATH": "page.html"} if "import" in words else {})
        self.words = [stand_for.get(re.sub(r"[\[\]{}.]", "", word), word) for word in words[1:]]
        found = ENDS.search(command)
        self.code = int(found[1]) if found else 0

    def make_room(self) -> None:
        """Take away the files that the line writes: nobody has them before."""
        for option, value in zip(self.words, [*self.words[1:], ""], strict=True):
            if option in {"--output", "init"} and Path(value or "-").is_file():
                Path(value).unlink()


def lines(block: Block) -> list[str]:
    """Give the command lines of a block, those that go on over several lines whole."""
    text = block.text.replace("\\\n", " ")
    text = text.replace("\\", "/") if block.language == "powershell" else text
    return [line for line in text.splitlines() if line.strip()]


def is_ours(line: str) -> bool:
    """Tell whether a line runs wellled, wherever it is installed."""
    return re.match(r"(?:\S*/)?wellled(\.exe)?(\s|$)", line.replace("\\", "/")) is not None


def typed(wellled: Command, text: str) -> str:
    """Type a line that runs wellled; give what it printed, to the screen as it comes."""
    line = Line(text)
    if CANNOT_RUN.keys() & set(line.words):
        line.words = [line.words[0], "--help"]
    line.make_room()
    words, _, target = " ".join(map(shlex.quote, line.words)).partition(" '>' ")
    ran = wellled(*shlex.split(words))
    assert ran.code == line.code, f"{text}\n{ran.said}"
    if target:
        Path(target).write_text(ran.out, "utf-8")
    return ran.err if target else ran.out + ran.err


@pytest.fixture
def prepared(folder: Path, wellled: Command) -> Path:
    """Stand in a folder with the files that examples name."""
    lay_out(folder)
    for name in ("last-month.json", "old.json"):
        Path(name).write_text(wellled("check", "assessments", "--format", "json").out, "utf-8")
    return folder


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("page", [page for page in PAGES if shown(page) not in ELSEWHERE], ids=shown)
def test_a_page_holds(page: Path, wellled: Command) -> None:
    """Its files are written, its commands typed, in this order; each ends and prints as the page says."""
    printed = ""
    for block in blocks(page.read_text("utf-8")):
        if block.title:
            Path(block.title).parent.mkdir(parents=True, exist_ok=True)
            Path(block.title).write_text(block.text, "utf-8")
        elif block.is_typed:
            printed = "".join(typed(wellled, line) for line in lines(block) if is_ours(line))
            others = [line for line in lines(block) if not is_ours(line) and not NOT_OURS.match(line.strip())]
            assert others == [], f"{shown(page)}:{block.line}: nobody runs these"
        elif block.language == "text" and printed:
            assert shows(block.text, printed), f"{shown(page)}:{block.line}: it printed\n{printed}"
            printed = ""


def ci_lines() -> Iterator[tuple[str, str]]:
    """Give every line by which an example of CI runs wellled, and the page it stands on."""
    for page in PAGES:
        for block in blocks(page.read_text("utf-8")):
            if block.language == "yaml":
                for found in re.finditer(r"^\s*(?:- )?(?:run: |- )?(wellled .+)$", block.text, re.MULTILINE):
                    yield shown(page), found[1]


def told_lines() -> Iterator[tuple[str, str]]:
    """Give every command that a page tells of between the lines, and the page."""
    for page in PAGES:
        for code in dict.fromkeys(inline_code(page.read_text("utf-8"))):
            if is_ours(code) and shown(page) != "CONTRIBUTING.md":
                yield shown(page), code


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize(("page", "line"), sorted({*ci_lines(), *told_lines()}))
def test_a_command_told_of_holds(page: str, line: str, wellled: Command) -> None:
    """Commands in the text and in examples of CI are ones that the command line takes."""
    typed_line = Line(line if line.count(" ") > 1 else f"{line} --help")
    typed_line.make_room()
    ran = wellled(*typed_line.words)
    assert ran.code in {0, 1}, f"{page}: {line}\n{ran.said}"


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("line", [line for text in help_texts() for line in examples(text)])
def test_an_example_of_the_help_holds(line: str, wellled: Command) -> None:
    """Every example that the help shows ends as it should, in a folder with the files it names."""
    typed(wellled, line)


def test_there_is_something_to_run() -> None:
    """The pages are read: commands are found in each way in which they are shown."""
    assert len(PAGES) > 15
    assert len(list(ci_lines())) > 2
    assert len(list(told_lines())) > 15
    assert {ROOT / name for name in ELSEWHERE} <= set(PAGES)


def test_the_reader_of_pages_finds_what_is_there() -> None:
    """A block in a list, the name of a file, a command that goes on, output with a part left out."""
    page = "One\n\n1. Two\n   ```sh\n   wellled score \\\n     a.yaml\n   ```\n"
    page += '\n```toml title="wellled.toml"\nx = 1\n```\n'
    first, second = blocks(page)
    assert (lines(first), first.is_typed, first.line) == (["wellled score    a.yaml"], True, 4)
    assert (second.title, second.text, second.is_typed) == ("wellled.toml", "x = 1\n", False)
    assert shows("a\n...\nd\n", "a\nb\nc\nd\n")
    assert shows("a\n...\n", "a\nb\n")
    assert not shows("a\n...\nd\n", "a\nb\nd\ne\n")
    assert not shows("a\nc\n", "a\nb\nc\n")


SCHEMAS = {
    ".gitlab-ci.yml": "vendor.gitlab-ci",
    ".github/workflows/assessments.yml": "vendor.github-workflows",
}
SHOWN_FILES = [(shown(page), block) for page in PAGES for block in blocks(page.read_text("utf-8")) if block.title]


@pytest.mark.parametrize(("page", "block"), [pair for pair in SHOWN_FILES if pair[1].title in SCHEMAS])
def test_a_pipeline_shown_is_one(page: str, block: Block, folder: Path) -> None:
    """Files for the CI of others are valid in the eyes of their own schemas."""
    program = needed("check-jsonschema", "pip install check-jsonschema installs it")
    (folder / "pipeline.yml").write_text(block.text, "utf-8")
    words = [program, "--builtin-schema", SCHEMAS[str(block.title)], "pipeline.yml"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, f"{page}:{block.line}: {done.stdout}{done.stderr}"


@pytest.mark.usefixtures("prepared")
@pytest.mark.parametrize("page", [page for page in PAGES if "```toml" in page.read_text("utf-8")], ids=shown)
def test_a_config_shown_is_one(page: Path, wellled: Command) -> None:
    """Every config on a page is read without a fault."""
    for block in blocks(page.read_text("utf-8")):
        if block.language == "toml":
            Path("wellled.toml").write_text(block.text, "utf-8")
            ran = wellled("check", "my-service.yaml", "--fail-on", "never")
            assert ran.code in {0, 1}, f"{shown(page)}:{block.line}: {ran.said}"
