"""How well narratives are read, on sentences that people labelled."""
