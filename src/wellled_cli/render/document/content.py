"""What a report says, best first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from wellled_cli import __version__
from wellled_cli.model.assessment import Assessment
from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.framework import Framework
from wellled_cli.model.overall import RatedService
from wellled_cli.model.plan import Plan
from wellled_cli.model.review import NOTICE, Review
from wellled_cli.model.scorecard import Scorecard, three_decimals
from wellled_cli.model.wording import day_words
from wellled_cli.render.document.narrative import narrative
from wellled_cli.render.document.parts import (
    Block,
    Bullets,
    Citations,
    Document,
    Facts,
    Headline,
    Prose,
    Section,
    Table,
)
from wellled_cli.render.document.pictures import score_on_bands, statement_scores
from wellled_cli.render.document.records import records
from wellled_cli.render.plan import blocks
from wellled_cli.render.topics import concern_sections, concerns_table, strengths_table
from wellled_cli.render.words import (
    CHOSEN_BY,
    SOURCES,
    beside,
    next_words,
    overall_words,
    question,
    rating_words,
    score_meaning,
    score_words,
    who,
)


def report(
    reviews: Sequence[Review],
    services: Sequence[RatedService],
    today: date,
    plans: Mapping[str, Plan] = MappingProxyType({}),
) -> Document:
    """Give the report of scored reviews; several share one document, behind a table that names them all.

    `services` are those of them whose key questions make an overall rating, `plans` what their next ratings need, by
    the path of the review.
    """
    scored = [review for review in reviews if review.scorecard]
    parts = [
        Section(_title(review), tuple(_front(review)), tuple(_sections(review, plans.get(review.path), today)))
        for review in scored
    ]
    if len(parts) == 1:
        return Document(parts[0].title, parts[0].blocks, parts[0].sections)
    front = (_cover(scored), *_overall(services), Prose((NOTICE,)))
    return Document(f"{len(scored)} assessments", front, parts)


def _overall(services: Sequence[RatedService]) -> Iterator[Block]:
    for service in services:
        framework = service.reviews[0].framework
        rules = [framework.rules[step.rule] for step in service.overall.steps] if framework else []
        steps = (f"{step.text} {rule.says}" for step, rule in zip(service.overall.steps, rules, strict=True))
        yield Prose((overall_words(service), *steps))


def _title(review: Review) -> str:
    return f"{question(review)}: {who(_said(review))}"


def _said(review: Review) -> Assessment:
    if review.assessment is None:
        raise ValueError(review.path)
    return review.assessment


def _cover(reviews: Sequence[Review]) -> Table:
    rows = [
        (
            who(_said(review)),
            question(review),
            day_words(_said(review).assessment.date),
            str(review.scorecard.score) if review.scorecard and review.scorecard.score is not None else "-",
            rating_words(review.scorecard.rating if review.scorecard else None),
        )
        for review in reviews
    ]
    return Table("The assessments", ("Assessed", "Key question", "Date", "Score", "Rating"), rows, frozenset({"Score"}))


def _front(review: Review) -> Iterator[Block]:
    """Say on the first page what a reader who stops there must know."""
    card, said, framework = review.scorecard, _said(review), review.framework
    if card is None or framework is None:
        return
    score = score_words(card)
    yield Headline(f"{rating_words(card.rating)}{f', {score}' if score else ''}.")
    lead = [limit.text for limit in card.limited_by]
    lead += [words for words in (next_words(card),) if words]
    yield Prose((*lead, *beside(review), NOTICE))
    yield from score_on_bands(card, framework)
    yield Facts(tuple(_facts(review, said, framework)))


def _facts(review: Review, said: Assessment, framework: Framework) -> Iterator[tuple[str, str]]:
    about = said.assessment
    for label, part in (("Provider", said.provider), ("Service", said.service)):
        kind = said.service.type if said.service and part is said.service else None
        known = [text for text in (part.name, part.id, kind) if text and text.strip()] if part else []
        if known:
            yield label, ", ".join(known)
    if review.key_question:
        yield "Key question", question(review)
    yield "Kind of assessment", SOURCES[about.source]
    yield "Date", day_words(about.date)
    if about.started:
        yield "Started", day_words(about.started)
    if about.assessor:
        yield "Assessed by", about.assessor
    if about.previous_rating:
        yield "Previous rating", str(about.previous_rating)
    yield "Framework", f"{framework.title} ({framework.id}, {CHOSEN_BY[review.chosen_by or 'file']})"
    yield "File", review.path


def _sections(review: Review, plan: Plan | None, today: date) -> Iterator[Section]:
    card, said, framework = review.scorecard, _said(review), review.framework
    if card is None or framework is None:
        return
    if said.summary and said.summary.strip():
        yield Section("Summary", narrative(said.summary))
    rests_on: tuple[Block, ...] = (
        *_in_a_sentence(card),
        *statement_scores(card, framework),
        _basis(card, said, framework),
    )
    yield Section("What the rating rests on", rests_on)
    if concerns := tuple(concerns_table(review)):
        yield Section("Concerns", concerns, tuple(concern_sections(review)))
    if strengths := tuple(strengths_table(review)):
        yield Section("Strengths", strengths)
    yield Section("Quality statements", (), tuple(_statements(card, said, framework, review.topics)))
    if card.next and plan:
        yield Section("What the next rating needs", tuple(blocks(plan)))
    yield from records(said, framework, review.topics, today)
    if gaps := review.of_kind(Kind.RECORD):
        yield Section("Gaps in the record", (_findings_table("Gaps in the record", gaps, review),))
    yield Section("How this was worked out", tuple(_method(card, framework, today)))


def _in_a_sentence(card: Scorecard) -> Iterator[Prose]:
    """Say the working in a sentence."""
    if card.score is None or card.exact is None:
        return
    parts = f"The statement scores make {card.total} of {card.maximum}, which is {three_decimals(card.exact)} per cent"
    rounded = f"rounded, that is a score of {card.score}, in the range of {card.band}"
    limited = f"; it is limited to {card.rating}" if card.limited_by else ""
    yield Prose((f"{parts}; {rounded}{limited}.",))


def _basis(card: Scorecard, said: Assessment, framework: Framework) -> Table:
    limiting = {limit.statement: limit.rule for limit in card.limited_by}
    rows = []
    for score in card.statements:
        note = f"; limits the rating ({limiting[score.id]})" if score.id in limiting else ""
        number = "-" if score.score is None else str(score.score)
        rows.append((score.title, number, score_meaning(score, said.statements[score.id], framework) + note))
    columns = ("Quality statement", "Score", "What it says")
    return Table("Statement scores", columns, rows, frozenset({"Score"}))


def _findings_table(caption: str, findings: Sequence[Finding], review: Review) -> Table:
    titles = {entry.id: entry.title for entry in review.framework.all_statements} if review.framework else {}
    rows = [
        (
            str(finding.level),
            finding.rule.replace("-", " ").capitalize(),
            finding.message,
            titles.get(finding.statement or "", ""),
        )
        for finding in sorted(findings, key=lambda each: -each.level.rank)
    ]
    return Table(caption, ("Level", "About", "What was found", "Quality statement"), rows)


def _statements(
    card: Scorecard, said: Assessment, framework: Framework, topics: Mapping[str, str]
) -> Iterator[Section]:
    evidence = {entry.id: entry.title for entry in said.evidence or ()}
    for score in card.statements:
        statement = said.statements[score.id]
        blocks: list[Block] = []
        meaning = score_meaning(score, statement, framework)
        number = f"Score {score.score}: " if score.score else ""
        blocks.append(Prose((f"{number}{meaning}" if number else meaning[:1].upper() + meaning[1:],)))
        blocks += narrative(statement.findings or "")
        if statement.concerns:
            declared = (f"{topics[concern.topic]}: {concern.text}" for concern in statement.concerns)
            blocks += (Prose(("Concerns declared:",)), Bullets(tuple(declared)))
        if statement.evidence:
            named = ", ".join(f"{name} ({evidence[name]})" for name in statement.evidence)
            blocks.append(Prose((f"Evidence: {named}",)))
        yield Section(score.title, tuple(blocks))


def _method(card: Scorecard, framework: Framework, today: date) -> Iterator[Block]:
    if card.steps:
        rows = [
            (str(number), step.text, step.rule, framework.rules[step.rule].confidence)
            for number, step in enumerate(card.steps, start=1)
        ]
        columns = ("Step", "What was done", "Rule", "Confidence")
        yield Table("The working, step by step", columns, rows, frozenset({"Step"}))
        rules = dict.fromkeys(step.rule for step in card.steps)
        yield Prose(("The rules it follows:",))
        yield Bullets(tuple(f"{rule}: {framework.rules[rule].says}" for rule in rules))
        read = dict.fromkeys(source for rule in rules for source in framework.rules[rule].sources)
        yield Prose(("Where they were read:",))
        yield Citations(tuple((framework.sources[name].title, framework.sources[name].url) for name in read))
    yield Prose((f"Worked out by wellled {__version__} on {day_words(today)}. {NOTICE}",))
