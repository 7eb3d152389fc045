"""Cells of CSV for spreadsheets: no text of a file can become a formula."""

from wellled_cli.render.visible import visible

MARK = "\ufeff"
"""Stands before the table: by it Excel knows the text as UTF-8."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n")


def cell(value: object) -> str:
    """Write a value; nothing where there is none."""
    text = "" if value is None else visible(str(value)).strip("\n")
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
