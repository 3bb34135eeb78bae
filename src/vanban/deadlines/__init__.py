"""By when, or how often, something is due, from whom and to whom."""

from vanban.deadlines.terms import find

__all__ = ["find"]
