"""What the regulator published: ours must equal it."""
