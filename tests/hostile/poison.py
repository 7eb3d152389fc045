"""Texts that are something else to somebody: to a terminal, a browser, a spreadsheet, a runner of CI, a reader."""

from collections.abc import Mapping
from datetime import date

from tests.builders import GOVERNANCE, SPEAK_UP, STATEMENTS, assessment_text

POISONS: Mapping[str, str] = {
    "terminal": "\x1b[35;7mx\x1b[0m \x9b2J \x1b]8;;https://evil.example\x1b\\x\x07 \x1b]0;x\x07 \x08\x7f",
    "rich markup": "[bold]x[/bold] [/] [link=https://evil.example]x[/link] :smile: [red",
    "directions": "\u202egnp.exe \u2066x\u2069 \u200fx\u200e \u061c",
    "unseen": "a\u200bb\u200c\u200d\u2060\u00ad\ufeff\u034f\u3164\U000e0041\U000e0100",
    "lines": "x\ny\r\nz\u2028a\u2029b\x85c\x0bd\x0ce",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg/onload=alert(1)><a href='javascript:x'>",
    "markup that closes": "</td></tr></table></p></body></html><h1>x</h1><!-- x --> <?x?> <![CDATA[ x ]]> <!DOCTYPE x>",
    "references": "&lt;b&gt; &amp;lt; &#60;b&#62; &#x202e; &nbsp; &x;",
    "emphasis": "*x* **y** _z_ __w__ ~~v~~ `u` ``t`` $s$ $$r$$ \\*q\\* \\",
    "links": "[x](https://evil.example) ![x](https://evil.example) <https://evil.example> [x]: https://evil.example",
    "addresses": "https://evil.example http://evil.example www.evil.example ftp://a.example xmpp:a@b.co mailto:a@b.co",
    "heading": "# x",
    "heading of two lines": "x\n===\ny\n---",
    "quote": "> x",
    "list": "- x\n* y\n+ z\n1. a\n2) b\n- [ ] c",
    "code": "```sh\nrm -rf /\n```\n~~~\n    x",
    "table": "a | b\n--- | ---\n| c | d |",
    "footnote": "[^1] [^1]: x ==y== ^z^ :::note\n{{ x }} {% y %} ${z}",
    "commands": "::error::x ::set-output name=x::y ##[error]x ##vso[task.complete]x ##teamcity[x]",
    "commands on lines": "x\n::error::y\n  ::warning::z\n##[group]a\n::add-mask::b",
    "commands escaped": "%0A::error::x %0D%0A::error::y %25",
    "formula": "=cmd|' /C calc'!A0",
    "formula with plus": "+1+cmd|' /C calc'!A0",
    "formula with minus": "-1+cmd|' /C calc'!A0",
    "formula with at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula in wide signs": "\uff1dcmd \uff0b1 \uff0d1 \uff201",
    "formula after a tab": "\t=1\t@x",
    "cells": 'a,"b";c\td"" \',\'',
    "fields of Word": 'HYPERLINK "https://evil.example" { DDEAUTO c:\\\\x } <w:p/> <w:fldSimple w:instr="x"/>',
    "XML": "]]> <x/> &amp; <!ENTITY x> \ufffe\uffff",
    "YAML": "- a: *b\n# c\n--- !!python/object:x\n%TAG ! x\n{[|>&'\"",
    "formats": "%s %(x)s {0} {x!r} {{}} $x ${x} \\n \\u202e \\x1b",
    "letters on letters": "Z\u0351\u036b\u0343" * 50,
    "one long word": "W" * 3000,
}


def poisoned(text: str) -> str:
    """Write a sound assessment that says a text wherever text may stand."""
    said = f" {text}" if text[0] in "\t " else text
    return assessment_text(
        [3, 3, 1, None, 2, 3, 3],
        about={"assessor": said},
        answers={
            SPEAK_UP: {
                "score": 1,
                "findings": said,
                "concerns": [{"topic": "culture", "text": said}],
                "evidence": [said],
            },
            GOVERNANCE: {"score": 2, "findings": f"Staff had no training {said}"},
            STATEMENTS["well-led"][3]: {"not_assessed": said},
            STATEMENTS["well-led"][5]: {"score_unknown": said},
        },
        provider={"name": said, "id": said},
        service={"name": said, "id": said, "type": said},
        summary=f"The huddles lapsed {said}. Staff were proud {said}",
        measures=[
            {"name": said, "topic": "training", "value": 1, "target": 2, "unit": said},
            {"name": said, "topic": "huddles", "value": 1},
        ],
        breaches=[{"regulation": said, "status": "current", "notice": "warning", "text": said, "statement": SPEAK_UP}],
        evidence=[{"id": said, "title": said, "review_by": date(2020, 1, 1), "location": said}],
        actions=[
            {"id": said, "title": said, "kind": "must", "status": "open", "owner": said, "due": date(2020, 1, 1)},
            {"id": f"{said}2", "title": said, "kind": "should", "status": "done", "regulation": said},
        ],
        judgement={"rating": "good", "reason": said},
    )
