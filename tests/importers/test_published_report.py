"""Published pages become assessment files whose score and rating are the published ones, or that say why not."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.builders import Yaml
from tests.cli.command import Command
from tests.importers.sources import (
    LOCAL_AUTHORITY,
    TITLES,
    TRUST_ONLY,
    Shown,
    as_html,
    early,
    of_2025,
    shown,
)
from wellled_cli.importers.catalogue import read_from
from wellled_cli.importers.given import Given
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.slug import slug

# published by rule: total over 4 x statements, to the nearest whole per cent; its band
RESULTS = {
    "Safe": ([3, 3, 3, 2, 3, 3, 2, 2], 66, "good"),
    "Effective": ([3, 2, 2, 2, 2, 3], 58, "requires improvement"),
    "Caring": ([4, 4, 4, 4, 3], 95, "outstanding"),
    "Responsive": ([3, 3, 3, 3, 3, 3, 3], 75, "good"),
    "Well-led": ([2, 2, 2, 3, 2, 3, 3], 61, "requires improvement"),
}
pytestmark = pytest.mark.usefixtures("folder")


def imported(wellled: Command, text: str, *words: str, name: str = "page.txt") -> tuple[Yaml, str, str]:
    """Import a page; give the values, the text and the closing line."""
    Path(name).write_text(text, "utf-8")
    ran = wellled("import", name, *words)
    assert ran.code == 0, ran.said
    Path("made.yaml").write_text(ran.out, "utf-8")
    checked = wellled("check", "made.yaml")
    assert checked.code == 0, checked.out
    return yaml.safe_load(ran.out), ran.out, ran.err


def scores(values: Yaml) -> list[int | None]:
    """Give the score of each statement."""
    return [statement.get("score") for statement in values["statements"].values()]


@pytest.mark.parametrize("part", TITLES)
@pytest.mark.parametrize("markup", [False, True], ids=["text", "html"])
@pytest.mark.parametrize("layout", ["early", "2025"])
def test_every_key_question_of_every_layout(wellled: Command, part: str, layout: str, *, markup: bool) -> None:
    """Scores, published result, dates and each narrative under its own statement; the computed result is equal."""
    given_scores, score, rating = RESULTS[part]
    statements = shown(part, given_scores)
    page = (
        early(part, rating.capitalize(), score, statements)
        if layout == "early"
        else of_2025(part, rating.capitalize(), score, statements)
    )
    values, _, closing = imported(
        wellled, as_html(page) if markup else page, name="page.html" if markup else "page.txt"
    )
    assert values["key_question"] == slug(part)
    assert scores(values) == given_scores
    assert values["published"] == {"score": score, "rating": rating}
    assert str(values["assessment"]["date"]) == ("2024-05-16" if layout == "early" else "2025-06-25")
    for statement in statements:
        assert values["statements"][slug(statement.title)]["findings"].split() == statement.text.split()
    assert f"computed {score}, {rating}; published {score}, {rating}: equal" in closing


def test_who_was_assessed(wellled: Command) -> None:
    """The early page names the provider; the page of 2025 does not, and then the service stands alone."""
    values, _, _ = imported(wellled, early("Caring", "Good", 75, shown("Caring", [3] * 5)))
    assert (values["provider"], values["service"]) == (
        {"name": "Fictional Care Limited"},
        {"name": "Rose Court", "type": "Care home"},
    )
    values, _, _ = imported(wellled, of_2025("Caring", "Good", 75, shown("Caring", [3] * 5)))
    assert "provider" not in values
    assert values["service"] == {"name": "Rose Court at Home", "type": "Homecare service"}


def test_the_page_says_what_else_it_knows_in_comments(wellled: Command) -> None:
    """Where it came from, other dates, and why the framework was chosen."""
    _, text, _ = imported(wellled, early("Caring", "Good", 75, shown("Caring", [3] * 5)))
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    for words in ("page.txt", "Open", "Updated 30 May 2024", "the page does not say when the assessment started"):
        assert [line for line in comments if words in line], words


def test_carried_statements(wellled: Command) -> None:
    """Statements that were not looked at carry the previous rating: 27 of 28 is 96, outstanding."""
    statements = [
        Shown(title, 3 if title.startswith("Governance") else 4, "Seen.", is_carried=not title.startswith("Governance"))
        for title in TITLES["Well-led"]
    ]
    values, text, closing = imported(wellled, early("Well-led", "Outstanding", 96, statements, "12 January 2024"))
    assert values["framework"] == "cqc-saf-2023"
    assert values["assessment"]["previous_rating"] == "outstanding"
    assert scores(values).count(None) == 6
    assert "carried from the previous rating" in text
    assert "computed 96, outstanding; published 96, outstanding: equal (6 statements carried" in closing


def test_a_score_held_at_62(wellled: Command) -> None:
    """A 1 limits 19 of 28 to requires improvement; 62 may be published for it, and the breach is kept."""
    statements = shown("Well-led", [3, 3, 3, 3, 1, 3, 3])
    page = of_2025("Well-led", "Requires improvement", 62, statements, breach="good governance")
    values, _, closing = imported(wellled, page)
    assert values["breaches"][0]["regulation"] in {17, "17"}
    assert "computed 68, requires improvement; published 62, requires improvement: equal (limited" in closing
    assert "held at 62" in closing


def test_missing_score_lines_are_gaps_not_guesses(wellled: Command) -> None:
    """A statement without a score says so, with the line to look at and what the published score allows."""
    statements = shown("Well-led", [None] * 7)
    page = of_2025("Well-led", "Requires improvement", 61, statements)
    values, text, closing = imported(wellled, page)
    assert scores(values) == [None] * 7
    assert all("score_unknown" in statement for statement in values["statements"].values())
    heading = max(n for n, line in enumerate(page.splitlines(), start=1) if line == "Freedom to speak up")
    assert f"look at line {heading} of the page" in text
    assert "17" in "".join(line for line in text.splitlines() if line.lstrip().startswith("#"))
    assert "7 statements without a score" in closing


def test_a_score_without_its_title_is_nobodys(wellled: Command) -> None:
    """A score that stands below no title is not taken for another statement's."""
    page = early("Caring", "Good", 75, [Shown(TITLES["Caring"][0], None, "Seen."), *shown("Caring", [3] * 5)[1:]])
    page = page.replace(f"{TITLES['Caring'][1]}\n\nScore: 3", "Score: 3")
    values, text, _ = imported(wellled, page)
    assert scores(values)[:2] == [None, None]
    assert "a score that stands below no title" in text


def test_the_trust_level(wellled: Command) -> None:
    """Eight statements are those of a trust."""
    titles = (*TITLES["Well-led"], TRUST_ONLY)
    page = early("Well-led", "Good", 75, shown("Well-led", [3] * 8, titles=titles))
    values, _, closing = imported(wellled, page)
    assert values["level"] == "trust"
    assert ": equal" in closing


def test_a_local_authority(wellled: Command) -> None:
    """Nine statements, no key question and a framework of its own: 22 of 36 is 61."""
    lines = ["Local authority", "", "Fictional Borough Council", "", "Overall: Requires improvement", ""]
    lines += ["Report from 3 October 2025 assessment", "", "This authority scored 61 (out of 100) for this area.", ""]
    found = shown("", [2, 2, 2, 2, 2, 3, 3, 3, 3], titles=LOCAL_AUTHORITY)
    lines += [line for statement in found for line in statement.lines("")]
    values, _, closing = imported(wellled, "\n".join(lines))
    assert values["framework"] == "cqc-la-2025"
    assert "key_question" not in values
    assert values["provider"] == {"name": "Fictional Borough Council"}
    assert "computed 61, requires improvement; published 61, requires improvement: equal" in closing


def test_no_narrative_is_lost_on_the_way_to_a_report(wellled: Command) -> None:
    """Every word of the page's narrative is in the report of the file."""
    texts = {
        "Kindness, compassion and dignity": "One said, “Fine: really”. It's 100% true - or so.\n\nA second paragraph.",
        "Treating people as individuals": "They saw:\n\n• a first thing\n\n• a second thing\n\nAnd that was all.",
    }
    statements = [Shown(title, 3, texts.get(title, f"Long {'words and more ' * 60}.")) for title in TITLES["Caring"]]
    _, text, _ = imported(wellled, early("Caring", "Good", 75, statements))
    ran = wellled("report", "made.yaml")
    report = " ".join(ran.out.replace("\\", "").split())
    for statement in statements:
        for sentence in statement.text.replace("•", "").split("\n\n"):
            assert " ".join(sentence.split()) in report, text


def test_tables_of_what_is_not_there_are_no_scripts(wellled: Command) -> None:
    """Nothing hidden or executable in a page becomes narrative."""
    page = as_html(early("Caring", "Good", 75, shown("Caring", [3] * 5)))
    evil = "<script>alert('x')</script><p>Kept &amp; said &lt;so&gt;.</p><p hidden>Gone</p><template>Gone</template>"
    _, text, _ = imported(wellled, page.replace("</body>", f"{evil}</body>"), name="page.html")
    assert "Kept & said <so>." in text
    assert [word for word in ("alert", "Gone", "var score", "color: red") if word in text] == []


WRONG = {
    "login.html": b"<html><body><h1>Sign in</h1><form>Password</form></body></html>",
    "page.pdf": b"%PDF-1.7 \x80\x81",
    "other.txt": b"Ofsted inspection report\n\nReport from 3 May 2025 assessment\n\nQuality of education: Good\n",
    "empty.txt": b"",
    "noise.txt": bytes(range(256)) * 10,
    "short.json": b'{"locationId": "1-1", "assessment": [{"ratings": ',
    "half.json": b'{"name": "Somebody"}',
    "sheet.csv": b"a,b\n1,2\n",
    "word.docx": b"PK\x03\x04 not an archive",
}


@pytest.mark.parametrize("name", WRONG)
@pytest.mark.parametrize("words", [[], ["--from", "published-report"], ["--from", "cqc-api"], ["--from", "sheet"]])
def test_wrong_input_is_refused(wellled: Command, name: str, words: list[str]) -> None:
    """Exit 2, one clear line with what was expected, nothing written."""
    Path(name).write_bytes(WRONG[name])
    ran = wellled("import", name, "--output", "out", *words)
    assert (ran.code, ran.out) == (2, "")
    assert "expected" in ran.err.casefold()
    assert not Path("out").exists()


def test_a_very_large_file_is_refused(wellled: Command) -> None:
    """No more is read than shows that it is too large."""
    Path("big.txt").write_bytes(b"noise " * 2_000_000)
    ran = wellled("import", "big.txt")
    assert ran.code == 2
    assert "more than 10,000,000 bytes" in ran.err


def test_the_overall_page_is_refused(wellled: Command) -> None:
    """It shows no statements."""
    Path("page.txt").write_text(
        "Care home\n\nRose Court\n\nReport from 1 May 2025 assessment\n\nRatings\n\nSafe\n\nGood\n"
    )
    ran = wellled("import", "page.txt")
    assert ran.code == 2
    assert "quality statements" in ran.err


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Give a page with lines lost, doubled or put in, or cut off; no score is changed."""
    part = draw(st.sampled_from(list(TITLES)))
    given_scores, score, rating = RESULTS[part]
    statements = shown(part, given_scores)
    layout = draw(st.booleans())
    page = early(part, rating, score, statements) if layout else of_2025(part, rating.capitalize(), score, statements)
    lines = page.split("\n")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(len(lines) - 1, 0)))
        match draw(st.sampled_from(["drop", "double", "noise", "blank", "cut"])):
            case "drop":
                del lines[at : at + 1]
            case "double":
                lines[at:at] = lines[at : at + 1]
            case "noise":
                lines.insert(at, draw(st.text(max_size=30)))
            case "blank":
                lines.insert(at, "")
            case "cut":
                lines = lines[: max(at, 1)]
    text = "\n".join(lines)
    return as_html(text) if draw(st.booleans()) else text


@given(damaged())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
def test_a_damaged_page_is_refused_or_read_right(page: str) -> None:
    """No statement ever gets a score that the page does not show for it."""
    try:
        (draft,) = read_from("published-report", page.encode("utf-8", "replace"), "page", Given())
    except NotImportableError:
        return
    values: Yaml = draft.values
    part = next((name for name in TITLES if slug(name) == values.get("key_question")), None)
    if part is None:
        return
    expected = dict(zip(map(slug, TITLES[part]), RESULTS[part][0], strict=True))
    for name, statement in values["statements"].items():
        assert statement.get("score") in {None, expected.get(name)}
