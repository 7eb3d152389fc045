"""Nothing in a file can steer a terminal or turn a line around."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellled_cli.render.visible import escaped, one_line, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "<U+001B>[31mred"),
        ("a\x07b", "a<U+0007>b"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2066b", "a<U+2066>b"),
        ("a\x9bb", "a<U+009B>b"),
        ("a\u200bb", "a<U+200B>b"),
        ("a\u00adb", "a<U+00AD>b"),
        ("a\u2060b", "a<U+2060>b"),
        ("a\u3164b", "a<U+3164>b"),
        ("a\U000e0041b", "a<U+E0041>b"),
        ("a\rb", "a<U+000D>b"),
        ("a\tb", "a b"),
    ],
)
def test_what_steers_is_shown(text: str, shown: str) -> None:
    """Control, direction and unseen characters are shown as their code instead of being obeyed; a tab is a space."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", ": :error: :x"),
        (":::", ": : :"),
        ("##[error]x", "# #[error]x"),
        ("##vso[task]", "# #vso[task]"),
        ("## heading", "## heading"),
        ("12:30", "12:30"),
    ],
)
def test_what_commands_a_runner_gets_a_blank(text: str, shown: str) -> None:
    """No workflow command of any runner is left in a text, and nothing else changes."""
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text", ["Ash Grove", "caf\u00e9 \U0001f600", "two\nlines", "\u263a\ufe0f", "\u0639\u0631\u0628", "\u2019"]
)
def test_other_text_stays(text: str) -> None:
    """Letters of every script, signs and line breaks stay as they are."""
    assert visible(text) == text


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    """Whatever the text, no control character but the line break is left in it."""
    assert {char for char in visible(text) if unicodedata.category(char) == "Cc"} <= {"\n"}


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    """Whatever the text, it is shown on one line, and showing it again changes nothing."""
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line


@given(st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("\u200b\u202e\U000e0041\x1b:#["))))
def test_json_means_the_same_escaped(text: str) -> None:
    """What is escaped in JSON reads back as it was, on whatever plane of Unicode it stands."""
    assert json.loads(escaped(json.dumps(text, ensure_ascii=False))) == text
