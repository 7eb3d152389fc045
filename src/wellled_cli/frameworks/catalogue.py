"""The frameworks that are known, read from their files."""

import pickle
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pydantic

from wellled_cli.frameworks import sound_scoring, soundness
from wellled_cli.frameworks.soundness import soundness_faults
from wellled_cli.load.files import read_bytes, shown
from wellled_cli.load.kept import kept
from wellled_cli.load.read_as import read_as
from wellled_cli.load.reader import read
from wellled_cli.load.tree import Limits
from wellled_cli.model import framework as framework_model
from wellled_cli.model import shape
from wellled_cli.model import source as source_model
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.framework import Framework
from wellled_cli.model.source import Source
from wellled_cli.model.wording import day_words, did_you_mean, fault_lines, one_of

_DATA = Path(__file__).with_name("data")
_ENDING = ".yaml"
_PICKLE = 5
_CODE = (framework_model, shape, source_model, soundness, sound_scoring)
"""The code by which frameworks are read: what is kept of them is not that of another version of it."""


@cache
def framework_ids() -> tuple[str, ...]:
    """Give the ids of the frameworks that come with the tool."""
    return tuple(sorted(file.stem for file in _DATA.iterdir() if file.suffix == _ENDING))


def shipped(framework_id: str) -> Framework:
    """Give a framework that comes with the tool.

    Raises UsageFaultError for an id that is not known.
    """
    if framework_id not in framework_ids():
        advice = did_you_mean(framework_id, framework_ids()) or f"known are {one_of(framework_ids())}"
        raise UsageFaultError(f'there is no framework "{framework_id}"; {advice}')
    return _all_shipped()[framework_id]


@cache
def _all_shipped() -> Mapping[str, Framework]:
    texts = {name: (_DATA / f"{name}{_ENDING}").read_bytes() for name in framework_ids()}
    code = {module.__name__: Path(module.__file__ or "").read_bytes() for module in _CODE}
    code["pydantic"] = pydantic.VERSION.encode()
    packed = kept(_DATA / "compiled.bin", {**texts, **code}, lambda: pickle.dumps(_read_all(texts), _PICKLE))
    frameworks: Mapping[str, Framework] = pickle.loads(packed)  # noqa: S301  our own file, as bytecode is
    return frameworks


def _read_all(texts: Mapping[str, bytes]) -> dict[str, Framework]:
    return {name: _framework(read(text, f"{name}{_ENDING}")) for name, text in texts.items()}


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
    """Give the framework that an assessment begun on a day falls under when it names none.

    The latest are looked at first, as most assessments fall under them; no two cover the same day.
    """
    return next((framework for framework in map(shipped, reversed(framework_ids())) if framework.covers(began)), None)


def in_force_on(day: date) -> Framework:
    """Give the framework in force on a day.

    Raises UsageFaultError where none is known.
    """
    framework = in_force(day)
    if framework is None:
        message = f"no framework is known that was in force on {day_words(day)}; name one: {one_of(framework_ids())}"
        raise UsageFaultError(message)
    return framework
