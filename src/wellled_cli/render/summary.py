"""A summary in the formats of programs, and each of its rows as a line."""

import csv
import io
from collections.abc import Iterable, Iterator

from wellled_cli.model.summary import Row, Summary
from wellled_cli.render.cells import MARK, cell
from wellled_cli.render.visible import escaped, one_line

COLUMNS = (
    *("path", "problem", "provider", "provider_id", "service", "service_id", "service_type", "date", "source"),
    *("framework", "key_question", "level", "total", "maximum", "exact", "score", "band", "rating", "limited_by"),
    *("published_score", "published_rating", "agrees", "next_rating", "points_to_next", "breached"),
    *("faults", "concerns", "records", "waived"),
)


def json(summary: Summary, lines: Iterable[str]) -> str:
    """Give the JSON of a summary, each row on a line of its own; `lines` are the rows as JSON."""
    before = summary.model_dump_json(indent=2, exclude={"assessments"}).removesuffix("\n}")
    rows = ",\n".join(f"    {line}" for line in lines)
    listed = f"[\n{rows}\n  ]" if rows else "[]"
    return escaped(f'{before},\n  "assessments": {listed}\n}}') + "\n"


def as_csv(rows: Iterable[Row]) -> str:
    """Give a line a row, with a mark by which Excel knows it as UTF-8; no text of a file can become a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value) for value in _values(row)] for row in rows)
    return MARK + text.getvalue()


def line(row: Row) -> str:
    """Say where an assessment stands, on one line that ends with its file."""
    stands, score, more = str(row.rating or "rating open"), row.score, ""
    concerns = sum(concern.findings for concern in row.concerns)
    if row.problem is not None:
        stands, more = "wrong" if row.faults else "not read", f": {one_line(row.problem)}"
    return f"{stands:20} {'' if score is None else score:>3} {concerns:>4} {one_line(row.path)}{more}"


def _values(row: Row) -> Iterator[object]:
    provider, service, published, following = row.provider, row.service, row.published, row.next
    yield from (row.path, row.problem and one_line(row.problem))
    yield from (provider and provider.name, provider and provider.id)
    yield from (service and service.name, service and service.id, service and service.type)
    yield from (row.date, row.source, row.framework, row.key_question, row.level)
    yield from (row.total, row.maximum, row.exact, row.score, row.band, row.rating)
    yield " ".join(limit.statement for limit in row.limited_by)
    yield from (published and published.score, published and published.rating, _yes(published and published.agrees))
    yield from (following and following.rating, following and following.points, _yes(row.breached))
    yield from (row.faults, sum(concern.findings for concern in row.concerns), row.records, row.waived)


def _yes(answer: object) -> str | None:
    return None if answer is None else "yes" if answer else "no"
