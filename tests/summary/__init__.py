"""Many assessments as one."""
