"""What a file says is text in its report: it never becomes structure, and comes back whole."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.builders import SPEAK_UP, TODAY, assessment_text, reviewed
from tests.cli.command import STEERING
from wellled_cli.render.document import markdown
from wellled_cli.render.document.content import report
from wellled_cli.render.document.parts import Bullets, Citations, Document, Facts, Headline, Prose, Section, Table

HARMLESS = "Harmlessword"
FILE = yaml.safe_load(assessment_text())
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
AUTOLINK = re.compile(r"(?i)(?:https?|ftp)://|(?:mailto|xmpp):\S|www\.")
BULLET = re.compile(r"\s*[-*\u2022]\s")

FRAGMENTS = (
    *("word", "Caf\u00e9", "\u65e5\u672c", "7", " ", "\t", "\n", "\u00a0", "\u200b"),
    *("\\", "|", "\\|", "||", "`", "``", "```", "*", "**", "***", "_", "__", "~", "~~", "~~~", "$", "$$"),
    *("<", ">", "<b>", "</b>", "<br>", "<!--", "-->", "<script>", "<?", "<![CDATA[", "<https://a.example>", "<a@b.co>"),
    *("&", "&amp;", "&#35;", "&#x23;", "&copy", "&copy;", "&nbsp;", ";"),
    *("#", "##", " #", " ##", "# ", "- ", "+ ", "* ", "> ", "=", "==", "-", "--", "---", "- - -", "+", "\u2022 "),
    *("1.", "1. ", "1)", "12) ", "1234567890.", "\u0661. ", "(1)", "a)"),
    *("[", "]", "(", ")", "[x](y)", "![x](y)", "[x]: y", "[^1]", "[ ] ", "[x] ", "!", ":---:", "---|---", ":"),
    *("http", "http:", "https://a.example", "HTTP://A.EXAMPLE", "ftp://a", "www", "www.", "www.a.example", "Www."),
    *("mailto:", "a@b.co", "xmpp:", ":smile:", "@name", "#1", '"', "'", "{", "}", "^", "%", "/"),
    *("\x00", "\x07", "\x1b[31m", "\x7f", "\x9b", "\u202e", "\u2066", "\u200f", "\ufeff", "\u2028", "\x0b", "\x85"),
)
TEXTS = st.one_of(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join), st.text(min_size=1))
AWKWARD = ("#", "x #", "x ##", "\\", "\\|", "|", "-", "+ x", "1. x", "~~~", "&amp;", "_a_", "a__b", "<b>", "http://a")


def answered(answer: Mapping[str, Any]) -> dict[str, Any]:
    """Give the statements of the file with one of them answered otherwise."""
    return {"statements": FILE["statements"] | {SPEAK_UP: answer}}


FIELDS: Mapping[str, Callable[[str], dict[str, Any]]] = {
    # in the title of the report and in a table
    "provider": lambda text: {"provider": {"name": text}},
    # paragraphs
    "summary": lambda text: {"summary": text},
    "findings": lambda text: answered({"score": 3, "findings": text}),
    "judgement": lambda text: {"judgement": {"rating": "good", "reason": text}},
    # in a list and in a table
    "concern": lambda text: answered({"score": 3, "concerns": [{"topic": "culture", "text": text}]}),
    # in a table and in a paragraph
    "not assessed": lambda text: answered({"not_assessed": text}),
    "evidence": lambda text: answered({"score": 3, "evidence": ["E1"]}) | {"evidence": [{"id": "E1", "title": text}]},
    # in one table or in two, as nobody owns the action
    "location": lambda text: {"evidence": [{"id": "E1", "title": "Survey", "location": text}]},
    "action": lambda text: {"actions": [{"id": "A1", "title": text, "kind": "must", "status": "open"}]},
}
SLOTS = (
    *("title", "heading", "heading below", "headline", "paragraph", "item", "source", "source without address"),
    *("label", "value", "column", "cell", "number"),
)
NARRATIVES = ("summary", "findings")


@cache
def report_of(field: str, text: str) -> str:
    """Write the report of a file that says a text in one field."""
    outcome = reviewed(json.dumps(FILE | FIELDS[field](text), default=str), "assessment.json")
    assert not outcome.faults, outcome.faults
    return markdown.render(report([outcome], [], TODAY))


@cache
def document_of(slot: str, text: str) -> str:
    """Write a document that has a text in one of the places where text can stand."""
    says = dict.fromkeys(SLOTS, "Word") | {slot: text}
    blocks = (
        Headline(says["headline"]),
        Prose((says["paragraph"], "Another")),
        Bullets((says["item"], "Another")),
        Citations(((says["source"], "https://example.org/"), (says["source without address"], None))),
        Facts(((says["label"], says["value"]),)),
        Table("", (says["column"], "Number"), ((says["cell"], says["number"]),), frozenset({"Number"})),
    )
    section = Section(says["heading"], blocks, (Section(says["heading below"]),))
    return markdown.render(Document(says["title"], (), (section,)))


def shown(text: str) -> str:
    """Say how a text is to be shown: blanks folded, what steers as its code, a blank in what would command a runner."""
    folded = re.sub(r":(?=:)|#(?=#\w*\[)", r"\g<0> ", " ".join(text.split()))
    return STEERING.sub(lambda found: f"<U+{ord(found.group()):04X}>", folded)


def structure(text: str) -> list[str]:
    """Give the kinds of blocks of a text, and of what stands in their lines."""
    tokens = PARSER.parse(text)
    return [
        kind for token in tokens for kind in (token.type + token.tag, *(part.type for part in token.children or ()))
    ]


def words(text: str) -> list[str]:
    """Give what a reader sees of a text: the words of every heading, paragraph, item and cell."""
    inline = (token.children or () for token in PARSER.parse(text) if token.type == "inline")
    return ["".join(part.content for part in parts) for parts in inline]


def assert_is_text(written: str, harmless: str, text: str) -> None:
    """Check that a text changes nothing but the words, and that a reader sees the whole of it."""
    assert structure(written) == structure(harmless)
    assert words(written) == [word.replace(HARMLESS, shown(text)) for word in words(harmless)]
    assert len(AUTOLINK.findall(written)) == len(AUTOLINK.findall(harmless))


@pytest.mark.parametrize(
    "text",
    ["*x*", "_x_", "~~x~~", "`x`", "<b>x</b>", "[x](y)", "# x", "- x", "1. x", "> x", "---", "x\n===", "| x |\n| - |"],
)
def test_the_parser_sees_structure(text: str) -> None:
    """What these tests look for can be found: markup that is not escaped is not taken for words."""
    assert structure(text) != structure("x")


@pytest.mark.parametrize("slot", SLOTS)
@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_is_text(slot: str, text: str) -> None:
    """Marks at the start, in the middle and at the end of a text are text wherever it stands."""
    assert_is_text(document_of(slot, text), document_of(slot, HARMLESS), text)


@pytest.mark.parametrize("slot", SLOTS)
@settings(max_examples=100)
@given(text=TEXTS)
def test_no_text_of_a_document_becomes_structure(slot: str, text: str) -> None:
    """Wherever text can stand in a document, any text leaves its structure as a harmless word does."""
    assume(shown(text))
    assert_is_text(document_of(slot, text), document_of(slot, HARMLESS), text)


@pytest.mark.parametrize("field", [field for field in FIELDS if field not in NARRATIVES])
@settings(max_examples=40)
@given(text=TEXTS)
def test_no_text_of_a_file_becomes_structure(field: str, text: str) -> None:
    """Whatever a field of a file says, its report has the same structure and says it whole."""
    assume(shown(text))
    assert_is_text(report_of(field, text), report_of(field, HARMLESS), text)


@pytest.mark.parametrize("field", NARRATIVES)
@settings(max_examples=40)
@given(text=TEXTS)
@example("x\n# x\n1. x\n> x\n+ x\n===\n| x |\n| - |")
@example("- x".replace(" ", ""))
def test_a_paragraph_of_narrative_stays_one(field: str, text: str) -> None:
    """Lines of a narrative without a blank line or a dash before them are one paragraph, whatever they say."""
    lines = [line for line in text.splitlines() if line.strip()]
    assume(shown(text))
    assume(not any(BULLET.match(f"{line} ") for line in lines))
    assert_is_text(report_of(field, "\n".join(lines)), report_of(field, HARMLESS), " ".join(lines))


@pytest.mark.parametrize("field", NARRATIVES)
@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One.\n\nTwo.\n \nThree.", ["paragraph", "paragraph", "paragraph"]),
        ("Found:\n- one\n- two", ["paragraph", "bullet_list"]),
        ("* one\n  more of one\n\u2022 two\n\nAfter.", ["bullet_list", "paragraph"]),
        ("- 1. one\n- # two\n- - three\n- + four", ["bullet_list"]),
    ],
)
def test_a_narrative_keeps_its_paragraphs_and_lists(field: str, text: str, blocks: list[str]) -> None:
    """Blank lines divide a narrative, lines with a dash or bullet are a list, and what an item says is text."""
    before, after = report_of(field, HARMLESS).split(HARMLESS)
    written = report_of(field, text)
    assert written.startswith(before)
    assert written.endswith(after)
    tokens = PARSER.parse(written[len(before) : -len(after)])
    assert [token.type.removesuffix("_open") for token in tokens if token.level == 0 and token.nesting == 1] == blocks
    said = " ".join(token.content for token in tokens if token.type == "inline")
    assert re.findall(r"\w+", said) == re.findall(r"\w+", text)
    assert {token.tag for token in tokens} <= {"p", "ul", "li", ""}


@pytest.mark.parametrize("text", ["~x~", "2~3 and 4~5"])
@pytest.mark.parametrize("slot", ["title", "paragraph", "cell"])
def test_no_tilde_strikes_through_on_github(slot: str, text: str) -> None:
    """GitHub strikes through what stands between single tildes too, so that each of them is escaped."""
    assert re.findall(r"(?<!\\)~", document_of(slot, text)) == []


@pytest.mark.parametrize("address", ["see the intranet", "a b", "https://a.example/<x>", "https://a.example/x y"])
def test_an_address_is_shown_whatever_it_is(address: str) -> None:
    """An address that is none, as a framework of a user's own may have, is seen by the reader and is no markup."""
    document = Document("Title", (Citations((("Title", address),)),), ())
    seen = structure(markdown.render(document))
    assert "html_inline" not in seen
    assert address in words(markdown.render(document))[-1]
