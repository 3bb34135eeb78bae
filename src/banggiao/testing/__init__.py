"""Builders and the fixed cast of the tests. Each app keeps its own builders in a module of its name."""
