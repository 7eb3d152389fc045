"""Each module alone: the folders mirror those of the source."""
