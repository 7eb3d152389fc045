"""An assessment against its framework."""
