"""Concerns about the service, and gaps in the record."""
