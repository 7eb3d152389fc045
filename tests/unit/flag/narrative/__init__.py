"""How a narrative is read."""
