"""Which framework an assessment is judged by."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from wellled_cli.frameworks.catalogue import framework_ids, in_force, shipped
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.framework import Framework
from wellled_cli.model.shape import day
from wellled_cli.model.source import Fault, Source
from wellled_cli.model.wording import did_you_mean, excerpt, fault_message, nearest, one_of


@dataclass(frozen=True, slots=True)
class Choice:
    """The framework an assessment is judged by, and what chose it: an option, the file, or its date."""

    framework: Framework
    chosen_by: Literal["option", "file", "date"]


def choose(source: Source, named: Framework | None) -> Choice | Fault | None:
    """Choose the framework of a file: the one named on the command line, else in the file, else the one in force.

    A fault says why none fits; None that the file's own faults leave nothing to choose by.
    """
    if named:
        return Choice(named, "option")
    written = source.words_at("framework")
    if written is not None:
        return _by_name(source, written)
    started = ("assessment", "started")
    pointer = started if source.text_at(*started) is not None else ("assessment", "date")
    began = day(source.text_at(*pointer))
    if began is None:
        return None
    fitting = in_force(began)
    if fitting:
        return Choice(fitting, "date")
    advice = f"name the framework meant, one of {one_of(framework_ids())}, at the top of the file after framework:"
    message = fault_message(pointer, str(began), "a day on which a known framework was in force", advice)
    return Fault("no-framework-in-force", source.locate(pointer), message)


def likely_framework(source: Source, today: date) -> Framework | None:
    """Give the framework a file likely means where none could be chosen, so that its other faults are found too."""
    written = source.words_at("framework")
    if written is None:
        return in_force(today)
    close = nearest(written, framework_ids())
    return shipped(close) if close else None


def _by_name(source: Source, written: str) -> Choice | Fault:
    if written in framework_ids():
        return Choice(shipped(written), "file")
    advice = did_you_mean(written, framework_ids())
    message = fault_message(("framework",), excerpt(written), one_of(framework_ids()), advice)
    return Fault("unknown-framework", source.locate(("framework",)), message)


def refuse_unknown(framework: Framework, key_question: str | None, level: str | None) -> None:
    """Refuse the name of a key question or a level that a framework does not have.

    Raises UsageFaultError saying which it has.
    """
    if key_question is not None and framework.key_question(key_question) is None:
        known = [part.id for part in framework.key_questions or ()]
        expected = one_of(known) if known else f"none: {framework.title} has no key questions"
        raise UsageFaultError(f"--key-question: found {key_question}, expected {expected}")
    if level is not None and level not in framework.levels:
        expected = one_of(framework.levels) if framework.levels else f"none: {framework.title} has no levels"
        raise UsageFaultError(f"--level: found {level}, expected {expected}")
