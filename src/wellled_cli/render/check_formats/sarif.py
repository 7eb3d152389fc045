"""Findings as SARIF 2.1.0, for code scanning."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from wellled_cli import __version__
from wellled_cli.model.finding import Finding
from wellled_cli.model.outcome import Outcome
from wellled_cli.render.check import Checked
from wellled_cli.render.visible import escaped, visible

Object: TypeAlias = dict[str, Any]
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LONGEST = 1000
_EMPTY = "(nothing said)"


def render(checked: Checked) -> str:
    """Give the findings of files as a SARIF log, ending in a line break.

    Where something could not be read the run did not succeed, and closes no alert.
    """
    outcomes, pages = checked.outcomes, checked.pages()
    names = sorted({finding.rule for outcome in outcomes for finding in outcome.review.findings})
    driver = {
        "name": "wellled",
        "semanticVersion": __version__,
        "rules": [_rule(name, pages.get(name, name)) for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "wellled/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(checked.problems)],
        "results": list(_results(outcomes, names)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _invocation(problems: Sequence[str]) -> Object:
    told = [{"level": "error", "message": {"text": _text(problem)}} for problem in problems]
    return {"executionSuccessful": not problems} | ({"toolExecutionNotifications": told} if told else {})


def _rule(name: str, page: str) -> Object:
    first = page.split("\n\n", maxsplit=1)[0]
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": _text(first)},
        "fullDescription": {"text": _text(first)},
        "help": {"text": _text(page, None)},
        "defaultConfiguration": {"level": "warning"},
    }


def _results(outcomes: Iterable[Outcome], names: Sequence[str]) -> Iterator[Object]:
    for outcome in outcomes:
        for finding in outcome.review.findings:
            yield _result(finding, outcome.review.path, names.index(finding.rule))


def _result(finding: Finding, path: str, number: int) -> Object:
    place = finding.place
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    location = {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}
    result: Object = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": str(finding.level),
        "message": {"text": _text(finding.message)},
        "locations": [location],
    }
    if finding.waived is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": _text(finding.waived)}]
    return result


def _uri(path: str) -> str:
    """Write a path as a relative reference, or as an address where it starts at the root."""
    if os.path.isabs(path):  # noqa: PTH117  the path is text for people, not a file to look at
        return Path(path).as_uri()
    written = quote(path)
    return f"./{written}" if ":" in path.split("/", maxsplit=1)[0] else written


def _text(text: str, longest: int | None = _LONGEST) -> str:
    shown = visible(text).strip() or _EMPTY
    return shown if longest is None or len(shown) <= longest else f"{shown[: longest - 3]}..."
