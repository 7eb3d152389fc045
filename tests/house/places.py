"""Where things stand in the repository."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src"
PACKAGE = SRC / "wellled_cli"


def modules() -> list[Path]:
    """Give every Python file of the package, in a stable order."""
    return sorted(PACKAGE.rglob("*.py"))


def shown(path: Path) -> str:
    """Name a file as seen from the root of the repository."""
    return path.relative_to(ROOT).as_posix()
