"""Everything wrong with an assessment that its framework tells."""

from collections.abc import Collection, Iterator

from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Fault, Source
from wellled_cli.validate.references import reference_faults
from wellled_cli.validate.scope import scope_faults
from wellled_cli.validate.statements import statement_faults


def framework_faults(source: Source, framework: Framework, topics: Collection[str]) -> Iterator[Fault]:
    """Give the faults of a canonical source; where its key question is unknown, its statements are not judged."""
    if source.root is None or source.root.members is None:
        return
    asked = framework.asked(source.words_at("key_question"), source.words_at("level"))
    yield from scope_faults(source, framework)
    if asked.counted:
        yield from statement_faults(source, framework, asked)
    yield from reference_faults(source, framework, topics)
