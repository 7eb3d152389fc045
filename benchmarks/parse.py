"""Parses every file of a folder and does nothing with it: the least that any tool for them must do."""

import sys
from pathlib import Path

import yaml

for path in sorted(Path(sys.argv[1]).iterdir()):
    yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
