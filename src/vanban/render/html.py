"""What was read, as a page that stands alone: `vanban … --format html`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.render.comparison import as_page as _comparison
from vanban.render.coverage import as_page as _coverage
from vanban.render.document import as_page as _reading

if TYPE_CHECKING:
    from vanban.matching.comparison import Comparison
    from vanban.matching.coverage import Coverage
    from vanban.reading import Reading


def reading_as_html(reading: Reading, document: str | None = None) -> str:
    """The text with its findings underlined, and a list of them beside it."""
    return _reading(reading, document)


def coverage_as_html(coverage: Coverage, reading: Reading) -> str:
    """Every content item with who bears it, then the duties that speak of none."""
    return _coverage(coverage, reading)


def comparison_as_html(comparison: Comparison, old: Reading, new: Reading) -> str:
    """What became of each item and each duty, word by word."""
    return _comparison(comparison, old, new)
