"""The same file with every statement under its id."""

import pytest

from tests.builders import saf, source_of
from wellled_cli.validate.canonical import canonical


def test_titles_become_ids_and_keep_their_place() -> None:
    """A title becomes the id, as a key and where it is named, and faults still point at what was written."""
    source = canonical(
        source_of("statements:\n  Equity in ACCESS: {score: 3}\nactions:\n- statement: Safeguarding\n"), saf()
    )
    assert source.keys("statements") == ("equity-in-access",)
    assert source.text_at("actions", 0, "statement") == "safeguarding"
    assert source.locate_key(("statements", "equity-in-access")).column == 3
    assert source.locate(("actions", 0, "statement")).column == 14


@pytest.mark.parametrize("register", ["measures", "breaches", "actions"])
def test_every_list_names_statements_by_id(register: str) -> None:
    """A measure, a breach and an action that name a statement by its title bear on its id."""
    source = canonical(source_of(f"{register}:\n- statement: FREEDOM to speak up\n"), saf())
    assert source.text_at(register, 0, "statement") == "freedom-to-speak-up"


def test_what_is_not_known_stays() -> None:
    """Names that are no statements, and files that hold none, stay as they are."""
    source = canonical(source_of("statements: {nobody-knows: {score: 3}}\nmeasures: none\nactions: [x]\n"), saf())
    assert source.data == {"statements": {"nobody-knows": {"score": "3"}}, "measures": "none", "actions": ["x"]}
    assert canonical(source_of("[a, b]\n"), saf()).data == ["a", "b"]
