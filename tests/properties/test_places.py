"""Whatever way a text is written in a file, every word of it is found where it stands."""

import json

import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from wellled_cli.load.reader import read_text
from wellled_cli.model.source import Source

WORDS = st.lists(
    st.text(alphabet="abcXY09.,;:'\"\\#-é—🙂%{}[]&*!|>@`", min_size=1, max_size=7), min_size=1, max_size=14
)
BREAKS = st.sampled_from([" ", " ", "\n", "\n\n", "  "])


def lay_out(words: list[str], breaks: list[str]) -> str:
    """Join words by blanks and line breaks."""
    text = words[0]
    for word, blank in zip(words[1:], breaks, strict=False):
        text += blank + word
    return text


def check(source: Source, text: str, quote: str = "") -> None:
    """Every stretch without blanks is written, in the quotes of its text, at the place the source gives for it."""
    assert source.faults == ()
    assert source.text_at("t") == text
    starts = [0]
    for line in source.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    at = 0
    for word in text.split():
        at = text.index(word, at)
        place = source.locate_part(("t",), at, at + len(word))
        written = source.text[
            starts[place.line - 1] + place.column - 1 : starts[place.end_line - 1] + place.end_column - 1
        ]
        load = json.loads if source.path.endswith(".json") else yaml.safe_load
        assert (load(f"{quote}{written}{quote}") if quote else written) == word
        at += len(word)


def texts() -> st.SearchStrategy[str]:
    """Give texts of several words."""
    return st.builds(lay_out, WORDS, st.lists(BREAKS, min_size=14, max_size=14))


@given(texts(), st.sampled_from(["'", '"', None]), st.integers(8, 60))
@example("it''s “so” \\ here", '"', 10)
def test_words_of_flow_scalars_are_found(text: str, style: str | None, width: int) -> None:
    """Plain, single-quoted and double-quoted scalars, folded at any width."""
    written = yaml.dump({"t": text}, default_style=style, width=width, allow_unicode=True)
    opening = written.partition(": ")[2][:1]
    check(read_text(written, "a.yaml"), text, opening if opening in {"'", '"'} else "")


@given(texts(), st.integers(8, 60))
def test_words_escaped_in_double_quotes_are_found(text: str, width: int) -> None:
    """Characters written as escapes count as the one they stand for."""
    check(read_text(yaml.dump({"t": text}, default_style='"', width=width, allow_unicode=False), "a.yaml"), text, '"')


@given(texts(), st.sampled_from(["|", "|-", ">", ">-", "|+", "> # a comment"]), st.integers(1, 4))
def test_words_of_block_scalars_are_found(text: str, header: str, indent: int) -> None:
    """Literal and folded scalars, with any indentation and a comment after the mark."""
    lines = text.split("\n")
    assume(not lines[0].startswith(" "))
    body = "\n".join(" " * indent + line if line else "" for line in lines)
    source = read_text(f"t: {header}\n{body}\n", "a.yaml")
    value = source.text_at("t")
    assume(value is not None and value.split() == text.split())
    check(source, value or "")


@given(texts(), st.booleans())
def test_words_of_json_are_found(text: str, ascii_only: bool) -> None:  # noqa: FBT001  hypothesis passes it
    """JSON text, with every character as it is or escaped."""
    check(read_text(json.dumps({"t": text}, ensure_ascii=ascii_only), "a.json"), text, '"')
