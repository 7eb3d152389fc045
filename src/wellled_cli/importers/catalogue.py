"""The sources that are known, and which of them some bytes come from."""

from collections.abc import Mapping
from functools import cache
from types import ModuleType

from wellled_cli.importers import sources
from wellled_cli.importers.decoding import kind_of
from wellled_cli.importers.given import Given
from wellled_cli.load.tree import HIGHER, Limits
from wellled_cli.model.draft import Draft
from wellled_cli.model.errors import NotImportableError
from wellled_cli.model.folder import member, names_in

_NO_OTHER = Limits()


@cache
def importers() -> Mapping[str, ModuleType]:
    """Give the sources by name, each with `detect(bytes, name)` and `read(bytes, name, given)`."""
    return {name: member(sources, name) for name in names_in(sources)}


def read_from(source: str | None, content: bytes, name: str, given: Given, limits: Limits = _NO_OTHER) -> list[Draft]:
    """Give the assessments some bytes hold: from a source by name, or from the first that knows them.

    Raises NotImportableError where none does, where there are more bytes than the limits allow, or they cannot be read.
    """
    if len(content) > limits.source:
        raise NotImportableError(
            f"{name}: found more than {limits.source:,} bytes, expected a page or a sheet; {HIGHER}: source"
        )
    if source:
        return list(importers()[source].read(content, name, given))
    for importer in importers().values():
        if importer.detect(content, name):
            return list(importer.read(content, name, given))
    expected = "; or ".join(importer.EXPECTED for importer in importers().values())
    found = kind_of(content) or "nothing that can be imported"
    raise NotImportableError(f"{name}: found {found}. Expected {expected}")
