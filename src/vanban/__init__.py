"""Vietnamese official documents (văn bản): what they say, read out of them with its place in the text.

    >>> import vanban
    >>> reading = vanban.read("ke-hoach.docx")                      # doctest: +SKIP
    >>> reading.letterhead.number, len(reading.assignments)         # doctest: +SKIP
    ('20/KH-UBND', 22)

Four verbs are public: `read`, `coverage`, `compare` and, for a text already at hand, `read_text`. A document that
cannot be read raises `ReadingError`, one marked as a state secret `SecretDocument`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from vanban.errors import ReadingError, SecretDocument

if TYPE_CHECKING:
    from vanban.matching.comparison import compare
    from vanban.matching.coverage import coverage
    from vanban.reading import Reading, read, read_text

__all__ = ["Reading", "ReadingError", "SecretDocument", "compare", "coverage", "read", "read_text"]

_HOMES = {
    "Reading": "vanban.reading",
    "read": "vanban.reading",
    "read_text": "vanban.reading",
    "coverage": "vanban.matching.coverage",
    "compare": "vanban.matching.comparison",
}


def __getattr__(name: str) -> object:
    """Load a verb when it is first used: a program that only compares need not load what reads PDF."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
