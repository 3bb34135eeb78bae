"""One clean form of a text, and the way back to the source.

`Text.sheet` is what every stage reads: Unicode NFC, the older tone placement (`hòa`, `thúy`), plain spaces and
hyphens, lines without white space at their ends, no blank lines, no page numbers or bare addresses between them.
`Text.flat` is the same string, character for character, in which the line breaks inside a paragraph have become
spaces (`vanban.lines`). An offset is therefore good for both, and `Text.span` leads it back to the source.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right

from vanban.findings import Span

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t"
_BREAKS = "\x0b\x0c\x1c-\x1e\x85\u2028\u2029\r"
_HYPHENS = "\u2010-\u2015\u2212\u00ad\uf02d"
_ETH = "\u00d0\u00f0\u0189"
_LATE = "àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ"
_LATE_Y = "ỳýỷỹỵỲÝỶỸỴ"
_ODD = re.compile(
    f"[oOuU{_SPACES}{_BREAKS}{_HYPHENS}{_ETH}](?:(?<![oOuU])|[{_LATE}{_LATE_Y}](?<![uU][{_LATE}])(?!\\w))"
)
"""A vowel with the tone on the next one where that ends the word (`oà`, `uý`), or a character that has a plain form.

One pattern for both: what costs time is to go through the text."""
_ONE_TO_ONE = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000\t", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
        **dict.fromkeys("\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\r", "\n"),
        **dict.fromkeys(map(chr, range(0x2010, 0x2016)), "-"),
        **dict.fromkeys("\u2212\u00ad\uf02d", "-"),
        "\u00d0": "Đ",
        "\u0189": "Đ",
        "\u00f0": "đ",
    }
)

_UNSEEN = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MARKED = rf"[^\n][\u0300-\u036f]+|[{_UNSEEN}]"
"""A letter with combining marks behind it, or a character that cannot be seen."""

_SECOND_VOWELS = {"o": "ae", "O": "aeAE", "u": "y", "U": "yY"}
_TONES = "\u0300\u0301\u0309\u0303\u0323"

_GAP = re.compile(r" {2,}")
_BARE_NUMBER = re.compile(r"[-\s]*(?:[Tt]rang\s*)?(\d{1,3})(?:\s*/\s*\d{1,3})?[-\s]*$")
_FURNITURE = re.compile(r"(?:https?://\S+|www\.\S+|[-_=*~.]{3,}|[-_=*]{1,2}|\|[-:| ]+)$")


class OffsetMap:
    """Piecewise shift between the offsets of two texts.

    Kept in arrays: a line of eighty characters costs eight bytes, as lists of numbers it would cost as much as itself.
    """

    __slots__ = ("_here", "_shifts")

    def __init__(self) -> None:
        self._here = array("I")
        self._shifts = array("I", [0])
        """By how much the offsets behind each place are shifted; one more than places, for what is before the first."""

    def add(self, here: int, there: int) -> None:
        """From the offset `here` on offsets correspond to those from `there` on, which is never less."""
        self._here.append(here)
        self._shifts.append(there - here)

    def __call__(self, offset: int) -> int:
        return offset + self._shifts[bisect_right(self._here, offset)]

    def span(self, start: int, end: int) -> Span:
        """Where the characters from `start` up to, without, `end` stand; there is at least one."""
        here, shifts, last = self._here, self._shifts, end - 1
        index = bisect_right(here, start)
        start += shifts[index]
        if index < len(here) and here[index] <= last:
            index = bisect_right(here, last, index)
        return start, last + shifts[index] + 1


class Text:
    """A source text with its clean form. `source` is never changed; `flat` is set once lines are joined."""

    __slots__ = ("_composed", "_lines", "flat", "sheet", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        prepared, self._composed = _compose(source)
        self.sheet, self._lines = _lay_out(prepared)
        self.flat = self.sheet

    def span(self, span: Span) -> Span:
        """The place in the source of a place in the sheet."""
        start, end = span
        if end <= start:
            start = self._lines(start)
            point = min(self._composed(start) if self._composed else start, len(self.source))
            return point, point
        start, end = self._lines.span(start, end)
        if self._composed is not None:
            start, end = self._composed(start), self._composed(end)
        length = len(self.source)
        return (start, end) if end <= length else (min(start, length), length)

    def quote(self, span: Span) -> str:
        """The clean text of a place in the sheet, on one line."""
        return self.flat[span[0] : span[1]].replace("\n", " ")


def fold(text: str) -> str:
    """The clean form of a short string on one line: NFC, older tone placement, plain spaces and hyphens.

    >>> fold("Uỷ ban  nhân dân tỉnh Hoà Bình – 2025")
    'Ủy ban nhân dân tỉnh Hòa Bình - 2025'
    """
    prepared = text if text.isascii() else _compose(text)[0]
    return " ".join(prepared.split())


def bare(text: str) -> str:
    """The letters of a text without case, tones and marks, for comparison: `Đối ngoại` → `doi ngoai`."""
    return text.casefold().translate(_BARE)


class _BareLetters(dict[int, str]):
    """Letters without their marks, found out when they are first asked for."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        stripped = "".join(char for char in unicodedata.normalize("NFD", letter) if not unicodedata.combining(char))
        self[code] = bare = "d" if letter == "đ" else stripped
        return bare


_BARE = _BareLetters()


def _compose(source: str) -> tuple[str, OffsetMap | None]:
    """NFC, invisible characters out, one spelling of spaces, breaks, hyphens and tones."""
    back = None
    if not unicodedata.is_normalized("NFC", source) or any(char in source for char in _UNSEEN):
        source, back = _compose_marked(source)
    return _ODD.sub(_plain, source), back


def _plain(match: re.Match[str]) -> str:
    found = match.group()
    return found.translate(_ONE_TO_ONE) if len(found) == 1 else _earlier_tone(match)


def _compose_marked(source: str) -> tuple[str, OffsetMap]:
    pieces: list[str] = []
    back = OffsetMap()
    back.add(0, 0)
    length = position = 0
    for match in re.finditer(_MARKED, source):
        start, end = match.span()
        composed = unicodedata.normalize("NFC", match.group()) if end - start > 1 else ""
        pieces.append(source[position:start])
        pieces.append(composed)
        length += start - position + len(composed)
        position = end
        back.add(length, end)
    pieces.append(source[position:])
    return "".join(pieces), back


def _earlier_tone(match: re.Match[str]) -> str:
    """`oà` → `òa`, `uý` → `úy`, but `quý`, `quà` stay: the tone moves to the first vowel; the length stays."""
    first, second = match.group()[0], match.group()[1]
    decomposed = unicodedata.normalize("NFD", second)
    start = match.start()
    behind_q = start > 0 and match.string[start - 1] in "qQ"
    if behind_q or decomposed[0] not in _SECOND_VOWELS[first]:
        return first + second
    tone = next(char for char in decomposed if char in _TONES)
    return unicodedata.normalize("NFC", first + tone) + unicodedata.normalize("NFC", decomposed.replace(tone, ""))


def _lay_out(prepared: str) -> tuple[str, OffsetMap]:
    """Lines without blanks and furniture, joined by one line break each.

    Furniture: page numbers, rules and bare addresses on a line of their own. A bare number is a page number only where
    the bare numbers of the text rise from line to line, as pages do.
    """
    pieces: list[str] = []
    back = OffsetMap()
    length = position = page = 0
    for raw in prepared.split("\n"):
        line = raw.strip()
        if not line:
            position += len(raw) + 1
            continue
        first = line[0]
        start = position + raw.index(first)
        position += len(raw) + 1
        if len(line) <= _LONGEST_NUMBER and page < (number := _page_number(line)) <= page + _PAGES_SKIPPED:
            page = number
            continue
        if first in _FURNITURE_STARTS and _FURNITURE.match(line):
            continue
        back.add(length, start)
        if "  " in line:
            shift = 0
            for gap in _GAP.finditer(line):
                shift += gap.end() - gap.start() - 1
                back.add(length + gap.end() - shift, start + gap.end())
            line = _GAP.sub(" ", line)
        pieces.append(line)
        length += len(line) + 1
    return "\n".join(pieces), back


def _page_number(line: str) -> int:
    """The number that is all there is on a line; 0 where it is none."""
    number = _BARE_NUMBER.match(line)
    return int(number.group(1)) if number else 0


_LONGEST_NUMBER = 16
_FURNITURE_STARTS = frozenset("-_=*~.|hw")
_PAGES_SKIPPED = 60
"""How many page numbers may be missing between two that are found."""
