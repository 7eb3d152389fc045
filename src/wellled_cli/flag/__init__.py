"""A scored assessment to findings: concerns about the service, and gaps in the record."""
