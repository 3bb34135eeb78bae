"""Who must do what, with whom: duties in sentences, items, brackets and rows of tables."""

from vanban.assignments.duties import find

__all__ = ["find"]
