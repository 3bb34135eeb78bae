"""Measurements: `python -m bench` runs all, `python -m bench speed startup` some. None of them is a test."""
