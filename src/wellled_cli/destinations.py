"""Where the files that `wellled import` makes are written."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from wellled_cli.model.draft import Value
from wellled_cli.model.errors import UsageFaultError
from wellled_cli.model.imported import Imported
from wellled_cli.model.slug import slug

_ENDINGS = (".yaml", ".yml")
_SOURCES = (".txt", ".text", ".htm", ".html", ".mht", ".mhtml", ".json", ".jsonl", ".csv", ".tsv", ".xlsx")
_OTHER_FORMATS = (*_SOURCES, ".md", ".docx", ".pdf", ".toml")
_LONGEST_NAME = 120


def wanted(path: str) -> bool:
    """Tell by its ending whether a file of a folder is one to import."""
    return path.casefold().endswith(_SOURCES)


def refuse_unfit(output: str | None) -> None:
    """Refuse the name of an output that can be neither a YAML file nor a folder.

    Raises UsageFaultError.
    """
    if output is not None and output != "-" and not output.strip():
        raise UsageFaultError("--output: the name is empty: name a file that ends in .yaml, or a folder")
    if output is None or output.casefold().endswith(_ENDINGS):
        return
    is_folder, is_file = os.path.isdir(output), os.path.isfile(output)  # noqa: PTH112, PTH113  they answer for any name
    if not is_folder and (is_file or output.casefold().endswith(_OTHER_FORMATS)):
        raise UsageFaultError(f"--output: {output} names a file; expected a name that ends in .yaml, or a folder")


def refuse_several(output: str | None, results: Sequence[Imported]) -> None:
    """Refuse to put several assessments into one place.

    Raises UsageFaultError.
    """
    if len(results) > 1 and (output is None or output == "-" or output.casefold().endswith(_ENDINGS)):
        raise UsageFaultError(
            f"found {len(results)} assessments; nothing was written: name a folder with --output, and each gets a file"
        )


def named(output: str | None, results: Sequence[Imported], *, force: bool) -> Iterator[tuple[str | None, Imported]]:
    """Give each result with the path it is written to; None for standard output.

    Raises UsageFaultError, before anything is given, where a file is there already and force is not asked for.
    """
    if output is None or output == "-" or output.casefold().endswith(_ENDINGS):
        paths = [None if output == "-" else output for _ in results]
    else:
        paths = [str(Path(output, name)) for name in _names(results)]
    there = [path for path in paths if path is not None and os.path.lexists(path)]
    if there and not force:
        raise UsageFaultError(
            *(f"{path} is there already: name another place, or write over it with --force" for path in there),
            "nothing was written",
        )
    yield from zip(paths, results, strict=True)


def _names(results: Sequence[Imported]) -> Iterator[str]:
    """Give each result a file name of its own: who was assessed, what was asked, and when."""
    taken: set[str] = set()
    for result in results:
        values = result.draft.values
        parts = [*_who(values.get("service")), *(() if values.get("service") else _who(values.get("provider")))]
        parts += [values.get("key_question"), _about(values).get("date")]
        base = slug(" ".join(str(part) for part in parts if part))[:_LONGEST_NAME].strip("-") or "assessment"
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        taken.add(name)
        yield f"{name}.yaml"


def _who(part: "Value | None") -> Iterator[Value]:
    if isinstance(part, dict):
        yield part.get("name") or part.get("id") or ""
        yield part.get("type") or ""


def _about(values: dict[str, Value]) -> dict[str, Value]:
    about = values.get("assessment")
    return about if isinstance(about, dict) else {}
