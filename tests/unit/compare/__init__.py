"""What is different between two assessments."""
