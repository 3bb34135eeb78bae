"""Confirmed plans, their tasks, and how far they are. An agency sees what it leads or coordinates."""
