"""Write what in docs/ is made from the code: `python -m tests.docs`."""

from tests.docs.made import MADE

for path, text in MADE.items():
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(), "utf-8", newline="\n")
