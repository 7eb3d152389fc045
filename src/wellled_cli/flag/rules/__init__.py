"""Rules on incomplete records, one file a rule; the name of the file is the rule's public name."""
