"""From bytes to a `Source`: the one door by which data enters."""
