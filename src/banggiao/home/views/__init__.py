"""What the addresses of the first page, the calendar and the search lead to."""
