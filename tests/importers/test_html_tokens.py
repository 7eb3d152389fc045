"""HTML is parted as the HTML standard says browsers part it, in one pass."""

import pytest

from wellled_cli.importers.html_text import text_of
from wellled_cli.importers.html_tokens import End, Start, Text, Token, tokens


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("a<b>c</b>d", [Text("a"), Start("b", {}, is_closed=False), Text("c"), End("b"), Text("d")]),
        ("<A HREF=x>", [Start("a", {"href": "x"}, is_closed=False)]),
        ("<br/>", [Start("br", {}, is_closed=True)]),
        ("<a b=c/>", [Start("a", {"b": "c/"}, is_closed=False)]),
        ("<a b='>' c=\">\">x", [Start("a", {"b": ">", "c": ">"}, is_closed=False), Text("x")]),
        ("<a b = c d>", [Start("a", {"b": "c", "d": ""}, is_closed=False)]),
        ("<a b=1 b=2>", [Start("a", {"b": "1"}, is_closed=False)]),
        ("<a b=it's>x", [Start("a", {"b": "it's"}, is_closed=False), Text("x")]),
        ('<a b="&amp;&#39;">', [Start("a", {"b": "&'"}, is_closed=False)]),
        ("a < b <5 &lt;c", [Text("a < b <5 <c")]),
        ("a<!-- <b> -->c", [Text("a"), Text("c")]),
        ("a<!-->b<!--->c<!--d--!>e", [Text("a"), Text("b"), Text("c"), Text("e")]),
        ("<!doctype html>a<?x?>b<![CDATA[c]]>d</>e</1>f", [Text(each) for each in "abdef"]),
        ("<script>a<b>c</script x>d", [Start("script", {}, is_closed=False), End("script"), Text("d")]),
        ("<STYLE></Style>", [Start("style", {}, is_closed=False), End("style")]),
    ],
)
def test_tags_and_texts(markup: str, expected: list[Token]) -> None:
    """Names in lower case, the first of two attributes, references resolved; what is no tag is text."""
    assert list(tokens(markup)) == expected


@pytest.mark.parametrize(
    "markup", ["a<b", "a<b c", "a<b c=", "a<b c='d>e", 'a<b c="d>e', "a<!--b", "a<!b", "a</b", "a<script>b"]
)
def test_what_never_ends_is_not_shown(markup: str) -> None:
    """A page that breaks off within a tag, a comment or a script shows what stands before it."""
    assert text_of(markup) == "a"


@pytest.mark.parametrize("reference", [f"&#{'9' * 10_000};", f"&#x{'f' * 10_000};", "&#99999999;", "&#0;"])
def test_a_reference_beyond_all_characters_is_the_mark_for_one(reference: str) -> None:
    """No number is too large to be no character."""
    assert text_of(f"<p>a{reference}b</p>") == "a\ufffdb"
