"""Prose to concerns and strengths: rules that can be read, a lexicon that is data, no model."""
