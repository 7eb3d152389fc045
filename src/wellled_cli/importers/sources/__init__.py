"""The sources that can be imported, one file each: its name is what `--from` calls it."""
