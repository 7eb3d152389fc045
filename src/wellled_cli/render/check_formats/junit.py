"""Findings as JUnit XML, for GitLab, Jenkins and others: a suite a file, a case a finding."""

from collections import Counter
from xml.etree import ElementTree as ET

from wellled_cli.model.finding import Finding, Kind
from wellled_cli.model.outcome import Outcome
from wellled_cli.render.check import Checked
from wellled_cli.render.visible import one_line

_FORBIDDEN = dict.fromkeys((65534, 65535))
_WHOLE = "the file is right"
_GATE = "the gate"


def render(checked: Checked) -> str:
    """Give the outcome of a check as JUnit XML, ending in a line break.

    What fails the gate is a failure, what is waived is skipped, other findings pass and are told in their output. A
    file that could not be had is an error.
    """
    root = ET.Element("testsuites", name="wellled")
    for outcome in checked.outcomes:
        _suite(root, outcome)
    if checked.problems:
        suite = ET.SubElement(root, "testsuite", name="wellled")
        for number, problem in enumerate(checked.problems, start=1):
            case = ET.SubElement(suite, "testcase", classname="wellled", name=f"file {number} that could not be read")
            ET.SubElement(case, "error", message=_text(problem)).text = _text(problem)
        _count(suite)
    ET.indent(root)
    return (
        ET.tostring(root, encoding="unicode", xml_declaration=False)
        .replace("##[", "#&#35;[")
        .join(('<?xml version="1.0" encoding="utf-8"?>\n', "\n"))
    )


def _suite(root: ET.Element, outcome: Outcome) -> None:
    review = outcome.review
    path = _text(review.path)
    suite = ET.SubElement(root, "testsuite", name=path)
    taken: Counter[str] = Counter()
    failing = frozenset(outcome.failing)
    if not review.faults:
        ET.SubElement(suite, "testcase", classname=path, name=_WHOLE, file=path)
    for finding in review.findings:
        name = _name(finding)
        taken[name] += 1
        number = f" ({taken[name]})" if taken[name] > 1 else ""
        case = ET.SubElement(suite, "testcase", classname=path, name=f"{name}{number}", file=path)
        case.set("line", str(finding.place.line))
        _verdict(case, finding, fails=finding in failing)
    gates = [reason for reason in outcome.reasons if not failing or reason is not outcome.reasons[0]]
    for at, reason in enumerate(gates, start=1):
        case = ET.SubElement(suite, "testcase", classname=path, name=f"{_GATE} ({at})", file=path)
        ET.SubElement(case, "failure", message=_text(reason), type="gate").text = _text(reason)
    _count(suite)


def _verdict(case: ET.Element, finding: Finding, *, fails: bool) -> None:
    text = f"line {finding.place.line}: {finding.level}: {_text(finding.message)}"
    if finding.waived is not None:
        ET.SubElement(case, "skipped", message=f"waived: {_text(finding.waived)}")
    elif fails:
        ET.SubElement(case, "failure", message=_text(finding.message), type=finding.rule).text = text
    else:
        ET.SubElement(case, "system-out").text = text


def _name(finding: Finding) -> str:
    about = finding.statement or (finding.kind if finding.kind is Kind.FAULT else "the file")
    return _text(f"{finding.rule} in {about}: {finding.message}")[:250]


def _count(suite: ET.Element) -> None:
    cases = list(suite)
    suite.set("tests", str(len(cases)))
    for name, child in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(child) is not None for case in cases)))


def _text(text: str) -> str:
    return one_line(text).translate(_FORBIDDEN)
