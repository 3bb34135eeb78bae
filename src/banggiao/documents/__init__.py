"""Documents as they came, what was read out of them, and who cites whom."""
