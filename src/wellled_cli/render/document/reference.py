"""Frameworks and rules as documents."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from wellled_cli.model.framework import Framework, StatementEntry
from wellled_cli.model.wording import day_words
from wellled_cli.render.document.parts import Block, Bullets, Citations, Document, Facts, Prose, Section, Table

_STATUS = {"in-force": "in force", "replaced": "replaced", "draft": "draft, not in force"}


def frameworks(known: Sequence[Framework]) -> Document:
    """Give the list of frameworks."""
    rows = [(entry.id, _STATUS[entry.status], _span(entry), entry.title) for entry in known]
    table = Table("Frameworks", ("Id", "Status", "Assessments started", "What it is"), rows)
    closing = "wellled frameworks ID shows one with its statements, bands, limits and sources."
    return Document("Frameworks", (table, Prose((closing,))), ())


def framework(entry: Framework) -> Document:
    """Give one framework with its statements, its arithmetic, its rules and where they were read."""
    facts = [("Id", entry.id), ("Status", _STATUS[entry.status]), ("Assessments started", _span(entry))]
    facts += [("Levels", ", ".join(entry.levels))] if entry.levels else []
    blocks = (Prose((entry.about, *((entry.note,) if entry.note else ()))), Facts(tuple(facts)))
    return Document(entry.title, blocks, tuple(_sections(entry)))


def rule(name: str, page: str) -> Document:
    """Give the manual page of a rule of ours."""
    return Document(name, (_prose(page),), ())


def topic_rule(name: str, page: str, origins: Sequence[str]) -> Document:
    """Give the manual page of a rule on a topic, and under a heading each those of the origins of its findings."""
    parts = (origin.partition("\n\n") for origin in origins)
    sections = tuple(Section(title.removesuffix("."), (_prose(told),)) for title, _, told in parts)
    return Document(name, (_prose(page),), sections)


def framework_rule(name: str, entries: Sequence[Framework]) -> Document:
    """Give a rule of CQC's method, as each framework that has it states it."""
    sections = tuple(
        Section(
            entry.title,
            (
                Prose((entry.rules[name].says, f"Confidence: {entry.rules[name].confidence}.")),
                Citations(tuple(_citations(entry, entry.rules[name].sources))),
            ),
        )
        for entry in entries
    )
    return Document(name, (), sections)


def rules(pages: Sequence[tuple[str, str]], framework_rules: Sequence[tuple[str, str]]) -> Document:
    """Give the list of all rules, each with its first sentence."""
    ours = [(name, page.split("\n\n")[0]) for name, page in pages]
    return Document(
        "Rules",
        (
            Table("What is looked for in a file", ("Rule", "What it is"), ours),
            Table("How CQC scores and rates", ("Rule", "What it is"), framework_rules),
            Prose(("wellled explain RULE shows one in full.",)),
        ),
        (),
    )


def _prose(page: str) -> Prose:
    return Prose(tuple(page.split("\n\n")))


def _span(entry: Framework) -> str:
    span = entry.in_force
    if span.chosen == "by-name":
        return "only where a file names it"
    start = f"from {day_words(span.start)}" if span.start else ""
    end = f"to {day_words(span.end)}" if span.end else ""
    return " ".join(part for part in (start, end) if part) or "any day"


def _sections(entry: Framework) -> Iterator[Section]:
    for part in entry.key_questions or ():
        yield Section(part.title, (_statements(part.statements),))
    for theme, statements in groupby(entry.statements or (), key=lambda statement: statement.theme):
        yield Section(theme or "Statements", (_statements(tuple(statements)),))
    if entry.scoring:
        yield Section("Scores and bands", tuple(_scoring(entry)))
    rows = [(name, stated.says, stated.confidence) for name, stated in entry.rules.items()]
    yield Section("Rules", (Table("Rules, and how sure each is", ("Rule", "What it says", "Confidence"), rows),))
    yield Section("Sources", (Citations(tuple(_citations(entry, tuple(entry.sources)))),))


def _statements(entries: Sequence[StatementEntry]) -> Table:
    return Table("Statements", ("Id", "Statement"), [(entry.id, _title(entry)) for entry in entries])


def _title(entry: StatementEntry) -> str:
    number = f"{entry.number}. " if entry.number is not None else ""
    return f"{number}{entry.title}{f' ({entry.only_at} level only)' if entry.only_at else ''}"


def _scoring(entry: Framework) -> Iterator[Block]:
    scoring = entry.scoring
    if scoring is None:
        return
    scale = tuple(scoring.scale.words.items())
    yield Table("What each score means", ("Score", "Meaning"), scale, frozenset({"Score"}))
    bands = [(f"{band.lowest} to {band.highest}", str(band.rating)) for band in scoring.bands.ratings]
    yield Table("Which score earns which rating", ("Score out of 100", "Rating"), bands)
    if scoring.limiters:
        yield Bullets(tuple(f"{limiter.rule}: {entry.rules[limiter.rule].says}" for limiter in scoring.limiters))


def _citations(entry: Framework, names: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    for name in names:
        source = entry.sources[name]
        yield (f"{source.title} ({day_words(source.read)})" if source.read else source.title), source.url
