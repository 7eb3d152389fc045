"""The files to fill in that `wellled init` writes."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.framework import Framework, KeyQuestion
from wellled_cli.model.wording import did_you_mean, one_of
from wellled_cli.render.assessment_file import render

_ENDINGS = (".yaml", ".yml")


def blank_files(
    path: str | None, framework: Framework, key_question: str | None, level: str | None, today: date
) -> Iterator[tuple[str | None, str]]:
    """Give files to fill in, each with its path: one, or for the name of a folder one for each key question.

    Raises UsageFaultError where the framework has no such key question or level, or where a file is there already.
    """
    meant = _level(framework, level)
    asked = _key_question(framework, key_question)
    if path is None or path.casefold().endswith(_ENDINGS):
        files = [(path, asked)]
    else:
        files = list(_in_folder(path, framework, asked if key_question else None))
    for file, _ in files:
        if file is not None and Path(file).exists():
            raise UsageFaultError(f"{file} is there already; nothing was written: name another file, or move it away")
    for file, part in files:
        yield file, render(framework, part, meant, today)


def _in_folder(path: str, framework: Framework, asked: KeyQuestion | None) -> Iterator[tuple[str, KeyQuestion]]:
    if Path(path).suffix and not Path(path).is_dir():
        raise UsageFaultError(f"{path}: expected a name that ends in .yaml, or the name of a folder")
    if not framework.key_questions:
        raise UsageFaultError(f"{framework.title} has no key questions: name one file, like {path}.yaml")
    for part in [asked] if asked else framework.key_questions:
        yield str(Path(path, f"{part.id}.yaml")), part


def _key_question(framework: Framework, name: str | None) -> KeyQuestion | None:
    part = framework.key_question_meant(name)
    if name is not None and part is None:
        known = [each.id for each in framework.key_questions or ()]
        expected = f"one of {one_of(known)}" if known else f"none: {framework.title} has no key questions"
        advice = did_you_mean(name, known)
        raise UsageFaultError(f"--key-question: found {name}, expected {expected}" + (f"; {advice}" if advice else ""))
    return part


def _level(framework: Framework, name: str | None) -> str | None:
    if name is not None and name not in framework.levels:
        expected = one_of(framework.levels) if framework.levels else f"none: {framework.title} has no levels"
        raise UsageFaultError(f"--level: found {name}, expected {expected}")
    return framework.level_meant(name)
