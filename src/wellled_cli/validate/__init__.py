"""An assessment against its framework: everything the shape of the file alone cannot tell."""
