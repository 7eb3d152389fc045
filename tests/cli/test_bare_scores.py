"""`wellled score --scores`: what is found in them, and which digits are meant."""

import json

import pytest

from tests.cli.command import Command

pytestmark = pytest.mark.usefixtures("folder")


def test_an_exact_half_is_told(wellled: Command) -> None:
    """20 of 32 is 62.5 per cent: with scores as with a file the exact half is found."""
    ran = wellled("score", "--scores", "2,2,2,2,3,3,3,3", "--level", "trust", "--format", "json")
    (entry,) = json.loads(ran.out)["assessments"]
    assert (ran.code, entry["exact"], entry["score"]) == (0, "62.500", 62)
    assert [finding["rule"] for finding in entry["findings"]].count("exact-half") == 1


@pytest.mark.parametrize("three", ["\u0663", "\uff13", "\u00b3", "+3", "-3", "0_3"], ids=ascii)
def test_only_plain_digits_are_scores(wellled: Command, three: str) -> None:
    """Digits of other scripts, signs and what else Python takes for a number are refused."""
    ran = wellled("score", "--scores", ",".join([three] * 7))
    assert (ran.code, ran.out) == (2, "")
    assert "whole numbers" in ran.err


@pytest.mark.parametrize("digits", ["3000", "1" * 5000], ids=len)
def test_no_score_is_cut_to_fit(wellled: Command, digits: str) -> None:
    """A score with too many digits is refused, never shortened to one that fits."""
    ran = wellled("score", "--scores", f"3,3,3,3,3,3,{digits}")
    assert (ran.code, ran.out) == (2, "")
    assert "1 to 4" in ran.err
