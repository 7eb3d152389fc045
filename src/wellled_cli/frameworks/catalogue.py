"""The frameworks that are known, read from their files."""

from collections.abc import Collection
from datetime import date
from functools import cache
from importlib.resources import files

from wellled_cli.frameworks.soundness import soundness_faults
from wellled_cli.load.files import read_bytes, shown
from wellled_cli.load.read_as import read_as
from wellled_cli.load.reader import read
from wellled_cli.load.tree import Limits
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Source
from wellled_cli.model.wording import day_words, did_you_mean, fault_lines, one_of

_DATA = files("wellled_cli.frameworks") / "data"
_ENDING = ".yaml"


@cache
def framework_ids() -> tuple[str, ...]:
    """Give the ids of the frameworks that come with the tool."""
    return tuple(sorted(file.name.removesuffix(_ENDING) for file in _DATA.iterdir() if file.name.endswith(_ENDING)))


@cache
def shipped(framework_id: str) -> Framework:
    """Give a framework that comes with the tool.

    Raises UsageFaultError for an id that is not known.
    """
    if framework_id not in framework_ids():
        advice = did_you_mean(framework_id, framework_ids()) or f"known are {one_of(framework_ids())}"
        raise UsageFaultError(f'there is no framework "{framework_id}"; {advice}')
    file = _DATA / f"{framework_id}{_ENDING}"
    return _framework(read(file.read_bytes(), file.name))


def named(id_or_file: str) -> Framework:
    """Give the framework an id or the path of a framework file names.

    Raises UsageFaultError where there is none, naming everything wrong in the file; UnreadableError where it cannot be
    read.
    """
    if id_or_file.casefold().endswith((".yaml", ".yml", ".json")):
        return _framework(read(read_bytes(id_or_file, Limits().size), shown(id_or_file)), framework_ids())
    return shipped(id_or_file)


def _framework(source: Source, taken: Collection[str] = ()) -> Framework:
    framework, faults = read_as(Framework, source) if source.root else (None, ())
    faults = (*source.faults, *faults, *(soundness_faults(source, framework, taken) if framework else ()))
    if framework is None or faults:
        raise UsageFaultError(*fault_lines(source.path, faults))
    return framework


def in_force(began: date) -> Framework | None:
    """Give the framework that an assessment begun on a day falls under when it names none."""
    return next((framework for framework in map(shipped, framework_ids()) if framework.covers(began)), None)


def in_force_on(day: date) -> Framework:
    """Give the framework in force on a day.

    Raises UsageFaultError where none is known.
    """
    framework = in_force(day)
    if framework is None:
        message = f"no framework is known that was in force on {day_words(day)}; name one: {one_of(framework_ids())}"
        raise UsageFaultError(message)
    return framework
