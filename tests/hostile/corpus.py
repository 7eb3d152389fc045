"""Files that nobody means well with, or that break what is written carelessly, each with what is to be made of it.

Most are a sound assessment with one thing done to it, so that what is found is what was done. The faulty files of
`tests/cases` belong to the corpus too.
"""

import codecs
import gzip
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.builders import assessment_text

TEXT = assessment_text()
LINES = TEXT.splitlines()
END = len(LINES) + 1
"""The line after the last of the sound assessment."""
SCORE = LINES.index("    score: 3") + 1
"""The line of its first score, which stands in column 12."""
NAME = "Ash Grove Care"
NAMED = LINES.index(f"  name: {NAME}") + 1
"""The line of its provider's name, which stands in column 9."""
DAY = LINES.index("  date: 2025-02-20") + 1
"""The line of its date, which stands in column 9."""
JSON: dict[str, Any] = json.loads(json.dumps(yaml.safe_load(TEXT), default=str))
DEEP = 10_000
LONG = 1_000_000
CASES = Path(__file__).parents[1] / "cases" / "faulty"


class Hostile(NamedTuple):
    """A file and the faults it has, each as its rule or as RULE@LINE:COLUMN; without any it is odd, but sound."""

    name: str
    content: bytes
    faults: tuple[str, ...]


def _yaml(name: str, text: str | bytes, *faults: str) -> Hostile:
    return Hostile(f"{name}.yaml", text if isinstance(text, bytes) else text.encode(), faults)


def _json(name: str, text: str | bytes, *faults: str) -> Hostile:
    return Hostile(f"{name}.json", text if isinstance(text, bytes) else text.encode(), faults)


def _with(old: str, new: str) -> str:
    """Change the sound assessment at the first place where something stands in it."""
    assert old in TEXT
    return TEXT.replace(old, new, 1)


def _scored(written: str) -> str:
    return _with("score: 3", f"score: {written}")


def _dated(written: str) -> str:
    return _with("2025-02-20", written)


def _called(written: str) -> str:
    return _with(NAME, written)


def _in_json(**changes: object) -> str:
    return json.dumps(JSON | changes)


def _bombs() -> Iterator[Hostile]:
    def doubled(opening: str, repeated: str, closing: str, first: str) -> str:
        levels = [f"a0: &a0 {first}"]
        levels += [f"a{n}: &a{n} {opening}{repeated.format(n - 1)}{closing}" for n in range(1, 9)]
        return "\n".join((*levels, TEXT))

    nine = ", ".join(["*a{0}"] * 9)
    yield _yaml("bomb-of-lists", doubled("[", nine, "]", "[x, x, x]"), "too-large")
    keyed = ", ".join(f"k{key}: *a{{0}}" for key in range(9))
    yield _yaml(
        "bomb-of-mappings", doubled("{{", keyed, "}}", "{x: 1}").replace("{{", "{").replace("}}", "}"), "too-large"
    )
    yield _yaml("bomb-of-merge-keys", doubled("{<<: [", nine, "]}", "{x: 1}"), "too-large")
    yield _yaml("bomb-in-a-key", f"{TEXT}? [&a [x, x], *a]\n: 1\n", f"key-not-text@{END}:3")
    repeated = "".join("  - {id: 1, title: *long}\n" for _ in range(9))
    yield _yaml(
        "bomb-of-one-text",
        f"{TEXT}summary: &long {'x' * (LONG + 1)}\nevidence:\n{repeated}",
        f"too-large@{END + 3}:20",
    )
    inner = ", ".join(["*long"] * 4)
    yield _yaml(
        "bomb-of-texts-in-lists",
        f"{TEXT}a: &long {'x' * LONG}\nb: &b [{inner}]\nc: [*b, *b]\n",
        f"too-large@{END + 1}:15",
    )
    yield _yaml(
        "merge-key",
        f"x: &a {{name: x}}\n{_with('  name: Ash', '  <<: *a' + chr(10) + '  name: Ash')}",
        "unknown-key@5:3",
    )
    yield _yaml("alias-to-its-list", f"{TEXT}summary: &a [*a]\n", f"alias-to-itself@{END}:14")
    yield _yaml("alias-to-its-mapping", f"{TEXT}summary: &a {{b: {{c: *a}}}}\n", f"alias-to-itself@{END}:21")
    yield _yaml("alias-to-its-key", f"{TEXT}summary: &a {{*a : x}}\n", f"alias-to-itself@{END}:14")
    yield _yaml("alias-to-the-whole", f"&a\n{TEXT}summary: *a\n", f"alias-to-itself@{END + 1}:10")
    yield _yaml("alias-before-its-anchor", f"{TEXT}summary: [*a, &a x]\n", f"unknown-alias@{END}:11")
    yield _yaml(
        "anchors-by-the-thousand",
        f"{TEXT}summary: [{', '.join(f'&a{n} x' for n in range(5000))}]\n",
        f"wrong-type@{END}:1",
    )
    yield _yaml(
        "one-anchor-a-thousand-times", f"{TEXT}summary: [{', '.join(['&a x'] * 5000)}]\n", f"wrong-type@{END}:1"
    )
    yield _yaml("anchor-of-a-megabyte", f"{TEXT}summary: &{'a' * LONG} x\n")
    yield _yaml("anchor-on-a-value", _scored("&a 3"))


def _nesting() -> Iterator[Hostile]:
    for name, opening, closing in (("lists", "[", "]"), ("mappings", "{a: ", "}"), ("keys", "? ", "")):
        yield _yaml(
            f"deep-{name}",
            f"{TEXT}summary: {opening * DEEP}{closing * DEEP}\n" if name != "keys" else f"{TEXT}{opening * DEEP}x\n",
            "too-deep",
        )
    yield _yaml("deep-lists-never-closed", f"{TEXT}summary: {'[' * DEEP}\n", "too-deep")
    yield _yaml("deep-dashes", f"{TEXT}summary:\n  {'- ' * DEEP}x\n", f"too-deep@{END + 1}:101")
    block = "".join(f"{' ' * level}a:\n" for level in range(1, 1000))
    yield _yaml("deep-blocks", f"{TEXT}summary:\n{block}", f"too-deep@{END + 50}:51")
    yield _json("deep-lists", f'{{"summary": {"[" * DEEP}{"]" * DEEP}}}', "too-deep@1:62")
    yield _json("deep-objects", '{"a":' * DEEP + "1" + "}" * DEEP, "too-deep@1:251")
    yield _json("deep-lists-never-closed", "[" * DEEP, "too-deep@1:51")
    yield _json("deep-and-mixed", '[{"a":' * DEEP, "too-deep@1:151")


def _tags() -> Iterator[Hostile]:
    calls = {
        "python-call": '!!python/object/apply:os.system ["id"]',
        "python-name": "!!python/name:os.system",
        "python-module": "!!python/module:os",
        "ruby": "!ruby/object:Gem::Installer {}",
        "binary": "!!binary aGVsbG8=",
        "set": "!!set {a, b}",
        "pairs": "!!omap [a: 1]",
        "text": "!!str 1",
        "own": "!own x",
        "address": "!<tag:example.com,2000:x> x",
    }
    for name, written in calls.items():
        yield _yaml(f"tag-{name}", f"{TEXT}summary: {written}\n", f"tag@{END}:10")
    yield _yaml("tag-on-a-score", _scored("!!int 3"), f"tag@{SCORE}:12")
    yield _yaml("tag-on-everything", f"!!map\n{TEXT}", "tag@1:1")
    yield _yaml("tag-directive", f"%TAG ! tag:example.com,2000:\n---\n{TEXT}summary: !x y\n", "tag@1:1")
    many = "".join(f"%TAG !{n}! tag:example.com,2000:\n" for n in range(3000))
    yield _yaml("tag-directives-by-the-thousand", f"{many}---\n{TEXT}", "tag@1:1")
    yield _yaml("tag-directive-later", f"{TEXT}...\n%TAG ! tag:example.com,2000:\n--- x\n", f"tag@{END + 1}:1")
    yield _yaml("tag-directive-in-a-text", f"{TEXT}summary: |\n  %TAG ! tag:x\n")
    yield _yaml("tag-that-says-nothing", _called("! Ash"))
    yield _yaml("directive-nobody-knows", f"%WELLLED 1\n---\n{TEXT}", "not-yaml")
    yield _yaml("yaml-of-the-future", f"%YAML 3.0\n---\n{TEXT}", "not-yaml")


def _keys() -> Iterator[Hostile]:
    yield _yaml("key-twice", f"{TEXT}wellled: 1\n", f"duplicate-key@{END}:1")
    yield _yaml("key-twice-in-quotes", f'{TEXT}"wellled": 1\n', f"duplicate-key@{END}:1")
    yield _yaml(
        "key-a-thousand-times",
        TEXT + "summary: x\n" * 1000,
        f"duplicate-key@{END + 1}:1",
        f"duplicate-key@{END + 999}:1",
    )
    yield _json("key-twice", _in_json().replace('"wellled": 1', '"wellled": 1, "wellled": 1', 1), "duplicate-key@1:16")
    yield _json(
        "key-twice-by-escapes",
        _in_json().replace('"wellled": 1', '"wellled": 1, "\\u0077ellled": 1', 1),
        "duplicate-key@1:16",
    )
    for name, key in {"true": "true", "null": "null", "nothing": "", "list": "[a, b]", "mapping": "{a: b}"}.items():
        yield _yaml(f"key-{name}", f"{TEXT}? {key}\n: x\n", "key-not-text")
    for name, key in {"number": "1", "date": "2025-02-20", "no": "no", "time": "12:30", "infinity": ".inf"}.items():
        yield _yaml(f"key-{name}", f"{TEXT}{key}: x\n", f"unknown-key@{END}:1")
    for name in ("__proto__", "__class__", "constructor", "model_config", "<script>", "a{0}b", "%s"):
        yield _yaml(f"key-of-a-program-{name.encode().hex()}", f"{TEXT}{json.dumps(name)}: x\n", f"unknown-key@{END}:1")
        yield _json(f"key-of-a-program-{name.encode().hex()}", _in_json(**{name: "x"}), "unknown-key")
    yield _yaml("key-of-a-megabyte", f"{TEXT}{'k' * LONG}: x\n", "not-yaml")
    yield _yaml("key-of-a-megabyte-in-quotes", f'{TEXT}? "{"k" * LONG}"\n: x\n', f"unknown-key@{END}:3")
    yield _json("key-of-a-megabyte", _in_json(**{"k" * LONG: "x"}), "unknown-key")
    yield _yaml("key-with-something-unseen", _with("statements:", "statements\u200b:"), "unknown-key", "missing-key")
    yield _yaml("key-turned-round", f"{TEXT}\u202eyrammus: x\n", f"unknown-key@{END}:1")
    yield _yaml("key-in-cyrillic", _with("provider:", "pr\u043evider:"), "unknown-key@3:1", "nobody-assessed")
    yield _yaml("key-over-lines", f'{TEXT}? "sum\n  mary"\n: x\n', f"unknown-key@{END}:3")
    yield _yaml(
        "keys-by-the-thousand",
        TEXT + "".join(f"k{n}: x\n" for n in range(300)),
        f"unknown-key@{END}:1",
        f"unknown-key@{END + 299}:1",
    )


def _documents() -> Iterator[Hostile]:
    yield _yaml("two-documents", f"{TEXT}---\n{TEXT}", f"several-documents@{END}:1")
    yield _yaml("a-thousand-documents", "---\nx\n" * 1000, "several-documents@3:1")
    yield _yaml("empty-documents", "---\n" * 1000, "several-documents@2:1")
    yield _yaml("something-after-the-end", f"{TEXT}...\n{{", f"not-yaml@{END + 1}:1")
    yield _yaml("document-with-marks", f"---\n{TEXT}...\n")
    yield _json("two-documents", f"{_in_json()} {_in_json()}", "not-json")
    yield _json("lines-of-documents", f"{_in_json()}\n{_in_json()}\n", "not-json@2:1")


def _encodings() -> Iterator[Hostile]:
    for encoding in ("utf-16", "utf-32", "utf-16-le", "utf-16-be"):
        yield _yaml(
            f"in-{encoding}",
            TEXT.encode(encoding),
            "not-utf-8@1:1" if "-le" not in encoding and "-be" not in encoding else "control-character",
        )
        yield _json(
            f"in-{encoding}",
            _in_json().encode(encoding),
            "not-utf-8@1:1" if "-le" not in encoding and "-be" not in encoding else "control-character",
        )
    accented = _called("Caf\u00e9")
    yield _yaml("in-latin-1", accented.encode("latin-1"), f"not-utf-8@{NAMED}:12")
    yield _yaml("in-cp1252", _called("\u201cAsh\u201d").encode("cp1252"), f"not-utf-8@{NAMED}:9")
    yield _json(
        "in-latin-1", json.dumps(JSON | {"summary": "Caf\u00e9"}, ensure_ascii=False).encode("latin-1"), "not-utf-8"
    )
    for name, broken in {
        "overlong": b"\xc0\xaf",
        "a-surrogate": b"\xed\xa0\x80",
        "half-a-character": b"\xe2\x82",
        "beyond-unicode": b"\xf4\x90\x80\x80",
        "a-byte-that-never-is": b"\xff",
    }.items():
        yield _yaml(f"with-{name}", TEXT.encode().replace(b"Ash", broken), f"not-utf-8@{NAMED}:9")
    for name, content in {
        "picture": b"\x89PNG\r\n\x1a\n\0\0",
        "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "archive": b"PK\x03\x04\x14\0\x06\0\x08\0",
        "packed": gzip.compress(TEXT.encode(), mtime=0),
        "program": b"\x7fELF\x02\x01\x01\0",
    }.items():
        yield _yaml(f"really-a-{name}", content, "control-character" if name in {"archive", "program"} else "not-utf-8")
    yield _yaml("marked-as-utf-8", codecs.BOM_UTF8 + TEXT.encode())
    yield _json("marked-as-utf-8", codecs.BOM_UTF8 + _in_json().encode())
    yield _yaml("marked-twice", codecs.BOM_UTF8 * 2 + TEXT.encode())


def _control() -> Iterator[Hostile]:
    for code in (0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x9B, 0xFFFE, 0xFFFF):
        yield _yaml(f"with-{code:04x}", _called(f"A{chr(code)}B"), f"control-character@{NAMED}:10")
    yield _json("with-a-nul", _in_json().replace(NAME, "A\0B"), "control-character")
    yield _json("with-a-line-break-in-a-text", _in_json().replace(NAME, "A\nB"), "not-json")
    yield _yaml("control-characters-as-escapes", _called('"A\\0\\a\\e[31m\\x9bB"'))
    yield _json("control-characters-as-escapes", _in_json().replace(NAME, "A\\u0000\\u001b[31m\\u009bB"))
    yield _yaml("half-a-character-as-escape", _called('"\\ud800"'), f"not-yaml@{NAMED}")
    yield _json("half-a-character-as-escape", _in_json().replace(NAME, "\\ud800"), "not-json")
    yield _json("halves-in-the-wrong-order", _in_json().replace(NAME, "\\ude00\\ud83d"), "not-json")
    yield _json("two-halves-that-make-one", _in_json().replace(NAME, "\\ud83d\\ude00"))


def _nothing() -> Iterator[Hostile]:
    for name, text in {
        "": "",
        "blanks": " \n \n",
        "lines": "\n" * 100_000,
        "comments": "# x\n# wellled: 1\n",
        "marks": "---\n...\n",
        "null": "null\n",
        "tilde": "~\n",
    }.items():
        yield _yaml(f"nothing-but-{name}", text, "empty-file@1:1")
    yield _yaml("nothing-but-a-mark", codecs.BOM_UTF8, "empty-file@1:1")
    for name, text in {
        "text": "wellled\n",
        "list": "[]\n",
        "number": "1\n",
        "quotes": '""\n',
        "truth": "true\n",
    }.items():
        yield _yaml(f"only-a-{name}", text, "wrong-type@1:1")
    yield _yaml("only-braces", "{}\n", "missing-key")
    yield _json("nothing", "", "not-json")
    yield _json("nothing-but-blanks", " \n", "not-json")
    yield _json("null", "null", "empty-file@1:1")
    yield _json("only-a-text", '"wellled"', "wrong-type@1:1")
    yield _json("list-around-it", f"[{_in_json()}]", "wrong-type@1:1")


def _numbers() -> Iterator[Hostile]:
    wrong = [
        *(
            "1e999",
            "-1e999",
            ".inf",
            "-.inf",
            ".nan",
            ".NaN",
            "0x3",
            "0o3",
            "0b11",
            "1:30",
            "190:20:30",
            "3.5",
            "3e0",
            "1_0",
        ),
        *("\uff13", "\u0663", "\u00b3", "1/2", "75%", '"3"', "'3'", "true", "no", "three", "[3]", "{a: 3}"),
        *("9" * DEEP, f"3.{'0' * DEEP}1", f"1e{'9' * 50}", "1e-99999999"),
    ]
    for number, written in enumerate(wrong):
        yield _yaml(f"score-{number}", _scored(written), f"wrong-type@{SCORE}")
    for number, written in enumerate(["", "~", "null"]):
        yield _yaml(f"score-of-nothing-{number}", _scored(written), f"no-answer@{SCORE}")
    for number, written in enumerate(["-1", "0", "5", "+5", "-3", "99999999999999999999"]):
        yield _yaml(f"score-out-of-range-{number}", _scored(written), f"score-out-of-range@{SCORE}:12")
    for number, written in enumerate(["3.0", "+3", "03"]):
        yield _yaml(f"score-written-oddly-{number}", _scored(written))
    for number, written in enumerate(
        ["1e999", "-1E+999999999", "NaN", "Infinity", "-Infinity", "03", "+3", "0x3", "3.", ".3"]
    ):
        rule = "wrong-type" if written.lower().endswith("9") and "e" in written.lower() else "not-json"
        yield _json(f"score-{number}", _in_json().replace('"score": 3', f'"score": {written}', 1), rule)
    yield _json(
        "score-of-ten-thousand-digits", _in_json().replace('"score": 3', f'"score": {"9" * DEEP}', 1), "wrong-type"
    )
    value = "measures:\n  - {name: x, topic: training, value: "
    for number, written in enumerate(
        ["1e999", "-.inf", ".nan", "9" * DEEP, f"0.{'0' * DEEP}1", "1e-9999999", "0e-9999999", "1e16", '"1"']
    ):
        yield _yaml(f"value-{number}", f"{TEXT}{value}{written}}}\n", f"wrong-type@{END + 1}")


def _dates() -> Iterator[Hostile]:
    for written in ("2025-02-30", "2025-13-01", "0000-00-00", "2025-00-10", "2023-02-29"):
        yield _yaml(f"date-{written}", _dated(written), f"impossible-date@{DAY}:9")
        yield _json(f"date-{written}", _in_json(assessment={"source": "self", "date": written}), "impossible-date")
    for number, written in enumerate(
        ["10000-01-01", "2025-2-3", "20250203", "2025-02-20T00:00:00Z", "20/02/2025", "\uff12025-02-20"]
    ):
        yield _yaml(f"no-date-{number}", _dated(written), f"not-a-date@{DAY}:9")
    yield _yaml("date-true", _dated("true"), f"wrong-type@{DAY}:9")
    yield _yaml("date-at-the-end-of-time", _dated("9999-12-31"))
    yield _yaml(
        "date-before-every-framework",
        TEXT.replace("framework: cqc-saf-2024\n", "").replace("2025-02-20", "0001-01-01"),
        "no-framework-in-force",
    )


def _words() -> Iterator[Hostile]:
    for written in ("no", "No", "NO", "off", "y", "12:30", "190:20:30", "1e3", "0o17", "2025-02-20", "=", "<<", ".nan"):
        yield _yaml(f"name-{written.encode().hex()}", _called(written))
    for written in ("true", "false"):
        yield _yaml(f"name-{written}", _called(written), f"wrong-type@{NAMED}:9")
    yield _yaml("name-of-nothing", _called('" \u00a0\u2003"'), "nobody-assessed")
    for number, written in enumerate(["@x", "`x`", "%x", "*x", "&", "a: b: c", "- x", "[x", "{x", "|x", '"x', "'x"]):
        yield _yaml(f"name-with-a-sign-{number}", _called(written), "unknown-alias" if written == "*x" else "")
    for key, value in {"key_question": "no", "level": "off", "framework": "no"}.items():
        text = TEXT.replace("framework: cqc-saf-2024\n", "") if key == "framework" else TEXT
        yield _yaml(
            f"{key}-no",
            f"{key}: {value}\n{text}",
            {"key_question": "unknown-key-question", "level": "unknown-value", "framework": "unknown-framework"}[key],
        )


def _lines() -> Iterator[Hostile]:
    for name, mark in {"crlf": "\r\n", "cr": "\r", "nel": "\x85", "ls": "\u2028", "ps": "\u2029"}.items():
        yield _yaml(f"lines-{name}", TEXT.replace("\n", mark))
    yield _yaml("lines-mixed", TEXT.replace("\n", "\r\n", 5).replace("\n", "\r", 2))
    yield _yaml("lines-without-an-end", TEXT.rstrip("\n"))
    yield _json("lines-crlf", json.dumps(JSON, indent=2).replace("\n", "\r\n"))
    yield _json("lines-ls", json.dumps(JSON, indent=2).replace("\n", "\u2028"), "not-json")
    yield _yaml("line-of-a-megabyte", f"{TEXT}summary: {'x' * LONG}\n")
    yield _json("line-of-a-megabyte", _in_json(summary="x" * LONG))
    yield _yaml("comment-of-a-megabyte", f"# {'x' * LONG}\n{TEXT}")
    yield _yaml("blank-lines-by-the-thousand", TEXT + "\n" * 100_000)
    yield _yaml("tab-before-a-key", _with("  name", "\tname"), f"not-yaml@{NAMED}")
    yield _yaml("tab-after-a-colon", _with("name: Ash", "name:\tAsh"))
    yield _yaml("tab-in-a-text", _called('"Ash\tGrove"'))
    yield _yaml("indented-by-hard-blanks", _with("  name", "\u00a0\u00a0name"), "")
    yield _yaml("indented-unevenly", _with("  date", "   date"), "not-yaml")


def _texts() -> Iterator[Hostile]:
    steering = "A \u202e\u2066\u200f\u061c B \u200b\u200d\u2060\ufeff C \u00ad\u034f\U000e0041 D"
    yield _yaml("text-that-steers", f"{_called(steering)}summary: {steering}\n")
    yield _json("text-that-steers", _in_json(summary=steering))
    yield _yaml("text-of-marks", f"{TEXT}summary: a{chr(0x301) * 10_000}\n")
    yield _yaml("text-of-joined-signs", f"{TEXT}summary: \U0001f469\u200d\u2695\ufe0f\n")
    yield _yaml("text-on-every-plane", f"{TEXT}summary: \u00e9 \u4e2d \U0001f600 \U00020000 \U0010fffd\n")
    yield _json(
        "text-on-every-plane", json.dumps(JSON | {"summary": "\u00e9 \u4e2d \U0001f600 \U0010fffd"}, ensure_ascii=False)
    )
    sentences = "No training was done and staff were afraid to speak up. " * 100
    yield _yaml("a-hundred-concerns", f"{TEXT}summary: {sentences}\n")
    yield _yaml("a-sentence-without-end", f"{TEXT}summary: {'training not done, ' * 300}\n")
    yield _yaml("one-word-of-a-hundred-thousand-letters", _called("W" * 100_000))


def _statements() -> Iterator[Hostile]:
    first = "  shared-direction-and-culture:\n    score: 3\n"
    for name, written in {
        "list": "[3]",
        "number": "3",
        "text": "three",
        "nothing": "",
        "truth": "true",
    }.items():
        yield _yaml(
            f"statement-a-{name}",
            _with(first, f"  shared-direction-and-culture: {written}\n"),
            "no-answer" if name == "nothing" else "wrong-type",
        )
    yield _yaml(
        "statement-answered-twice", _with("    score: 3\n", "    score: 3\n    not_assessed: x\n"), "several-answers"
    )
    yield _yaml("statements-a-list", _with(first, "  - score: 3\n"), "not-yaml")
    yield _yaml(
        "statements-by-the-hundred",
        TEXT + "".join(f"  x{n}: {{score: 3}}\n" for n in range(100)),
        f"unknown-statement@{END}:3",
        f"unknown-statement@{END + 99}:3",
    )
    evidence = "evidence:\n" + "".join("  - {id: E, title: x}\n" for _ in range(100))
    yield _yaml("one-id-a-hundred-times", TEXT + evidence, f"duplicate-id@{END + 2}:10", f"duplicate-id@{END + 100}:10")


def _syntax() -> Iterator[Hostile]:
    sound = _in_json()
    for name, text in {
        "comment": f"// x\n{sound}",
        "single-quotes": sound.replace('"', "'"),
        "no-quotes": sound.replace('"wellled"', "wellled"),
        "comma-at-the-end": f"{sound[:-1]},}}",
        "bad-escape": sound.replace(NAME, "\\x41"),
        "short-escape": sound.replace(NAME, "\\u41"),
        "text-without-end": sound[: sound.index(NAME)],
        "cut-off": sound[:-1],
        "too-many-braces": f"{sound}}}",
        "yaml": TEXT,
        "key-without-value": '{"wellled"}',
        "colon-twice": '{"wellled":: 1}',
        "only-commas": "[,,,]",
        "words": '{"wellled": undefined}',
    }.items():
        yield _json(f"syntax-{name}", text, "not-json")
    yield _yaml("json-by-another-name", sound)


def _cases() -> Iterator[Hostile]:
    for path in sorted(CASES.iterdir()):
        if path.suffix in {".yaml", ".json"}:
            yield Hostile(f"case-{path.name}", path.read_bytes(), ("",))


@cache
def corpus() -> tuple[Hostile, ...]:
    """Give every file of the corpus."""
    kinds = (_bombs, _nesting, _tags, _keys, _documents, _encodings, _control, _nothing, _numbers, _dates, _words)
    return tuple(hostile for kind in (*kinds, _lines, _texts, _statements, _syntax, _cases) for hostile in kind())
