"""How large a file may be: refused beyond the limits, which a team can move."""

import sys
import tracemalloc
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.builders import assessment_text
from tests.cli.command import Command
from tests.importers.test_sheet import as_csv, rows
from wellled_cli.load.reader import read
from wellled_cli.load.tree import Limits

DEFAULT = Limits()
SPARSE = 10**12 if sys.platform != "win32" else 30_000_000
"""As large as a file may be that takes no room; on Windows it takes room."""
NESTED = f"{'[' * 30}{']' * 30}"
MANY = ", ".join("0" * 500)
TOO_MUCH = "found too many values, expected at most 300, repeated ones counted each time"
TOO_DEEP = "found values nested deeper than any assessment needs, expected at most 20 levels"
TOO_LARGE = "found more than 3,000 bytes, expected at most that"


class Beyond(NamedTuple):
    """A file beyond a limit: the limit that refuses it, one that does not, and the fault in words."""

    name: str
    file: str
    text: str
    low: int
    high: int
    words: str


BEYOND = [
    Beyond("size", "a.yaml", f"{assessment_text()}# {'x' * 3000}\n", 3000, 4000, TOO_LARGE),
    Beyond("size", "a.json", f'{{"x": "{"x" * 3500}"}}', 3000, 4000, TOO_LARGE),
    Beyond("depth", "a.yaml", f"{assessment_text()}summary: {NESTED}\n", 20, 60, TOO_DEEP),
    Beyond("depth", "a.json", f'{{"x": {NESTED}}}', 20, 60, TOO_DEEP),
    Beyond("values", "a.yaml", f"{assessment_text()}summary: [{MANY}]\n", 300, 1000, TOO_MUCH),
    Beyond("values", "a.json", f'{{"x": [{MANY}]}}', 300, 1000, TOO_MUCH),
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("given", BEYOND, ids=lambda given: f"{given.name}-{given.file}")
def test_a_team_can_move_each_limit(wellled: Command, given: Beyond) -> None:
    """Within a limit of the config a file is read; beyond it is one fault that says what it is and where it is set."""
    Path(given.file).write_text(given.text, "utf-8")
    Path("wellled.toml").write_text(f"[limits]\n{given.name} = {given.low}\n", "utf-8")
    refused = wellled("check", given.file)
    assert refused.code == 1
    assert f"{given.words}; a higher limit can be set in wellled.toml, under [limits]: {given.name}" in refused.out
    assert refused.out.count(": error ") == 1
    Path("wellled.toml").write_text(f"[limits]\n{given.name} = {given.high}\n", "utf-8")
    assert not {"too-large", "too-deep"} & set(wellled("check", given.file).out.split())


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("size = 0", "1 to 1,000,000,000"),
        ("size = -1", "1 to 1,000,000,000"),
        ("size = 1_000_000_001", "1 to 1,000,000,000"),
        ("depth = 0", "1 to 200"),
        ("depth = 201", "1 to 200"),
        ("values = 0", "1 to 10,000,000"),
        ("values = 10_000_001", "1 to 10,000,000"),
        ("values = 1.5", "a whole number"),
        ('values = "9"', "a whole number"),
        ("values = 1e999", "a whole number"),
        ("source = 0", "1 to 1,000,000,000"),
        ("width = 9", "size, source, depth or values"),
    ],
)
def test_a_limit_has_limits(wellled: Command, limit: str, expected: str) -> None:
    """No config can take the limits away: what is out of range is a fault of the config."""
    Path("a.yaml").write_text(assessment_text(), "utf-8")
    Path("wellled.toml").write_text(f"[limits]\n{limit}\n", "utf-8")
    ran = wellled("check", "a.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("wellled: ")
    assert "wellled.toml:2:" in ran.err
    assert expected in ran.err


@pytest.mark.usefixtures("folder")
def test_the_highest_limits_still_hold(wellled: Command) -> None:
    """Nested as deep as a config may allow, a file is read to its end: no stack overflows."""
    Path("wellled.toml").write_text("[limits]\nsize = 1_000_000_000\ndepth = 200\nvalues = 10_000_000\n", "utf-8")
    for ending, opening, closing in (("yaml", "{a: ", "}"), ("json", '{"a": ', "}"), ("yaml", "[", "]")):
        Path(f"a.{ending}").write_text(f"{opening * 200}0{closing * 200}", "utf-8")
        ran = wellled("check", f"a.{ending}")
        assert ran.code == 1
        assert " too-deep " not in ran.out
        assert ran.err == ""


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("words", ["check", "check .", "check huge.yaml", "score huge.yaml", "import huge.yaml"])
def test_a_file_of_a_terabyte_is_not_read_whole(wellled: Command, words: str) -> None:
    """Of a file beyond the limit no more is read than shows it, whether it is named or found in a folder."""
    with Path("huge.yaml").open("wb") as file:
        file.write(b"wellled: 1\n")
        file.truncate(SPARSE)
    tracemalloc.start()
    try:
        ran = wellled(*words.split())
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert ran.code == (1 if words.startswith("check") else 2)
    limit = DEFAULT.source if words.startswith("import") else DEFAULT.size
    assert f"{limit:,} bytes" in ran.said
    assert most < 5 * limit


@pytest.mark.usefixtures("folder")
def test_a_folder_is_searched_within_the_limits_of_the_config(wellled: Command) -> None:
    """A key that stands beyond the default limit is found where the config allows files that large."""
    Path("a.yaml").write_text(f"# {'x' * DEFAULT.size}\n{assessment_text()}", "utf-8")
    assert wellled("check", ".").code == 3
    Path("wellled.toml").write_text("[limits]\nsize = 20_000_000\n", "utf-8")
    assert wellled("check", ".").code == 0


@pytest.mark.usefixtures("folder")
def test_what_is_imported_has_a_limit_of_its_own(wellled: Command) -> None:
    """A page or a sheet may be larger than an assessment; what is made of it may not, and says so at once."""
    Path("a.csv").write_text(as_csv(rows()), "utf-8")
    said = ("--service", "Ash Grove", "--date", "2026-03-31")
    for limit, expected in (
        ("source", "300 bytes, expected a page or a sheet"),
        ("size", "300 bytes, expected at most"),
    ):
        Path("wellled.toml").write_text(f"[limits]\n{limit} = 300\n", "utf-8")
        ran = wellled("import", "a.csv", *said)
        assert ran.code == 2
        assert expected in ran.err
        assert f"under [limits]: {limit}" in ran.err
    Path("wellled.toml").unlink()
    assert wellled("import", "a.csv", *said).code == 0


@pytest.mark.usefixtures("folder")
def test_a_config_of_megabytes_is_refused(wellled: Command) -> None:
    """What is far larger than any config is not read as one."""
    Path("a.yaml").write_text(assessment_text(), "utf-8")
    Path("wellled.toml").write_text("# x\n" * 300_000, "utf-8")
    ran = wellled("check", "a.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "wellled.toml: found more than 1,000,000 bytes, expected a config" in ran.err


MEMORY = {
    "a JSON text": ("a.json", '{"a": "' + "x" * 1_900_000 + '"}'),
    "a JSON text without end": ("a.json", '{"a": "' + "x" * 1_900_000),
    "a JSON text of escapes": ("a.json", '{"a": "' + "\\n" * 950_000 + '"}'),
    "a YAML text": ("a.yaml", "a: " + "x" * 1_900_000),
    "a YAML text without end": ("a.yaml", 'a: "' + "x" * 1_900_000),
    "lines": ("a.yaml", "a: |\n" + "  x\n" * 475_000),
}


@pytest.mark.parametrize("name", MEMORY)
def test_memory_is_in_proportion(name: str) -> None:
    """Reading takes no more than some times the size of a file, however it is made."""
    path, text = MEMORY[name]
    content = text.encode()
    tracemalloc.start()
    try:
        read(content, path)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 15 * len(content)
