"""Which lines belong to one paragraph.

A text copied out of a PDF has a line break every eighty characters, often an empty line after each, and nothing that
tells the end of a line from the end of a paragraph. Three things do: a marker (`II.`, `1.`, `-`) that makes sense where
it stands; a line that ends although the next word would still have fitted; a sentence that cannot go on. How much fits
on a line is measured on the lines that surely go on (the next one begins in lower case), so that the answer does not
depend on the width at which the text was wrapped, nor on empty lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from vanban import markers
from vanban.findings import Span
from vanban.lexicon import names, rows
from vanban.markers import Marker

_UNWRAPPED = 0.04
"""Below this share of lines that go on in the next one, every line is a paragraph."""

_TAIL = 0.03
"""Share of the lines that go on which may be shorter than the measure: last lines of pages, long words."""

_LONGEST_WRAP = 150
"""No word processor prints a line of more characters than this; a longer one is a whole paragraph."""

_TERMINAL = frozenset('.;:!?…”"')
_DANGLING = frozenset("-,(/&")
"""No paragraph ends with one of these."""
_HEADINGS = frozenset({markers.ROMAN, markers.UPPER, markers.DIVISION, markers.NUMBER, markers.NESTED, markers.LETTER})


def join(sheet: str, body: Sequence[Span], *, single: Span | None = None) -> str:
    """The sheet with the line breaks inside paragraphs of the body made spaces; the length stays.

    `single` is a stretch outside the body that is one paragraph: the title.
    """
    pieces: list[str] = []
    position = 0
    for start, end in sorted([*body, single] if single else body):
        if start < position:
            continue
        pieces.append(sheet[position:start])
        pieces.append(sheet[start:end].replace("\n", " ") if (start, end) == single else _join(sheet[start:end]))
        position = end
    pieces.append(sheet[position:])
    return "".join(pieces)


def _join(text: str) -> str:
    lines = text.split("\n")
    found = [markers.find(line) if line else None for line in lines]
    measure = _measure(lines, found)
    pieces = [lines[0]]
    paragraph = _Paragraph(lines[0], found[0])
    sequence = _Sequence()
    sequence.accept(found[0])
    for index in range(1, len(lines)):
        line, marker = lines[index], found[index]
        if marker is None and line[0].islower() and paragraph.family != markers.ROW:
            paragraph.add(line)
            pieces.append(" ")
            pieces.append(line)
            continue
        open_ended = index + 1 < len(lines) and found[index + 1] is not None and line[-1] not in _TERMINAL
        if _begins(line, marker, paragraph, sequence, measure, open_ended):
            sequence.accept(marker)
            paragraph = _Paragraph(line, marker, behind=paragraph)
            pieces.append("\n")
        else:
            paragraph.add(line)
            pieces.append(" ")
        pieces.append(line)
    return "".join(pieces)


class _Paragraph:
    """The paragraph being read: its first marker, its last line, whether it has become running text.

    `bars` counts the bars of a row so far, `columns` those that the first row of its table has.
    """

    __slots__ = ("bars", "columns", "family", "first", "last", "marker", "prose")

    def __init__(self, line: str, marker: Marker | None, behind: _Paragraph | None = None) -> None:
        self.marker = marker
        self.family = marker.family if marker else None
        self.first = line
        self.last = line
        self.prose = self._is_prose(line[marker.end :] if marker else line)
        self.bars = line.count("|")
        self.columns: int = behind.columns if behind and behind.family == markers.ROW else self.bars

    def add(self, line: str) -> None:
        if not self.prose:
            self.prose = self.ended or self._is_prose(line)
        self.last = line
        if self.family == markers.ROW:
            self.bars += line.count("|")

    @property
    def row_complete(self) -> bool:
        return self.last[-1] == "|" if self.first[0] == "|" else self.bars >= self.columns

    @staticmethod
    def _is_prose(text: str) -> bool:
        return ": " in text or ". " in text

    @property
    def ended(self) -> bool:
        return self.last[-1] in _TERMINAL

    @property
    def unfinished(self) -> bool:
        """Whether something must follow: a dash, a comma, `của`, or a division that has no title yet."""
        if self.family == markers.DIVISION and self.marker and self.last == self.first:
            return self.marker.end >= len(self.first)
        return self.last[-1] in _DANGLING or self.last.endswith(_loose_ends())

    @property
    def heads(self) -> bool:
        """Whether it may still be nothing but a heading: no colon with text behind it, no whole sentence yet."""
        return self.family in _HEADINGS and not self.prose

    @property
    def capital(self) -> bool:
        """Whether it is set in capitals all through, as part headings are; the title may stand below `Phần I`."""
        text = self.first[self.marker.end :] if self.marker else self.first
        return (text or self.last).isupper()


class _Sequence:
    """The last numeral of each family, to tell `3.` the heading from `3.` the end of a date."""

    __slots__ = ("last",)

    def __init__(self) -> None:
        self.last: dict[str, int] = {}

    def accept(self, marker: Marker | None) -> None:
        if marker is None or marker.family in (markers.BULLET, markers.ROW):
            return
        self.last[marker.family] = marker.order
        for lower in _BELOW.get(marker.family, ()):
            self.last.pop(lower, None)

    def follows(self, marker: Marker) -> bool:
        return marker.order == self.last.get(marker.family, 0) + 1


_BELOW = {
    markers.DIVISION: (markers.UPPER, markers.ROMAN, markers.NUMBER, markers.LETTER),
    markers.UPPER: (markers.ROMAN, markers.NUMBER, markers.LETTER),
    markers.ROMAN: (markers.NUMBER, markers.LETTER),
    markers.NUMBER: (markers.LETTER,),
    markers.NESTED: (markers.LETTER,),
    markers.ARTICLE: (markers.NUMBER, markers.LETTER),
}


class _Measure(NamedTuple):
    """Lengths that surely would have taken one more word: of lines that open a paragraph, and of those below them.

    Pages of the web are wrapped in their source, where mark-up takes up part of a first line.
    """

    first: int
    further: int

    def under(self, paragraph: _Paragraph) -> int:
        """The one that holds for the last line of a paragraph."""
        return self.first if paragraph.last is paragraph.first else self.further


def _measure(lines: Sequence[str], found: Sequence[Marker | None]) -> _Measure | None:
    """What fits on a line; None where lines are paragraphs.

    A line that goes on in lower case would have been too long with the first word of the next one: the shortest such
    sum, but for a few, is the measure.
    """
    sums: list[int] = []
    further: list[int] = []
    goes_on = False
    for line, following, marker in zip(lines, lines[1:], found[1:], strict=False):
        below, goes_on = goes_on, marker is None and following[:1].islower()
        if goes_on and len(line) <= _LONGEST_WRAP:
            sums.append(len(line) + 1 + _first_length(following))
            if below:
                further.append(sums[-1])
    if len(sums) < _UNWRAPPED * len(lines):
        return None
    shortest = _shortest(sums)
    return _Measure(shortest, _shortest(further) if len(further) >= _FEWEST_FURTHER else shortest)


_FEWEST_FURTHER = 5
"""Lines; fewer say nothing of their own."""


def _shortest(sums: list[int]) -> int:
    sums.sort()
    return sums[int(len(sums) * _TAIL)]


def _first_length(line: str) -> int:
    """Characters of the first word of a line."""
    blank = line.find(" ")
    return blank if blank >= 0 else len(line)


def _begins(
    line: str,
    marker: Marker | None,
    paragraph: _Paragraph,
    sequence: _Sequence,
    measure: _Measure | None,
    open_ended: bool,
) -> bool:
    """Whether `line` begins a paragraph of its own behind `paragraph`.

    `open_ended`: it has no stop at its end although the next line is a heading or an item.
    """
    if paragraph.family == markers.ROW:
        return paragraph.row_complete or (marker is not None and marker.family == markers.ROW)
    if marker is not None:
        accepted = _accepts(line, marker, paragraph, sequence, measure)
        if accepted or marker.family == markers.BULLET:
            return accepted
    if not _is_capital(line) or paragraph.unfinished:
        return False
    if measure is None or len(paragraph.last) > _LONGEST_WRAP:
        return True
    short = len(paragraph.last) + 1 + _first_length(line) < measure.under(paragraph)
    if paragraph.heads and not paragraph.ended:
        return not (open_ended and not paragraph.capital) and _leaves_heading(line, paragraph, short)
    in_bases = not sequence.last and paragraph.first.startswith(_openings("căn cứ")[0])
    if in_bases and line.startswith(_openings("cơ quan")):
        return True
    return paragraph.ended and (short or _opens_paragraph(line, paragraph, in_bases))


def _is_capital(line: str) -> bool:
    first = line[1] if line[0] in '“"(' and len(line) > 1 else line[0]
    return first.isupper()


def _opens_paragraph(line: str, paragraph: _Paragraph, in_bases: bool) -> bool:
    """Whether words begin here that stand at the start of a paragraph, behind a full line that ends a sentence."""
    if in_bases and paragraph.last[-1] == ";":
        return line.startswith(_openings("căn cứ"))
    if line.startswith(_openings("câu cuối")):
        return True
    return line.startswith(_openings("kết")) and not paragraph.first.startswith(_openings("kết"))


def _leaves_heading(line: str, paragraph: _Paragraph, short: bool) -> bool:
    if paragraph.capital:
        return not line.isupper()
    return (short and line.count(" ") >= _FEWEST_GAPS) or line.startswith(_opening_verbs())


_FEWEST_GAPS = 2
"""A paragraph has at least three words; less is the end of the heading before."""


def _accepts(line: str, marker: Marker, paragraph: _Paragraph, sequence: _Sequence, measure: _Measure | None) -> bool:
    """Whether what looks like a marker is one where it stands."""
    if marker.family in (markers.ARTICLE, markers.ROW, markers.DIVISION, markers.ANNEX):
        return paragraph.ended or measure is None or paragraph.capital or marker.family == markers.ROW
    following = line[marker.end]
    settled = paragraph.ended or paragraph.family in _HEADINGS or paragraph.capital
    if marker.family == markers.BULLET:
        return _accepts_bullet(line, marker, paragraph, following, measure)
    if marker.family == markers.LETTER:
        return settled and (sequence.follows(marker) or marker.order == 1 or measure is None)
    if sequence.follows(marker):
        return following.isupper() or following in '“"' or paragraph.ended
    if marker.order == 1:
        return settled
    return paragraph.ended and (measure is None or marker.family != markers.NUMBER or following.isupper())


def _accepts_bullet(line: str, marker: Marker, paragraph: _Paragraph, following: str, measure: _Measure | None) -> bool:
    """`- Tổ chức …` is an item; `- Thương binh và Xã hội`, `- xã hội` go on with the line before."""
    if paragraph.ended:
        return True
    if not (following.isupper() or following in '“"'):
        return measure is None
    text = line[marker.end :]
    if paragraph.last[-1] in _DANGLING or _is_compound(paragraph.last, text):
        return False
    if measure is None or paragraph.capital or text.startswith(_opening_verbs()):
        return True
    full = len(paragraph.last) + 3 + _first_length(text) >= measure.under(paragraph)
    if full and paragraph.last.rpartition(" ")[2][0].isupper():
        return False
    return paragraph.family in _HEADINGS or not full


def _is_compound(before: str, after: str) -> bool:
    """Whether a hyphen joins two halves of a name: `Việt Nam` - `Lào`, `Lao động` - `Thương binh và Xã hội`."""
    before = before[-_LONGEST_HALF:].casefold()
    if not before.endswith(_left_halves()):
        return False
    after = after[:_LONGEST_HALF].casefold()
    return any(before.endswith(left) and after.startswith(right) for left, right in _compounds())


_LONGEST_HALF = 60
"""Characters; what stands on either side of a hyphen in a name is shorter."""


@cache
def _left_halves() -> tuple[str, ...]:
    return tuple(left for left, _ in _compounds())


@cache
def _compounds() -> tuple[tuple[str, str], ...]:
    halves = (name.casefold().partition(" - ") for name in names("hyphenated"))
    return tuple((left, right) for left, _, right in halves)


@cache
def _openings(place: str) -> tuple[str, ...]:
    """Words with which the paragraphs of one place of a plan begin."""
    return tuple(words for words, where in rows("openings") if where == place)


@cache
def _loose_ends() -> tuple[str, ...]:
    """Words with which no paragraph ends."""
    return tuple(f" {word}" for word in _openings("dở"))


@cache
def _opening_verbs() -> tuple[str, ...]:
    """The verbs of duty as they open a sentence."""
    return tuple(f"{verb[0].upper()}{verb[1:]} " for verb in names("verbs"))
