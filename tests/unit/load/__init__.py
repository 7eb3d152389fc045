"""From bytes to a tree of values, each at its place."""
