"""Lines of a PDF joined to paragraphs where their places on the page leave no doubt.

The rule of typesetting that decides: a line was broken by the typesetter only if the next word had no room on it.
Where the next word had room, a person broke the line, and the break stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Final

from vanban.extract.page import Line

_SLACK: Final = 4.0
"""Points within which two lines start at the same place."""

_INDENT: Final = 7.0
"""Points from which a line is indented: NĐ 30/2020 indents by 28 or 36, lists hang by 9 and more."""

_MARKER: Final = re.compile(
    r"[-+•*–●▪➢] ?(?=[^\W\d_]|[\"“(])"
    r"|\(?\d{1,2}\) |\d{1,2}(?:\.\d{1,2}){0,3}[.)/:]? (?=[\"“(]?[A-ZÀ-ỸĐ])"
    r"|[a-zđ][.)] (?=\S)|[A-ZĐ][.)] (?=[A-ZÀ-ỸĐ])"
    r"|[IVXL]{1,6}[.)\-–]? ?(?=[.\-– ] ?[A-ZÀ-ỸĐ])"
    r"|(?:Điều|Phần|Chương|Mục|Phụ lục|PHẦN|CHƯƠNG|MỤC|PHỤ LỤC) [\dIVXLA-Z]+\b"
    r"|(?:T/?M|K/?T|T/?L|T/?UQ|Q)\. |(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ)"
    r"|Nơi nhận|Kính gửi|\((?:Kèm theo|Ban hành)"
)
_LOOSE_MARKER: Final = re.compile(r"(?:[-+•*–●▪➢]|\(?[\dIVXLa-zđA-ZĐ]{1,6}(?:\.\d{1,2}){0,3}[.)/:\-])$")
_CELL_PADDING: Final = 11.0
"""Points that Word and LibreOffice leave free at both sides of a cell together."""

_BEARINGS: Final = 3.5
"""Points that letters take beyond what is seen of them, at both ends of the gap; and the slack of typesetters."""

_EXTRA_LEADING: Final = 1.25
"""In usual line distances: NĐ 30/2020 asks for 6 points between paragraphs, a third of a line."""


class Joiner:
    """Decides, line after line, whether a paragraph goes on. One for each document."""

    def __init__(self, pitch: float, *, by_hand: bool = False) -> None:
        self._pitch = pitch
        self._by_hand = by_hand
        self._last: Line | None = None
        self._first: Line | None = None
        self._edge: float | None = None
        self._centred = False

    def starts(self, line: Line, *, new_page: bool) -> bool:
        """Whether this line opens a new paragraph; it becomes the last line either way."""
        last, first = self._last, self._first
        goes_on = last is not None and first is not None and self._goes_on(first, last, line, new_page=new_page)
        self._last = line
        if not goes_on:
            self._first, self._edge = line, None
            self._centred = _centred(line) and not _LOOSE_MARKER.match(line.text.split(" ", 1)[0])
        elif self._edge is None:
            self._edge = line.x0 - line.left
        return not goes_on

    def interrupt(self) -> None:
        """A table or a picture page lies between: the next line opens a paragraph."""
        self._last = self._first = None

    def _goes_on(self, first: Line, last: Line, line: Line, *, new_page: bool) -> bool:
        if line.column != last.column or (line.column and new_page):
            return False
        if not new_page and not 0 < line.y - last.y <= self._pitch * _EXTRA_LEADING + 1.5:
            return False
        if line.column:
            return _column_goes_on(first, last, line)
        if self._by_hand and line.x1 - line.x0 > _REMAINDER * (line.right - line.left):
            return False
        if _has_room(last, line, centred=self._centred and _centred(last)):
            return False
        return self._fits_below(first, last, line)

    def _fits_below(self, first: Line, last: Line, line: Line) -> bool:
        """Whether a line that the typesetter broke off stands where the rest of this paragraph would."""
        start, own = line.x0 - line.left, first.x0 - first.left
        if _MARKER.match(line.text) and not (self._continues_at_margin(start, own) or _is_dash(last, line, start)):
            return False
        if self._centred and not (line.text[0].islower() and start <= _SLACK):
            return _centred(line) or (_centred(last) and abs(_middle(line) - _middle(last)) < _SLACK)
        if self._edge is not None:
            return abs(start - self._edge) <= _SLACK
        return self._second_line(first, start, own)

    def _second_line(self, first: Line, start: float, own: float) -> bool:
        if start < own - _SLACK:
            return True  # the first line was indented
        if _LOOSE_MARKER.match(first.text.split(" ", 1)[0]) and abs(start - (first.second - first.left)) <= _SLACK:
            return True  # a list item hanging from its mark
        return abs(start - own) <= _SLACK and own <= _INDENT

    def _continues_at_margin(self, start: float, own: float) -> bool:
        """A mark at the margin inside a paragraph that is indented, as in `giai đoạn 2021 / - 2025`."""
        if start > _SLACK or own <= _INDENT:
            return False
        return self._edge is None or abs(self._edge) <= _SLACK


def _is_dash(last: Line, line: Line, start: float) -> bool:
    """Whether a mark at the margin is the dash of `chính trị / - xã hội`."""
    return start <= _SLACK and last.text[-1] not in _STOPS and _INNER_DASH.match(line.text) is not None


_STOPS: Final = ".;:!?"
_INNER_DASH: Final = re.compile(r"[-–] [a-zà-ỹđ\d]")

_REMAINDER: Final = 0.45
"""Share of the width that the rest of a line may take which was too long for the page."""

_BY_HAND: Final = 0.15
"""Share of lines with room for the next word, among those that go on in lower case, of a text broken by hand."""

_FEWEST_BY_HAND: Final = 3


def broken_by_hand(lines: Sequence[Line]) -> bool:
    """Whether the lines were broken before they were set: an e-mail, a text file that was printed.

    Their own breaks say nothing about paragraphs, so they are all kept, and the stage that joins the lines of texts
    (`vanban.lines`) decides; only what did not fit on the page is joined here.
    """
    by_hand = by_machine = 0
    for last, line in itertools.pairwise(lines):
        if last.column or line.column or not last.y < line.y or not line.text[0].islower():
            continue
        if _MARKER.match(line.text) or last.text[-1] in _STOPS:
            continue
        if _has_room(last, line, centred=False) and not _centred(last):
            by_hand += 1
        else:
            by_machine += 1
    return by_hand >= _FEWEST_BY_HAND and by_hand > _BY_HAND * (by_hand + by_machine)


def _column_goes_on(first: Line, last: Line, line: Line) -> bool:
    """The same in a letterhead or signature block: centred lines share their middle, the recipients their start."""
    if _MARKER.match(line.text):
        return False
    if abs(_middle(line) - _middle(last)) <= _SLACK:
        # Left, the agency's name stands below its parent's; both may fill a narrow column to its edge.
        same_case = last.text.isupper() == line.text.isupper()
        return line.column % 2 == 0 and same_case and not _has_room(last, line, centred=True)
    hanging = _LOOSE_MARKER.match(first.text.split(" ", 1)[0]) is not None and abs(line.x0 - first.second) <= _SLACK
    return (abs(line.x0 - last.x0) <= _SLACK or hanging) and not _has_room(last, line, centred=False)


def _has_room(last: Line, line: Line, *, centred: bool) -> bool:
    """Whether the first word of a line would have had room on the line before."""
    space = line.first_width / max(len(line.text.split(" ", 1)[0]), 1) * 0.5
    if centred:
        free = 2 * _half(last) - (last.x1 - last.x0) - (_CELL_PADDING if last.column else 0)
    else:
        free = last.right - last.x1
    return free > line.first_width + space + _BEARINGS


def _half(line: Line) -> float:
    """Half the width a centred line may take: towards the margin, as the edge between columns is not known."""
    before, after = _middle(line) - line.left, line.right - _middle(line)
    if line.column == 0:
        return min(before, after)
    return before if line.column % 2 else after


def _middle(line: Line) -> float:
    return (line.x0 + line.x1) / 2


def _centred(line: Line) -> bool:
    """Whether a line is set in the middle of the page."""
    before, after = line.x0 - line.left, line.right - line.x1
    return before > 0.4 and after > 0.4 and abs(before - after) <= max(_SLACK, 0.1 * before)
