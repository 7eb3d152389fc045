"""The tests: each states a law of the published rules or of the file format."""
