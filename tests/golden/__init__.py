"""Whole outputs, kept as files that a person has read."""
