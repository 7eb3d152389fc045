"""The documentation: what in it is made from the code, and proof that the rest of it holds."""
