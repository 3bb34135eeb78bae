"""Numbers of documents as they stand in running text: `22-NQ/TW`, `70/2020/QH14`, still blank, broken at a line end."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

_BREADTH = "A-zĐ-ư"


def _pattern(letter: str) -> str:
    part = rf"(?:T\s[WU](?!\w)|[{letter}](?:[{letter}\d]|[.&](?=[{letter}\d])){{0,11}})"
    return (
        r"[0-9](?:[0-9]{0,4}(?:\.[0-9]{3})?[a-e]?"
        r"(?P<year>\s?[/\-]\s?(?:19|20)[0-9]{2}(?=\s?[/\-]))?"
        rf"(?P<gap>\s?[/\-]\s?|\s?(?=[A-ZĐ]{{2}}[{letter}]{{0,5}}[/\-]))"
        rf"(?P<type>{part})"
        rf"(?P<rest>(?:(?:\s?/\s?|-\s?|\s-\s?(?=[A-ZĐ]{{2}})){part})(?:(?:/\s?|-\s?){part}){{0,3}})?"
        r"(?:(?!\w)|(?=ngày|của|về))"
        r"|[0-9]*(?:[.,/][0-9]+)*[a-e]?(?!\w))"
    )


_NUMBER = re.compile(_pattern(_BREADTH))
"""A number with its symbol, or a run of digits (dates, amounts) taken whole so that no part of it is read again.

It opens with a bare class because `re` then skips through the text several times faster. Two ranges that hold the
letters of symbols and few more are compiled in a fraction of the time that the letters themselves take.
"""
_LETTERS = "A-Za-zĐđƯư"
_NO_LETTERS = re.compile(r"[\[-`Ē-Ʈ]")
"""What the two ranges hold besides: where it was met, the letters themselves are looked for."""

_SLASH = re.compile(r"/(?<![0-9]/)\s?")
_BLANK = " .…_:\n"
_BEFORE_SLASH = frozenset(f"{_BLANK}ốỐ")
_BEHIND_SLASH = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZĐ12")
_BROKEN = r"(?:[Ss]ố|SỐ|[Ss]ô)\s?:?\s?(?P<digits>[0-9]{1,4}\s)$"
"""The digits that stand on the line above: `Kế hoạch số 1` / `04/KH-UBND`."""
_MOST_DIGITS = 5
"""No body sends more letters a year."""


def each(flat: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Numbers and runs of digits, in reading order."""
    for match in _NUMBER.finditer(flat, start, end):
        if match["type"] and _NO_LETTERS.search(flat, match.start(), match.end() + 1):
            yield from re.compile(_pattern(_LETTERS)).finditer(flat, match.start(), end)
            return
        yield match


def blanks(flat: str, start: int, end: int) -> Iterator[tuple[int, re.Match[str]]]:
    """Numbers still to be filled in, `số …/QĐ-UBND`: where the slash stands, and the symbol as though behind a 0."""
    for slash in _SLASH.finditer(flat, start, end):
        if flat[slash.start() - 1] not in _BEFORE_SLASH or flat[slash.end() : slash.end() + 1] not in _BEHIND_SLASH:
            continue
        if flat[max(0, slash.start() - 40) : slash.start()].rstrip(_BLANK)[-2:].lower() != "số":
            continue
        symbol = next(each("0" + flat[slash.start() : slash.start() + 80]), None)
        if symbol and not symbol.start() and symbol["rest"]:
            yield slash.start(), symbol


def digits_above(flat: str, match: re.Match[str]) -> str:
    """The digits of a number broken at a line end, with the break: `số 1` / `04/KH-UBND`; empty where it is whole."""
    start = match.start()
    above = re.search(_BROKEN, flat[max(0, start - 14) : start])
    number = match.group()
    digits = len(number) - len(number.lstrip("0123456789"))
    return above["digits"] if above and len(above["digits"].rstrip()) + digits <= _MOST_DIGITS else ""
