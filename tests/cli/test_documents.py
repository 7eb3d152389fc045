"""Reports beyond Markdown: one content, whatever it is written as, and text of a file stays text in each."""

import csv
import io
import re
import sys
import xml.etree.ElementTree as ET
import zipfile
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Rows as Rows
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import wellled_cli.render.document
from tests.builders import SPEAK_UP, assessment_text
from tests.cli.command import Command
from tests.cli.test_formats import HOSTILE, written
from tests.house.places import ROOT
from wellled_cli.render.document.docx import render as render_word
from wellled_cli.render.document.parts import Document, Table

TODAY = ("--today", "2026-11-23")
SAMPLE = str(ROOT / "samples" / "fictional-limited-trust.yaml")
pytestmark = pytest.mark.usefixtures("folder")


class Seen(HTMLParser):
    """Gives the tags and the text of a page."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data


def report(wellled: Command, output_format: str, *paths: str) -> str:
    """Give a report as text."""
    ran = wellled("report", *paths, "--format", output_format, *TODAY)
    assert ran.code == 0, ran.said
    return ran.out


def word_text(path: str) -> str:
    """Give all text of a Word file, in its order."""
    paragraphs = docx.Document(path).element.body.iter(qn("w:p"))
    return " ".join("".join(part.text or "" for part in paragraph.iter(qn("w:t"))) for paragraph in paragraphs)


def test_one_content_in_several_formats(wellled: Command) -> None:
    """Every heading and every cell of the Markdown is in the page and in the Word file."""
    markdown = report(wellled, "md", SAMPLE)
    page = " ".join(Seen(report(wellled, "html", SAMPLE)).text.split())
    assert wellled("report", SAMPLE, "--format", "docx", "--output", "r.docx", *TODAY).code == 0
    word = " ".join(word_text("r.docx").split())
    plain = re.sub(r"\\(.)", r"\1", markdown)
    said = [line.lstrip("# ") for line in plain.splitlines() if line.startswith("#")]
    said += [
        cell.strip() for line in plain.splitlines() if line.startswith("| ") for cell in line.strip("| ").split(" | ")
    ]
    said = [words for words in said if words.strip("-: ") and words != "About this assessment"]
    assert [words for words in said if words not in page] == []
    assert [words for words in said if words not in word] == []


def test_the_page_stands_alone(wellled: Command) -> None:
    """In English of England, one heading of the first rank, no script, nothing from elsewhere."""
    page = report(wellled, "html", SAMPLE)
    seen = Seen(page)
    assert '<html lang="en-GB">' in page
    assert seen.tags.count("h1") == 1
    assert {"script", "link", "img", "iframe", "object"} & set(seen.tags) == set()
    assert "url(" not in page
    assert "@import" not in page
    addresses = [value for name, value in seen.attributes if name in {"src", "href"}]
    assert all((value or "").startswith("https://") for value in addresses)
    ids = [value for name, value in seen.attributes if name == "id"]
    assert len(ids) == len(set(ids))


def test_every_picture_has_words_and_a_table(wellled: Command) -> None:
    """A title, a description with every value, and the same facts beside it."""
    page = report(wellled, "html", SAMPLE)
    pictures = re.findall(r"<svg .*?</svg>", page, re.DOTALL)
    assert len(pictures) == 3
    for picture in pictures:
        root = ET.fromstring(picture)  # noqa: S314  our own output
        assert (root[0].text, root[0].tag, root[1].tag) == (root[0].text, "title", "desc")
        assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
    assert "A score of 69. 0 to 38 inadequate; 39 to 62 requires improvement" in page
    assert "Freedom to speak up: 1 of 4" in page
    assert "Nursing staff supervised: 81%, target at least 85%" in page


@pytest.mark.parametrize(
    "text", [HOSTILE, "long" * 2500, "=1+1", "[31mred", "a\u202eb", "&amp;lt;", "]]>", "{{x}} {% y %}"]
)
def test_hostile_text_is_text_in_every_format(wellled: Command, text: str) -> None:
    """It changes no structure of the page, of the Word file or of the table, and is all there."""
    Path("a.yaml").write_text(written("Harmless."), "utf-8")
    harmless = Seen(report(wellled, "html", "a.yaml")).tags
    name = text.strip()
    more = {"provider": {"name": name}, "summary": name}
    Path("b.yaml").write_text(assessment_text(**more), "utf-8")
    Path("c.yaml").write_text(assessment_text(provider={"name": "x"}, summary="x"), "utf-8")
    page = Seen(report(wellled, "html", "b.yaml"))
    assert page.tags == Seen(report(wellled, "html", "c.yaml")).tags
    assert "script" not in page.tags + harmless
    assert wellled("report", "b.yaml", "--format", "docx", "--output", "r.docx", *TODAY).code == 0
    with zipfile.ZipFile("r.docx") as archive:
        assert archive.testzip() is None
    assert docx.Document("r.docx").tables
    shown = " ".join(re.sub(r":(?=:)|#(?=#\w*\[)", r"\g<0> ", name.replace("\u202e", "<U+202E>").replace(
        "\u2066", "<U+2066>").replace("\u2028", "<U+2028>")).split())  # fmt: skip
    assert shown.split("<U+2028>")[0].strip() in " ".join(page.text.split())
    assert shown.split("<U+2028>")[0].strip() in " ".join(word_text("r.docx").split())


def rows(wellled: Command, *paths: str) -> list[dict[str, str]]:
    """Give the rows of the table."""
    text = report(wellled, "csv", *paths)
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_has_a_row_a_statement(wellled: Command) -> None:
    """Each with who, when, its score, and the result it counts to."""
    found = rows(wellled, SAMPLE)
    assert [row["score"] for row in found] == ["3", "3", "1", "2", "3", "3", "4", "3"]
    assert {row["score_out_of_100"] for row in found} == {"69"}
    assert {row["rating"] for row in found} == {"requires improvement"}
    assert found[5]["status"] == "carried"
    assert found[5]["reason"].startswith("Reviewed by")
    assert found[2]["findings"].startswith("There were significant shortfalls")


def test_a_paragraph_of_findings_is_one_line_of_a_cell(wellled: Command) -> None:
    """Where the file breaks its lines says nothing; paragraphs and the items of a list stay apart."""
    findings = "Staff knew\nwhom to tell.\n\nThey named:\n- the guardian\n  on site\n- their manager\n"
    answers = {SPEAK_UP: {"score": 3, "findings": findings}}
    Path("a.yaml").write_text(assessment_text(answers=answers), "utf-8")
    (told,) = (row["findings"] for row in rows(wellled, "a.yaml") if row["findings"])
    assert told == "Staff knew whom to tell.\n\nThey named:\n\n- the guardian on site\n- their manager"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="=+-@\t\r\n\"',;|a1\u202e", min_size=1, max_size=12))
@example('=HYPERLINK("http://x")')
@example("\t=1")
@example("\n=1")
@example(" @x")
def test_no_cell_is_a_formula(wellled: Command, text: str) -> None:
    """No cell begins as a formula does, and the table keeps its shape."""
    if not text.strip():
        return
    answers = {SPEAK_UP: {"score": 3, "findings": text}}
    Path("a.yaml").write_text(assessment_text(provider={"name": text}, answers=answers), "utf-8")
    found = rows(wellled, "a.yaml")
    assert len(found) == 7
    assert [cell for row in found for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_the_word_file_is_one_to_edit(wellled: Command) -> None:
    """Heading styles, header rows that come back, titles of tables, language, page numbers."""
    assert wellled("report", SAMPLE, "--format", "docx", "--output", "r.docx", *TODAY).code == 0
    word = docx.Document("r.docx")
    assert {"Title", "Heading 1", "Heading 2"} <= {paragraph.style.name for paragraph in word.paragraphs}
    assert word.core_properties.language == "en-GB"
    assert word.core_properties.title.startswith("Well-led, trust level")
    for table in word.tables:
        xml = table._tbl.xml  # noqa: SLF001  what the library has no call for
        assert "w:tblHeader" in xml
        assert "w:tblCaption" in xml
        assert "w:cantSplit" in xml
    footer = word.sections[0].footer.paragraphs[0]._p.xml  # noqa: SLF001
    assert "PAGE" in footer
    assert "NUMPAGES" in footer


def test_the_same_word_file_twice(wellled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the same to the byte, whatever the clock says."""
    contents = []
    for year in (2026, 2031):
        clock = SimpleNamespace(time=float, localtime=lambda _, year=year: (year, 1, 1, 0, 0, 0))
        monkeypatch.setattr(zipfile, "time", clock)
        assert wellled("report", SAMPLE, "--format", "docx", "--output", "r.docx", *TODAY).code == 0
        contents.append(Path("r.docx").read_bytes())
    assert contents[0] == contents[1]


def test_nothing_in_a_word_file_is_of_the_moment(wellled: Command) -> None:
    """Its parts stand in one order under one date, and it was made on the day that it is looked at from."""
    assert wellled("report", SAMPLE, "--format", "docx", "--output", "r.docx", *TODAY).code == 0
    with zipfile.ZipFile("r.docx") as archive:
        names = archive.namelist()
        kinds = {(part.date_time, part.create_system, part.external_attr) for part in archive.infolist()}
    assert names == sorted(names)
    assert names[0] == "[Content_Types].xml"
    assert len(kinds) == 1
    assert kinds.pop()[0] == (1980, 1, 1, 0, 0, 0)
    properties = docx.Document("r.docx").core_properties
    assert {str(properties.created.date()), str(properties.modified.date())} == {TODAY[1]}


def test_a_long_table_is_written_in_time_by_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is looked up again among all rows, nor a cell among all cells."""
    monkeypatch.setattr(WordTable, "_cells", property(lambda _: pytest.fail("all cells were looked through")))
    looked_up: list[int] = []
    monkeypatch.setattr(Rows, "__getitem__", lambda rows, number: looked_up.append(number) or list(rows)[number])
    table = Table("Long", ("One", "Two"), [("a", "b")] * 50)
    assert render_word(Document("Title", (table,), ()), date(2026, 11, 23))
    assert looked_up == [0]


def test_without_the_library_the_extra_is_named(wellled: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says plainly what to install, and writes nothing."""
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.delitem(sys.modules, "wellled_cli.render.document.docx", raising=False)
    monkeypatch.delattr(wellled_cli.render.document, "docx", raising=False)
    ran = wellled("report", SAMPLE, "--format", "docx", "--output", "r.docx")
    assert ran.code == 2
    assert "wellled-cli[docx]" in ran.err
    assert not Path("r.docx").exists()


@pytest.mark.parametrize("output_format", ["html", "docx"])
def test_several_files_in_one_report(wellled: Command, output_format: str) -> None:
    """A cover with all of them, then each."""
    samples = str(ROOT / "samples")
    name = f"all.{output_format}"
    assert wellled("report", samples, "--format", output_format, "--output", name, *TODAY).code == 0
    text = word_text(name) if output_format == "docx" else Seen(Path(name).read_text("utf-8")).text
    assert "5 assessments" in text
    assert text.count("What the rating rests on") == 5
