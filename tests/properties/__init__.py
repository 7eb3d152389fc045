"""Laws that hold whatever the scores and the bytes."""
