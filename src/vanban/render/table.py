"""What was read, as text for a terminal: `vanban … --format table`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.render.comparison import as_text as _comparison
from vanban.render.coverage import as_text as _coverage
from vanban.render.summary import as_text as _reading

if TYPE_CHECKING:
    from vanban.matching.comparison import Comparison
    from vanban.matching.coverage import Coverage
    from vanban.reading import Reading


def reading_as_table(reading: Reading, document: str | None = None) -> str:
    """Letterhead, outline and a table for each kind of finding; `document` names one that has no number or title."""
    return _reading(reading, document)


def coverage_as_table(coverage: Coverage, reading: Reading) -> str:
    """What was left to nobody, then every duty with the items it speaks of."""
    return _coverage(coverage, reading)


def comparison_as_table(comparison: Comparison, old: Reading, new: Reading) -> str:
    """What became of each item and each duty; a reworded one shows its words as `[-bỏ-] {+thêm+}`."""
    return _comparison(comparison, old, new)
