"""Load, call a service, render: one small function for each address."""
