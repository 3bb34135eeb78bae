"""A reading, a coverage or a comparison made visible: as JSON, as text for a terminal, as a page."""
