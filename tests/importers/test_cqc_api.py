"""JSON of the syndication API, in all its shapes, becomes assessment files that agree with what was published."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import Yaml
from tests.cli.command import Command
from tests.importers.sources import TITLES, area, areas_of, group, location, part_of, plan, written
from wellled_cli.importers.catalogue import read_from
from wellled_cli.importers.given import Given
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.slug import slug

pytestmark = pytest.mark.usefixtures("folder")
WELL_LED = [2, 2, 2, 3, 2, 3, 3]


def well_led(rating: str = "Requires Improvement") -> dict[str, Yaml]:
    """Give a well-led key question of 17 of 28."""
    return part_of("Well-led", rating, 61, areas_of("Well-led", WELL_LED))


def one_plan(part: dict[str, Yaml], **more: Yaml) -> dict[str, Yaml]:
    """Give a location with one service group and one key question."""
    return location(plan(group("Residential homes", [part], **more)))


def imported(wellled: Command, data: object, *words: str) -> list[tuple[str, Yaml, str]]:
    """Import JSON into a folder; give name, values and text of each file, all of which pass check."""
    Path("in.json").write_text(written(data), "utf-8")
    ran = wellled("import", "in.json", "--output", "out", *words)
    assert ran.code == 0, ran.said
    assert wellled("check", "out").code == 0
    files = sorted(Path("out").iterdir())
    assert len(ran.err.splitlines()) == len(files)
    return [(file.name, yaml.safe_load(file.read_text("utf-8")), file.read_text("utf-8")) for file in files]


def test_one_file_a_service_group_and_key_question(wellled: Command) -> None:
    """Two groups with two key questions each are four files, each with the ids and the group it is about."""
    parts = [well_led(), part_of("Caring", "Good", 75, areas_of("Caring", [3] * 5))]
    files = imported(wellled, location(plan(group("Residential homes", parts), group("Homecare", parts))))
    assert len(files) == 4
    for name, values, _ in files:
        assert values["provider"] == {"id": "1-100000001"}
        assert values["service"]["name"] == "Rose Court"
        assert values["service"]["id"] == "1-1000000001"
        assert slug(values["service"]["type"]) in name
        assert values["key_question"] in name
        assert str(values["assessment"]["date"]) == "2025-03-04"


def test_the_result_is_the_published_one(wellled: Command) -> None:
    """Scores, rating in any case, and the narrative as clean text under its statement."""
    ((_, values, _),) = imported(wellled, one_plan(well_led()))
    assert [each["score"] for each in values["statements"].values()] == WELL_LED
    assert values["published"] == {"score": 61, "rating": "requires improvement"}
    assert values["statements"]["freedom-to-speak-up"]["findings"] == "Seen under Freedom to speak up."
    assert values["summary"] == "How it was under Well-led."
    ran = wellled("import", "in.json")
    assert "computed 61, requires improvement; published 61, requires improvement: equal" in ran.err


@pytest.mark.parametrize("spelling", ["percentageScore", "percengtageScore"])
def test_both_spellings_of_the_percentage(wellled: Command, spelling: str) -> None:
    """The schema's own misspelling is read too."""
    part = well_led()
    part[spelling] = part.pop("percentageScore")
    ((_, values, _),) = imported(wellled, one_plan(part))
    assert values["published"]["score"] == 61


def test_no_personal_data_is_kept(wellled: Command) -> None:
    """Contacts, nominated individuals and persons leave no trace."""
    for _, _, text in imported(wellled, one_plan(well_led())):
        assert [name for name in ("Hyacinth", "Quillfeather", "person") if name in text] == []


def test_statements_not_assessed_are_carried(wellled: Command) -> None:
    """Six carried at 4 from outstanding and a 3 make 27 of 28, 96: outstanding."""
    areas = [
        area(n, title, 3 if title.startswith("Governance") else 4)
        | ({} if title.startswith("Governance") else {"status": "Not Assessed"})
        for n, title in enumerate(TITLES["Well-led"], start=27)
    ]
    part = part_of("Well-led", "Outstanding", 96, areas)
    ((_, values, text),) = imported(wellled, one_plan(part, assessmentDate="2024-01-12"))
    assert values["framework"] == "cqc-saf-2023"
    assert values["assessment"]["previous_rating"] == "outstanding"
    assert "worked out" in text
    assert ": equal (6 statements carried" in wellled("import", "in.json").err


def test_a_bare_digit_is_a_score_and_a_word_is_none(wellled: Command) -> None:
    """What shows no digit is a gap that names what was found."""
    areas = areas_of("Well-led", WELL_LED)
    areas[0]["qualityStatementscore"] = "2"
    areas[1]["qualityStatementscore"] = "Evidence requirements not yet scored"
    ((_, values, text),) = imported(wellled, one_plan(part_of("Well-led", "Good", None, areas)))
    answers = list(values["statements"].values())
    assert answers[0]["score"] == 2
    assert "score_unknown" in answers[1]
    assert "Evidence requirements not yet scored" in text


@pytest.mark.parametrize(
    "label", ["Inspected but not rated", "No published rating", "Insufficient evidence to rate", "No Approved Rating"]
)
def test_labels_that_are_no_ratings_are_kept_as_comments(wellled: Command, label: str) -> None:
    """A label that is none of the ratings is no rating."""
    ((_, values, text),) = imported(wellled, one_plan(well_led(rating=label)))
    assert "rating" not in values["published"]
    assert f'"{label}"' in text


def test_historic_ratings_only_where_asked(wellled: Command) -> None:
    """Current ones only, unless --all."""
    old = group("Residential homes", [well_led()], status="Historic", assessmentDate="2024-12-20")
    data = location(plan(group("Residential homes", [well_led()])), plan(old))
    assert len(imported(wellled, data)) == 1
    assert len(imported(wellled, data, "--all", "--force")) == 2
    Path("old.json").write_text(written(location(plan(old))), "utf-8")
    ran = wellled("import", "old.json")
    assert ran.code == 2
    assert "--all" in ran.err


def test_a_plan_that_is_not_active_is_not_current(wellled: Command) -> None:
    """A closed plan is left out."""
    data = location(
        plan(
            group("A", [well_led()], assessmentPlanStatus="Closed"),
            group("B", [well_led()], assessmentPlanStatus="Active"),
        )
    )
    ((_, values, _),) = imported(wellled, data)
    assert values["service"]["type"] == "B"


def test_the_newer_list_has_ratings_without_scores(wellled: Command) -> None:
    """Where only `overall` is filled, the rating is kept and every score is a gap."""
    overall = [{"rating": "Good", "status": "Current", "keyQuestionRatings": [{"name": "Safe", "rating": "Good"}]}]
    ((_, values, _),) = imported(wellled, location(plan(overall=overall)))
    assert values["published"] == {"rating": "good"}
    assert len(values["statements"]) == 8
    assert all("score_unknown" in each for each in values["statements"].values())
    assert str(values["assessment"]["date"]) == "2025-04-01"


def test_a_provider(wellled: Command) -> None:
    """The JSON of a provider names it; eight statements are those of a trust."""
    titles = (*TITLES["Well-led"], "Environmental sustainability and sustainable development")
    areas = [area(n, title, 3) for n, title in enumerate(titles, start=27)]
    part = part_of("Well-led", "Good", 75, areas)
    data = location(plan(group("Trust", [part])))
    del data["locationId"]
    data |= {"providerId": "RX9", "name": "Fictional NHS Trust"}
    ((_, values, _),) = imported(wellled, data)
    assert values["provider"] == {"name": "Fictional NHS Trust", "id": "RX9"}
    assert values["level"] == "trust"


def test_several_locations_in_one_file(wellled: Command) -> None:
    """A list of locations is read one after the other."""
    other = one_plan(well_led()) | {"locationId": "1-2", "name": "Lily Court"}
    assert len(imported(wellled, [one_plan(well_led()), other])) == 2


def test_markup_becomes_text(wellled: Command) -> None:
    """Paragraphs, lists and entities survive; scripts, styles and hidden parts do not."""
    markup = (
        "<p>First &amp; foremost.</p><ul><li>One</li><li>Two</li></ul><script>x()</script>"
        "<div style='display:none'>hidden</div><p>Caf&eacute; &lt;3</p>"
    )
    areas = areas_of("Well-led", WELL_LED)
    areas[0]["evidenceCategory"] = [{"evidenceCategoryId": 1, "commentary": markup}, {"commentary": "<p>More.</p>"}]
    ((_, values, _),) = imported(wellled, one_plan(part_of("Well-led", "Good", None, areas)))
    findings = next(iter(values["statements"].values()))["findings"]
    assert findings.strip().split("\n\n") == ["First & foremost.", "- One\n- Two", "Café <3", "More."]


def test_a_statement_that_is_not_there_is_a_gap(wellled: Command) -> None:
    """Left out is not zero; an unknown name is told and left out."""
    areas = [*areas_of("Well-led", WELL_LED)[1:], area(99, "Something of the future", 4)]
    ((_, values, text),) = imported(wellled, one_plan(part_of("Well-led", "Good", None, areas)))
    assert "score_unknown" in values["statements"]["shared-direction-and-culture"]
    assert "Something of the future" in text


def test_ratings_of_before_are_refused(wellled: Command) -> None:
    """Legacy ratings have no statements."""
    data = {"locationId": "1-1", "currentRatings": {"overall": {"rating": "Good"}}}
    Path("in.json").write_text(written(data), "utf-8")
    ran = wellled("import", "in.json")
    assert ran.code == 2
    assert "before the single assessment framework" in ran.err


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 200) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def damaged(draw: st.DrawFn) -> Yaml:
    """Give a location in which some values are lost or replaced by anything."""
    data: Yaml = json.loads(written(one_plan(well_led())))
    for _ in range(draw(st.integers(1, 5))):
        at = data
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at[key], dict | list) and at[key] and draw(st.integers(0, 4)):
                at = at[key]
                continue
            if draw(st.booleans()):
                del at[key]
            else:
                at[key] = draw(JSON)
            break
    return data


@given(damaged())
@settings(max_examples=150)
def test_damaged_json_is_refused_or_read_right(data: Yaml) -> None:
    """No traceback, and no statement gets a score that the JSON does not give it."""
    content = written(data).encode()
    try:
        drafts: list[Yaml] = read_from("cqc-api", content, "x.json", Given())
    except NotImportableError:
        return
    expected = dict(zip(map(slug, TITLES["Well-led"]), WELL_LED, strict=True))
    for draft in drafts:
        for name, statement in draft.values["statements"].items():
            if (score := statement.get("score")) is not None and score != expected.get(name):
                assert str(score) in content.decode()
                assert draft.values["key_question"] != "well-led" or f'"{score}' in content.decode()
