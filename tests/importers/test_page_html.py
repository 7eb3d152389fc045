"""Saved pages as browsers write them: end tags left out, buttons as headings, text that opens, web archives."""

from email.message import EmailMessage
from time import perf_counter

import pytest

from tests.importers.sources import TITLES, as_html, of_2025, shown
from tests.importers.test_page_statements import SCORES, scores, values_of
from wellled_cli.importers.catalogue import read_from
from wellled_cli.importers.given import Given
from wellled_cli.importers.html_text import text_of
from wellled_cli.model.errors import NotImportableError

PAGE = as_html(of_2025("Well-led", "Requires improvement", 68, shown("Well-led", SCORES)))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<div hidden='until-found'><p>Said</p></div>", "Said"),
        ("<div hidden><p>Gone</p></div>Said", "Said"),
        ("<p hidden>Gone<p>Said", "Said"),
        ("<p hidden>Gone<h3>Said</h3>", "Said"),
        ("<p hidden>Gone <b>too</b></p>Said", "Said"),
        ("<ul><li style='display:none'>Gone<li>Said</ul>", "- Said"),
        ("<ul><li hidden>Gone<ul><li>Gone</ul>Gone<li>Said</ul>", "- Said"),
        ("<ul><li hidden>Gone</ul>Said", "Said"),
        ("<dl><dt hidden>Gone<dd>Said</dl>", "Said"),
        ("<table><tr><td hidden>Gone<td>Said</table>", "Said"),
        ("<div hidden><p>Gone</div>Said", "Said"),
        ("<div hidden></p>Gone</div>Said", "Said"),
        ("<h3><button>Said</button></h3><button>Gone</button>", "Said"),
        ("<html><head><title>Gone</title><body><p>Said</p></body></html>", "Said"),
        ("<head><title>Gone</title><p>Said", "Said"),
        ("<head><script>Gone</script></head>Said", "Said"),
    ],
)
def test_what_a_reader_sees(markup: str, text: str) -> None:
    """By the HTML standard: optional end tags, and `hidden` but for text that a search may open."""
    assert text_of(markup) == text


def test_titles_within_buttons_are_headings() -> None:
    """A page whose sections open at a button."""
    page = PAGE
    for title in TITLES["Well-led"]:
        page = page.replace(f"<p>{title}</p>\n<p>Score", f"<h3><button>{title}</button></h3>\n<p>Score")
    assert "<button>" in page
    assert scores(page) == list(SCORES)


def archive(markup: str, charset: str = "utf-8") -> bytes:
    """Give a web archive as browsers save one."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message.set_content(markup, subtype="html", charset=charset, cte="quoted-printable")
    message.make_related()
    return bytes(message)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_web_archive(charset: str) -> None:
    """The page within is read as if it had been saved by itself."""
    page = PAGE.replace("It stayed with people.", "It stayed \u2013 with people.")
    (draft,) = read_from("published-report", archive(page, charset), "page.mhtml", Given())
    assert draft.values == values_of(page)
    assert any("MHTML" in line for line in draft.head)


def test_a_web_archive_without_a_page() -> None:
    """It is refused with advice."""
    content = archive(PAGE).replace(b"text/html", b"image/png")
    with pytest.raises(NotImportableError, match="save the page as HTML"):
        read_from("published-report", content, "page.mhtml", Given())


@pytest.mark.parametrize("markup", ["<div>" * 100_000, "<p><button>" + "<span>" * 100_000 + "<div>" * 100_000])
def test_no_depth_of_elements_takes_long(markup: str) -> None:
    """What is nested deeper than any page is refused, at once."""
    begun = perf_counter()
    with pytest.raises(NotImportableError, match="in each other"):
        text_of(markup)
    assert perf_counter() - begun < 5
