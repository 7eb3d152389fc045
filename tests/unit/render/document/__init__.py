"""Reports as documents."""
