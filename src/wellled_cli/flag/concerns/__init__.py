"""Concerns about the service, one file an origin."""

from wellled_cli.flag.concerns import breach, declared, measure, narrative, score

ORIGINS = (score, breach, measure, declared, narrative)
"""The modules that find concerns, in the order their findings are read."""
