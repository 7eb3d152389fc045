"""What holds for the product of any command, whatever is in the files: it is valid, and text in it is only text.

Each law reads a product with a parser that is not ours and fails where it does not hold.
"""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

import wellled_cli
from tests.cli.command import steering

DATA = Path(wellled_cli.__file__).with_name("frameworks") / "data"
HOSTS = {
    urlsplit(found).hostname
    for path in DATA.glob("*.yaml")
    for found in re.findall(r"https://\S+", path.read_text("utf-8"))
}
"""Where links of our own lead: to the sources of the published rules."""
COMMAND = re.compile(r"^\s*::|##\[|##\w+\[", re.MULTILINE)
"""What the runner of some CI takes for a command in its log."""
ANNOTATION = re.compile(
    r"::(?:error|warning|notice) "
    r"(?:file=[^:,\n]+,line=\d+,endLine=\d+(?:,col=\d+,endColumn=\d+)?,)?title=[^:,\n]+::[^\n]+"
)
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
GITHUB = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
MEANINGLESS = {"inline", "text", "softbreak", "paragraph", "heading", "bullet_list", "list_item", "table", "strong"}
MEANINGLESS |= {"thead", "tbody", "tr", "th", "td", "link", "text_special"}
BARE_ADDRESS = re.compile(r"(?i)(?:https?|ftp)://|(?:mailto|xmpp):\S|www\.")
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "h3", "h4", "h5", "h6", "p"),
    *("ul", "li", "a", "span", "table", "caption", "thead", "tbody", "tr", "th", "td", "figure"),
    *("svg", "desc", "rect", "text", "path"),
}
EMPTY_TAGS = {"meta", "rect", "path"}
ATTRIBUTES = {
    *("lang", "charset", "name", "content", "class", "role", "scope", "data-label", "href", "aria-labelledby", "id"),
    *("viewbox", "x", "y", "width", "height", "d", "fill", "stroke", "text-anchor", "font-size", "font-weight"),
}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIELDS = {"PAGE", "NUMPAGES"}


def plain(product: str) -> None:
    """See that text is lines in which nothing steers a terminal, turns a line round, hides, or commands a runner."""
    assert steering(product) == set()
    assert COMMAND.findall(product) == []
    assert not product or product.endswith("\n")


def as_json(product: str) -> Any:  # noqa: ANN401  whatever JSON holds
    """See that JSON is what the standard says, with no number that is none, and safe in a terminal as it stands."""

    def refuse(name: str) -> None:
        raise AssertionError(name)

    plain(product)
    return json.loads(product, parse_constant=refuse)


def as_sarif(product: str) -> None:
    """See that SARIF names only rules it describes, and places every result in a file."""
    (run,) = as_json(product)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["message"]["text"].strip()
        (place,) = result["locations"]
        assert re.fullmatch(r"[\w./%~-]+", place["physicalLocation"]["artifactLocation"]["uri"])


def as_junit(product: str) -> None:
    """See that JUnit XML has only the elements of JUnit, and no text of a file in the place of a number."""
    plain(product)
    root = ET.fromstring(product)  # noqa: S314  our own product
    tags = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}
    assert {each.tag for each in root.iter()} <= tags
    assert all(each.get("line", "1").isdecimal() for each in root.iter())
    assert all(each.get("tests", "1").isdecimal() for each in root.iter())


def as_annotations(product: str) -> None:
    """See that every line is an annotation, and that nothing in it begins another."""
    assert steering(product) == set()
    for line in product.splitlines():
        assert ANNOTATION.fullmatch(line), line
        assert "::" not in line.partition("::")[2].partition("::")[2]


def as_markdown(product: str) -> None:
    """See that Markdown has our headings, lists and tables alone.

    No HTML, no picture, no code, no emphasis, and no link but to the sources of the rules.
    """
    plain(product)
    tokens = list(_flat(GITHUB.parse(product)))
    kinds = {re.sub("_(open|close)$", "", token.type) for token in tokens}
    assert kinds <= MEANINGLESS, kinds - MEANINGLESS
    for token in tokens:
        assert token.type != "link_open" or urlsplit(str(token.attrs["href"])).hostname in HOSTS
    # what GitHub would make a link of though it is none in CommonMark stands behind a backslash
    bare = re.sub(r"<https?://[^>]*>", "", product)
    assert BARE_ADDRESS.findall(bare) == []


def _flat(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])


class _Page(HTMLParser):
    """Reads a page, and refuses what we never write."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        if tag not in EMPTY_TAGS:
            self.open.append(tag)
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            assert name != "href" or urlsplit(value or "").hostname in HOSTS
            assert name not in {"id", "class", "role", "scope"} or re.fullmatch(r"[\w -]+", value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY_TAGS:
            assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        assert decl == "doctype html"


def as_html(product: str) -> None:
    """See that a page has only tags and attributes of ours, each closed, and that its style fetches nothing."""
    plain(product)
    _Page(product)
    style = product.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style


def as_csv(product: str) -> None:
    """See that every row has the columns of the first, and that no cell begins as a formula does."""
    assert steering(product.removeprefix("\ufeff")) == set()
    assert COMMAND.findall(product) == []
    csv.field_size_limit(100_000_000)
    heads, *rows = csv.reader(io.StringIO(product.removeprefix("\ufeff"), newline=""), strict=True)
    assert {len(row) for row in rows} <= {len(heads)}
    assert [cell for row in rows for cell in row if cell.startswith(FORMULA)] == []


def as_docx(product: bytes) -> None:
    """See that a Word file is well-formed, refers to nothing outside, and has no field but the number of the page."""
    archive = zipfile.ZipFile(io.BytesIO(product))
    assert archive.testzip() is None
    for name in archive.namelist():
        if name.endswith((".xml", ".rels")):
            root = ET.fromstring(archive.read(name))  # noqa: S314  our own product
            assert [each for each in root.iter() if each.get("TargetMode") == "External"] == []
            assert [each.tag for each in root.iter() if each.tag in _linking()] == []
            assert {each.get(f"{WORD}instr") for each in root.iter(f"{WORD}fldSimple")} <= FIELDS
    document = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314  our own product
    plain("".join(f"{each.text or ''}\n" for each in document.iter(f"{WORD}t")))


def _linking() -> set[str]:
    return {f"{WORD}{name}" for name in ("hyperlink", "instrText", "altChunk", "object", "drawing", "pict", "ins")}


def as_assessment(product: str) -> None:
    """See that an imported file is a mapping to any reader of YAML, and safe in a terminal as it stands."""
    plain(product)
    assert isinstance(yaml.safe_load(product), dict)
