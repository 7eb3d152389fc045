"""Titles as ids."""

import pytest

from wellled_cli.model.slug import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Freedom to speak up", "freedom-to-speak-up"),
        ("FREEDOM TO SPEAK UP", "freedom-to-speak-up"),
        ("Capable, compassionate and inclusive leaders", "capable-compassionate-and-inclusive-leaders"),
        ("Person-centred care", "person-centred-care"),
        ("Responding to people's immediate needs", "responding-to-peoples-immediate-needs"),
        ("Responding to people\u2019s immediate needs", "responding-to-peoples-immediate-needs"),
        ("  Safeguarding ", "safeguarding"),
        ("freedom_to_speak_up", "freedom-to-speak-up"),
    ],
)
def test_a_title_becomes_an_id(title: str, expected: str) -> None:
    """Every word is kept in lower case, a hyphen between words, apostrophes dropped."""
    assert slug(title) == expected


@pytest.mark.parametrize("title", ["Equity in access", "Safe systems, pathways and transitions", "people\u2019s"])
def test_an_id_is_its_own_id(title: str) -> None:
    """The id of an id is the id itself."""
    assert slug(slug(title)) == slug(title)
