"""Pages: one's own, people, the record of changes."""
