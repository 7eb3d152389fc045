"""What teams put into CI: the hook, the action, the formats, read by the tools they are for."""
