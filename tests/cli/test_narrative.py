"""Concerns and strengths read from the narrative, as people and programs see them."""

import json
from pathlib import Path

import pytest

from tests.builders import SPEAK_UP, Yaml, assessment_text
from tests.cli.command import Command

LAPSED = "Supervision had lapsed."
DIRECT = "Most staff spoke of a culture of openness."


def narrated(findings: str, score: int = 3, **more: Yaml) -> str:
    """Give an assessment whose statement on speaking up says something."""
    return assessment_text(
        (3, 3, score, 3, 3, 3, 3), answers={SPEAK_UP: {"score": score, "findings": findings}}, **more
    )


def one(wellled: Command, text: str, *words: str) -> Yaml:
    """Review a file and give its entry in the JSON result."""
    Path("a.yaml").write_text(text, "utf-8")
    ran = wellled("check", "a.yaml", "--format", "json", *words)
    assert ran.code == 0, ran.said
    return json.loads(ran.out)["assessments"][0]


def told(entry: Yaml) -> list[Yaml]:
    """Give the concerns that were read from the narrative."""
    return [finding for finding in entry["findings"] if finding["origin"] == "narrative"]


@pytest.mark.usefixtures("folder")
def test_a_concern_quotes_its_whole_sentence(wellled: Command) -> None:
    """The finding has topic, statement, the sentence and the words that decided it, and stands at the sentence."""
    text = narrated(f"The home has 40 beds. {LAPSED} It is in Leeds.")
    (found,) = told(one(wellled, text))
    assert (found["rule"], found["topic"], found["statement"]) == ("concern-supervision", "supervision", SPEAK_UP)
    assert found["quote"] == LAPSED
    assert found["phrase"] in LAPSED
    line = text.splitlines()[found["line"] - 1]
    assert line[found["column"] - 1 : found["end_column"] - 1] == LAPSED


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("score", "level"), [(1, "warning"), (2, "warning"), (3, "note"), (4, "note")])
def test_a_low_score_makes_it_a_warning(wellled: Command, score: int, level: str) -> None:
    """A note; where the statement is scored 1 or 2, a warning."""
    (found,) = told(one(wellled, narrated(LAPSED, score)))
    assert found["level"] == level


@pytest.mark.usefixtures("folder")
def test_the_summary_is_read_too(wellled: Command) -> None:
    """What the summary says is of no statement."""
    (found,) = told(one(wellled, assessment_text((3,) * 7, summary=LAPSED)))
    assert (found["statement"], found["level"], found["quote"]) == (None, "note", LAPSED)


@pytest.mark.usefixtures("folder")
def test_a_sentence_told_twice_is_found_twice(wellled: Command) -> None:
    """One finding per rule, statement and sentence: the same words elsewhere are another sentence."""
    found = told(one(wellled, narrated(f"{LAPSED} {LAPSED}")))
    assert [each["rule"] for each in found] == ["concern-supervision"] * 2
    assert found[0]["column"] != found[1]["column"]


@pytest.mark.usefixtures("folder")
def test_strengths_are_kept_apart_and_never_gate(wellled: Command) -> None:
    """A strength is no finding."""
    text = narrated("Staff received regular supervision.")
    entry = one(wellled, text, "--fail-on", "note")
    assert told(entry) == []
    (strength,) = entry["strengths"]
    assert (strength["topic"], strength["statement"]) == ("supervision", SPEAK_UP)
    assert text.splitlines()[strength["line"] - 1][strength["column"] - 1 :].startswith("Staff received")


@pytest.mark.usefixtures("folder")
def test_a_topic_can_be_switched_off(wellled: Command) -> None:
    """Off is off for its concerns and its strengths."""
    Path("wellled.toml").write_text('[rules]\nconcern-supervision = "off"\n', "utf-8")
    entry = one(wellled, narrated(f"{LAPSED} Staff received regular supervision."))
    assert (told(entry), entry["strengths"]) == ([], [])


@pytest.mark.usefixtures("folder")
def test_a_topic_can_have_another_level(wellled: Command) -> None:
    """The config has the last word on a level."""
    Path("wellled.toml").write_text('[rules]\nconcern-supervision = "error"\n', "utf-8")
    (found,) = told(one(wellled, narrated(LAPSED)))
    assert found["level"] == "error"


@pytest.mark.usefixtures("folder")
def test_a_team_adds_phrases_to_a_topic(wellled: Command) -> None:
    """What the lexicon does not know, a team can teach it."""
    sentence = "The falls huddle went quiet."
    assert told(one(wellled, narrated(sentence))) == []
    Path("wellled.toml").write_text('[topics.governance]\nconcern = ["huddle ... quiet"]\n', "utf-8")
    (found,) = told(one(wellled, narrated(sentence)))
    assert (found["rule"], found["phrase"]) == ("concern-governance", "huddle went quiet")


OWN = """
[topics.falls]
title = "Falls prevention"
concern = ["falls went unreviewed"]
strength = ["falls huddle|group met"]

[rules]
concern-falls = "error"
"""


@pytest.mark.usefixtures("folder")
def test_a_team_adds_a_topic_of_its_own(wellled: Command) -> None:
    """It has a title, a level, concerns and strengths, and can be named in the file like any other."""
    Path("wellled.toml").write_text(OWN, "utf-8")
    measure = {"name": "Falls", "topic": "falls", "value": 9, "target": 2, "better": "lower"}
    text = narrated("Falls went unreviewed. The falls group met.", measures=[measure])
    entry = one(wellled, text)
    (found,) = (each for each in told(entry) if each["topic"] == "falls")
    assert (found["rule"], found["level"]) == ("concern-falls", "error")
    assert "falls" in [strength["topic"] for strength in entry["strengths"]]
    assert {each["origin"] for each in entry["findings"] if each["topic"] == "falls"} == {"narrative", "measure"}
    assert "Falls prevention" in wellled("score", "a.yaml").out
    assert "Falls prevention" in wellled("report", "a.yaml").out


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('[topics.falls]\nconcern = ["falls"]\n', "wellled.toml:1:2", ["falls", "title"]),
        ('[topics."Slips, Trips"]\ntitle = "Slips"\n', "wellled.toml:1:2", ["Slips, Trips", "slips-trips"]),
        ('[topics.training]\ntitle = "Mine"\n', "wellled.toml:1:2", ["training", "title"]),
        ('[topics.training]\nconcern = ["a b", "..."]\n', "wellled.toml:2:19", ["...", "at least one word"]),
        ('[topics.training]\nconcern = ["{stuff} left"]\n', "wellled.toml:2:12", ["{stuff}", "{staff}"]),
        ('[topics.training]\nconcerns = ["a"]\n', "wellled.toml:2:1", ["concerns", "concern"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_wrong_topic_is_a_placed_fault_of_the_config(
    wellled: Command, text: str, place: str, words: list[str]
) -> None:
    """A topic or a phrase that cannot be meant is refused where it stands."""
    Path("wellled.toml").write_text(text, "utf-8")
    ran = wellled("check", ".")
    assert ran.code == 2
    assert place in ran.err
    assert all(word in ran.err for word in words), ran.err
