"""Words on the command line, one file a command; no logic lives here."""
