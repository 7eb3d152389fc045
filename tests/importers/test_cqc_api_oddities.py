"""JSON of the syndication API that is not quite as documented: what is not certain is told, never guessed."""

from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from tests.builders import Yaml
from tests.cli.command import Command
from tests.importers.sources import TITLES, areas_of, group, location, part_of, plan, written

pytestmark = pytest.mark.usefixtures("folder")
WELL_LED = [2, 2, 2, 3, 2, 3, 3]
FIRST = "shared-direction-and-culture"


def well_led(areas: Sequence[dict[str, Yaml]] = (), **more: Yaml) -> dict[str, Yaml]:
    """Give a well-led key question of 17 of 28."""
    areas = areas or areas_of("Well-led", WELL_LED)
    return part_of("Well-led", "Requires Improvement", 61, areas) | more


def homes(*parts: dict[str, Yaml], **more: Yaml) -> dict[str, Yaml]:
    """Give a location with one service group."""
    return location(plan(group("Residential homes", parts, **more)))


def with_first(**more: Yaml) -> dict[str, Yaml]:
    """Give a location whose first well-led statement is changed; None takes a key away."""
    areas = areas_of("Well-led", WELL_LED)
    areas[0] = {key: value for key, value in (areas[0] | more).items() if value is not None}
    return homes(well_led(areas))


def imported(wellled: Command, data: object, *words: str) -> list[tuple[Yaml, str]]:
    """Import JSON into a folder; give values and text of each file, all of which pass check."""
    Path("in.json").write_text(data if isinstance(data, str) else written(data), "utf-8")
    ran = wellled("import", "in.json", "--output", "out", *words)
    assert ran.code == 0, ran.said
    assert wellled("check", "out").code == 0
    texts = [file.read_text("utf-8") for file in sorted(Path("out").iterdir())]
    return [(yaml.safe_load(text), text) for text in texts]


def refused(wellled: Command, data: object, *words: str) -> str:
    """Import JSON that cannot be; give the message."""
    Path("in.json").write_text(data if isinstance(data, str) else written(data), "utf-8")
    ran = wellled("import", "in.json", *words)
    assert (ran.code, ran.out) == (2, "")
    return ran.err


@pytest.mark.parametrize("score", ["3", 3, "3 - Evidence shows a good standard", "3: Good", " 3 \u2013 good "])
def test_a_score_as_the_api_writes_it(wellled: Command, score: Yaml) -> None:
    """A digit of the scale, alone or with what it means."""
    ((values, _),) = imported(wellled, with_first(qualityStatementscore=score))
    assert values["statements"][FIRST]["score"] == 3


@pytest.mark.parametrize(
    ("score", "found"),
    [
        *((words, words) for words in ("3.5", "2-3", "2 - 3", "1/4", "30", "0", "5 - Evidence", "3 of 4")),
        ("Evidence shows a good standard", "Evidence shows a good standard"),
        (2.9, "2.9"),
        (True, "true or false"),
        ([3], "a list"),
        ({"score": 3}, "an object"),
    ],
)
def test_what_is_no_whole_score_is_a_gap(wellled: Command, score: Yaml, found: str) -> None:
    """Nothing is rounded or cut to a score; a note names what was found."""
    ((values, text),) = imported(wellled, with_first(qualityStatementscore=score))
    assert "score" not in values["statements"][FIRST]
    assert "score_unknown" in values["statements"][FIRST]
    assert f'# qualityStatementscore: "{found}" is no score' in text


def test_a_key_given_twice_is_refused(wellled: Command) -> None:
    """Which of the two holds cannot be known; the message says which key, and of what."""
    data = written(with_first()).replace(
        '"qualityStatementscore": "2', '"qualityStatementscore": "4 - E", "qualityStatementscore": "2', 1
    )
    message = refused(wellled, data)
    assert '"qualityStatementscore" twice' in message
    assert TITLES["Well-led"][0] in message


@pytest.mark.parametrize("status", ["Not assessed", "NotAssessed", "Not-assessed", "NOT_ASSESSED"])
def test_not_assessed_in_any_spelling(wellled: Command, status: str) -> None:
    """Case and what stands between the words do not matter."""
    ((values, _),) = imported(wellled, with_first(status=status))
    assert "not_assessed" in values["statements"][FIRST]


@pytest.mark.parametrize("status", ["Not Assessed this time", "Pending", 7])
def test_an_unknown_status_leaves_the_score_open(wellled: Command, status: Yaml) -> None:
    """Assessed or not cannot be told; the note names the status and the score."""
    ((values, text),) = imported(wellled, with_first(status=status))
    assert set(values["statements"][FIRST]) == {"score_unknown", "findings"}
    assert f'# status: "{status}" is neither' in text
    assert "2 - Evidence shows some shortfalls" in text


@pytest.mark.parametrize("status", ["Assessed", "ASSESSED", None])
def test_assessed_or_silent_is_assessed(wellled: Command, status: Yaml) -> None:
    """Fields the API leaves out say nothing against a score."""
    ((values, _),) = imported(wellled, with_first(status=status))
    assert values["statements"][FIRST]["score"] == 2


@pytest.mark.parametrize(
    ("commentary", "expected"),
    [
        ("staff said <the manager shouted>.", "staff said <the manager shouted>."),
        ("training was <50% and 3 > 2 left", "training was <50% and 3 > 2 left"),
        ("<p>Staff said <the manager shouted>.</p>", "Staff said <the manager shouted>."),
        ("<a manager shouted> at them", "<a manager shouted> at them"),
        ('See <a href="x">this</a><br/>and <em>that</em>', "See this\nand that"),
        ("Before<!-- hidden -->after<o:p></o:p>", "Beforeafter"),
        ("<p>Up <!-- to here --> --> and <!-- on</p>", "Up --> and <!-- on"),
        ("Food &amp; drink, R&D", "Food & drink, R&D"),
        ("One line\nof one.\n\nAnother.", "One line of one.\n\nAnother."),
        ("shown <script>alert(1)</script>", "shown"),
    ],
)
def test_only_markup_is_taken_away(wellled: Command, commentary: str, expected: str) -> None:
    """What stands in angle brackets and is no tag of HTML are words of the text."""
    ((values, _),) = imported(wellled, with_first(commentary=commentary, evidenceCategory=None))
    assert values["statements"][FIRST]["findings"].strip() == expected


def test_what_is_said_of_the_whole_group_is_told(wellled: Command) -> None:
    """It is about all key questions: named as left out."""
    said = {"commentary": "<p>G</p>", "narrative": "H", "overallPeopleExperience": "I"}
    ((_, text),) = imported(wellled, homes(well_led(), **said))
    (line,) = [line for line in text.splitlines() if "overallPeopleExperience" in line]
    assert line.startswith("# ")
    assert "commentary, narrative, overallPeopleExperience" in line
    ((_, text),) = imported(wellled, homes(well_led()), "--force")
    assert "narrative" not in text


def test_characters_that_are_no_text_are_replaced(wellled: Command) -> None:
    """Half characters, control characters and U+FFFE become the mark for what cannot be read, with a note."""
    ((values, text),) = imported(wellled, with_first(commentary="bad \ud800, \ufffe and \x07.", evidenceCategory=None))
    assert values["statements"][FIRST]["findings"] == "bad \ufffd, \ufffd and \ufffd."
    assert text.count("# \ufffd stands for") == 1


def test_names_given_fill_what_the_json_leaves_open(wellled: Command) -> None:
    """The JSON of a location holds the id of its provider, not the name."""
    ((values, text),) = imported(wellled, homes(well_led()), "--provider", "Rose Care", "--service", "Other")
    assert values["provider"] == {"name": "Rose Care", "id": "1-100000001"}
    assert values["service"]["name"] == "Rose Court"
    assert '# --service "Other" was not used: the JSON says "Rose Court"' in text


def test_names_given_for_the_json_of_a_provider(wellled: Command) -> None:
    """It names the provider, and no service."""
    data = homes(well_led())
    del data["locationId"]
    ((values, text),) = imported(wellled, data, "--provider", "Other", "--service", "Rose House")
    assert values["provider"]["name"] == "Rose Court"
    assert values["service"]["name"] == "Rose House"
    assert '# --provider "Other" was not used: the JSON says "Rose Court"' in text


@pytest.mark.parametrize("name", ["WellLed", "well led", "WELL-LED", "Well_Led"])
def test_key_questions_in_any_spelling(wellled: Command, name: str) -> None:
    """Case and what stands between the words do not matter."""
    ((values, _),) = imported(wellled, homes(well_led(name=name)))
    assert values["key_question"] == "well-led"


def test_an_unknown_key_question_is_named(wellled: Command) -> None:
    """As the reason where nothing else is there; in the head of the files otherwise."""
    assert 'found the key question "Use of resources"' in refused(wellled, homes(well_led(name="Use of resources")))
    ((_, text),) = imported(wellled, homes(well_led(), well_led(name="Use of resources")))
    assert '# Left out: Rose Court, Residential homes: found the key question "Use of resources"' in text


def test_ratings_of_another_shape_are_named(wellled: Command) -> None:
    """The message says what stands there."""
    data = homes(well_led())
    data["assessment"][0]["ratings"] = [data["assessment"][0]["ratings"]]
    assert "ratings: found a list" in refused(wellled, data)


def test_a_plan_of_unknown_status_is_named(wellled: Command) -> None:
    """The message says the status, and how to take it all the same."""
    message = refused(wellled, homes(well_led(), assessmentPlanStatus="Published"))
    assert 'assessmentPlanStatus is "Published"' in message
    assert "--all" in message


@pytest.mark.parametrize("percent", ["67.9", 67.5, "101", "about 60"])
def test_a_percentage_that_is_no_whole_score_is_told(wellled: Command, percent: Yaml) -> None:
    """It is left out, never rounded."""
    ((values, text),) = imported(wellled, homes(well_led(percentageScore=percent)))
    assert values["published"] == {"rating": "requires improvement"}
    assert f'# percentageScore: "{percent}" is no whole score out of 100' in text
    ((values, text),) = imported(wellled, homes(well_led(percentageScore=percent, rating="")), "--force")
    assert "published" not in values
    assert f'# percentageScore: "{percent}"' in text


def test_one_unreadable_day_does_not_lose_the_rest(wellled: Command) -> None:
    """The one without a day is left out, and the others say so."""
    data = location(
        plan(group("A", [well_led()])),
        plan(group("B", [well_led()], assessmentDate="16/07/2025"), assessmentPlanPublishedDateTime=""),
    )
    ((values, text),) = imported(wellled, data)
    assert values["service"]["type"] == "A"
    assert (
        '# Left out: Rose Court, B: found no day of the assessment (assessmentDate: "16/07/2025"); say it with --date'
        in text
    )
    files = imported(wellled, data, "--date", "2025-07-16", "--force")
    assert [str(values["assessment"]["date"]) for values, _ in files] == ["2025-03-04", "2025-07-16"]


def test_a_day_that_is_taken_from_another_field_is_told(wellled: Command) -> None:
    """The day of publication stands in, with a note on the day that could not be read."""
    ((values, text),) = imported(wellled, homes(well_led(), assessmentDate="16/07/2025"))
    assert str(values["assessment"]["date"]) == "2025-04-01"
    assert '# assessmentDate: "16/07/2025" is no day that can be read' in text
