"""What a summary says, best first: how many stand where, what they have in common, and every one of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from wellled_cli.model.framework import Framework
from wellled_cli.model.rating import Rating
from wellled_cli.model.result import Provider, Service
from wellled_cli.model.review import NOTICE
from wellled_cli.model.summary import Ratings, Row, Standing, StatementScores, Summary
from wellled_cli.model.wording import day_words
from wellled_cli.render.document.parts import Block, Document, Facts, Headline, Prose, Section, Table

_RATINGS = (Rating.OUTSTANDING, Rating.GOOD, Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE, Rating.NOT_RATED)
_MOST_PROVIDERS = 20
_COUNT = "Assessments"

FrameworkOf = Callable[[str], Framework]


def content(
    summary: Summary, rows: Iterable[Row] | None, framework_of: FrameworkOf, topics: Mapping[str, str]
) -> Document:
    """Give the document of a summary; with `rows`, a table of them all at its end.

    `framework_of` gives the framework of an id, `topics` the title of every topic.
    """
    sections = [
        Section("Ratings", tuple(_ratings(summary, framework_of))),
        Section("Overall ratings of services", tuple(_services(summary))),
        Section("Lowest ratings", tuple(_standing("Lowest ratings and scores", summary.lowest))),
        Section("Nearest to the next rating", tuple(_standing("Fewest points to the next rating", summary.nearest))),
        Section("Quality statements by score", sections=tuple(_heat(summary.statements, framework_of))),
        Section("Commonest concerns", tuple(_concerns(summary, topics))),
    ]
    if rows is not None:
        sections.append(Section("Every assessment", (_every(rows),)))
    front: list[Block] = [Headline(_headline(summary)), Prose((NOTICE,)), _facts(summary)]
    return Document("Summary of assessments", front, [each for each in sections if each.blocks or each.sections])


def _headline(summary: Summary) -> str:
    counts, ratings = summary.counts, summary.ratings
    said = ", ".join(f"{number} {rating}" for rating, number in ratings.items())
    return f"{_many(counts.files, 'assessment')}: {said or 'none rated'}."


def _facts(summary: Summary) -> Facts:
    counts = summary.counts
    facts = [
        ("Files", str(counts.files)),
        ("Rated", str(counts.rated)),
        ("Rating open or not given", str(counts.open)),
        ("Wrong, and left out below", str(counts.wrong)),
        ("Not read, and left out below", str(counts.unread)),
        ("Looked at as of", day_words(summary.today)),
    ]
    return Facts([(label, value) for label, value in facts if value != "0"], "About these assessments")


def _ratings(summary: Summary, framework_of: FrameworkOf) -> Iterator[Block]:
    shown = [rating for rating in _RATINGS if any(rating in each.ratings for each in summary.key_questions)]
    columns = (_COUNT, *(str(rating).capitalize() for rating in shown))
    numbers = frozenset(columns)
    if summary.key_questions:
        rows = [
            (
                _question(each.framework, each.key_question, framework_of),
                *_numbers(each.assessments, each.ratings, shown),
            )
            for each in summary.key_questions
        ]
        yield Table("Ratings by key question", ("Key question", *columns), rows, numbers)
    if len(summary.providers) > 1:
        few = summary.providers[:_MOST_PROVIDERS]
        rows = [(_who(each.provider, None), *_numbers(each.assessments, each.ratings, shown)) for each in few]
        yield Table("Ratings by provider, those with most assessments first", ("Provider", *columns), rows, numbers)
        if len(few) < len(summary.providers):
            yield Prose((f"{len(summary.providers) - len(few)} more providers are in the JSON.",))


def _numbers(assessments: int, ratings: Ratings, shown: Iterable[Rating]) -> tuple[str, ...]:
    return (str(assessments), *(str(ratings.get(rating, 0)) for rating in shown))


def _services(summary: Summary) -> Iterator[Block]:
    if summary.services:
        rows = [
            (
                _who(each.provider, each.service),
                str(each.rating).capitalize() + (" (left to judgement)" if each.certainty == "judgement" else ""),
                "; ".join(f"{name} {rating}" for name, rating in each.key_questions.items()),
            )
            for each in summary.services
        ]
        yield Table("Services all of whose key questions are rated", ("Service", "Overall", "Key questions"), rows)
        if summary.counts.wrong or summary.counts.unread:
            yield Prose(("A file that is left out may be the latest of a service: its rating rests on others then.",))


def _standing(caption: str, listed: Sequence[Standing]) -> Iterator[Block]:
    if listed:
        columns = ("Rating", "Score", "Next rating", "File")
        yield Table(caption, columns, [_stands(each) for each in listed], frozenset({"Score"}))


def _stands(each: Standing) -> tuple[str, ...]:
    following = f"{each.next.rating}, {_many(each.next.points, 'point')} away" if each.next else ""
    return str(each.rating).capitalize(), "" if each.score is None else str(each.score), following, each.path


def _heat(statements: Sequence[StatementScores], framework_of: FrameworkOf) -> Iterator[Section]:
    """Give, by key question, how often each statement has each score; the share of 1 and 2 tells where it hurts."""
    for framework, key_question in dict.fromkeys((each.framework, each.key_question) for each in statements):
        own = [each for each in statements if (each.framework, each.key_question) == (framework, key_question)]
        scores = sorted({score for each in own for score in each.scores})
        if scores:
            columns = ("Quality statement", *scores, "None", "1 or 2")
            question = _question(framework, key_question, framework_of)
            titles = {entry.id: entry.title for entry in framework_of(framework).all_statements}
            rows = [(titles[each.statement], *_scores(each, scores)) for each in own]
            caption = f"Scores by quality statement: {question}"
            yield Section(question, (Table(caption, columns, rows, frozenset(columns[1:])),))


def _scores(each: StatementScores, scores: Iterable[str]) -> Iterator[str]:
    yield from (str(each.scores.get(score, 0)) for score in scores)
    yield str(each.none)
    scored = sum(each.scores.values())
    low = sum(number for score, number in each.scores.items() if score in {"1", "2"})
    yield f"{100 * low // scored}%" if scored else ""


def _concerns(summary: Summary, topics: Mapping[str, str]) -> Iterator[Block]:
    if summary.concerns:
        columns = ("Level", "Concern", _COUNT, "Findings", "One of them")
        rows = [
            (
                str(each.level),
                _concern(each.rule, topics),
                str(each.assessments),
                str(each.findings),
                f"{each.examples[0].text} ({each.examples[0].path})",
            )
            for each in summary.concerns
        ]
        yield Table("Concerns, those found in most assessments first", columns, rows, frozenset({_COUNT, "Findings"}))


def _every(rows: Iterable[Row]) -> Table:
    columns = ("Rating", "Score", "Concerns", "Assessed", "File")
    return Table("Every assessment, by file", columns, [_row(row) for row in rows], frozenset({"Score", "Concerns"}))


def _row(row: Row) -> tuple[str, ...]:
    if row.problem is not None:
        return "Wrong" if row.faults else "Not read", "", "", row.problem, row.path
    rating = str(row.rating).capitalize() if row.rating else "Rating open"
    concerns = sum(concern.findings for concern in row.concerns)
    score = "" if row.score is None else str(row.score)
    return rating, score, str(concerns), _who(row.provider, row.service), row.path


def _question(framework_id: str, key_question: str | None, framework_of: FrameworkOf) -> str:
    framework = framework_of(framework_id)
    titles = {part.id: part.title for part in framework.key_questions or ()}
    return f"{titles.get(key_question or '', framework.title)} ({framework_id})"


def _who(provider: Provider | None, service: Service | None) -> str:
    names = ((part.name or "").strip() or (part.id or "").strip() for part in (provider, service) if part)
    return " - ".join(filter(None, names)) or "not named"


def _concern(rule: str, topics: Mapping[str, str]) -> str:
    return topics.get(rule.removeprefix("concern-")) or rule.replace("-", " ").capitalize()


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
