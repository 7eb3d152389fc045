"""Reports for people: `content` says what a report says, each format how."""
