"""`wellled report`: one document for people, with every fact of the files in it."""

import json
import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.builders import GOVERNANCE, SPEAK_UP, STATEMENTS, assessment_text
from tests.cli.assessments import NAME
from tests.cli.command import NOTICE, Command, process
from tests.cli.conftest import Becoming
from wellled_cli import __version__

TODAY = ("--today", "2026-11-23")
SERVICE = {"name": "Rose Court", "id": "1-2002", "type": "care home"}
GOVERNANCE_TITLE = "Governance, management and sustainability"

FULL = assessment_text(
    # 18 of 28 is 64.285 per cent: 64, in the good range, and the 1 limits it
    [3, 3, 1, 3, 2, 3, 3],
    about={
        "started": date(2025, 1, 31),
        "assessor": "J. Lee and two peers",
        "previous_rating": "outstanding",
    },
    answers={
        SPEAK_UP: {
            "score": 1,
            "findings": "Nobody knew the guardian.\n\nTwo people had left over it.",
            "concerns": [{"topic": "culture", "text": "Staff keep silent"}],
            "evidence": ["E1"],
        },
    },
    provider={"name": NAME, "id": "1-1001"},
    service=SERVICE,
    summary="A service in two minds.\n\nIt knows what to do.",
    measures=[
        {
            "name": "Training done",
            "topic": "training",
            "value": 82.5,
            "target": 90,
            "unit": "%",
            "better": "higher",
            "date": date(2025, 1, 15),
            "statement": GOVERNANCE,
        },
        {"name": "Waiting time", "topic": "feedback", "value": 17, "unit": "days", "better": "lower"},
    ],
    breaches=[
        {
            "regulation": 17,
            "status": "current",
            "notice": "warning",
            "statement": GOVERNANCE,
            "text": "Audits found nothing",
        },
        {"regulation": "9A", "status": "met"},
    ],
    evidence=[
        {
            "id": "E1",
            "title": "Staff survey",
            "category": "staff",
            "date": date(2025, 1, 10),
            "review_by": date(2026, 1, 10),
            "location": "blue folder",
        },
        {"id": "E2", "title": "Minutes of May"},
    ],
    actions=[
        {
            "id": "A1",
            "title": "Find a guardian",
            "kind": "should",
            "statement": SPEAK_UP,
            "owner": "Matron",
            "due": date(2027, 3, 31),
            "status": "open",
        },
        {
            "id": "A2",
            "title": "Audit weekly",
            "kind": "must",
            "regulation": "12",
            "status": "done",
            "closed": date(2025, 2, 10),
            "evidence": ["E2"],
        },
        {"id": "A3", "title": "Look again", "kind": "should", "due": date(2026, 1, 31), "status": "open"},
    ],
    published={"score": 62, "rating": "requires improvement"},
    judgement={"rating": "good", "reason": "The leaders are new"},
)

SAYS = [
    # the first words of a line, and what else stands in it
    ("# ", NAME, "Rose Court", "Well-led"),
    ("Requires improvement", "64 out of 100", "18 of 28"),
    ("The score of 64", "limited to requires improvement", "Freedom to speak up", "scored 1"),
    ("Next rating", "good", "1 point"),
    ("Published", "62", "requires improvement", "agrees"),
    ("Judged", "good", "The leaders are new"),
    ("| Provider", NAME, "1-1001"),
    ("| Service", "Rose Court", "1-2002", "care home"),
    ("| Key question", "Well-led", "service"),
    ("| Kind of assessment", "self-assessment"),
    ("| Date", "20 February 2025"),
    ("| Started", "31 January 2025"),
    ("| Assessed by", "J. Lee and two peers"),
    ("| Previous rating", "outstanding"),
    ("| Framework", "CQC single assessment framework", "cqc-saf-2024"),
    ("| File", "full.yaml"),
    ("A service in two minds.",),
    ("It knows what to do.",),
    ("| Freedom to speak up", "1", "significant shortfalls", "limits the rating"),
    ("| Governance, management", "2", "some shortfalls"),
    ("| Shared direction", "3", "a good standard"),
    ("Nobody knew the guardian.",),
    ("Two people had left over it.",),
    ("- Culture", "Staff keep silent"),
    ("Evidence", "E1", "Staff survey"),
    ("The smallest sum of score rises that reaches good", "1 point"),
    ("| Training done", "Training", "82.5%", "at least 90%", "misses", "15 January 2025", GOVERNANCE_TITLE),
    ("| Waiting time", "Feedback and complaints", "17 days", "not judged"),
    ("| Waiting time", "lower"),
    ("| Regulation 17", "Good governance", "current", "warning", "Audits found nothing", GOVERNANCE_TITLE),
    ("| Regulation 9A", "met"),
    ("| A1", "should", "Find a guardian", "Matron", "31 March 2027", "open", "Freedom to speak up"),
    ("| A2", "must", "Audit weekly", "done", "10 February 2025"),
    ("| A2", "12"),
    ("| A2", "E2"),
    ("| A3", "Look again", "31 January 2026", "overdue"),
    ("| E1", "Staff survey", "staff", "10 January 2025", "10 January 2026", "expired", "blue folder"),
    ("| E2", "Minutes of May"),
    ("|    1 |", "3 + 3 + 1 + 3 + 2 + 3 + 3 = 18", "64.285"),
    ("|    2 |", "64"),
    ("|    3 |", "63 to 87", "good"),
    ("|    4 |", "limited to requires improvement", "L1"),
    ("- L1", "limits the rating to requires improvement"),
    ("- CQC, how CQC rates services", "https://www.cqc.org.uk/"),
    (f"Worked out by wellled {__version__}", "23 November 2026", NOTICE),
]
CONCERNS = [
    # the row of a topic, and what is said under its heading
    ("error", "Low score", "2", "Freedom to speak up; Governance, management and sustainability", []),
    ("error", "Regulatory duties", "1", GOVERNANCE_TITLE, ["Regulation 17", "Audits found nothing"]),
    ("warning", "Training", "1", GOVERNANCE_TITLE, ["measure: Training done", "82.5%", "90%"]),
    ("warning", "Speaking up", "1", "Freedom to speak up", ["“Nobody knew the guardian.”"]),
    ("warning", "Culture", "1", "Freedom to speak up", ["declared: Staff keep silent"]),
]
GAPS = [("A1", False), ("A2", False), ("A3", True), ("E1", True), ("E2", False)]
OPTIONAL = {"Summary", "Concerns", "Measures", "Breaches of regulation", "Actions", "Evidence", "Gaps in the record"}
EMPTY = {"summary": " \n", "measures": [], "breaches": [], "evidence": [], "actions": []}

OLD = "What was here before\n"
# what the system allows a file to hold is used up in the middle of a report
FULL_DISK = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))"
posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions, limits and links are POSIX ones here")


def lines_of(text: str, heading: str) -> list[str]:
    """Give the lines of a report under a heading, up to the next of its kind."""
    level = heading.split(" ", 1)[0]
    lines = text.splitlines()
    start = lines.index(heading) + 1
    ends = (n for n, line in enumerate(lines) if n >= start and line.startswith("#") and line.find(" ") <= len(level))
    return lines[start : next(ends, len(lines))]


def rows_of(text: str, heading: str) -> list[list[str]]:
    """Give the cells of the table under a heading of a report, without its head."""
    rows = [line for line in lines_of(text, heading) if line.startswith("|")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows[2:]]


def headings(text: str) -> list[str]:
    """Give the headings of a report, with their marks."""
    return [line for line in text.splitlines() if line.startswith("#")]


def names(folder: str = ".") -> list[str]:
    """Give the names of what is in a folder, hidden or not."""
    return sorted(path.name for path in Path(folder).iterdir())


def in_order(*files: str) -> list[str]:
    """Give the words that ask for a report of files on the fixed day."""
    return ["report", *files, *TODAY]


def five(ratings: dict[str, int], folder: Path, **changes: object) -> None:
    """Write a file for each key question, every statement of it with one score."""
    for name, score in ratings.items():
        text = assessment_text([score] * (7 if name == "well-led" else 8), key_question=name, **changes)
        (folder / f"{name}.yaml").write_text(text, "utf-8")


@pytest.fixture
def full(wellled: Command, folder: Path) -> str:
    """Give the report of a file in which everything is said."""
    (folder / "full.yaml").write_text(FULL, "utf-8")
    ran = wellled(*in_order("full.yaml"))
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize("says", SAYS, ids=lambda says: " ".join((says[0].strip("#|- "), says[1] if says[1:] else "")))
def test_every_fact_of_a_file_is_in_its_report(full: str, says: tuple[str, ...]) -> None:
    """What the file says, what was computed from it and how: each stands in the line of the report where it belongs."""
    start, *parts = says
    lines = [line for line in full.replace("**", "").splitlines() if line.startswith(start)]
    assert lines, f"no line starts with {start}"
    assert [part for part in parts if not any(part in line for line in lines)] == []


def test_concerns_lead_by_topic_with_the_gravest_first(full: str) -> None:
    """A row a topic: the worst level, how many and where; errors before warnings, then in the order of the topics."""
    assert [tuple(row[:4]) for row in rows_of(full, "## Concerns")] == [tuple(row[:4]) for row in CONCERNS]


def test_every_concern_stands_under_its_topic(full: str) -> None:
    """Whatever it was read from, a concern is quoted whole under its topic and statement."""
    for _, topic, _, statement, said in CONCERNS[1:]:
        below = "\n".join(lines_of(full, f"### {topic}"))
        assert [words for words in (f"{statement}:", *said) if words not in below] == []


def test_gaps_in_the_record_stand_apart_from_concerns(full: str) -> None:
    """What is overdue, expired or nobody's stands under the gaps in the record."""
    said = " ".join(" ".join(row) for row in rows_of(full, "## Gaps in the record"))
    assert {name: f"{name} " in said for name, _ in GAPS} == dict(GAPS)


def test_what_must_be_done_stands_before_what_should(full: str) -> None:
    """Actions that must be done come first, the others in the order of the file."""
    assert [row[0] for row in rows_of(full, "## Actions")] == ["A2", "A1", "A3"]


def test_best_first(full: str) -> None:
    """A reader who stops early has read the rating, what limits it and that it is no rating of CQC's."""
    head = full.split("\n## ", 1)[0]
    expected = (NAME, "Rose Court", "Requires improvement", "limited to requires improvement", "Next rating", NOTICE)
    assert head.startswith("# Well-led, service level: ")
    assert [words for words in expected if words not in head] == []
    assert [heading for heading in headings(full) if heading.startswith("## ")] == [
        "## Summary",
        "## What the rating rests on",
        "## Concerns",
        "## Quality statements",
        "## What the next rating needs",
        "## Measures",
        "## Breaches of regulation",
        "## Actions",
        "## Evidence",
        "## Gaps in the record",
        "## How this was worked out",
    ]


def test_every_statement_has_its_findings(full: str) -> None:
    """Each statement has a heading of its own in the published order, its score in words and what was found."""
    under = lines_of(full, "## Quality statements")
    assert [line for line in under if line.startswith("### ")] == [
        "### Shared direction and culture",
        "### Capable, compassionate and inclusive leaders",
        "### Freedom to speak up",
        "### Workforce equality, diversity and inclusion",
        "### Governance, management and sustainability",
        "### Partnerships and communities",
        "### Learning, improvement and innovation",
    ]
    said = [line for line in lines_of(full, "### Freedom to speak up") if line]
    assert "1" in said[0]
    assert "significant shortfalls" in said[0]
    assert said[1:3] == ["Nobody knew the guardian.", "Two people had left over it."]


@pytest.mark.parametrize("changes", [{}, EMPTY], ids=["absent", "empty"])
def test_empty_parts_are_left_out(wellled: Command, changes: dict[str, object]) -> None:
    """A part of the file that says nothing leaves no heading behind, and nothing is called None."""
    ran = wellled(*in_order("-"), stdin=assessment_text(**changes).encode())
    assert ran.code == 0
    assert OPTIONAL & {heading.strip("# ") for heading in headings(ran.out)} == set()
    assert {"None", "null"} & set(ran.out.split()) == set()


def test_the_best_rating_needs_nothing_more(wellled: Command) -> None:
    """Outstanding has no next rating."""
    ran = wellled(*in_order("-"), stdin=assessment_text([4] * 7).encode())
    assert ran.out.splitlines()[2].strip("*").startswith("Outstanding")
    assert "next rating" not in ran.out.casefold()


@pytest.mark.parametrize("framework", ["cqc-saf-2024", "cqc-asc-2026-draft"])
def test_no_heading_stands_alone(wellled: Command, framework: str) -> None:
    """Under every heading something is said, however little a file says."""
    text = wellled("init", "--framework", framework, *TODAY).out.replace("    score:\n", "    score: 3\n")
    ran = wellled(*in_order("-"), stdin=text.encode())
    lines = [line for line in ran.out.splitlines() if line]
    levels = [len(line) - len(line.lstrip("#")) for line in lines] + [1]
    assert ran.code == 0
    assert [line for line, level, below in zip(lines, levels, levels[1:], strict=False) if 0 < below <= level] == []


@pytest.mark.parametrize(
    ("answer", "about", "words"),
    [
        ({"not_assessed": "No time left"}, {"previous_rating": "good"}, ["carried", "No time left"]),
        ({"not_assessed": "No time left"}, {"unassessed": "exclude"}, ["left out", "No time left"]),
        ({"not_assessed": "No time left"}, {}, ["Not rated", "No time left"]),
        ({"score_unknown": "The page hides it"}, {}, ["not known", "The page hides it"]),
    ],
    ids=["carried", "excluded", "zero", "unknown"],
)
def test_what_has_no_score_says_why(
    wellled: Command, answer: dict[str, str], about: dict[str, str], words: list[str]
) -> None:
    """A statement without a score of its own is told with what became of it and the reason the file gives."""
    ran = wellled(*in_order("-"), stdin=assessment_text(answers={SPEAK_UP: answer}, about=about).encode())
    assert ran.code == 0
    assert [word for word in words if word not in ran.out] == []


def test_scores_by_evidence_category_are_told(wellled: Command) -> None:
    """Where a statement is scored by evidence category the report tells each category with its score."""
    answer = {"categories": {"people": 3, "staff": 2, "processes": 4}}
    text = assessment_text(answers={SPEAK_UP: answer}, framework="cqc-saf-2023", about={"date": date(2024, 3, 1)})
    lines = wellled(*in_order("-"), stdin=text.encode()).out.splitlines()
    told = [
        line for line in lines if "Freedom to speak up" in line and all(name in line for name in answer["categories"])
    ]
    assert told
    assert all(f"{name} {score}" in told[0] for name, score in answer["categories"].items())


def test_a_judged_framework_shows_what_was_judged(wellled: Command, folder: Path) -> None:
    """Without scores the report gives the rating judged, its reason, and the level each statement shows."""
    wellled("init", "a.yaml", "--framework", "cqc-asc-2026-draft", *TODAY)
    text = (folder / "a.yaml").read_text("utf-8").replace("    judged:   #", "    judged: outstanding   #", 1)
    text += "judgement: {rating: good, reason: On the whole}\n"
    ran = wellled(*in_order("-"), stdin=text.encode())
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[2].strip("*").startswith("Good")
    assert "On the whole" in ran.out
    assert "out of 100" not in ran.out
    assert any("outstanding" in line for line in lines_of(ran.out, "### Strategic direction"))
    rows = rows_of(ran.out, "## What the rating rests on")
    assert "outstanding" in " ".join(next(row for row in rows if row[0] == "Strategic direction"))


def test_a_service_known_by_its_type_alone_is_told(wellled: Command) -> None:
    """The type of a service stands in the report though the service has neither name nor id."""
    ran = wellled(*in_order("-"), stdin=assessment_text(service={"type": "homecare agency"}).encode())
    assert ran.code == 0
    assert "homecare agency" in ran.out


@pytest.mark.usefixtures("files")
def test_several_files_make_one_report(wellled: Command) -> None:
    """Several files share one document: a table that names them all in their order, then each whole."""
    ran = wellled(*in_order("limited.yaml", "good.yaml", "low.yaml"))
    assert (ran.code, ran.err) == (0, "")
    first = ran.out.split("\n## ", 1)[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in first.splitlines() if NAME in line]
    assert [row[-2:] for row in rows] == [["68", "Requires improvement"], ["75", "Good"], ["25", "Inadequate"]]
    assert NOTICE in first
    assert [heading for heading in headings(ran.out) if heading.startswith("# ")] == ["# 3 assessments"]
    assert [line.split()[-2] for line in ran.out.splitlines() if line.startswith("| File ")] == [
        "limited.yaml",
        "good.yaml",
        "low.yaml",
    ]


@pytest.mark.parametrize("path", [[], ["."], ["sub"]], ids=["none", "here", "named"])
def test_a_folder_is_reported_whole(wellled: Command, folder: Path, path: list[str]) -> None:
    """Without a path the assessments below the current folder are reported, as they are for a folder named."""
    (folder / "sub").mkdir()
    for name in ("sub/a.yaml", "sub/b.yaml"):
        (folder / name).write_text(assessment_text(), "utf-8")
    ran = wellled(*in_order(*path))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# 2 assessments\n")
    assert "| sub/a.yaml " in ran.out
    assert "| sub/b.yaml " in ran.out


@pytest.mark.usefixtures("folder")
def test_without_an_assessment_nothing_is_written(wellled: Command) -> None:
    """Where no assessment is found there is no report: 3, and no file."""
    ran = wellled(*in_order(), "--output", "report.md")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.strip()
    assert not Path("report.md").exists()


@pytest.mark.usefixtures("files")
def test_good_files_are_reported_beside_faulty_ones(wellled: Command) -> None:
    """A faulty file is told on standard error with line and column, and the good ones are still reported: 2."""
    ran = wellled(*in_order("faulty.yaml", "good.yaml", "broken.yaml"))
    assert ran.code == 2
    assert ran.out.startswith(f"# Well-led, service level: {NAME}\n")
    assert {line.split(":")[0] for line in ran.err.splitlines()} == {"faulty.yaml", "broken.yaml"}
    assert "1 to 4" in ran.err


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("paths", "code"), [("good.yaml faulty.yaml", 2), ("good.yaml missing.yaml", 2), ("low.yaml", 0)]
)
def test_the_good_ones_are_written_to_a_file_too(wellled: Command, paths: str, code: int) -> None:
    """With --output the report goes to the file alone, whatever was wrong with other files."""
    ran = wellled(*in_order(*paths.split()), "--output", "report.md")
    assert (ran.code, ran.out) == (code, "")
    assert Path("report.md").read_bytes().decode() == wellled(*in_order(*paths.split())).out


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("path", ["faulty.yaml", "missing.yaml", "empty"])
def test_no_report_of_nothing_replaces_an_old_one(wellled: Command, path: str) -> None:
    """Where there is nothing to report, what was in the file before stays."""
    Path("report.md").write_text(OLD, "utf-8")
    assert wellled(*in_order(path), "--output", "report.md").code in {2, 3}
    assert Path("report.md").read_text("utf-8") == OLD


@pytest.mark.usefixtures("files")
def test_json_is_the_result_that_score_gives(wellled: Command) -> None:
    """`report --format json` has the shape and the content of `score --format json`, faulty files included."""
    words = ["good.yaml", "faulty.yaml", *TODAY, "--format", "json"]
    ran, scored = wellled("report", *words), wellled("score", *words)
    assert ran.code == scored.code == 2
    assert json.loads(ran.out) == json.loads(scored.out)
    assert wellled("report", *words, "--output", "result.json").out == ""
    assert json.loads(Path("result.json").read_bytes()) == json.loads(scored.out)


@pytest.mark.usefixtures("files")
def test_quiet_says_only_what_went_wrong(wellled: Command) -> None:
    """Where a report was written is said on standard error, with --quiet not; errors are said in any case."""
    loud = wellled(*in_order("good.yaml"), "--output", "a.md")
    quiet = wellled(*in_order("good.yaml"), "--output", "b.md", "--quiet")
    assert "a.md" in loud.err
    assert len(loud.err.splitlines()) == 1
    assert (quiet.code, quiet.said) == (0, "")
    assert Path("a.md").read_bytes() == Path("b.md").read_bytes()
    assert "missing.yaml" in wellled(*in_order("missing.yaml"), "--quiet").err


@posix
@pytest.mark.usefixtures("files")
def test_a_failed_write_leaves_the_old_file(wellled: Command) -> None:
    """A report is written whole or not at all: the old file survives a full disk, and nothing else is left behind."""
    assert len(wellled(*in_order("good.yaml")).out) > 1000
    Path("report.md").write_text(OLD, "utf-8")
    before = names()
    ran = process(*in_order("good.yaml"), "--output", "report.md", program=FULL_DISK)
    assert (ran.code, ran.out) == (2, "")
    assert "report.md" in ran.err
    assert "Traceback" not in ran.err
    assert Path("report.md").read_text("utf-8") == OLD
    assert names() == before


@posix
@pytest.mark.usefixtures("files")
def test_a_failed_write_leaves_no_new_file(wellled: Command) -> None:
    """Where there was no file before there is none after a write that failed, not even a part of one."""
    assert len(wellled(*in_order("good.yaml")).out) > 1000
    before = names()
    assert process(*in_order("good.yaml"), "--output", "report.md", program=FULL_DISK).code == 2
    assert names() == before


@posix
def test_a_folder_without_right_is_not_written_to(wellled: Command, ordinary_user: Becoming) -> None:
    """A file that may not be written is 2 and is named."""
    with ordinary_user():
        ran = wellled(*in_order("good.yaml"), "--output", "report.md")
    assert (ran.code, ran.out) == (2, "")
    assert "report.md" in ran.err


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("target", ["empty", "good.yaml/report.md"], ids=["a folder", "below a file"])
def test_what_cannot_be_a_file_is_named(wellled: Command, target: str) -> None:
    """Where no file can stand under the name given, nothing is left behind and the message says the name: 2."""
    before = names()
    ran = wellled(*in_order("good.yaml"), "--output", target)
    assert (ran.code, ran.out) == (2, "")
    assert target in ran.err
    assert names() == before
    assert names("empty") == []


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("name", ["good.yaml", "./good.yaml"])
@pytest.mark.parametrize("output_format", ["md", "json"])
def test_no_report_replaces_the_file_it_is_about(wellled: Command, name: str, output_format: str) -> None:
    """An assessment named as its own report by a slip is kept, and the slip is told."""
    ran = wellled(*in_order("good.yaml"), "--format", output_format, "--output", name)
    assert Path("good.yaml").read_text("utf-8") == assessment_text()
    assert ran.code == 2
    assert "good.yaml" in ran.err


@posix
@pytest.mark.usefixtures("files")
def test_a_link_that_leads_nowhere_is_refused(wellled: Command) -> None:
    """A dangling link is not followed into a new file and not replaced: 2, and it is named."""
    Path("report.md").symlink_to("empty/elsewhere.md")
    ran = wellled(*in_order("good.yaml"), "--output", "report.md")
    assert (ran.code, ran.out) == (2, "")
    assert "report.md" in ran.err
    assert Path("report.md").is_symlink()
    assert names("empty") == []


@posix
@pytest.mark.usefixtures("files")
def test_a_link_to_a_file_stays_a_link(wellled: Command) -> None:
    """What a link leads to is written; the link itself stays."""
    Path("empty/real.md").write_text(OLD, "utf-8")
    Path("report.md").symlink_to("empty/real.md")
    assert wellled(*in_order("good.yaml"), "--output", "report.md").code == 0
    assert Path("report.md").is_symlink()
    assert Path("empty/real.md").read_text("utf-8").startswith("# Well-led")
    assert names("empty") == ["real.md"]


@posix
@pytest.mark.usefixtures("files")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permissions_of_an_old_file_are_kept(wellled: Command, mode: int) -> None:
    """A report written over an old one may be read by those who could read the old one, and by nobody else."""
    Path("report.md").write_text(OLD, "utf-8")
    Path("report.md").chmod(mode)
    assert wellled(*in_order("good.yaml"), "--output", "report.md").code == 0
    assert stat.S_IMODE(Path("report.md").stat().st_mode) == mode


@posix
@pytest.mark.usefixtures("files")
def test_a_new_file_has_the_usual_permissions() -> None:
    """A new report has the permissions that new files have here, not those of a temporary file."""
    process(*in_order("good.yaml"), "--output", "report.md", program="import os; os.umask(0o027)")
    assert stat.S_IMODE(Path("report.md").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("ratings", "rating", "words"),
    [
        ({"safe": 3, "effective": 3, "caring": 3, "responsive": 3, "well-led": 3}, "Good", "5 good"),
        ({"safe": 4, "effective": 4, "caring": 3, "responsive": 3, "well-led": 3}, "Outstanding", "2 outstanding"),
        ({"safe": 2, "effective": 3, "caring": 3, "responsive": 3, "well-led": 3}, "Good", "1 requires improvement"),
        ({"safe": 2, "effective": 2, "caring": 3, "responsive": 3, "well-led": 3}, "Requires improvement", "3 good"),
        ({"safe": 1, "effective": 1, "caring": 3, "responsive": 3, "well-led": 3}, "Inadequate", "2 inadequate"),
        ({"safe": 1, "effective": 3, "caring": 3, "responsive": 3, "well-led": 3}, "Requires improvement", "judgement"),
    ],
)
def test_five_key_questions_make_an_overall_rating(
    wellled: Command, folder: Path, ratings: dict[str, int], rating: str, words: str
) -> None:
    """With all five key questions of a service the report gives the overall rating and how it came about."""
    five(ratings, folder)
    ran = wellled(*in_order())
    (at,) = (n for n, line in enumerate(ran.out.splitlines()) if line.startswith("Overall"))
    said = ran.out.splitlines()[at : at + 3]
    assert NAME in said[0]
    assert rating in said[0]
    assert words in " ".join(said)
    assert at < ran.out[: ran.out.index("\n## ")].count("\n")


def test_a_current_breach_limits_the_overall_rating(wellled: Command, folder: Path) -> None:
    """With a regulation breached now the overall rating is not better than requires improvement."""
    five(dict.fromkeys(STATEMENTS, 3), folder)
    breached = assessment_text(breaches=[{"regulation": 17, "status": "current"}])
    (folder / "well-led.yaml").write_text(breached, "utf-8")
    (line,) = (line for line in wellled(*in_order()).out.splitlines() if line.startswith("Overall"))
    assert "Requires improvement" in line


def test_the_latest_of_each_key_question_counts(wellled: Command, folder: Path) -> None:
    """Of several assessments of one key question all are reported, and the latest makes the overall rating."""
    five(dict.fromkeys(STATEMENTS, 3), folder)
    earlier = assessment_text([1] * 7, about={"date": date(2025, 1, 31)})
    (folder / "a-earlier.yaml").write_text(earlier, "utf-8")
    (folder / "z-earlier.yaml").write_text(earlier, "utf-8")
    ran = wellled(*in_order())
    (line,) = (line for line in ran.out.splitlines() if line.startswith("Overall"))
    assert "Good" in line
    assert "# 7 assessments" in ran.out


@pytest.mark.parametrize("lacking", ["four", "not rated", "another service", "another provider"])
def test_without_all_five_there_is_no_overall_rating(wellled: Command, folder: Path, lacking: str) -> None:
    """Four key questions, one that is not rated, and those of two services make no overall rating."""
    five(dict.fromkeys(STATEMENTS, 3), folder, service=SERVICE)
    last = {
        "four": None,
        "not rated": assessment_text([3, 3, 3, 3, 3, 3, None], service=SERVICE),
        "another service": assessment_text(service={"name": "Lily Court", "id": "1-2003"}),
        "another provider": assessment_text(service=SERVICE, provider={"name": "Elm Care"}),
    }[lacking]
    (folder / "well-led.yaml").unlink()
    if last:
        (folder / "well-led.yaml").write_text(last, "utf-8")
    ran = wellled(*in_order())
    assert ran.code == 0
    assert "Overall" not in ran.out


def test_a_service_is_known_by_its_id(wellled: Command, folder: Path) -> None:
    """Assessments with one id belong together though the name is written differently."""
    five(dict.fromkeys(STATEMENTS, 3), folder, service=SERVICE)
    renamed = assessment_text(service={**SERVICE, "name": "The Rose Court"})
    (folder / "well-led.yaml").write_text(renamed, "utf-8")
    assert [line for line in wellled(*in_order()).out.splitlines() if line.startswith("Overall")]
