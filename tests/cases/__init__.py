"""Whole files, faulty and sound, each with what is to be found in it."""
