"""The doors by which bytes of others enter, each with everything that is done with them behind it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date
from functools import cache

from tests.builders import assessment_text
from wellled_cli.config import read_config
from wellled_cli.flag.manual import levelled_rules, manual
from wellled_cli.flag.narrative.lexicon import lexicon, phrase_trouble
from wellled_cli.flag.narrative.reader import read as read_narrative
from wellled_cli.frameworks.soundness import soundness_faults
from wellled_cli.gate import Gate, outcome
from wellled_cli.importers.catalogue import read_from
from wellled_cli.importers.given import Given
from wellled_cli.load.read_as import read_as
from wellled_cli.load.reader import read, read_text
from wellled_cli.load.toml_text import read_toml
from wellled_cli.model.errors import WellledError
from wellled_cli.model.folder import names_in
from wellled_cli.model.framework import Framework
from wellled_cli.model.review import Review
from wellled_cli.render import check_formats, json, statement_csv, terminal
from wellled_cli.render.assessment_file import written
from wellled_cli.render.check import Checked, render
from wellled_cli.render.document import html, markdown
from wellled_cli.render.document.content import report
from wellled_cli.summary.row import row_of
from wellled_cli.workflow import Terms, plan_for, review

TODAY = date(2026, 1, 15)
TERMS = Terms(TODAY)
PAGES = cache(manual)


def yaml(content: bytes) -> None:
    """Take an assessment in YAML through the house and into every format."""
    _shown(review(read(content, "fuzz.yaml"), TERMS))


def as_json(content: bytes) -> None:
    """Do the same with one in JSON."""
    _shown(review(read(content, "fuzz.json"), TERMS))


def imported(content: bytes) -> None:
    """Read bytes as each source that can be imported, and by guess."""
    for source in (None, "published-report", "cqc-api", "sheet"):
        with _refusals():
            for draft in read_from(source, content, "fuzz", Given(), TERMS.limits):
                _shown(review(read_text(written(draft), "fuzz.yaml"), TERMS))


def config(content: bytes) -> None:
    """Read bytes as a config."""
    with _refusals():
        read_config(read_toml(content, "wellled.toml"), levelled_rules(), phrase_trouble)


def framework(content: bytes) -> None:
    """Read bytes as a framework of one's own."""
    source = read(content, "fuzz.yaml")
    own, faults = read_as(Framework, source) if source.root else (None, source.faults)
    if own and not faults and not list(soundness_faults(source, own, ())):
        _shown(review(read_text(assessment_text(), "fuzz.yaml"), replace(TERMS, framework=own)))


def narrative(content: bytes) -> None:
    """Read bytes as prose."""
    text = content.decode("utf-8", "replace")
    for reading in read_narrative(text, lexicon()):
        assert 0 <= reading.start < reading.end <= len(text)
        assert all(0 <= label.start < label.end <= len(text) for label in reading.labels)


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "yaml": yaml,
    "json": as_json,
    "import": imported,
    "config": config,
    "framework": framework,
    "narrative": narrative,
}


def _shown(found: Review) -> None:
    checked = Checked([outcome(found, Gate())], [], TODAY, PAGES)
    for name in names_in(check_formats):
        render(checked, name)
    row_of(found).model_dump_json()
    json.render([found], TODAY)
    statement_csv.render([found])
    if found.scorecard:
        terminal.render([found], 80, color=True)
        plan = plan_for(found, None)
        document = report([found], [], TODAY, {found.path: plan} if plan else {})
        markdown.render(document)
        html.render(document)


@contextmanager
def _refusals() -> Iterator[None]:
    """Take a refusal in plain words for an answer."""
    with suppress(WellledError):
        yield
