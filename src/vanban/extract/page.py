"""What a page of a paged source holds, in one system of coordinates: points, x to the right, y downwards."""

from __future__ import annotations

from typing import NamedTuple


class Word(NamedTuple):
    """A word in its place: `x0` to `x1`, standing on the baseline `y`."""

    x0: float
    x1: float
    y: float
    text: str


class Box(NamedTuple):
    """Where a word stands on the picture of its page: shares (0 to 1) of width and height, from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str


class Rule(NamedTuple):
    """A straight line drawn on the page, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float


class Page(NamedTuple):
    """A page's words in any order, the lines drawn on it, and the share of it that pictures cover (0 to 1)."""

    width: float
    height: float
    words: list[Word]
    rules: list[Rule]
    pictures: float


class Line(NamedTuple):
    """Words on one baseline that belong together, with the x of the second word for hanging markers."""

    x0: float
    x1: float
    y: float
    text: str
    second: float
    first_width: float
    column: int
    """0 for the whole width of the page; left and right columns of a letterhead count 1, 2, 3, … down the page."""
    left: float
    right: float
    """Where the column's text may reach to."""
