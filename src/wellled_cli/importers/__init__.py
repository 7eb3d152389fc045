"""Foreign bytes to assessments: what others publish or keep, as drafts of assessment files."""
