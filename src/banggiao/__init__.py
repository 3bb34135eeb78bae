"""The web application of a province's foreign affairs work. It may import `vanban`, never the reverse."""
