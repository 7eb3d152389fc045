"""The story of a review: load, validate, score, flag."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from wellled_cli.flag.case import Case
from wellled_cli.flag.engine import as_finding, findings
from wellled_cli.frameworks.choice import Choice, choose
from wellled_cli.load.files import read_bytes, shown
from wellled_cli.load.read_as import read_as
from wellled_cli.load.reader import read
from wellled_cli.load.tree import Limits
from wellled_cli.model.assessment import Assessment
from wellled_cli.model.errors import UnreadableError
from wellled_cli.model.framework import Framework
from wellled_cli.model.review import Review
from wellled_cli.model.source import Fault, Source
from wellled_cli.model.topic import TOPICS
from wellled_cli.score.scorecard import score
from wellled_cli.validate.against_framework import framework_faults
from wellled_cli.validate.canonical import canonical


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every file of a run."""

    today: date
    framework: Framework | None = None
    topics: Collection[str] = tuple(TOPICS)
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
        _, faults = read_as(Assessment, source)
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
    return Review(
        *(source.path, framework, choice.chosen_by, key_question, level),
        assessment=assessment,
        scorecard=scorecard,
        findings=findings(case, source),
    )


def _faulty(known: Review, faults: Iterable[Fault]) -> Review:
    ordered = sorted(set(faults), key=lambda fault: (fault.place, fault.rule, fault.message))
    return Review(
        *(known.path, known.framework, known.chosen_by, known.key_question, known.level),
        findings=tuple(as_finding(fault) for fault in ordered),
    )
