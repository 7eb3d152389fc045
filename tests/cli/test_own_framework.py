"""Frameworks of one's own: many statements, and titles and ids with anything in them."""

import json
import re
from collections.abc import Iterator
from math import comb
from pathlib import Path

import pytest
import yaml

from tests.builders import assessment_text
from tests.cli.command import Command, process, steering
from tests.own_framework import OWN_FRAMEWORK

pytestmark = pytest.mark.usefixtures("folder")

OWN = ("--framework", "my.json")
TODAY = ("--today", "2026-01-15")
STATEMENTS = [f"s{number}" for number in range(27)]
SCORE = re.compile(r"^( +)score:$", re.MULTILINE)

# 27 statements have 108 points. Outstanding starts at 90: 97 of 108 is 89.8, with no 1 and no 2 left, so 16 of the
# 27 end at 4 and the others at 3. Good starts at 60: 65 of 108 is 60.2, with no 1 left, so 11 points above all 2s.
OUTSTANDING = comb(27, 16)
GOOD = sum(comb(27, twos) * comb(27 - twos, 11 - 2 * twos) for twos in range(6))


def own(name: str = "clear-aims", title: str = "Clear aims") -> str:
    """Write the framework with another statement in the place of its first one of well-led."""
    framework = yaml.safe_load(OWN_FRAMEWORK)
    well_led = framework["key_questions"][1]
    well_led["statements"][0] = {"id": name, "title": title}
    return json.dumps(framework, default=str)


def keys(text: str) -> Iterator[str]:
    """Give the keys at the top of a YAML file, each as often as it stands there."""
    top = yaml.compose(text, yaml.SafeLoader)
    assert isinstance(top, yaml.MappingNode)
    for key, _ in top.value:
        yield key.value


@pytest.mark.parametrize(
    ("score", "to", "points", "count"),
    [
        (3, "outstanding", 16, OUTSTANDING),
        (2, "outstanding", 27 + 16, OUTSTANDING),
        (1, "outstanding", 54 + 16, OUTSTANDING),
        (1, "good", 27 + 11, GOOD),
        (2, "good", 11, GOOD),
    ],
)
def test_a_plan_for_many_statements_ends(score: int, to: str, points: int, count: int) -> None:
    """With 27 statements the fewest points are found and all ways counted, and at most 20 are listed."""
    many = ", ".join(f"{{id: {name}, title: Statement {name}}}" for name in STATEMENTS)
    head, _, _ = OWN_FRAMEWORK.partition("  - id: well-led")
    whole = yaml.safe_load(f"{head}  - {{id: well-led, title: Well-led, statements: [{many}]}}\n")
    Path("my.json").write_text(json.dumps(whole, default=str), "utf-8")
    text = assessment_text((), framework=None, answers={name: {"score": score} for name in STATEMENTS})
    Path("a.yaml").write_text(text, "utf-8")
    ran = process("plan", "a.yaml", *OWN, "--to", to, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert (found["points"], found["count"], len(found["options"])) == (points, count, 20)
    for option in found["options"]:
        assert option["rating"] == to
        assert sum(change["to"] - change["from"] for change in option["changes"]) == points
    for command in (("plan", "a.yaml", "--to", to), ("report", "a.yaml"), ("score", "a.yaml")):
        assert process(*command, *OWN, *TODAY).code == 0


@pytest.mark.parametrize("between", ["\n", "\r", "\r\n", "\x85", "\u2028", "\u2029", "\u202e"], ids=ascii)
def test_a_title_stays_a_title(wellled: Command, between: str) -> None:
    """What stands in a title never becomes a key of the file to fill in, and never steers the terminal."""
    Path("my.json").write_text(own(title=f"Clear{between}wellled: 1{between}    score: 4"), "utf-8")
    text = wellled("init", *OWN, *TODAY).out
    assert list(keys(text)).count("wellled") == 1
    assert steering(text) == set()
    assert len(SCORE.findall(text)) == 2
    Path("a.yaml").write_text(SCORE.sub(r"\1score: 3", text), "utf-8")
    checked = wellled("check", "a.yaml", *OWN, *TODAY)
    assert (checked.code, checked.err) == (0, "")
    for command in ("score", "report", "plan"):
        ran = wellled(command, "a.yaml", *OWN, *TODAY)
        assert ran.code == 0
        assert steering(ran.said) == set()
        assert not [line for line in ran.out.splitlines() if line.startswith("wellled: 1")]


@pytest.mark.parametrize(
    "name",
    [
        *("a: b", "a #b", "- a", "null", "yes", "~", "12", "1.5", "2025-01-01", "*a", "&a", "!a", "%a", "@a", "{a}"),
        *(
            '"a"',
            "'a'",
            "[a",
            "a:",
            "?",
            "a\nwellled: 2",
            "caf\u00e9 \u202e",
            "\U0001f600",
            "a\x85b",
            "=",
            "<<",
            "0x1f",
        ),
    ],
    ids=ascii,
)
def test_an_id_stays_an_id(wellled: Command, name: str) -> None:
    """Whatever an id looks like to YAML, the file to fill in names it as the text it is."""
    Path("my.json").write_text(own(name), "utf-8")
    text = wellled("init", *OWN, *TODAY).out
    assert list(keys(text)).count("wellled") == 1
    assert steering(text) == set()
    Path("a.yaml").write_text(SCORE.sub(r"\1score: 3", text), "utf-8")
    ran = wellled("check", "a.yaml", *OWN, *TODAY)
    assert (ran.code, ran.err) == (0, "")
    scored = wellled("score", "a.yaml", *OWN, *TODAY, "--format", "json")
    (entry,) = json.loads(scored.out)["assessments"]
    assert [statement["id"] for statement in entry["statements"]] == [name, "open-ears"]
    assert steering(wellled("score", "a.yaml", *OWN, *TODAY).said) == set()
