"""Reads of home pages: each desk, the calendar, the search over everything, and what waits for somebody."""
