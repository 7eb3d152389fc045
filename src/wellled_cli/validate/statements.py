"""Every statement that counts is there, once, and is answered in a way its framework knows."""

from collections.abc import Iterator, Sequence

from wellled_cli.model.assessment import ANSWERS, Statement
from wellled_cli.model.framework import Asked, Framework, StatementEntry
from wellled_cli.model.slug import slug
from wellled_cli.model.source import Fault, Pointer, Source
from wellled_cli.model.wording import excerpt, fault_message, nearest, one_of


def statement_faults(source: Source, framework: Framework, asked: Asked) -> Iterator[Fault]:
    """Find statements that are unknown, missing, named twice, or answered in a way that does not fit."""
    statements = source.node(("statements",))
    if statements is None or statements.members is None:
        return
    written = source.keys("statements")
    known = {entry.id for entry in asked.counted}
    meant = {suggestion(key, asked.counted) for key in written if key not in known}
    for key in written:
        if key in known:
            yield from _answer_faults(source, framework, ("statements", key))
        else:
            yield _not_counted(source, framework, key, asked)
    for entry in asked.counted:
        if entry.id not in written and entry.id not in meant:
            message = fault_message(
                ("statements",), f"no {entry.id}", "every statement that counts", _if_not_assessed(framework)
            )
            yield Fault("missing-statement", source.locate_key(("statements",)), message)


def suggestion(key: str, entries: Sequence[StatementEntry]) -> str | None:
    """Give the id of the statement a writer most likely meant, None where none is close."""
    words = slug(key)
    for entry in entries:
        short_names = {slug(name) for name in entry.also}
        if words in short_names or (words and f"-{words}-" in f"-{entry.id}-"):
            return entry.id
    close = nearest(words, [entry.id for entry in entries] + [slug(entry.title) for entry in entries])
    return next((entry.id for entry in entries if close in {entry.id, slug(entry.title)}), None)


def _if_not_assessed(framework: Framework) -> str:
    return (
        "if it was not assessed, write not_assessed and the reason" if framework.scoring else "an empty one is enough"
    )


def _not_counted(source: Source, framework: Framework, key: str, asked: Asked) -> Fault:
    entry, key_question = framework.statement(key), asked.key_question
    place = source.locate_key(("statements", key))
    named = f"of {key_question.title}" if key_question else f"of {framework.title}"
    if entry and entry.only_at and key_question and entry in key_question.statements:
        advice = (
            f'write "level: {entry.only_at}" above if this is an assessment of a {entry.only_at}, else leave it out'
        )
        found = f"{entry.id}, which counts at {entry.only_at} level only"
        return Fault("unknown-statement", place, fault_message(("statements",), found, f"a statement {named}", advice))
    if entry:
        owner = next(part for part in framework.key_questions or [] if entry in part.statements)
        found = f"{entry.id}, a statement of {owner.title}"
        return Fault("unknown-statement", place, fault_message(("statements",), found, f"a statement {named}"))
    close = suggestion(key, asked.counted)
    advice = f'did you mean "{close}"?' if close else f"known are {one_of(entry.id for entry in asked.counted)}"
    message = fault_message(("statements",), f'"{excerpt(key)}"', f"a statement {named}", advice)
    return Fault("unknown-statement", place, message)


def _answer_faults(source: Source, framework: Framework, pointer: Pointer) -> Iterator[Fault]:
    keys = source.keys(*pointer)
    if not keys and not _is_empty(source, pointer):
        return
    answers = [key for key in keys if key in ANSWERS and not _is_empty(source, (*pointer, key))]
    for key in _foreign_answers(framework, [key for key in keys if not _is_empty(source, (*pointer, key))]):
        message = fault_message(pointer, key, "only what the framework knows", _advice(framework, key))
        yield Fault("not-in-framework", source.locate_key((*pointer, key)), message)
    if len(answers) > 1:
        message = fault_message(pointer, " and ".join(answers), f"exactly one of {one_of(ANSWERS)}", "keep one of them")
        yield Fault("several-answers", source.locate_key((*pointer, answers[1])), message)
    if (
        framework.scoring
        and not answers
        and not any(nearest(key, ANSWERS) for key in keys if key not in Statement.model_fields)
    ):
        advice = "write score: and a whole number, or not_assessed: and the reason"
        empty = next((key for key in keys if key in ANSWERS), None)
        found = f"nothing after {empty}" if empty else "no score"
        message = fault_message(pointer, found, "a score, 1 to 4", advice)
        place = source.locate((*pointer, empty)) if empty else source.locate_key(pointer)
        yield Fault("no-answer", place, message)


def _foreign_answers(framework: Framework, keys: Sequence[str]) -> list[str]:
    if framework.scoring is None:
        foreign = {"score", "categories", "score_unknown"}
    elif framework.scoring.categories is None:
        foreign = {"judged", "categories"}
    else:
        foreign = {"judged"}
    return [key for key in keys if key in foreign]


def _advice(framework: Framework, key: str) -> str:
    if framework.scoring is None:
        return f"{framework.title} has no scores; judged: and a rating may say the level shown"
    if key == "judged":
        return "this framework is scored: write score: and a whole number, 1 to 4"
    return f"{framework.title} knows no scores by evidence category: write score: and one number"


def _is_empty(source: Source, pointer: Pointer) -> bool:
    node = source.node(pointer)
    return node is None or node.is_empty
