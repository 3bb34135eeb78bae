"""What is to be reached: amounts, counts, shares."""

from vanban.targets.quantities import find

__all__ = ["find"]
