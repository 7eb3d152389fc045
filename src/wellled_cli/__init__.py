"""Score, explain and check assessments of CQC's well-led question."""

__version__ = "0.1.0"
