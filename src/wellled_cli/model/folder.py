"""What grows by a file in a folder: the modules of a package, each with a public name."""

from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType


def names_in(package: ModuleType) -> tuple[str, ...]:
    """Give the public names of the modules in a package, without loading them: the file name, with hyphens."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(package.__path__)))


def member(package: ModuleType, name: str) -> ModuleType:
    """Load the module of a public name."""
    return import_module(f"{package.__name__}.{name.replace('-', '_')}")
