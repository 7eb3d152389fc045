"""Everything wrong with an assessment that its framework tells."""

from collections.abc import Collection, Iterator, Sequence

from wellled_cli.model.framework import Framework, KeyQuestion, StatementEntry
from wellled_cli.model.source import Fault, Source
from wellled_cli.validate.references import reference_faults
from wellled_cli.validate.scope import scope_faults
from wellled_cli.validate.statements import statement_faults


def framework_faults(
    source: Source,
    framework: Framework,
    key_question: KeyQuestion | None,
    counted: Sequence[StatementEntry],
    topics: Collection[str],
) -> Iterator[Fault]:
    """Give the faults of a canonical source; without statements that count, none of its statements are judged."""
    if source.root is None:
        return
    yield from scope_faults(source, framework)
    if counted:
        yield from statement_faults(source, framework, counted, key_question)
    yield from reference_faults(source, framework, topics)
