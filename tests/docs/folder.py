"""The folder that examples of the documentation are run in: the files that they name, each what its name says."""

import json
import shutil
from pathlib import Path

from tests.builders import assessment_text
from tests.house.places import ROOT
from tests.importers import sources
from tests.own_framework import OWN_FRAMEWORK

GOOD = (3, 3, 3, 3, 3, 3, 3)


def lay_out(folder: Path) -> None:
    """Write the files."""
    shutil.copytree(ROOT / "samples", folder / "samples", dirs_exist_ok=True)
    page = sources.of_2025("Well-led", "Good", 75, sources.shown("Well-led", GOOD))
    texts = {
        "my-service.yaml": _service("Rose Court"),
        "assessments/rose-court.yaml": _service("Rose Court"),
        "assessments/ash-grove.yaml": _service("Ash Grove"),
        "register/ash-grove.yaml": _service("Ash Grove"),
        **dict.fromkeys(
            ("draft.yaml", "cqc-draft.yaml", "our-own.yaml", "old.yaml", "new.yaml"), _service("Rose Court")
        ),
        **{f"2026-q{quarter}.yaml": _service("Rose Court") for quarter in range(1, 5)},
        "my-framework.yaml": OWN_FRAMEWORK,
        "page.html": sources.as_html(page),
        "saved-pages/well-led.html": sources.as_html(page),
        "location.json": _location(),
        "self-assessment.csv": _sheet(),
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def _service(name: str) -> str:
    return assessment_text(GOOD, provider={"name": "Fictional Care Limited"}, service={"name": name})


def _location() -> str:
    areas = sources.areas_of("Well-led", GOOD)
    part = sources.part_of("Well-led", "Good", 75, areas)
    return json.dumps(sources.location(sources.plan(sources.group("Care home", [part]))))


def _sheet() -> str:
    rows = [f'"{title}",{score}' for title, score in zip(sources.TITLES["Well-led"], GOOD, strict=True)]
    return "\n".join(("Quality statement,Score", *rows, ""))
