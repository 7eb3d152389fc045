"""Files from hands that mean ill, and what must hold whatever is in them."""
