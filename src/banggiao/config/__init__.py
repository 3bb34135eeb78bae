"""Settings and addresses; the only place that knows every app."""
