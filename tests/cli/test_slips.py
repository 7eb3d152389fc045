"""Slips of people who are new to a terminal: what they meant is done, or they are told what to type."""

from pathlib import Path

import pytest

from tests.cli.command import Command


@pytest.mark.usefixtures("folder")
def test_a_name_with_blanks_is_told_how_to_be_typed(wellled: Command) -> None:
    """Shells split it; the message says what to do."""
    ran = wellled("init", "Rose", "Court.yaml")
    assert ran.code == 2
    assert "put a name with blanks in quotes" in ran.err


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(("typed", "meant"), [("god.yaml", "good.yaml"), ("./Good.yaml", "good.yaml")])
def test_a_slip_in_the_name_of_a_file_is_put_right(wellled: Command, typed: str, meant: str) -> None:
    """A file close by is named; where none is close, nothing is guessed."""
    ran = wellled("score", typed)
    assert ran.code == 2
    assert f'did you mean "{meant}"?' in ran.err
    assert "did you mean" not in wellled("score", "zzz-something-else.yaml").err


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("words", "begins"),
    [
        (("--output", "board.html"), b"<!doctype html>"),
        (("--output", "board.DOCX"), b"PK"),
        (("--output", "board.csv"), b"\xef\xbb\xbfpath,"),
        (("--output", "board.json"), b"{"),
        (("--output", "board.txt"), b"# "),
        (("--output", "board"), b"# "),
        (("--output", "board.html", "--format", "md"), b"# "),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_the_name_of_a_report_says_what_it_is(wellled: Command, words: tuple[str, ...], begins: bytes) -> None:
    """A report is written as its file is called, unless the format is said; Markdown where neither says it."""
    assert wellled("report", "good.yaml", *words).code == 0
    assert Path(words[1]).read_bytes().lower().startswith(begins.lower())
