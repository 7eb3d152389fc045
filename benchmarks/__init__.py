"""How fast `wellled` is, measured against what its users would compare it with; see README.md here."""
