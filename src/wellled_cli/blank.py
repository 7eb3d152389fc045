"""The files to fill in that `wellled init` writes."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wellled_cli.frameworks.choice import refuse_unknown
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.framework import Framework
from wellled_cli.render.assessment_file import blank

_ENDINGS = (".yaml", ".yml")


def blank_files(
    path: str | None, framework: Framework, key_question: str | None, level: str | None, today: date
) -> Iterator[tuple[str | None, str]]:
    """Give files to fill in, each with its path: one, or for the name of a folder one for each key question.

    Raises UsageFaultError where the framework has no such key question or level, or where a file is there already.
    """
    refuse_unknown(framework, key_question, level)
    if path == "":
        raise UsageFaultError("the name of the file is empty: name a file that ends in .yaml, or a folder")
    if path is None or path.casefold().endswith(_ENDINGS):
        files = [(path, key_question)]
    else:
        files = list(_in_folder(path, framework, key_question))
    for file, _ in files:
        if file is not None and os.path.lexists(file):
            raise UsageFaultError(f"{file} is there already; nothing was written: name another file, or move it away")
    for file, name in files:
        yield file, blank(framework, framework.asked(name, level), today)


def _in_folder(path: str, framework: Framework, key_question: str | None) -> Iterator[tuple[str, str]]:
    if Path(path).suffix and not os.path.isdir(path):  # noqa: PTH112  unlike Path's, it answers for any name
        raise UsageFaultError(f"{path}: expected a name that ends in .yaml, or the name of a folder")
    if not framework.key_questions:
        raise UsageFaultError(f"{framework.title} has no key questions: name one file, like {path}.yaml")
    for part in framework.key_questions:
        if key_question is None or part is framework.key_question(key_question):
            yield str(Path(path, f"{part.id}.yaml")), part.id
