"""The types that flow through the house."""
