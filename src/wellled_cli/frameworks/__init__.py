"""Published frameworks as data, one file a version under `data/`; `catalogue` is their only reader."""
