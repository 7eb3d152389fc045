"""Concerns and strengths by topic: what speaks of one topic and statement stands together, wherever it was read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from wellled_cli.model.finding import Finding, Kind, Level, Origin, Strength
from wellled_cli.model.review import Review
from wellled_cli.render.document.parts import Block, Bullets, Prose, Section, Table

_LOW_SCORE = "Low score"
_ORIGINS = {
    Origin.SCORE: "",
    Origin.BREACH: "",
    Origin.MEASURE: "measure: ",
    Origin.DECLARED: "declared: ",
    Origin.NARRATIVE: "",
}
_SUMMARY = "Summary"


@dataclass(frozen=True, slots=True)
class TopicConcerns:
    """The concerns of one topic, the gravest first."""

    title: str
    findings: Sequence[Finding]

    @property
    def level(self) -> Level:
        """The level of the gravest."""
        return self.findings[0].level


def concerns_by_topic(review: Review) -> list[TopicConcerns]:
    """Give the concerns of a review by topic: the gravest topic first, then in the order of the topics."""
    order = [None, *review.topics]
    found = sorted(
        review.of_kind(Kind.CONCERN), key=lambda each: (order.index(each.topic), -each.level.rank, each.place)
    )
    topics = [TopicConcerns(_title(review, topic), list(own)) for topic, own in groupby(found, lambda each: each.topic)]
    return sorted(topics, key=lambda topic: -topic.level.rank)


def concerns_table(review: Review) -> Iterator[Table]:
    """Give the table of concerns by topic: how many, the worst level, where, and one of them in its own words."""
    rows = [
        (
            str(topic.level),
            topic.title,
            str(len(topic.findings)),
            _statements(review, topic.findings),
            _shown(_telling(topic.findings)),
        )
        for topic in concerns_by_topic(review)
    ]
    if rows:
        columns = ("Level", "Concerns by topic", "Count", "Quality statements", "One of them")
        yield Table("Concerns by topic, the gravest first", columns, rows, frozenset({"Count"}))


def concern_sections(review: Review) -> Iterator[Section]:
    """Give every concern, by topic and then by statement."""
    for topic in concerns_by_topic(review):
        if topic.title == _LOW_SCORE:
            continue
        blocks: list[Block] = []
        by_statement = sorted(topic.findings, key=lambda each: _order(review, each.statement))
        for statement, found in groupby(by_statement, lambda each: each.statement):
            blocks.append(Prose((f"{_place_name(review, statement)}:",)))
            blocks.append(
                Bullets(
                    tuple(
                        f"{_ORIGINS[each.origin]}{_shown(each)} ({each.level}, line {each.place.line})"
                        for each in found
                        if each.origin
                    )
                )
            )
        yield Section(topic.title, tuple(blocks))


def strengths_table(review: Review) -> Iterator[Table]:
    """Give the table of strengths by topic: how many, and one of them in its own words."""
    order = list(review.topics)
    found = sorted(review.strengths, key=lambda each: (order.index(each.topic), each.place))
    rows = []
    for topic, group in groupby(found, lambda each: each.topic):
        own = list(group)
        rows.append((review.topics[topic], str(len(own)), f"“{_clearest(own).quote}”"))
    if rows:
        yield Table("Strengths by topic", ("Strengths by topic", "Count", "One of them"), rows, frozenset({"Count"}))


def _title(review: Review, topic: str | None) -> str:
    return review.topics[topic] if topic else _LOW_SCORE


def _statements(review: Review, findings: Sequence[Finding]) -> str:
    named = sorted({finding.statement for finding in findings}, key=lambda each: _order(review, each))
    return "; ".join(_place_name(review, statement) for statement in named)


def _order(review: Review, statement: str | None) -> int:
    ids = [entry.id for entry in review.framework.all_statements] if review.framework else []
    return ids.index(statement) if statement in ids else -1


def _place_name(review: Review, statement: str | None) -> str:
    titles = {entry.id: entry.title for entry in review.framework.all_statements} if review.framework else {}
    return titles.get(statement or "", _SUMMARY if statement is None else statement)


def _telling(findings: Sequence[Finding]) -> Finding:
    """Give the finding that stands for its topic: the first of the gravest that quotes the narrative, or the first."""
    gravest = [finding for finding in findings if finding.level is findings[0].level]
    return next((finding for finding in gravest if finding.quote), gravest[0])


def _clearest(strengths: Sequence[Strength]) -> Strength:
    return min(strengths, key=lambda strength: len(strength.quote))


def _shown(finding: Finding) -> str:
    return f"“{finding.quote}”" if finding.quote else finding.message
