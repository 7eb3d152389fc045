"""What others publish or keep, made assessment files."""
