"""The first page of each role, search over everything, and the calendar."""
