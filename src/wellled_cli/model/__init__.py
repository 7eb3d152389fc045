"""What flows through the house: frozen types that read and write nothing."""
