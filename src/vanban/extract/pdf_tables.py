"""Bordered tables of a PDF page: the rules drawn on it make a grid, the words fall into its cells."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final, NamedTuple

from vanban.extract.page import Page, Rule, Word
from vanban.extract.pdf_layout import character_width, rows

_NEAR: Final = 3.0
"""Points within which two rules are the same one drawn twice, or touch."""

_THIN: Final = 3.0
_SHORTEST: Final = 6.0
"""Points: shorter strokes are dashes, ticks and ornaments."""

_MAX_RULES: Final = 4_000
"""Rules of one page; a table of 200 rows and 10 columns with every cell framed has 8,000 strokes before merging."""

_MAX_EDGES: Final = 400
"""Rows or columns of one table."""

Row = list[list[str]]
"""Cells of a row, each a list of lines."""


class Table(NamedTuple):
    """A table in its place: x of its column edges, and its rows."""

    top: float
    bottom: float
    edges: tuple[float, ...]
    rows: list[Row]


def split(page: Page) -> tuple[list[Word], list[Table]]:
    """The words of a page outside its tables, and the tables from the top down."""
    if len(page.rules) < 4 or not page.words:
        return page.words, []
    free = page.words
    tables: list[Table] = []
    for level, upright in _groups(page.rules):
        ys, xs = _merged([rule.y0 for rule in level]), _merged([rule.x0 for rule in upright])
        if not (2 <= len(xs) <= _MAX_EDGES and 2 <= len(ys) <= _MAX_EDGES) or len(xs) + len(ys) < 5:
            continue
        inside = [word for word in free if ys[0] < word.y <= ys[-1] + 1 and xs[0] <= (word.x0 + word.x1) / 2 <= xs[-1]]
        if not inside:
            continue
        taken = {id(word) for word in inside}
        free = [word for word in free if id(word) not in taken]
        tables.append(Table(ys[0], ys[-1], tuple(xs), _fill(inside, xs, ys, level, upright)))
    tables.sort(key=lambda table: table.top)
    return free, tables


def _groups(rules: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that touch, as pairs of level and upright ones; what is in no pair makes no table."""
    level = [r for r in rules if r.y1 - r.y0 <= _THIN and r.x1 - r.x0 >= _SHORTEST][:_MAX_RULES]
    upright = [r for r in rules if r.x1 - r.x0 <= _THIN and r.y1 - r.y0 >= _SHORTEST][:_MAX_RULES]
    bands: list[tuple[float, float, list[Rule], list[Rule]]] = []
    for rule in sorted(upright, key=lambda each: each.y0):
        if bands and rule.y0 <= bands[-1][1] + _NEAR:
            top, bottom, across, down = bands[-1]
            down.append(rule)
            bands[-1] = (top, max(bottom, rule.y1), across, down)
        else:
            bands.append((rule.y0, rule.y1, [], [rule]))
    starts = [band[0] - _NEAR for band in bands]
    for rule in level:
        place = bisect_right(starts, rule.y0) - 1
        if place >= 0 and rule.y0 <= bands[place][1] + _NEAR:
            bands[place][2].append(rule)
    return [(across, down) for _, _, across, down in bands if len(across) >= 2 and len(down) >= 2]


def _merged(values: list[float]) -> list[float]:
    """Sorted values, those nearer than `_NEAR` taken as one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _fill(words: list[Word], xs: list[float], ys: list[float], level: list[Rule], upright: list[Rule]) -> list[Row]:
    """Rows of cells; a cell that spans several rows or columns keeps its words at its upper left."""
    columns, bands = len(xs) - 1, len(ys) - 1
    closed_below = _covered(level, ys[1:-1], xs, along="x")
    closed_right = _covered(upright, xs[1:-1], ys, along="y")
    width = character_width(words)
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row = min(max(bisect_right(ys, word.y - 0.4 * width) - 1, 0), bands - 1)
        column = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), columns - 1)
        while column > 0 and (column - 1, row) not in closed_right:
            column -= 1
        while row > 0 and (row - 1, column) not in closed_below:
            row -= 1
        cells.setdefault((row, column), []).append(word)
    lines = {
        place: [" ".join(word.text for word in row.words) for row in rows(inside, width)]
        for place, inside in cells.items()
    }
    filled = [[lines.get((row, column), []) for column in range(columns)] for row in range(bands)]
    return [row for row in filled if any(row)]


def _covered(rules: list[Rule], edges: list[float], across: list[float], *, along: str) -> set[tuple[int, int]]:
    """Which stretches of the inner edges are drawn: pairs of the edge's number and the number of the stretch."""
    found: set[tuple[int, int]] = set()
    for rule in rules:
        at, start, end = (rule.y0, rule.x0, rule.x1) if along == "x" else (rule.x0, rule.y0, rule.y1)
        for number in range(max(bisect_right(edges, at - _NEAR - 1) - 1, 0), len(edges)):
            if edges[number] > at + _NEAR:
                break
            if abs(edges[number] - at) > _NEAR:
                continue
            for stretch in range(len(across) - 1):
                middle = (across[stretch] + across[stretch + 1]) / 2
                if start <= middle <= end:
                    found.add((number, stretch))
    return found
