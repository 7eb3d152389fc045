"""The story of a review: load, validate, score, flag."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from wellled_cli.flag.case import Case
from wellled_cli.flag.engine import as_finding, findings
from wellled_cli.frameworks.catalogue import in_force_on
from wellled_cli.frameworks.choice import Choice, choose
from wellled_cli.load.files import read_bytes, shown
from wellled_cli.load.read_as import read_as
from wellled_cli.load.reader import read, read_text
from wellled_cli.load.tree import Limits
from wellled_cli.model.assessment import Assessment
from wellled_cli.model.errors import UnreadableError, UsageFaultError
from wellled_cli.model.finding import Kind, Level
from wellled_cli.model.framework import Framework
from wellled_cli.model.plan import Plan
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import Review
from wellled_cli.model.source import Fault, Source
from wellled_cli.model.topic import TOPICS
from wellled_cli.score.plan import plan
from wellled_cli.score.scorecard import score
from wellled_cli.validate.against_framework import framework_faults
from wellled_cli.validate.canonical import canonical


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every file of a run."""

    today: date
    framework: Framework | None = None
    topics: Collection[str] = tuple(TOPICS)
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)


def review_files(paths: Iterable[str], terms: Terms) -> Iterator[Review | UnreadableError]:
    """Review files one after the other; one that cannot be read gives the reason and does not stop the rest."""
    for path in paths:
        try:
            content = read_bytes(path, terms.limits)
        except UnreadableError as error:
            yield error
        else:
            yield review(read(content, shown(path), terms.limits), terms)


def review(source: Source, terms: Terms) -> Review:
    """Take one file through the house."""
    choice = choose(source, terms.framework)
    if not isinstance(choice, Choice):
        _, faults = read_as(Assessment, source) if source.root else (None, ())
        return _faulty(Review(source.path), (*source.faults, *faults, *([choice] if choice else [])))

    framework = choice.framework
    source = canonical(source, framework)
    key_question = framework.key_question_meant(source.text_at("key_question"))
    level = framework.level_meant(source.text_at("level"))
    counted = framework.counted(key_question, level)
    known = Review(source.path, framework, choice.chosen_by, key_question, level)

    assessment, faults = read_as(Assessment, source)
    faults = (*source.faults, *faults, *framework_faults(source, framework, key_question, counted, terms.topics))
    if assessment is None or faults:
        return _faulty(known, faults)

    scorecard = score(assessment, framework, counted)
    case = Case(assessment, framework, scorecard, terms.today)
    return replace(known, assessment=assessment, scorecard=scorecard, findings=findings(case, source, terms.levels))


def review_scores(scores: Sequence[int], key_question: str | None, level: str | None, terms: Terms) -> Review:
    """Review bare scores, given in the published order, under the framework named or the one in force today.

    Raises UsageFaultError where they do not fit the framework.
    """
    framework = terms.framework or in_force_on(terms.today)
    part, meant_level = framework.key_question_meant(key_question), framework.level_meant(level)
    counted = framework.counted(part, meant_level)
    if counted and len(scores) != len(counted):
        message = (
            f"--scores: found {len(scores)} scores, expected {len(counted)}: {', '.join(e.title for e in counted)}"
        )
        raise UsageFaultError(message)
    file = {
        "wellled": 1,
        "key_question": key_question,
        "level": level,
        "service": {"name": "Scores given without a file"},
        "assessment": {"source": "self", "date": str(terms.today)},
        "statements": {entry.id: {"score": score} for entry, score in zip(counted, scores, strict=False)},
    }
    result = review(read_text(json.dumps(file), "--scores.json"), terms)
    if result.faults:
        raise UsageFaultError("; ".join(f"--scores: {fault.message}" for fault in result.faults))
    return replace(result, path="--scores", findings=result.of_kind(Kind.CONCERN))


def plan_for(review: Review, wanted: Rating | None) -> Plan | None:
    """Say what must change for another rating; None for a file that is wrong."""
    if review.scorecard is None or review.framework is None:
        return None
    return plan(review.scorecard, review.framework.scoring, wanted)


def _faulty(known: Review, faults: Iterable[Fault]) -> Review:
    ordered = sorted(set(faults), key=lambda fault: (fault.place, fault.rule, fault.message))
    return replace(known, findings=tuple(as_finding(fault) for fault in ordered))
