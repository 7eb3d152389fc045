"""Every way in which a file can be wrong: what it means and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

FAULT_RULES: Mapping[str, str] = MappingProxyType(
    {
        "alias-to-itself": "A value repeats itself with * inside its own &. Write the value out.",
        "control-character": (
            "The file holds a character that is not text. Delete it; copying from a PDF often brings it in."
        ),
        "duplicate-id": "Two entries of a register have the same id. Give each its own.",
        "duplicate-key": "A key stands twice in the same place, so one of the two would be lost. Keep one.",
        "empty-file": "There is nothing in the file. Start from what `wellled init` writes.",
        "empty-text": "A text that has to say something is empty. Write it, or take the key out.",
        "impossible-date": "A date is not in the calendar, like 30 February. Correct it.",
        "key-not-text": "A key is not a word. Put it in quotes if it is meant.",
        "missing-key": "Something that has to be there is not. Add the key that is named.",
        "missing-statement": (
            "A statement that counts is not in the file. Add it; if it was not assessed, say so and why."
        ),
        "no-answer": (
            "A statement has no score and no word on why. Write a score, 1 to 4, or not_assessed and the reason."
        ),
        "no-framework-in-force": "No known framework was in force on the day the assessment began. Name the one meant.",
        "nobody-assessed": "The file does not say who was assessed. Give a name or an id under provider or service.",
        "not-a-date": "A date is not written as year, month and day, like 2025-02-20.",
        "not-in-framework": (
            "The file uses something its framework does not have. Take it out, or name another framework."
        ),
        "not-json": "The text is not JSON. Correct it at the place named; an editor that knows JSON helps.",
        "not-toml": "The config is not TOML. Correct it at the place named.",
        "not-utf-8": "The file is not saved as UTF-8. Save it again with that encoding.",
        "not-yaml": (
            "The text is not YAML. Correct it at the place named: spaces, colons and quotes are the usual reasons."
        ),
        "score-out-of-range": "A score is outside its range: statements 1 to 4, published scores 0 to 100.",
        "several-answers": "A statement is answered twice, as with a score and not_assessed. Keep one.",
        "several-documents": "The file holds several YAML documents, split by ---. Give each its own file.",
        "tag": "The file uses a YAML tag, like !!str. Take it away.",
        "too-deep": "Values are nested deeper than any assessment needs. Take the extra levels out.",
        "too-large": "The file is larger than any assessment needs. Split it, or take out what does not belong in it.",
        "unknown-alias": "A * repeats a value that no & before it names. Put text that starts with * in quotes.",
        "unknown-evidence": (
            "An evidence id is named that is not in the register. Add it under evidence, or correct it."
        ),
        "unknown-format": "The version of the file format is not 1.",
        "unknown-framework": "No framework has this id. `wellled frameworks` lists them.",
        "unknown-key": "A key is not one of those that may stand here, perhaps by a slip of the keyboard.",
        "unknown-key-question": "The framework has no such key question.",
        "unknown-rating": "This is not one of CQC's ratings.",
        "unknown-rule": "The config names a rule that is not there. `wellled explain` lists them.",
        "unknown-statement": "This is not a statement that counts here. `wellled frameworks ID` lists them.",
        "unknown-topic": "No topic has this id. `wellled explain` lists them, each after concern-.",
        "unknown-value": "The word is not one of those that may stand here.",
        "unsound-framework": "Parts of a framework file do not fit together. Correct what is named.",
        "limit-out-of-range": "A limit of the config is too low or too high. Give one in the range that is named.",
        "wrong-name": "A topic of the config is not named as rules are: in small letters, digits and hyphens.",
        "wrong-phrase": "A phrase of the config could match anything, or names a list that is not there. Correct it.",
        "wrong-type": "A value is of the wrong kind, like a number in quotes or a list where one text is wanted.",
    }
)
"""Fault rule to its explanation."""
