"""Mentions of other documents: where they stand, what they name, which of them name the same document."""

from vanban.citations.mentions import find

__all__ = ["find"]
