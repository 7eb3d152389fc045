"""The formats of a check, one file each and named after it: `render(checked)` gives the text."""
