"""A framework file as a user writes one, small and sound, and services with all their key questions."""

from collections.abc import Mapping, Sequence

from tests.builders import STATEMENTS, Yaml, assessment_text

OWN_FRAMEWORK = """\
wellled_framework: 1
id: ash-grove
title: Ash Grove's own questions
family: ash-grove
status: in-force
about: What Ash Grove asks itself.
in_force: {rule: ours, chosen: by-name, start: 2025-01-01, end: 2026-12-31}
levels: [service, trust]

scoring:
  percentage: share
  highest_score: 4
  scale:
    rule: scale
    words: {"1": Poor, "2": Fair, "3": Fine, "4": Splendid}
  rounding: {rule: nearest, halves: half-even, halves_rule: halves}
  bands:
    rule: bands
    ratings:
      - {rating: inadequate, lowest: 0, highest: 24}
      - {rating: requires improvement, lowest: 25, highest: 59}
      - {rating: good, lowest: 60, highest: 89}
      - {rating: outstanding, lowest: 90, highest: 100}
  limiters:
    - {rule: limit, band: good, scores: [1], limited_to: requires improvement}
    - {rule: strict, band: outstanding, scores: [1, 2], limited_to: good}
  limiters_overlap: overlap
  held: held
  categories: categories
  unassessed:
    policy: carry-forward
    carried: {outstanding: 4, good: 3}
    rules: {carry-forward: carried, zero: nothing, exclude: left-out}

breach: breach

overall:
  of: [safe, well-led]
  principles:
    - {rule: worst, at_least: {inadequate: 1}, rating: inadequate}
    - {rule: rest, rating: good}
  breach: {rule: breach, limited_to: requires improvement}

rules:
  ours: {says: We ask this., confidence: high, sources: [board]}
  share: {says: A share of the most., confidence: high, sources: [board]}
  scale: {says: One to four., confidence: high, sources: [board]}
  nearest: {says: To the nearest., confidence: high, sources: [board]}
  halves: {says: To the even., confidence: low, sources: []}
  bands: {says: Four bands., confidence: high, sources: [board]}
  limit: {says: A 1 limits., confidence: high, sources: [board]}
  strict: {says: A 2 limits too., confidence: high, sources: [board]}
  overlap: {says: To the letter., confidence: low, sources: []}
  held: {says: At the top., confidence: low, sources: []}
  categories: {says: By category., confidence: high, sources: [board]}
  carried: {says: Carried., confidence: high, sources: [board]}
  nothing: {says: As nothing., confidence: high, sources: [board]}
  left-out: {says: Left out., confidence: high, sources: [board]}
  breach: {says: A breach limits., confidence: high, sources: [board]}
  worst: {says: The worst counts., confidence: high, sources: [board]}
  rest: {says: Else good., confidence: high, sources: [board]}

sources:
  board: {title: Minutes of the board, url: "https://example.org/minutes", read: 2025-01-01}

regulations: {"17": Good governance}

key_questions:
  - id: safe
    title: Safe
    statements:
      - {id: safe-homes, title: Safe homes}
      - {id: safe-staff, title: Safe staff}
  - id: well-led
    title: Well-led
    statements:
      - {id: clear-aims, title: Clear aims, number: 3, also: [aims]}
      - {id: open-ears, title: Open ears, number: 4}
      - {id: green-roofs, title: Green roofs, number: 5, only_at: trust}
"""
"""Its bands differ from the published ones, so that whoever ignores them is found out."""

RATED_BY = {"inadequate": 1, "requires improvement": 2, "good": 3, "outstanding": 4}
"""The score that, given to every statement of the single assessment framework, earns a rating."""


def own_assessment(scores: Sequence[int] = (3, 3), /, **changes: Yaml) -> str:
    """Write an assessment by that framework, of well-led at service level."""
    names = ("clear-aims", "open-ears", "green-roofs")
    answers = {name: {"score": score} for name, score in zip(names, scores, strict=False)}
    return assessment_text((), **{"framework": None, "answers": answers, **changes})


def service_texts(
    ratings: Mapping[str, str], *, about: Mapping[str, Yaml] | None = None, **changes: Yaml
) -> dict[str, str]:
    """Write one assessment for each key question of a service, with the rating it is to earn."""
    return {
        question: assessment_text(
            (RATED_BY[rating],) * (7 if question == "well-led" else len(STATEMENTS[question])),
            about=about,
            key_question=question,
            **changes,
        )
        for question, rating in ratings.items()
    }
