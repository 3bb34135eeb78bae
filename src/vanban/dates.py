"""Dates as Vietnamese documents write them, read into numbers.

Long `ngày 05 tháng 4 năm 2022`, short `05/4/2022`, `5-4-2022`, `5.4.2022`, partial `tháng 4 năm 2022`,
`tháng 4/2022`, `năm 2022`, a day left blank `ngày … tháng 4 năm 2022`, without a year `25/5`, glued `ngày19/11/2013`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SLASH = r"\s?[/.\-]\s?"
_BLANK = r"[\s.…_]{0,24}"

FULL = (
    rf"(?:(?:ngày\s?)?[0-3]?[0-9]{_SLASH}[01]?[0-9]{_SLASH}(?:[12][0-9]{{3}}|[0-9]{{2}})(?![0-9])"
    r"|(?:ngày\s?)?[0-3]?[0-9]\s?tháng\s?[01]?[0-9]\s?,?\s?năm\s?[12][0-9]{3}(?![0-9]))"
)
"""A day with month and year, long or short. Bounded; no capturing groups; case as written (use with IGNORECASE)."""

PARTIAL = (
    rf"(?:(?:ngày{_BLANK})?tháng{_BLANK}[01]?[0-9](?:\s?,?\s?năm\s?|{_SLASH})[12][0-9]{{3}}(?![0-9])"
    rf"|ngày{_BLANK}/{_BLANK}(?:[01]?[0-9]\s?)?/\s?[12][0-9]{{3}}(?![0-9])"
    rf"|(?:ngày{_BLANK}tháng{_BLANK})?năm\s?[12][0-9]{{3}}(?![0-9]))"
)
"""A month with its year, or a year, the blanks of an unsigned draft before it allowed. No capturing groups."""

PATTERN = rf"(?:{FULL}|{PARTIAL})"
"""Any date that has a year: what other stages put into their own patterns (with IGNORECASE)."""

_PIECES = re.compile(r"[0-9]+|[^\W\d_]+")
_WORDS = frozenset({"ngày", "tháng", "năm"})

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY_TURN = 50
"""Two-digit years below it belong to this century (`19/5/15`), the others to the last (`30/4/75`)."""


class Moment(NamedTuple):
    """A date as far as it is given."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str | None:
        """`2022-04-05`, `2022-04`, `2022`; None without a year."""
        if self.year is None:
            return None
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


def read(text: str) -> Moment | None:
    """The date that `text` is, as far as it is given; None where it is none.

    A day or month that the calendar does not have is left out: `ngày 31/02/2020` is February 2020.

    >>> read("ngày 05 tháng 4 năm 2022")
    Moment(year=2022, month=4, day=5)
    >>> read("25/5")
    Moment(year=None, month=5, day=25)
    """
    digits: list[str] = []
    for piece in _PIECES.findall(text):
        if piece.isdecimal():
            digits.append(piece)
        elif piece.lower() not in _WORDS:
            return None
    if not 1 <= len(digits) <= 3 or max(map(len, digits[:-1]), default=0) > 2:
        return None
    last = digits[-1]
    if len(digits) == 2 and len(last) <= 2:
        return _checked(None, int(last), int(digits[0]))
    if len(last) != 4 and not (len(last) == 2 and len(digits) == 3):
        return None
    month = int(digits[-2]) if len(digits) > 1 else None
    return _checked(_year(last), month, int(digits[0]) if len(digits) == 3 else None)


def iso(text: str) -> str | None:
    """The ISO form of the date that `text` is, partial where it is; None without a year.

    >>> iso("tháng 4 năm 2022"), iso("ngày19/11/2013"), iso("năm 2022")
    ('2022-04', '2013-11-19', '2022')
    """
    moment = read(text)
    return moment.iso if moment else None


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY_TURN else 1900)


def _checked(year: int | None, month: int | None, day: int | None) -> Moment:
    if month is None or not 1 <= month <= 12:
        return Moment(year)
    if day is None or not 1 <= day <= _DAYS[month - 1]:
        return Moment(year, month)
    return Moment(year, month, day)
