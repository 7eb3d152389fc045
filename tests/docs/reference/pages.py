"""Every page that is made from the code, by its place in docs/."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from tests.cli.command import process
from tests.docs.reference import commands, fields
from tests.docs.reference.written import MADE, block, page, plain, table
from tests.house.places import ROOT
from wellled_cli.cli.exit_codes import MEANINGS
from wellled_cli.cli.schema import SchemaName
from wellled_cli.config import Config
from wellled_cli.flag.engine import record_rules
from wellled_cli.flag.manual import manual, origin_pages, topic_pages
from wellled_cli.frameworks.catalogue import framework_ids, shipped
from wellled_cli.load.reader import read
from wellled_cli.model.assessment import Assessment
from wellled_cli.model.fault_rules import FAULT_RULES
from wellled_cli.model.framework import Framework
from wellled_cli.render import plan
from wellled_cli.render.document import markdown, reference
from wellled_cli.render.document.parts import Block, Bullets, Document, Facts, Prose, Section, Table
from wellled_cli.workflow import Terms, plan_for, review

_SAMPLE = "samples/fictional-limited-trust.yaml"
_ANY_DAY = date(2026, 11, 23)


def assessment_file() -> str:
    """Give the page on the assessment file."""
    opening = (
        "One file is one key question of one provider or service, in YAML, or in JSON where its name ends in `.json`. "
        "`wellled init my-service.yaml` writes one to fill in; `wellled schema assessment` prints a schema by which "
        "editors check and complete it.\n\n"
        "A rating is written in any case, with a space, hyphen or underscore between its words: `outstanding`, `good`, "
        "`requires improvement`, `inadequate`, and where it is the case `not rated`. Every statement that counts has "
        "to be there, with exactly one of `score`, `categories`, `not_assessed` and `score_unknown`; in a framework "
        "without scores with `judged`, or nothing."
    )
    return page("The assessment file", opening, *fields.of_file(Assessment))


def framework_file() -> str:
    """Give the page on the framework file."""
    opening = (
        "A framework is one published version of how services are assessed, in one YAML file. "
        "[Add a framework](../how-to/add-a-framework.md) says how to write one of your own."
    )
    return page("The framework file", opening, *fields.of_file(Framework))


def config() -> str:
    """Give the page on the config."""
    opening = (
        "What a team settles once stands in `wellled.toml`, in `.wellled.toml`, or under `[tool.wellled]` in "
        "`pyproject.toml`: the nearest from the current folder upward, to the top of the repository. What the command "
        "line says goes before it."
    )
    return page("The config", opening, *fields.of_file(Config))


def results() -> str:
    """Give the page on JSON results."""
    opening = (
        "What `--format json` writes. Keys never vanish: what is absent is null. Lines and columns count from 1. Each "
        "shape has a name and a version; `score`, `report` and `check` write the same one, `wellled-result/1`."
    )
    parts = [part for name in SchemaName if name is not SchemaName.ASSESSMENT for part in _described(name)]
    (seen,) = [review(read((ROOT / _SAMPLE).read_bytes(), _SAMPLE), Terms(_ANY_DAY))]
    found = plan_for(seen, None)
    shape = json.loads(plan.as_json(found, _SAMPLE)) if found else {}
    shape["options"], shape["tool"] = shape["options"][:1], {"name": "wellled", "version": "..."}
    planned = (
        "`wellled plan FILE --format json` writes `wellled-plan/1`: the smallest sum of score rises that reaches the "
        "rating (null where none does), in how many ways it can be had, and at most 20 of them; here one is shown."
    )
    example = block("json", json.dumps(shape, indent=2, ensure_ascii=False))
    return page("JSON results", opening, *parts, "## wellled-plan/1", planned, example)


def _described(name: str) -> Iterator[str]:
    schema = json.loads(process("schema", name).out)
    yield f"## {schema['properties']['format']['const']}"
    yield f"`wellled schema {name}` prints its JSON Schema."
    yield from fields.of_output(schema, name)


def exit_codes() -> str:
    """Give the page on exit codes."""
    rows = [(f"`{code}`", plain(meaning)) for code, meaning in MEANINGS.items()]
    closing = "Of several files the worst code counts: 70, then 2, 1, 3 and 0."
    return page("Exit codes", table(("Code", "What it means"), rows), closing)


def frameworks() -> str:
    """Give the page on the frameworks that come with the tool."""
    known = [shipped(name) for name in framework_ids()]
    each = [reference.framework(entry) for entry in known]
    sections = tuple(Section(one.title, tuple(map(_tabled, one.blocks)), one.sections) for one in each)
    listed = reference.frameworks(known)
    return _made(Document(listed.title, listed.blocks, sections))


def rules() -> str:
    """Give the page on the rules by which a file is looked at."""
    pages, records = manual(), record_rules()
    topics = {name: told.rpartition("\n\n")[0] for name, told in topic_pages().items()}
    others = [name for name in pages if name not in {*topics, *records, *FAULT_RULES}]
    every_topic = Section("concerns of any topic", (), tuple(map(_origin, origin_pages())))
    kinds = (
        Section("Concerns", (), (*_sections(others, pages), every_topic, *_sections(topics, topics))),
        Section("Gaps in the record", (), _sections(records, pages)),
        Section("Faults of a file", (), _sections(FAULT_RULES, pages)),
    )
    opening = (
        "What is looked for in a file, why it matters and how to answer it; wellled explain RULE shows the same. The "
        "rules of CQC's method are with the frameworks."
    )
    return _made(Document("Rules", (Prose((opening,)),), kinds))


def _made(document: Document) -> str:
    title, _, rest = markdown.render(document).partition("\n\n")
    commands = rest.replace("\\`", "`")
    return f"{title}\n\n{MADE}\n\n{commands}"


def _tabled(block: Block) -> Block:
    return Table("", ("About it", ""), block.items) if isinstance(block, Facts) else block


def _sections(names: Iterable[str], pages: Mapping[str, str]) -> tuple[Section, ...]:
    return tuple(Section(name, tuple(_blocks(pages[name].split("\n\n")))) for name in names)


def _origin(told: str) -> Section:
    title, *rest = told.split("\n\n")
    return Section(title.removesuffix("."), (Prose(tuple(rest)),))


def _blocks(paragraphs: Iterable[str]) -> Iterator[Block]:
    """Give the paragraphs of a rule's page, and its examples as lists."""
    for is_list, some in groupby(paragraphs, key=lambda paragraph: paragraph.startswith("- ")):
        told = tuple(some)
        yield Bullets(tuple(item.removeprefix("- ") for item in told)) if is_list else Prose(told)


PAGES: Mapping[str, Callable[[], str]] = {
    "reference/commands.md": commands.text,
    "reference/assessment-file.md": assessment_file,
    "reference/rules.md": rules,
    "reference/frameworks.md": frameworks,
    "reference/framework-file.md": framework_file,
    "reference/json-results.md": results,
    "reference/exit-codes.md": exit_codes,
    "reference/config.md": config,
}
"""Place to what gives the text."""
