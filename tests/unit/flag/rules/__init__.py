"""Rules that bring their tests in a file of their own."""
