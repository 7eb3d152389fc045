"""Many assessments as one: a row each, and what they come to together."""
