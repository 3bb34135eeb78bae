"""Dates as Vietnamese documents write them, read into numbers.

The patterns are for text in the form of `plain`; they are bounded and capture nothing.
Long `ngày 05 tháng 4 năm 2022`, short `05/4/2022`, `5-4-2022`, `5.4.2022`, partial `tháng 4 năm 2022`,
`tháng 4/2022`, `năm 2022`, a day left blank `ngày … tháng 4 năm 2022`, without a year `25/5`, glued `ngày19/11/2013`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SLASH = r"\s?[/.\-]\s?"
_BLANK = r"[\s._]{0,24}"

FULL = (
    rf"(?:(?:ngày\s?)?[0-3]?[0-9]{_SLASH}[01]?[0-9]{_SLASH}(?:[12][0-9]{{3}}|[0-9]{{2}})(?![0-9])"
    r"|(?:ngày\s?)?[0-3]?[0-9]\s?tháng\s?[01]?[0-9]\s?,?\s?năm\s?[12][0-9]{3}(?![0-9]))"
)
"""A day with month and year, long or short."""

PARTIAL = (
    rf"(?:(?:ngày{_BLANK})?tháng{_BLANK}[01]?[0-9](?:\s?,?\s?năm\s?|{_SLASH})[12][0-9]{{3}}(?![0-9])"
    rf"|ngày{_BLANK}/{_BLANK}(?:[01]?[0-9]\s?)?/\s?[12][0-9]{{3}}(?![0-9])"
    rf"|(?:ngày{_BLANK}tháng{_BLANK})?năm\s?[12][0-9]{{3}}(?![0-9]))"
)
"""A month with its year, or a year, the blanks of an unsigned draft before it allowed."""

_USUAL = re.compile(
    r"[\s,]{0,3}(?:ngày\s?)?([0-3]?[0-9])(?:/([01]?[0-9])/|\stháng\s([01]?[0-9])\snăm\s)([12][0-9]{3})(?![0-9])"
)
_BEFORE = re.compile(r"[\s,]{0,3}\(?(?:(?:được\s)?(?:ban\shành|ký|đề|ra)\s)?(?:cùng\s)?(?=ngày|tháng|năm|[0-9])")
_ANY = rf"{FULL}|(?<!,)(?<!,\s){PARTIAL}"
"""Compiled where a date in none of the two usual forms is met."""
_BEFORE_REACH, _REACH = 40, 160
"""Longer than the words before a date and the first of its own, longer than any date with them."""

_PIECES = re.compile(r"[0-9]+|[^\W\d_]+")
_WORDS = frozenset({"ngày", "tháng", "năm"})

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CENTURY_TURN = 50
"""Two-digit years below it belong to this century (`19/5/15`), the others to the last (`30/4/75`)."""


class Moment(NamedTuple):
    """A date as far as it is given; `possible` is False where the calendar has no such day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    possible: bool = True

    @property
    def iso(self) -> str | None:
        """`2022-04-05`, `2022-04`, `2022`; None without a year and for a day that the calendar does not have."""
        if self.year is None or not self.possible:
            return None
        if self.month is None:
            return f"{self.year:04d}"
        if self.day is None:
            return f"{self.year:04d}-{self.month:02d}"
        return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"


def plain(text: str) -> str:
    """A text as the patterns want it, character for character: small letters, `_` for the dots of a blank."""
    low = text.lower()
    return (low if len(low) == len(text) else text).replace("…", "_")


def read(text: str) -> Moment | None:
    """The date that `text` is, as far as it is given; None where it is none.

    Of a day that the calendar does not have only the year is believed: `ngày 31/02/2020` is a day of 2020.

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
        return checked(None, int(last), int(digits[0]))
    if len(last) != 4 and not (len(last) == 2 and len(digits) == 3):
        return None
    month = int(digits[-2]) if len(digits) > 1 else None
    return checked(_year(last), month, int(digits[0]) if len(digits) == 3 else None)


def iso(text: str) -> str | None:
    """The ISO form of the date that `text` is, partial where it is; None without a year or where it is impossible.

    >>> iso("tháng 4 năm 2022"), iso("ngày19/11/2013"), iso("năm 2022")
    ('2022-04', '2013-11-19', '2022')
    """
    moment = read(text)
    return moment.iso if moment else None


def behind(flat: str, end: int) -> tuple[Moment | None, int]:
    """The date that follows what ends at `end`, in a bracket or not, and where it ends; (None, end) without one.

    `… số 5/NQ-CP ngày 05/4/2022`, `… (ban hành ngày 05 tháng 4 năm 2022)`, `… , tháng 4/2022`.
    """
    usual = _USUAL.match(flat, end)
    if usual:
        day, month, named_month, year = usual.groups()
        return checked(int(year), int(month or named_month), int(day)), usual.end()
    before = _BEFORE.match(plain(flat[end : end + _BEFORE_REACH]))
    if before is None:
        return None, end
    ahead = plain(flat[end : end + _REACH])
    match = re.compile(_ANY).match(ahead, before.end())
    moment = read(match.group()) if match else None
    if match is None or moment is None or moment.year is None:
        return None, end
    close = match.end()
    if "(" in before.group() and ahead[close : close + 1] == ")":
        close += 1
    return moment, end + close


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY_TURN else 1900)


def checked(year: int | None, month: int | None, day: int | None) -> Moment:
    """The date of these numbers, as far as they are given; a zero stands for a number still to be filled in."""
    if not month:
        return Moment(year)
    if not _is_possible(year, month, day or 1):
        return Moment(year, possible=False)
    return Moment(year, month, day or None)


def _is_possible(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a month and day."""
    if month > 12 or day > _DAYS[month - 1]:
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or month != 2 or day != 29
