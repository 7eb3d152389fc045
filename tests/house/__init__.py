"""The house itself: its floors, its doors, its names, and what leaves it in the wheel."""
