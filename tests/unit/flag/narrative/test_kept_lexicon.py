"""What is kept of the lexicon is that of its own topics."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

READ = """
import sys
from pathlib import Path
from wellled_cli.model import topic
topic.TOPICS = dict(ORDER(topic.TOPICS.items()))
from wellled_cli.flag.narrative import lexicon
from wellled_cli.flag.narrative.reader import read
lexicon._KEPT = Path(sys.argv[1])
for reading in read("Staff were bullied.", lexicon.lexicon()):
    print(*(label.topic for label in reading.labels))
"""
"""Bullying is a concern about culture, wherever that stands among the topics."""


@pytest.mark.parametrize("orders", [("list", "list"), ("list", "reversed")], ids=["the same order", "another order"])
def test_topics_are_not_mixed_up(tmp_path: Path, orders: tuple[str, str]) -> None:
    """What is kept numbers the topics in their order; where that has changed, it is made anew."""
    kept = tmp_path / "compiled.bin"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for order in orders:
        words = [sys.executable, "-c", READ.replace("ORDER", order), str(kept)]
        assert subprocess.check_output(words, env=environment, text=True).split() == ["culture"]
        assert kept.exists()
