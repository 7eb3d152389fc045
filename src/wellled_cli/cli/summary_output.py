"""How a summary gets its files, and where it goes."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeAlias

from wellled_cli.cli import output
from wellled_cli.cli.everywhere import Everywhere
from wellled_cli.cli.exit_codes import DONE, worst
from wellled_cli.frameworks.catalogue import shipped
from wellled_cli.load.files import find, shown
from wellled_cli.model.errors import UnreadableError, WellledError
from wellled_cli.model.framework import Framework
from wellled_cli.model.summary import Counts
from wellled_cli.model.topic import titles
from wellled_cli.render import summary as render
from wellled_cli.summary.rows import Rows
from wellled_cli.summary.totals import summary
from wellled_cli.workflow import Terms, contents, rows_of

Files: TypeAlias = Sequence[tuple[str, bytes | UnreadableError]]
Spread: TypeAlias = Callable[[Callable[[Files], list[str]], Iterable[Files]], Iterable[list[str]]]

_BATCH = 16
"""Files a worker is handed at once: few enough to share them out evenly, enough to make handing over cheap."""


def found_in(paths: Sequence[str], terms: Terms) -> tuple[list[str], int]:
    """Give the files that paths mean, by name; say what means none, and give the exit code that earns."""
    files, codes = list[str](), [DONE]
    for found in find(paths, limits=terms.limits):
        if isinstance(found, WellledError):
            output.message(*found.lines)
            codes.append(found.exit_code)
        else:
            files.append(found)
    return sorted(files, key=lambda path: (shown(path), path)), worst(codes)


def lines_of(paths: Sequence[str], terms: Terms, spread: Spread, *, quiet: bool) -> Iterator[str]:
    """Give the row of each file as JSON, in their order; on a terminal, show how far it is."""
    lines = (line for lines in spread(partial(rows_of, terms), _batches(paths, terms)) for line in lines)
    if quiet or not output.errors_on_terminal():
        return lines
    from wellled_cli.render.progress import progress

    return progress(lines, len(paths))


def _batches(paths: Iterable[str], terms: Terms) -> Iterator[Files]:
    files = _said(contents(paths, terms))
    while batch := list(islice(files, _BATCH)):
        yield batch


def _said(files: Iterable[tuple[str, bytes | UnreadableError]]) -> Iterator[tuple[str, bytes | UnreadableError]]:
    for name, content in files:
        if isinstance(content, UnreadableError):
            output.message(*content.lines)
        yield name, content


def deliver(rows: Rows, terms: Terms, name: str, path: str | None, given: Everywhere) -> Counts:
    """Write a summary in the format of a name, to a file or to standard output; say how many files are wrong.

    Raises UnwritableError where it cannot be written.
    """
    framework_of = partial(_framework, terms.framework)
    totals = summary(rows, framework_of, terms.today)
    write = partial(output.deliver, path=path, quiet=given.quiet)
    if name == "json":
        write(render.json(totals, rows.lines()))
    elif name == "csv":
        write(render.as_csv(rows))
    elif totals.counts.files:
        from wellled_cli.render.document.summary import content

        every = None if name == "text" else rows
        document = content(totals, every, framework_of, titles(terms.own_topics))
        if name == "text":
            from wellled_cli.render.terminal import render_document

            lines = "".join(f"{render.line(row)}\n" for row in rows)
            color = output.use_color(given.color) and path is None
            width = output.width() if path is None else output.UNKNOWN_WIDTH
            write(f"{lines}\n{render_document(document, width, color=color, encoding=output.encoding())}")
        else:
            from wellled_cli.render.document.written import written

            write(written(document, name, terms.today))
    if wrong := totals.counts.wrong:
        verb = "is wrong and counts" if wrong == 1 else "are wrong and count"
        output.message(f"{wrong} of {totals.counts.files} files {verb} nowhere: `wellled check` says why.")
    return totals.counts


def _framework(chosen: Framework | None, name: str) -> Framework:
    return chosen if chosen and chosen.id == name else shipped(name)
