"""The story of a review: load, validate, score, flag."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from wellled_cli.flag.case import Case
from wellled_cli.flag.engine import as_finding, findings, strengths
from wellled_cli.frameworks.catalogue import in_force_on, named
from wellled_cli.frameworks.choice import Choice, choose, likely_framework, refuse_unknown
from wellled_cli.load.files import path_key, read_bytes, shown
from wellled_cli.load.read_as import read_as
from wellled_cli.load.reader import read, read_text
from wellled_cli.load.tree import Limits
from wellled_cli.model.assessment import Assessment
from wellled_cli.model.errors import NotImportableError, UnreadableError, UsageFaultError, WellledError
from wellled_cli.model.finding import Finding, Level
from wellled_cli.model.framework import Framework
from wellled_cli.model.rating import Rating
from wellled_cli.model.review import BARE_SCORES, Review
from wellled_cli.model.source import START, Fault, InOrder, Source
from wellled_cli.model.topic import OwnTopic, titles
from wellled_cli.model.waiver import Waiver, waived
from wellled_cli.score.scorecard import score
from wellled_cli.validate.against_framework import framework_faults
from wellled_cli.validate.canonical import canonical

if TYPE_CHECKING:
    from wellled_cli.importers.given import Given
    from wellled_cli.model.draft import Draft
    from wellled_cli.model.imported import Imported
    from wellled_cli.model.plan import Plan

_NEEDS_A_FILE = "low-score-without-findings"


@dataclass(frozen=True, slots=True)
class Terms:
    """What holds for every file of a run."""

    today: date
    framework: Framework | None = None
    own_topics: tuple[OwnTopic, ...] = ()
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    limits: Limits = field(default_factory=Limits)


def review_files(found: Iterable[str | WellledError], terms: Terms) -> Iterator[Review | WellledError]:
    """Review files one after the other; one that cannot be had gives the reason and does not stop the rest."""
    for path in found:
        if isinstance(path, WellledError):
            yield path
            continue
        try:
            content = read_bytes(path, terms.limits.size)
        except UnreadableError as error:
            yield error
        else:
            yield review(read(content, shown(path), terms.limits), terms)


def review_one(given: str | Path | Mapping[str, object], framework: str | Path | None, today: date) -> Review:
    """Review one assessment given as the path of a file, as its text, or as its content.

    Raises UnreadableError where a file cannot be had, UsageFaultError where there is no such framework.
    """
    import json

    terms = Terms(today, named(str(framework)) if framework else None)
    if isinstance(given, Mapping):
        return review(read_text(json.dumps(dict(given), default=_plain), "<mapping>.json"), terms)
    is_json = isinstance(given, str) and given.lstrip().startswith("{")
    if isinstance(given, str) and (is_json or "\n" in given):
        return review(read_text(given, "<text>.json" if is_json else "<text>"), terms)
    path = str(given)
    return review(read(read_bytes(path, terms.limits.size), shown(path), terms.limits), terms)


def _plain(value: object) -> object:
    """Give what JSON can say of a value it does not know: a number of a table is a number, and its midnight a day."""
    from numbers import Integral, Real

    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Real | Decimal):
        return float(value)
    return str(value).removesuffix(" 00:00:00") if isinstance(value, datetime) else str(value)


def contents(paths: Iterable[str], terms: Terms) -> Iterator[tuple[str, bytes | UnreadableError]]:
    """Give the name and the bytes of files one after the other, or why they cannot be had."""
    for path in paths:
        try:
            yield shown(path), read_bytes(path, terms.limits.size)
        except UnreadableError as error:
            yield shown(path), error


def rows_of(terms: Terms, files: Iterable[tuple[str, bytes | UnreadableError]]) -> list[str]:
    """Give the row of each file for a summary, as JSON: of its review, or of why it cannot be had."""
    from wellled_cli.summary.row import row_of, unread

    rows = (
        unread(name, " ".join(content.lines))
        if isinstance(content, UnreadableError)
        else row_of(review(_in_order(read(content, name, terms.limits)), terms))
        for name, content in files
    )
    return [row.model_dump_json() for row in rows]


def _in_order(source: Source) -> Source:
    """Give a source without lines and columns, which take time, and which no row shows."""
    return InOrder(source.path, source.text, source.root, source.faults)


def review(source: Source, terms: Terms) -> Review:
    """Take one file through the house."""
    choice = choose(source, terms.framework)
    if not isinstance(choice, Choice):
        likely = likely_framework(source, terms.today)
        _, faults = _validated(canonical(source, likely) if likely else source, likely, terms)
        return _faulty(Review(source.path), (*([choice] if choice else []), *faults))

    framework = choice.framework
    source = canonical(source, framework)
    asked = framework.asked(source.words_at("key_question"), source.words_at("level"))
    known = Review(
        source.path, framework, choice.chosen_by, asked.key_question, asked.level, topics=titles(terms.own_topics)
    )
    assessment, faults = _validated(source, framework, terms)
    if assessment is None or faults:
        return _faulty(known, faults)

    scorecard = score(assessment, framework, asked.counted)
    case = Case(assessment, framework, scorecard, terms.today, terms.own_topics)
    return replace(
        known,
        assessment=assessment,
        scorecard=scorecard,
        findings=_waived(findings(case, source, terms.levels), source.path, terms),
        strengths=strengths(case, source, terms.levels),
    )


def review_scores(scores: Sequence[int], key_question: str | None, level: str | None, terms: Terms) -> Review:
    """Review bare scores, given in the published order, under the framework named or the one in force today.

    Raises UsageFaultError where they do not fit the framework.
    """
    import json

    framework = terms.framework or in_force_on(terms.today)
    refuse_unknown(framework, key_question, level)
    counted = framework.asked(key_question, level).counted
    if len(scores) != len(counted):
        titles = "; ".join(entry.title for entry in counted)
        raise UsageFaultError(f"{BARE_SCORES}: found {len(scores)} scores, expected {len(counted)}: {titles}")
    file = {
        "wellled": 1,
        "key_question": key_question,
        "level": level,
        "service": {"name": "Scores given on the command line"},
        "assessment": {"source": "self", "date": str(terms.today)},
        "statements": {entry.id: {"score": score} for entry, score in zip(counted, scores, strict=False)},
    }
    result = review(read_text(json.dumps(file), f"{BARE_SCORES}.json"), terms)
    if result.faults:
        raise UsageFaultError(*(f"{BARE_SCORES}: {fault.message}" for fault in result.faults))
    found = (finding for finding in result.findings if finding.rule != _NEEDS_A_FILE)
    return replace(result, path=BARE_SCORES, findings=tuple(replace(finding, place=START) for finding in found))


def import_files(
    found: Iterable[str | WellledError], source: str | None, given: "Given", terms: Terms
) -> "Iterator[Imported | WellledError]":
    """Read files of others as assessments; one that cannot be read gives the reason and does not stop the rest."""
    from wellled_cli.importers.catalogue import read_from

    for path in found:
        if isinstance(path, WellledError):
            yield path
            continue
        try:
            content = read_bytes(path, terms.limits.source)
            drafts = read_from(source, content, shown(path), given, terms.limits)
        except (UnreadableError, NotImportableError) as error:
            yield error
        else:
            yield from (_imported(shown(path), draft, terms) for draft in drafts)


def _imported(origin: str, draft: "Draft", terms: Terms) -> "Imported":
    """Write a draft as a file and review it; where scores are not known, note what the published score allows."""
    from wellled_cli.model.imported import Imported
    from wellled_cli.render.assessment_file import written

    seen = _as_file(written(draft), origin, terms)
    decoded = [step.text for step in seen.scorecard.steps] if seen.scorecard and seen.scorecard.score is None else []
    if decoded:
        draft = replace(
            draft, notes={**draft.notes, ("statements",): (*draft.notes.get(("statements",), ()), *decoded)}
        )
    text = written(draft)
    return Imported(origin, draft, text, _as_file(text, origin, terms) if decoded else seen)


def _as_file(text: str, origin: str, terms: Terms) -> Review:
    """Review a text as the file that it is to become."""
    return review(read(text.encode(), f"{origin}.yaml", terms.limits), terms)


def plan_for(review: Review, wanted: Rating | None) -> "Plan | None":
    """Say what must change for another rating; None for a file that is wrong."""
    from wellled_cli.score.plan import plan

    if review.scorecard is None or review.framework is None:
        return None
    return plan(review.scorecard, review.framework.scoring, wanted)


def _waived(found: Iterable[Finding], path: str, terms: Terms) -> tuple[Finding, ...]:
    return tuple(waived(found, path_key(path), terms.waivers, terms.today)) if terms.waivers else tuple(found)


def _validated(
    source: Source, framework: Framework | None, terms: Terms
) -> tuple[Assessment | None, tuple[Fault, ...]]:
    """Read a file as an assessment, with all its faults at once: of its text, of its shape, against its framework."""
    if source.root is None:
        return None, source.faults
    assessment, faults = read_as(Assessment, source)
    against = framework_faults(source, framework, titles(terms.own_topics)) if framework else ()
    return assessment, (*source.faults, *faults, *against)


def _faulty(known: Review, faults: Iterable[Fault]) -> Review:
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: fault.place)
    return replace(known, findings=tuple(as_finding(fault) for fault in ordered))
