"""From statement scores to a rating."""
