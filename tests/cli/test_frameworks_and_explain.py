"""`wellled frameworks` and `wellled explain`: nothing is named that cannot be looked up."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.command import Command
from tests.house.places import PACKAGE, modules
from wellled_cli.model.fault_rules import FAULT_RULES

DATA: Mapping[str, Any] = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((PACKAGE / "frameworks" / "data").glob("*.yaml"))
}
PAGES: Mapping[str, str] = {
    path.stem.replace("_", "-"): ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
    for path in sorted((PACKAGE / "flag" / "rules").glob("*.py"))
    if path.stem != "__init__"
}
PROMISED = (
    *("duplicate-key", "unknown-key", "unknown-statement", "missing-statement", "score-out-of-range", "wrong-type"),
    *("not-yaml", "low-score", "current-breach"),
    *("action-without-owner", "action-without-due-date", "action-overdue", "action-done-without-evidence"),
    *("evidence-expired", "low-score-without-findings", "published-differs", "exact-half", "breach-beside-good"),
)
TOPICS = (
    *("training", "development", "appraisal", "supervision", "speaking-up", "incident-learning", "senior-visibility"),
    *("leadership", "communication", "vision-values", "culture", "equality", "wellbeing", "staffing", "governance"),
    *("risk", "records-data", "it-systems", "regulatory", "feedback", "partnerships", "improvement", "sustainability"),
)
FAULT_MAKERS = {"Fault", "wrong", "NotReadableError"}
WIDE = 10_000


def fault_rules() -> Iterator[str]:
    """Give the rule of every fault that the code can make, as it is written where the fault is made."""
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FAULT_MAKERS:
                yield from _words(node.args[0])
            elif isinstance(node, ast.Assign) and [getattr(target, "id", "") for target in node.targets] == ["rule"]:
                yield from _words(node.value)


def _words(node: ast.expr) -> Iterator[str]:
    """Give the texts that stand in an expression by themselves or as one of two choices."""
    for part in (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


FAULTS = sorted(set(fault_rules()))
OURS = sorted({*FAULTS, *PROMISED, *PAGES, *(f"concern-{topic}" for topic in TOPICS)})
PUBLISHED = sorted({(name, rule) for name, framework in DATA.items() for rule in framework["rules"]})


def folded(text: str) -> str:
    """Give a text on one line."""
    return " ".join(text.split())


def statements(framework: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give the statements of a framework file."""
    yield from framework.get("statements", ())
    for part in framework.get("key_questions", ()):
        yield from part["statements"]


@pytest.fixture
def wide(wellled: Command, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Give the command, writing so wide that no cell of a table is broken."""
    monkeypatch.setenv("COLUMNS", str(WIDE))
    return wellled


def test_the_code_is_read() -> None:
    """The rules of faults are found where they are made."""
    assert len(DATA) == 4
    assert {"score-out-of-range", "duplicate-key", "not-yaml", "missing-statement"} <= set(FAULTS)


@pytest.mark.parametrize("name", DATA)
def test_every_framework_is_listed(wide: Command, name: str) -> None:
    """The list has a line for each framework: its id, its title, how it stands and when it holds."""
    ran = wide("frameworks")
    assert (ran.code, ran.err) == (0, "")
    (line,) = (line for line in ran.out.splitlines() if line.split()[:1] == [name])
    framework = DATA[name]
    span = framework["in_force"]
    days = [f"{day.day} {day:%B %Y}" for key in ("start", "end") if (day := span.get(key))]
    expected = [framework["title"], framework["status"].replace("in-force", "in force"), *days]
    assert [words for words in expected if words not in line] == []


@pytest.mark.parametrize("name", DATA)
def test_a_framework_is_shown_whole(wide: Command, name: str) -> None:
    """One framework is shown with every statement, band and rule, and every source with its address."""
    ran = wide("frameworks", name)
    assert (ran.code, ran.err) == (0, "")
    framework = DATA[name]
    lines = [folded(line) for line in ran.out.splitlines()]
    assert lines[0] == framework["title"]
    for entry in statements(framework):
        row = next(line for line in lines if entry["id"] in line.split() and entry["title"] in line)
        assert str(entry["number"]) in re.findall(r"\w+", row)
        assert ("only" in row) == ("only_at" in entry)
    for rule, stated in framework["rules"].items():
        assert f"{rule} {folded(stated['says'])} {stated['confidence']}" in lines
    for source in framework["sources"].values():
        cited = next(line for line in lines if line.startswith("- ") and source["title"] in line)
        assert source.get("url", "") in cited
    for band in framework.get("scoring", {}).get("bands", {}).get("ratings", ()):
        assert f"{band['lowest']} to {band['highest']} {band['rating']}" in lines
    assert [
        words for words in (framework["about"], framework.get("note", "")) if folded(words) not in "\n".join(lines)
    ] == []


@pytest.mark.parametrize("name", DATA)
def test_a_framework_is_shown_by_the_option_too(wellled: Command, name: str) -> None:
    """--framework names the framework here as everywhere."""
    assert wellled("frameworks", "--framework", name).out == wellled("frameworks", name).out


@pytest.mark.parametrize("name", DATA)
def test_no_word_of_a_framework_is_broken(wellled: Command, name: str) -> None:
    """In a pipe of 80 columns a title is broken between its words, never inside one."""
    shown = set(wellled("frameworks", name).out.split())
    assert [word for entry in statements(DATA[name]) for word in entry["title"].split() if word not in shown] == []


@pytest.mark.parametrize(("wrong", "advice"), [("cqc-saf-2042", 'did you mean "cqc-saf-2024"?'), ("x", "cqc-la-2025")])
def test_an_unknown_framework_is_refused(wellled: Command, wrong: str, advice: str) -> None:
    """An id that is none is 2 and is put right: with the nearest, or with all there are."""
    ran = wellled("frameworks", wrong)
    assert (ran.code, ran.out) == (2, "")
    assert wrong in ran.err
    assert advice in ran.err


@pytest.mark.parametrize("rule", OURS)
def test_every_rule_of_ours_has_an_explanation(wide: Command, rule: str) -> None:
    """Whatever rule a finding can name, explain says what it is."""
    ran = wide("explain", rule)
    assert (ran.code, ran.err) == (0, "")
    name, _, *page = ran.out.splitlines()
    assert name == rule
    assert len(" ".join(page).split()) > 3


def test_no_page_is_about_a_fault_that_nobody_makes() -> None:
    """Every page on a fault is on one that the code can make."""
    assert set(FAULT_RULES) - set(FAULTS) == set()


@pytest.mark.parametrize("rule", FAULTS)
def test_a_rule_of_faults_is_one_kebab_case_word(rule: str) -> None:
    """The id of a fault is lower case with hyphens between its words."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule)


@pytest.mark.parametrize("rule", PAGES)
def test_the_text_of_a_record_rule_is_its_docstring(wide: Command, rule: str) -> None:
    """The page of a rule on the record is the docstring of its file, word for word, a paragraph each."""
    ran = wide("explain", rule)
    paragraphs = [folded(part) for part in ran.out.split("\n\n") if part.strip()]
    assert paragraphs == [rule, *(folded(part) for part in PAGES[rule].split("\n\n"))]


@pytest.mark.parametrize("rule", ["low-score", "current-breach", *PAGES])
def test_a_page_says_what_why_and_how(wide: Command, rule: str) -> None:
    """A page says what the rule looks for, why it matters and how to answer it."""
    page = wide("explain", rule).out
    assert [part for part in ("Looks for:", "Why it matters:", "What to do:") if part not in page] == []


@pytest.mark.parametrize("topic", TOPICS)
def test_the_page_of_a_topic_names_every_origin(wide: Command, topic: str) -> None:
    """A concern on a topic comes from a measure, a declaration or the narrative: its page speaks of those there are."""
    page = wide("explain", f"concern-{topic}").out
    assert "target" in page
    assert "assessor declares" in page


@pytest.mark.parametrize("topic", ["training", "regulatory"])
def test_every_origin_on_the_page_of_a_topic_has_a_heading(wide: Command, topic: str) -> None:
    """Who has a finding at hand finds what it comes from, and that somebody may answer for it with a waiver."""
    ran = wide("explain", f"concern-{topic}", "--color", "always")
    headings = re.findall(r"\x1b\[1;4m(.*?)\x1b", ran.out)
    assert headings == [
        "A measure that misses the provider's own target",
        "A concern the assessor declares",
        "A concern that the narrative reports",
    ]
    assert "waived" in ran.out.split(headings[-1])[1]


OWN_TOPICS = """\
[topics.falls]
title = "Falls prevention"
wanted = ["falls huddle*|group*|review*"]
something-else = ["falls_road"]

[topics.training]
concern = ["care_certificate ... not|never ... completed"]
"""


@pytest.mark.usefixtures("folder")
def test_a_topic_of_ones_own_is_explained(wide: Command) -> None:
    """Its page says its title, its phrases and where its concerns come from; the list has it too."""
    Path("wellled.toml").write_text(OWN_TOPICS, "utf-8")
    ran = wide("explain", "concern-falls")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("concern-falls\n\nA concern about this topic: Falls prevention.\n")
    expected = ("wanted:", "- falls huddle*|group*|review*", "something-else:", "- falls_road", "assessor declares")
    assert [words for words in expected if words not in ran.out] == []
    assert "concern-falls" in wide("explain").out.split()
    assert 'did you mean "concern-falls"?' in wide("explain", "concern-fall").err


@pytest.mark.usefixtures("folder")
def test_what_a_config_adds_to_a_topic_is_explained(wide: Command) -> None:
    """The page of a topic of ours shows the phrases that the config adds, beside its examples."""
    Path("wellled.toml").write_text(OWN_TOPICS, "utf-8")
    page = wide("explain", "concern-training").out
    assert "Flagged, when a narrative says:" in page
    assert "- care_certificate ... not|never ... completed" in page
    assert "care_certificate" not in wide("explain", "concern-culture").out


@pytest.mark.usefixtures("folder")
def test_a_wrong_config_does_not_keep_a_rule_from_being_explained(wide: Command) -> None:
    """The rules of ours are explained, as its faults send people here; the faults are told beside them."""
    Path("wellled.toml").write_text('[rules]\nlow-scores = "off"\n', "utf-8")
    ran = wide("explain", "low-score")
    assert ran.code == 0
    assert "Looks for:" in ran.out
    assert "wellled.toml:2:1: " in ran.err
    assert wide("explain", "concern-falls").code == 2


@pytest.mark.parametrize(("framework", "rule"), PUBLISHED)
def test_every_rule_of_a_framework_has_an_explanation(wide: Command, framework: str, rule: str) -> None:
    """A rule of CQC's is explained under the title of its framework, with how sure it is and where it was read."""
    stated = DATA[framework]["rules"][rule]
    ran = wide("explain", rule, "--framework", framework)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == rule
    expected = [DATA[framework]["title"], folded(stated["says"]), f"Confidence: {stated['confidence']}."]
    assert [words for words in expected if words not in lines] == []
    for source in stated["sources"]:
        cited = next(line for line in lines if line.startswith(f"- {DATA[framework]['sources'][source]['title']}"))
        assert DATA[framework]["sources"][source].get("url", "") in cited


@pytest.mark.parametrize("rule", sorted({rule for _, rule in PUBLISHED}))
def test_a_rule_is_explained_as_every_framework_states_it(wide: Command, rule: str) -> None:
    """Without --framework a rule of CQC's is told as each framework that has it states it."""
    lines = wide("explain", rule).out.splitlines()
    stating = [framework for framework in DATA.values() if rule in framework["rules"]]
    assert [framework["title"] for framework in stating if framework["title"] not in lines] == []
    assert [rule for entry in stating if folded(entry["rules"][rule]["says"]) not in lines] == []


def test_no_name_means_two_rules() -> None:
    """A rule of CQC's never has the name of one of ours, or explain could show only one of them."""
    assert {rule for _, rule in PUBLISHED} & set(OURS) == set()


def test_explain_lists_every_rule(wide: Command) -> None:
    """Without a name every rule is listed, ours and CQC's, each with words beside it."""
    ran = wide("explain")
    assert (ran.code, ran.err) == (0, "")
    listed = {line.split()[0]: line.split()[1:] for line in ran.out.splitlines() if line.strip()}
    assert [rule for rule in (*OURS, *(rule for _, rule in PUBLISHED)) if not listed.get(rule)] == []


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("low-scores", "low-score"),
        ("lowscore", "low-score"),
        ("Low-Score", "low-score"),
        ("action-over-due", "action-overdue"),
        ("unknown_key", "unknown-key"),
        ("concern-trainings", "concern-training"),
        ("l1", "L1"),
        ("percentages", "percentage"),
    ],
)
def test_a_near_miss_is_put_right(wellled: Command, wrong: str, meant: str) -> None:
    """A rule that is nearly one is 2 and comes with the one that was meant."""
    ran = wellled("explain", wrong)
    assert (ran.code, ran.out) == (2, "")
    assert wrong in ran.err
    assert f'did you mean "{meant}"?' in ran.err


def test_a_word_like_no_rule_leads_to_the_list(wellled: Command) -> None:
    """Where nothing is near, the message says how to see them all."""
    ran = wellled("explain", "zzzzzz")
    assert (ran.code, ran.out) == (2, "")
    assert "wellled explain" in ran.err
