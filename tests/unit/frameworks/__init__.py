"""The published frameworks, and which of them an assessment is judged by."""
