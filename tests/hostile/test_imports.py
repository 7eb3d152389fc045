"""Whatever is imported: a page, an archive, JSON or a sheet that somebody made to break what reads it."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.cli.command import Command, process
from tests.hostile.commands import IMPORTS, Run, lawful
from tests.hostile.laws import as_assessment
from tests.importers.sources import areas_of, as_html, early, group, location, part_of, plan, shown
from tests.importers.test_sheet import as_csv, rows

SCORES = [2, 2, 2, 3, 2, 3, 3]
PAGE = early("Well-led", "Requires improvement", 61, shown("Well-led", SCORES))
LOCATION = location(plan(group("Care home", [part_of("Well-led", "Good", 61, areas_of("Well-led", SCORES))])))
JSON = json.dumps(LOCATION)
SHEET = as_csv(rows())
DIGITS = "9" * 9000
ENTITIES = "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/"> %p;]>'
MEMBERS = [
    "xl/sharedStrings.xml",
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "[Content_Types].xml",
]
SOURCES = ["auto", "published-report", "cqc-api", "sheet"]


def archive(*heads: str, body: str = "<p>x</p>") -> bytes:
    """Give a web archive with a part under each of some heads."""
    parts = "".join(f"--b\n{head}\n\n{body}\n" for head in heads)
    return f'From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n{parts}--b--\n'.encode()


def nested(depth: int) -> bytes:
    """Give a web archive of archives in archives."""
    inner = "".join(f'--b{n}\nContent-Type: multipart/related; boundary="b{n + 1}"\n\n' for n in range(depth))
    return f'From: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="b0"\n\n{inner}'.encode()


def workbook(change: Callable[[str, bytes], bytes] = lambda _, content: content) -> bytes:
    """Give an Excel file with each of its members changed."""
    book = openpyxl.Workbook()
    for row in rows():
        book.active.append(row)
    whole, changed = io.BytesIO(), io.BytesIO()
    book.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return changed.getvalue()


def declaring(doctype: str, member: str) -> Callable[[str, bytes], bytes]:
    """Give what puts a declaration before a member, and what it declares in the place of a text."""

    def change(name: str, content: bytes) -> bytes:
        if name != member:
            return content
        text = re.sub(r"^<\?xml[^>]*\?>", "", content.decode())
        return (doctype + text.replace(">Quality statement<", ">&j;<").replace(">Score<", ">&j;<", 1)).encode()

    return change


def replaced(old: bytes, new: bytes) -> bytes:
    """Give an Excel file with something in its first sheet changed."""
    return workbook(lambda name, content: content.replace(old, new) if name == MEMBERS[1] else content)


HTML = as_html(PAGE)
FILES: Mapping[str, bytes] = {
    "deep.json": b"[" * 100_000,
    "deep-objects.json": b'{"assessment":' * 50_000,
    "digits.json": JSON.replace('"61"', DIGITS).encode(),
    "infinite.json": JSON.replace('"61"', "1e999").encode(),
    "no-number.json": JSON.replace('"61"', "NaN").encode(),
    "half.json": JSON.replace("Rose Court", "\\ud800").encode(),
    "steering.json": JSON.replace("Rose Court", "\\u001b[31m\\u202e::error::x").encode(),
    "no-date.json": JSON.replace("2025-03-04", "9999-99-99").encode(),
    "long-date.json": JSON.replace("2025-03-04", DIGITS).encode(),
    "odd-digit.json": JSON.replace("2 - Evidence", "\u00b2 - Evidence").encode(),
    "reference.json": JSON.replace("<p>Seen", f"<p>&#{DIGITS};Seen").encode(),
    "kinds.json": b'{"locationId": [], "assessment": {"ratings": {"asgRatings": {"keyQuestionRatings": [1, {}]}}}}',
    "page-digits.txt": PAGE.replace("16 May 2024", f"16 May {DIGITS}").encode(),
    "page-odd-digit.txt": PAGE.replace("Score: 2", "Score: \u00b2").replace("16 May", "\u0661 May").encode(),
    "page-steering.txt": PAGE.replace("Rose Court", "\x1b[31m \u202e ##[error] <script>").encode(),
    "page-reference.html": HTML.replace("Rose", f"&#{DIGITS};").encode(),
    "page-broken-off.html": HTML[: HTML.index("Score") + 3].encode(),
    "page-in-a-tag.html": f"<p {HTML}".encode(),
    "page-in-a-comment.html": f"<!-- {HTML}".encode(),
    "page-deep.html": f"<body>{'<div>' * 100_000}{HTML}".encode(),
    "archive-nested.mhtml": nested(5000),
    "archive-nested-in-messages.mhtml": archive(*["Content-Type: message/rfc822"] * 2000),
    "archive-of-parts.mhtml": archive(*[""] * 20_000),
    "archive-charset.mhtml": archive('Content-Type: text/html; charset="a\0b"'),
    "archive-charset-of-python.mhtml": archive("Content-Type: text/html; charset=unicode_escape", body="\\x"),
    "archive-charset-nobody-has.mhtml": archive("Content-Type: text/html; charset=undefined"),
    "archive-brackets.mhtml": archive(f"Content-Type: text/html; charset={'(' * 5000}"),
    "archive-long-head.mhtml": archive(f"Content-Type: text/html; {'a=b; ' * 50_000}"),
    "archive-folded-head.mhtml": archive("Content-Type: text/html;" + "\n x" * 50_000),
    "archive-no-base64.mhtml": archive("Content-Type: text/html\nContent-Transfer-Encoding: base64", body="!x"),
    "sheet-never-closed.csv": f'{SHEET}"{"x" * 300_000}'.encode(),
    "sheet-wide.csv": b"Statement,Score" + b",x" * 30_000 + b"\n",
    "sheet-long.csv": SHEET.encode() * 300,
    "sheet-long-cell.csv": SHEET.replace("Seen", "x" * 200_000, 1).encode(),
    "sheet-formulas.csv": SHEET.replace("Seen", "=cmd|' /C calc'!A0 @SUM(1) +1 -1").encode(),
    "sheet-digits.csv": SHEET.replace(",2,", f",{DIGITS},").encode(),
    "sheet-odd-digit.csv": SHEET.replace(",2,", ",\u00b2,").encode(),
    "sheet-dates.csv": f"Date,{DIGITS}/1/1\nService,x\n{SHEET}".encode(),
    "sheet-nul.csv": SHEET.replace("Seen", "\0").encode(),
    "book-of-nothing.xlsx": b"PK\x03\x04 xl/workbook",
    "book-of-a-later-version.xlsx": workbook().replace(b"PK\x01\x02\x14\x03\x14\0", b"PK\x01\x02\x14\x03\xff\0"),
    "book-of-zeros.xlsx": workbook(lambda name, old: old if name != MEMBERS[3] else bytes(150_000_000)),
    "book-of-cells.xlsx": replaced(b"</sheetData>", b"<row>" + b"<c/>" * 600_000 + b"</row></sheetData>"),
    "book-far-row.xlsx": replaced(b'<row r="3"', b'<row r="1048576"'),
    "book-far-corner.xlsx": replaced(b'ref="A1:D8"', b'ref="A1:XFD1048576"'),
    "book-digits.xlsx": replaced(b"<v>0</v>", f"<v>{DIGITS}</v>".encode()),
    **{f"book-bomb-{number}.xlsx": workbook(declaring(BOMB, name)) for number, name in enumerate(MEMBERS)},
    **{f"book-outside-{number}.xlsx": workbook(declaring(OUTSIDE, name)) for number, name in enumerate(MEMBERS)},
    **{
        f"book-without-{number}.xlsx": workbook(lambda each, old, gone=name: b"" if each == gone else old)
        for number, name in enumerate(MEMBERS)
    },
}
SAID = "--service Ash --provider Grove --date 2026-03-31"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("source", SOURCES)
def test_whatever_is_imported_is_read_or_refused_in_words(wellled: Command, name: str, source: str) -> None:
    """An assessment file or one line that says why there is none; nothing of what is outside the file is in either."""
    Path(name).write_bytes(FILES[name])
    run = Run(f"import FILE --from {source} {SAID}", as_assessment, IMPORTS)
    ran = wellled(*run.words(name))
    lawful(ran, run, sound=False)
    assert "root:" not in ran.said
    if not ran.out:
        assert ran.code == 2
        assert all(line.startswith("wellled: ") and name in line for line in ran.err.splitlines())


ENDLESS = [
    *("<a ", "<", "</", "<!", "<!--", "<?", '<a b="', "<a b='", "<b>", "<b>x</b>", "<p>", "<script>", "&", "&#"),
    *("Report from ", "We did not look at ", "scored 61 (out of 100) ", "a@", "The rating for ", "Score: 3\n", "x\n"),
    *("Freedom to speak up\n", "Dr ", "in breach of regulation 9 ", "1 May 2024 ", "**", '"', ",", "\n"),
]


@pytest.mark.usefixtures("folder")
def test_what_never_ends_is_read_soon() -> None:
    """Texts that a careless search goes through again from each of their characters: each took minutes, or hours."""
    for number, unit in enumerate(ENDLESS):
        endless = unit * (120_000 // len(unit))
        Path(f"{number}.txt").write_text(f"{PAGE}\n{endless}\n<p>x</p>", "utf-8")
        Path(f"{number}.html").write_text(f"{HTML}\n<p>{endless}", "utf-8")
        Path(f"{number}.csv").write_text(f"{SHEET}\nx,3,{endless}", "utf-8")
    ran = process("import", ".", "--output", "made")
    assert ran.code == 2
    assert "Traceback" not in ran.err
