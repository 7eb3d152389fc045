"""A user's own framework file: sound, it scores; unsound in any way, it is refused at the place of the fault."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.cli.command import Command
from tests.own_framework import OWN_FRAMEWORK, own_assessment, service_texts

BANDS = """\
      - {rating: inadequate, lowest: 0, highest: 24}
      - {rating: requires improvement, lowest: 25, highest: 59}
      - {rating: good, lowest: 60, highest: 89}
      - {rating: outstanding, lowest: 90, highest: 100}
"""


class Slip(NamedTuple):
    """A change to a sound framework: what is replaced and by what, where in the result its fault stands, and a hint.

    Where nothing stands at the place, as for a key missing at the top, it is the very start.
    """

    old: str
    new: str
    at: str
    hint: str = ""


def place(text: str, words: str) -> tuple[int, int]:
    """Give line and column of words that stand once in a text; no words stand at the very start."""
    assert not words or text.count(words) == 1, words
    before = text[: text.index(words)]
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def bands(*ratings: tuple[str, int, int]) -> str:
    """Write other bands in the place of the four."""
    return "".join(f"      - {{rating: {name}, lowest: {low}, highest: {high}}}\n" for name, low, high in ratings)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with an assessment of our own framework."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "assessment.yaml").write_text(own_assessment(), "utf-8")
    return tmp_path


UNKNOWN_KEYS = [
    Slip("status: in-force", "status: in-force\ncolour: red", "colour: red"),
    Slip("highest_score: 4", "highest_score: 4\n  lowest_score: 1", "lowest_score", "highest_score"),
    Slip("halves_rule: halves}", "halves_rule: halves, to: 5}", "to: 5", "halves"),
    Slip("lowest: 0,", "lowest: 0, lowst: 0,", "lowst", "lowest"),
    Slip("title: Clear aims", "title: Clear aims, name: Aims", "name: Aims"),
    Slip("read: 2025-01-01}", "read: 2025-01-01, link: x}", "link: x"),
    Slip("zero: nothing,", "zero: nothing, forget: nothing,", "forget", "exclude"),
]
MISSING_KEYS = [
    Slip("wellled_framework: 1\n", "", "", "wellled_framework"),
    Slip("id: ash-grove\n", "", "", '"id"'),
    Slip("title: Ash Grove's own questions\n", "", "", '"title"'),
    Slip("family: ash-grove\n", "", "", '"family"'),
    Slip("status: in-force\n", "", "", '"status"'),
    Slip("about: What Ash Grove asks itself.\n", "", "", '"about"'),
    Slip("percentage: share", "", "scoring:", '"percentage"'),
    Slip("highest_score: 4", "", "scoring:", '"highest_score"'),
    Slip("rule: nearest, ", "", "rounding:", '"rule"'),
    Slip("policy: carry-forward", "", "unassessed:", '"policy"'),
    Slip("carried: {outstanding: 4, good: 3}", "", "unassessed:", '"carried"'),
    Slip("rating: inadequate, lowest: 0,", "rating: inadequate,", "{rating: inadequate,", '"lowest"'),
    Slip("rule: limit, ", "", "{band: good", '"rule"'),
    Slip("says: A 1 limits., ", "", "limit: {confidence", '"says"'),
    Slip("title: Minutes of the board, ", "", "board: {url", '"title"'),
    Slip("{id: safe-homes, title", "{title", "{title: Safe homes", '"id"'),
]
WRONG_VALUES = [
    Slip("wellled_framework: 1", "wellled_framework: 2", "2\nid", "1"),
    Slip("wellled_framework: 1", 'wellled_framework: "1"', '"1"\n', "1"),
    Slip("status: in-force", "status: forced", "forced", "in-force"),
    Slip("chosen: by-name", "chosen: by-chance", "by-chance", "by-name"),
    Slip("start: 2025-01-01,", "start: 2025-02-30,", "2025-02-30", "calendar"),
    Slip("levels: [service, trust]", "levels: [service, ward]", "ward]", "trust"),
    Slip("levels: [service, trust]", "levels: service", "service\n\nscoring", "list"),
    Slip("highest_score: 4", "highest_score: 5", "5\n  scale", "1 to 4"),
    Slip("highest_score: 4", 'highest_score: "4"', '"4"\n  scale', "whole number"),
    Slip("halves: half-even", "halves: half-up", "half-up", "half-even"),
    Slip("lowest: 0,", "lowest: -1,", "-1,", "0 to 100"),
    Slip("highest: 100", "highest: 101", "101", "0 to 100"),
    Slip("highest: 24", "highest: 24.5", "24.5", "whole number"),
    Slip("rating: good, lowest", "rating: fine, lowest", "fine, lowest", "outstanding"),
    Slip("scores: [1, 2]", "scores: [0, 2]", "0, 2", "1 to 4"),
    Slip("scores: [1, 2]", "scores: []", "scores: []", "at least one"),
    Slip("good: 3}\n    rules", "good: 9}\n    rules", "9}\n    rules", "1 to 4"),
    Slip("policy: carry-forward", "policy: forget", "forget", "exclude"),
    Slip("says: A 1 limits., confidence: high", "says: A 1 limits., confidence: sure", "sure", "medium"),
    Slip("limit: {says: A 1 limits.", 'limit: {says: ""', '""', "text"),
    Slip(BANDS, "      []\n", "ratings:\n", "at least one"),
    Slip("only_at: trust", "only_at: ward", "ward}", "trust"),
    Slip("{inadequate: 1}, rating", "{inadequate: many}, rating", "many", "whole number"),
    Slip("    statements:\n      - {id: safe-homes, title: Safe homes}\n      - {id: safe-staff, title: Safe staff}\n",
         "    statements: []\n", "statements: []", "at least one"),
]  # fmt: skip
NO_FILE_OF_OURS = [
    Slip("levels: [service, trust]", "levels: [service, trust", ":\n  percentage", "YAML"),
    Slip("levels: [service, trust]", "levels: !!seq [service, trust]", "!!seq", "tag"),
    Slip("family: ash-grove", "family: *nobody", "*nobody", "nobody"),
    Slip("family: ash-grove", "family: ash-grove\nfamily: oak", "family: oak", "family"),
    Slip("sources:\n", "---\nsources:\n", "---", "second document"),
]
NAMES_NOBODY_HAS = [
    Slip("{rule: ours,", "{rule: hours,", "hours", "ours"),
    Slip("percentage: share", "percentage: shares", "shares", "share"),
    Slip("rule: scale\n", "rule: scales\n", "scales\n", "scale"),
    Slip("rule: nearest", "rule: farthest", "farthest"),
    Slip("halves_rule: halves", "halves_rule: halfs", "halfs", "halves"),
    Slip("rule: bands\n", "rule: band\n", "band\n", "bands"),
    Slip("{rule: limit,", "{rule: limits,", "limits,", "limit"),
    Slip("{rule: strict,", "{rule: strictly,", "strictly", "strict"),
    Slip("limiters_overlap: overlap", "limiters_overlap: overlaps", "overlaps", "overlap"),
    Slip("held: held\n", "held: hold\n", "hold\n", "held"),
    Slip("categories: categories", "categories: category", "category\n", "categories"),
    Slip("zero: nothing,", "zero: nothings,", "nothings", "nothing"),
    Slip("{carry-forward: carried,", "{carry-forward: carry,", "carry,", "carried"),
    Slip("exclude: left-out}", "exclude: left}", "left}"),
    Slip("\nbreach: breach\n", "\nbreach: breaches\n", "breaches", "breach"),
    Slip("\nbreach: breach\n", "\njudged: judge\n", "judge\n"),
    Slip("{rule: worst,", "{rule: worse,", "worse,", "worst"),
    Slip("{rule: rest,", "{rule: res,", "res,", "rest"),
    Slip("{rule: breach, limited_to", "{rule: broken, limited_to", "broken"),
    Slip("A 1 limits., confidence: high, sources: [board]", "A 1 limits., confidence: high, sources: [board, bored]",
         "bored", "board"),
]  # fmt: skip
UNSOUND_BANDS = {
    "a gap": [("inadequate", 0, 24), ("requires improvement", 26, 59), ("good", 60, 89), ("outstanding", 90, 100)],
    "an overlap": [("inadequate", 0, 25), ("requires improvement", 25, 59), ("good", 60, 89), ("outstanding", 90, 100)],
    "0 left out": [("inadequate", 1, 24), ("requires improvement", 25, 59), ("good", 60, 89), ("outstanding", 90, 100)],
    "100 left out": [
        ("inadequate", 0, 24),
        ("requires improvement", 25, 59),
        ("good", 60, 89),
        ("outstanding", 90, 99),
    ],
    "one alone": [("good", 60, 89)],
    "best first": [("outstanding", 90, 100), ("good", 60, 89), ("requires improvement", 25, 59), ("inadequate", 0, 24)],
    "ratings mixed": [
        ("inadequate", 0, 24),
        ("good", 25, 59),
        ("requires improvement", 60, 89),
        ("outstanding", 90, 100),
    ],
    "worst on top": [
        ("outstanding", 0, 24),
        ("good", 25, 59),
        ("requires improvement", 60, 89),
        ("inadequate", 90, 100),
    ],
    "one twice": [("inadequate", 0, 24), ("good", 25, 59), ("good", 60, 89), ("outstanding", 90, 100)],
    "not rated": [("not rated", 0, 24), ("requires improvement", 25, 59), ("good", 60, 89), ("outstanding", 90, 100)],
    "the wrong way round": [
        *(("inadequate", 0, 59), ("requires improvement", 59, 25), ("good", 60, 89), ("outstanding", 90, 100)),
    ],
}
LIMITERS_OF_NO_SENSE = [
    Slip("limited_to: good}", "limited_to: outstanding}", "{rule: strict"),
    Slip("scores: [1], limited_to: requires improvement", "scores: [1], limited_to: outstanding", "{rule: limit,"),
    Slip("band: good, scores: [1]", "band: inadequate, scores: [1]", "{rule: limit,"),
    Slip("limited_to: good}", "limited_to: not rated}", "{rule: strict"),
    Slip("band: good, scores: [1]", "band: not rated, scores: [1]", "{rule: limit,"),
]  # fmt: skip
REPEATED = [
    Slip("id: open-ears", "id: clear-aims", "clear-aims, title: Open ears", "once"),
    Slip("id: green-roofs", "id: safe-homes", "safe-homes, title: Green roofs", "once"),
]
POLICIES_WITHOUT_RULE = [
    Slip("zero: nothing, ", "", "rules: {carry-forward: carried, exclude", "zero"),
    Slip(", exclude: left-out", "", "rules: {carry-forward: carried, zero: nothing}", "exclude"),
    Slip("carry-forward: carried, ", "", "rules: {zero", "carry-forward"),
    Slip("policy: carry-forward\n    carried: {outstanding: 4, good: 3}\n    rules: {carry-forward: carried, ",
         "policy: zero\n    carried: {good: 3}\n    rules: {", "rules: {zero", "carry-forward"),
]  # fmt: skip
PARTS_THAT_DO_NOT_FIT = {
    "an id of ours": ("id: ash-grove\n", "id: cqc-saf-2024\n"),
    "carried scores above the highest": ("highest_score: 4", "highest_score: 2"),
    "a key question twice": ("id: well-led", "id: safe"),
    "an overall rating of nobody": ("of: [safe, well-led]", "of: [safe, sound]"),
    "an overall rating that is none": ("rule: rest, rating: good", "rule: rest, rating: not rated"),
    "principles none of which may fit": ("rule: rest, rating", "rule: rest, at_least: {good: 2}, rating"),
}


def refused(wellled: Command, text: str) -> list[tuple[int, int, str]]:
    """Give line, column and words of each fault for which a framework file is refused."""
    Path("my.yaml").write_text(text, "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "assessment.yaml")
    assert (ran.code, ran.out) == (2, ""), ran.said
    lines = ran.err.splitlines()
    found = [re.fullmatch(r"(?:wellled: )?my\.yaml:(\d+):(\d+): (.+)", line) for line in lines]
    assert lines
    assert all(found), lines
    return [(int(each[1]), int(each[2]), each[3]) for each in found if each]


def slipped(change: Slip) -> str:
    """Give our framework with a change made."""
    assert OWN_FRAMEWORK.count(change.old) == 1, change.old
    return OWN_FRAMEWORK.replace(change.old, change.new)


def is_refused_at_its_place(wellled: Command, change: Slip) -> None:
    """Assert that one fault is found, where it stands, with the hint in its words."""
    text = slipped(change)
    ((line, column, words),) = refused(wellled, text)
    assert (line, column) == place(text, change.at)
    assert change.hint in words


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("change", [*UNKNOWN_KEYS, *MISSING_KEYS, *WRONG_VALUES], ids=lambda change: change.new[:40])
def test_a_wrong_shape_is_refused(wellled: Command, change: Slip) -> None:
    """A key nobody knows, a key that is missing, and a value of the wrong kind are refused at their line and column."""
    is_refused_at_its_place(wellled, change)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("change", NO_FILE_OF_OURS, ids=lambda change: change.new[:40])
def test_what_is_no_plain_yaml_is_refused(wellled: Command, change: Slip) -> None:
    """Brackets left open, tags, unknown aliases, keys given twice and second documents are refused at their place."""
    is_refused_at_its_place(wellled, change)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("text", ["", "# nothing\n", "- a list\n", "just words\n", "3\n"])
def test_what_is_no_framework_at_all_is_refused(wellled: Command, text: str) -> None:
    """A file with nothing in it, or no group of keys, is refused at its start."""
    ((line, column, _),) = refused(wellled, text)
    assert (line, column) == (1, 1)


@pytest.mark.usefixtures("here")
def test_what_is_no_text_is_refused(wellled: Command) -> None:
    """Bytes that are no UTF-8 text are refused where they stand."""
    Path("my.yaml").write_bytes(b"wellled_framework: 1\nid: caf\xe9\n")
    ran = wellled("score", "--framework", "my.yaml", "assessment.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "my.yaml:2:8: " in ran.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("change", NAMES_NOBODY_HAS, ids=lambda change: change.new[:40])
def test_a_rule_or_source_nobody_has_is_refused(wellled: Command, change: Slip) -> None:
    """Whatever names a rule or a source names one that is there; else it is refused, with the one that is close."""
    is_refused_at_its_place(wellled, change)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", UNSOUND_BANDS)
def test_bands_that_do_not_follow_one_another_are_refused(wellled: Command, name: str) -> None:
    """Bands cover 0 to 100 without gap or overlap, each rating once, from the worst to the best, or are refused."""
    text = OWN_FRAMEWORK.replace(BANDS, bands(*UNSOUND_BANDS[name]))
    inside = range(place(text, "ratings:\n")[0], place(text, "limiters_overlap:")[0])
    assert all(line in inside for line, _, _ in refused(wellled, text))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("change", LIMITERS_OF_NO_SENSE, ids=lambda change: change.new)
def test_a_limiter_of_no_sense_is_refused(wellled: Command, change: Slip) -> None:
    """A limiter limits a rating of the bands to a worse one of them, or is refused."""
    is_refused_at_its_place(wellled, change)


@pytest.mark.usefixtures("here")
def test_a_limiter_to_a_rating_without_a_band_is_refused(wellled: Command) -> None:
    """A limiter that leaves a rating which has no band is refused at its place."""
    without = bands(("inadequate", 0, 59), ("good", 60, 89), ("outstanding", 90, 100))
    text = OWN_FRAMEWORK.replace(BANDS, without).replace("  categories: categories\n", "")
    assert [(line, column) for line, column, _ in refused(wellled, text)] == [place(text, "{rule: limit,")]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("change", REPEATED, ids=lambda change: change.new)
def test_a_statement_twice_is_refused(wellled: Command, change: Slip) -> None:
    """An id stands for one statement, in whichever key questions; each place of a repeated one is named."""
    text = slipped(change)
    found = refused(wellled, text)
    repeated = change.new.removeprefix("id: ")
    first = place(OWN_FRAMEWORK, f"{repeated}, title")
    assert {(line, column) for line, column, _ in found} == {first, place(text, change.at)}
    assert all(change.hint in words for _, _, words in found)


@pytest.mark.usefixtures("here")
def test_a_statement_twice_in_a_plain_list_is_refused(wellled: Command) -> None:
    """Where there are no key questions, an id stands once too."""
    head, _, _ = OWN_FRAMEWORK.partition("key_questions:")
    text = head + "statements:\n  - {id: aims, title: Aims}\n  - {id: aims, title: Other aims}\n"
    found = [(line, column) for line, column, _ in refused(wellled, text)]
    assert found == [place(text, "aims, title: Aims"), place(text, "aims, title: Other")]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("both", [True, False])
def test_statements_stand_in_one_place(wellled: Command, *, both: bool) -> None:
    """A framework has either key questions or a plain list of statements; with both or neither it is refused."""
    head, _, _ = OWN_FRAMEWORK.partition("key_questions:")
    text = f"{OWN_FRAMEWORK}\nstatements:\n  - {{id: more, title: More}}\n" if both else head
    ((line, column, words),) = refused(wellled, text)
    assert (line, column) == (place(text, "key_questions:") if both else (1, 1))
    assert "key_questions" in words
    assert "statements" in words


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("change", POLICIES_WITHOUT_RULE, ids=lambda change: change.hint)
def test_a_policy_without_a_rule_is_refused(wellled: Command, change: Slip) -> None:
    """Each policy for what was not assessed that may apply has a rule, or the framework is refused."""
    is_refused_at_its_place(wellled, change)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("name", PARTS_THAT_DO_NOT_FIT)
def test_parts_that_do_not_fit_are_refused(wellled: Command, name: str) -> None:
    """What could not be scored or would give no rating is refused at its place, not met half-way through a file."""
    old, new = PARTS_THAT_DO_NOT_FIT[name]
    assert OWN_FRAMEWORK.count(old) == 1
    assert refused(wellled, OWN_FRAMEWORK.replace(old, new))


@pytest.mark.usefixtures("here")
def test_all_faults_are_named_at_once(wellled: Command) -> None:
    """Everything unsound is named in one go, in the order of the file."""
    text = OWN_FRAMEWORK.replace("{rule: ours,", "{rule: hours,").replace("highest: 24", "highest: 23")
    text = text.replace("{rule: worst,", "{rule: worse,").replace("id: open-ears", "id: safe-staff")
    found = [(line, column) for line, column, _ in refused(wellled, text)]
    expected = ["hours", "ratings:\n", "worse,", "safe-staff, title: Safe", "safe-staff, title: Open"]
    assert found == [place(text, words) for words in expected]


@pytest.mark.usefixtures("here")
def test_a_sound_framework_scores(wellled: Command) -> None:
    """A user's framework scores by its own statements, bands, limits and words: 6 of 8 is 75, good from 60 on."""
    Path("my.yaml").write_text(OWN_FRAMEWORK, "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "--format", "json", "assessment.yaml")
    (entry,) = json.loads(ran.out)["assessments"]
    assert (ran.code, ran.err) == (0, "")
    assert (entry["framework"], entry["framework_chosen_by"]) == ("ash-grove", "option")
    assert (entry["key_question"], entry["level"]) == ("well-led", "service")
    assert (entry["total"], entry["maximum"], entry["score"], entry["rating"]) == (6, 8, 75, "good")
    assert [statement["id"] for statement in entry["statements"]] == ["clear-aims", "open-ears"]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("scores", "level", "expected"),
    [
        ((1, 1), "service", (25, "requires improvement", "requires improvement", [])),
        ((2, 3), "service", (62, "good", "good", [])),
        ((1, 4), "service", (62, "good", "requires improvement", ["limit"])),
        ((3, 4), "service", (88, "good", "good", [])),
        ((4, 4, 3), "trust", (92, "outstanding", "outstanding", [])),
        ((2, 3, 3), "trust", (67, "good", "good", [])),
        ((3, 3, 1), "trust", (58, "requires improvement", "requires improvement", [])),
    ],
)
def test_its_own_bands_decide(
    wellled: Command, scores: tuple[int, ...], level: str, expected: tuple[int, str, str, list[str]]
) -> None:
    """Bands and limits are those of the user's framework, not the published ones."""
    Path("my.yaml").write_text(OWN_FRAMEWORK, "utf-8")
    Path("assessment.yaml").write_text(own_assessment(scores, level=level), "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "--format", "json", "assessment.yaml")
    (entry,) = json.loads(ran.out)["assessments"]
    limits = [limit["rule"] for limit in entry["limited_by"]]
    assert (entry["score"], entry["band"], entry["rating"], limits) == expected


@pytest.mark.usefixtures("here")
def test_its_words_are_shown(wellled: Command) -> None:
    """The output for people shows the framework's title, its words for the scores, and its rules."""
    Path("my.yaml").write_text(OWN_FRAMEWORK, "utf-8")
    Path("assessment.yaml").write_text(own_assessment((1, 4)), "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "assessment.yaml")
    assert ran.code == 0
    for words in ("Ash Grove's own questions", "Poor", "Splendid", "share", "limit", "Clear aims"):
        assert words in ran.out


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("ending", ["yaml", "yml", "json"])
def test_a_framework_may_be_yaml_or_json(wellled: Command, ending: str) -> None:
    """A framework file is known by its ending, and JSON is read as well."""
    text = json.dumps(yaml.safe_load(OWN_FRAMEWORK), default=str) if ending == "json" else OWN_FRAMEWORK
    Path(f"my.{ending}").write_text(text, "utf-8")
    ran = wellled("score", "--framework", f"my.{ending}", "--scores", "3,3")
    assert ran.code == 0
    assert "75" in ran.out


@pytest.mark.usefixtures("here")
def test_a_plain_list_of_statements_scores(wellled: Command) -> None:
    """A user's framework may do without key questions and levels; then a file has none."""
    head, _, _ = OWN_FRAMEWORK.partition("key_questions:")
    start, _, rest = head.partition("overall:\n")
    without_overall = start.replace("levels: [service, trust]\n", "") + rest[rest.index("rules:\n  ours") :]
    Path("my.yaml").write_text(
        without_overall
        + "statements:\n  - {id: clear-aims, title: Clear aims}\n  - {id: open-ears, title: Open ears}\n"
    )
    ran = wellled("score", "--framework", "my.yaml", "--format", "json", "assessment.yaml")
    (entry,) = json.loads(ran.out)["assessments"]
    assert ran.code == 0
    assert (entry["key_question"], entry["level"], entry["rating"]) == (None, None, "good")


@pytest.mark.usefixtures("here")
def test_its_overall_rating_is_its_own(wellled: Command) -> None:
    """Two key questions are all of it where the framework says so, and its own principles decide."""
    Path("my.yaml").write_text(OWN_FRAMEWORK, "utf-8")
    answers = {"safe-homes": {"score": 3}, "safe-staff": {"score": 3}}
    Path("safe.yaml").write_text(own_assessment((), key_question="safe", answers=answers), "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "assessment.yaml", "safe.yaml")
    assert ran.code == 0
    assert "Overall, Ash Grove Care: Good." in ran.out
    Path("safe.yaml").write_text(
        own_assessment((), key_question="safe", answers=answers, breaches=[{"regulation": 17, "status": "current"}])
    )
    breached = wellled("score", "--framework", "my.yaml", "assessment.yaml", "safe.yaml")
    assert "Overall, Ash Grove Care: Requires improvement." in breached.out


@pytest.mark.usefixtures("here")
def test_it_judges_every_file_of_the_run(wellled: Command) -> None:
    """A framework named for a run judges every file: one of another framework is faulty, the good ones are shown."""
    Path("my.yaml").write_text(OWN_FRAMEWORK, "utf-8")
    Path("ours.yaml").write_text(service_texts({"safe": "good"})["safe"], "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "ours.yaml", "assessment.yaml")
    assert ran.code == 2
    assert "Clear aims" in ran.out
    assert "ours.yaml:" in ran.err


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: well-led\n    title: Well-led", "id: caring\n    title: Caring"),
        ("title: Clear aims, number: 3, also: [aims]}\n      - {id: open-ears, title: Open ears, number: 4}",
         "title: Clear aims, only_at: trust}\n      - {id: open-ears, title: Open ears, only_at: trust}"),
    ],
    ids=["no such key question", "no statement at this level"],
)  # fmt: skip
@pytest.mark.parametrize("said", [{}, {"key_question": "well-led"}], ids=["meant", "said"])
def test_what_the_framework_does_not_ask_is_a_fault(wellled: Command, old: str, new: str, said: dict[str, str]) -> None:
    """A file about a key question the framework lacks, or where none of its statements counts, is a placed fault."""
    assert OWN_FRAMEWORK.count(old) == 1
    lacking = OWN_FRAMEWORK.replace(old, new).replace("of: [safe, well-led]", "of: [safe]")
    Path("my.yaml").write_text(lacking, "utf-8")
    Path("assessment.yaml").write_text(own_assessment(**said), "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "assessment.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert re.match(r"assessment\.yaml:\d+:\d+: ", ran.err)


@pytest.mark.usefixtures("here")
def test_a_score_above_the_highest_is_a_fault(wellled: Command) -> None:
    """Where the best score is 3, a framework without it or a file with a 4 is refused at its place."""
    lower = OWN_FRAMEWORK.replace("highest_score: 4", "highest_score: 3").replace("{outstanding: 4, good: 3}", "{}")
    Path("my.yaml").write_text(lower, "utf-8")
    Path("assessment.yaml").write_text(own_assessment((4, 4)), "utf-8")
    ran = wellled("score", "--framework", "my.yaml", "assessment.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert re.search(r"^(wellled: )?(my|assessment)\.yaml:\d+:\d+: ", ran.err)
