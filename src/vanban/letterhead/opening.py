"""The head of a document: number, place, date, issuing bodies, kind and title, and where the running text begins.

Layouts: NĐ 30/2020/NĐ-CP, Phụ lục I (state), HD 36-HD/VPTW (Party). What stands in the letterhead is recognised by
its form, taken out, and what is left over in capitals are the issuing bodies; so it does not matter how the two columns
came to stand: above each other, merged into one line, or apart in cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from vanban.findings import Span
from vanban.letterhead.headmarks import MOTTO, PARTY, Marks
from vanban.letterhead.sheetlines import Cell, Lines, words
from vanban.letterhead.titles import Title, find_title, is_caption, is_opening, is_running

_BODY_WORDS = tuple(f"{word} " for word in words("body"))
_LEVELS = tuple(f"{word} " if word[-1] != "." else word for word in words("level"))
_HEAD_LINES = 60
_MOTTO_CUES = (("Ộ", "CỘNG"), ("Ộ", "ĐỘC LẬP"), ("Độc", "Độc lập"), ("Độc", "Độc\n"))
"""Letters that are looked for first, for a text without them is soon told, and the words."""
_ABOVE_MOTTO = 10
"""So many lines of the left column may stand above the Quốc hiệu."""
_SEARCHED = 30_000
"""How far the Quốc hiệu is looked for: pages from the web carry their own heads before it."""


class Opening(NamedTuple):
    """What the head of a document says. `body` is the index of the line on which the running text begins."""

    body: int
    kind: str | None = None
    number: str | None = None
    place: str | None = None
    date: str | None = None
    bodies: tuple[str, ...] = ()
    title: str | None = None
    caption: str = ""
    party: bool = False
    letterhead: bool = False
    spans: tuple[tuple[str, Span], ...] = ()


class _Kind(NamedTuple):
    name: str
    cell: Cell
    rest: int
    """Where in the sheet the title begins that stands on the same line, 0 where there is none."""


def find_opening(lines: Lines, first: int, last: int) -> Opening:
    """Read the head of the document that stands on the lines from `first` up to, without, `last`."""
    first = _letterhead_line(lines, first, last)
    kind = _find_kind(lines, first, min(last, first + _HEAD_LINES))
    limit = kind.cell.start if kind else lines.starts[_head_end(lines, first, min(last, first + _HEAD_LINES))]
    marks = Marks(lines.sheet, lines.starts[first], limit)
    bodies, title_line = _bodies(lines, first, limit, marks, known=kind is not None)
    found = _title(lines, kind, title_line, last, marks)
    spans = dict(marks.spans)
    if kind:
        spans["kind"] = (kind.cell.start, kind.rest or kind.cell.end)
    if found.span:
        spans["title"] = found.span
    if bodies:
        spans["issuer"] = (bodies[0].start, bodies[-1].end)
    return Opening(
        body=found.body if kind or marks.letterhead or found.body < last else first,
        kind=kind.name if kind else "Công văn" if marks.subject and not found.text else None,
        number=marks.number,
        place=marks.place,
        date=marks.date,
        bodies=tuple(cell.text for cell in bodies),
        title=(found.text if kind or marks.letterhead or found.body < last else None) or marks.subject,
        caption=found.caption,
        party=marks.party,
        letterhead=marks.letterhead,
        spans=tuple(spans.items()),
    )


def _letterhead_line(lines: Lines, first: int, last: int) -> int:
    """The line from which to read: what a web page puts before the letterhead is left out."""
    start = lines.starts[first]
    end = min(lines.starts[last], start + _SEARCHED)
    sheet = lines.sheet
    cues = [cue for letters, cue in _MOTTO_CUES if sheet.find(letters, start, end) >= 0]
    found = min((place for cue in cues if (place := sheet.find(cue, start, end)) >= 0), default=-1)
    match = None
    if found >= 0:
        match = MOTTO.search(sheet, max(start, found - 1), end) or PARTY.search(sheet, max(start, found - 1), end)
    if match is None:
        return first
    line = sheet.count("\n", start, match.start()) + first
    for index in range(max(first, line - _ABOVE_MOTTO), line):
        text = lines.texts[index].strip(" |*")
        if text.isupper() and f"{text} ".startswith((*_BODY_WORDS, *_LEVELS, "ỦY ")):
            return index
    while line > first and _belongs_to_letterhead(lines.texts[line - 1]):
        line -= 1
    return line


def _belongs_to_letterhead(text: str) -> bool:
    bare = text.strip(" |*-_")
    return not bare or (bare.isupper() and len(bare) < 90) or bare.startswith(("Số:", "SỐ:"))


def _head_end(lines: Lines, first: int, last: int) -> int:
    """The line on which running text begins for certain, for heads without a line that names the kind."""
    for index in range(first, last):
        if is_running(lines.texts[index]) or is_caption(lines.texts[index]):
            return index
    return last


def _find_kind(lines: Lines, first: int, last: int) -> _Kind | None:
    """The line that names the type of document: alone on it for choice, else before its title."""
    best: _Kind | None = None
    best_rank = 0
    opened = False
    for cell in lines.cells(first, last):
        if len(cell.text) > _FLATTENED and (behind := _behind_flattened(cell.text)):
            cell = cell._replace(text=cell.text[behind:], start=cell.start + behind)
        name, length, rank = _kind_of(cell.text)
        opened = opened or is_opening(cell.text)
        if opened and (rank == _SMALL or name == "Quyết định"):
            continue
        if rank > best_rank:
            rest = 0 if length == len(cell.text) else cell.start + length
            best, best_rank = _Kind(name, cell, rest), rank
            if rank == _ALONE:
                return best
        elif is_running(cell.text) and best_rank < _GLUED:
            if not best:
                break
            return best
    return best


_ALONE, _GLUED, _SMALL = 4, 3, 1
_KINDS = tuple((kind, kind.upper().split(" ")) for kind in sorted(words("kind"), key=len, reverse=True))
_KIND_WORDS = tuple({syllables[0] for _, syllables in _KINDS})


_HEAD_WORDS = ("Hạnh phúc", "CỘNG HÒA", "ĐẢNG CỘNG")
_BEHIND_HEAD = rf"(?:{'|'.join(_HEAD_WORDS)})[^\n]{{0,160}}\snăm\s(?:\d{{4}}|[.…]{{1,6}})\s(?=[A-ZĐ]{{2}}|K[ẾÊ] )"
_FLATTENED = 90
"""A line this long with Quốc hiệu and date in it is a whole head flattened into one."""


def _behind_flattened(text: str) -> int:
    """Where the kind stands in a head flattened into one line, 0 where it is none."""
    if not any(words in text for words in _HEAD_WORDS):
        return 0
    match = re.search(_BEHIND_HEAD, text)
    return match.end() if match else 0


def _kind_of(text: str) -> tuple[str, int, int]:
    """Kind, its length in the text, and how plainly it is one."""
    name, length = _kind_at(text.upper()[:40]) if text[:1].isalpha() and text[0].isupper() else ("", 0)
    if not length:
        return "", 0, 0
    written, rest = text[:length], text[length:].strip(" :.*-")
    if not rest:
        return name, len(text), _ALONE if written.isupper() else _SMALL
    if written.isupper():
        return (name, length, _GLUED) if rest[0].isalpha() and rest[0].isupper() else ("", 0, 0)
    if rest[0].islower() and not rest.startswith(_CITING) and len(text) < 400 and text[-1] not in ".;:":
        return name, length, _SMALL
    return "", 0, 0


def _kind_at(capitals: str) -> tuple[str, int]:
    """The kind that a text in capitals opens with, the longest that fits, and its length; blanks may be lost."""
    if capitals.startswith(_KIND_WORDS):
        for kind, syllables in _KINDS:
            length = _length_of(syllables, capitals)
            following = capitals[length : length + 1]
            if length and not (following.isalnum() or following == "_"):
                return kind, length
    return "", 0


def _length_of(syllables: Sequence[str], text: str) -> int:
    """How many characters the syllables take at the start of a text, a blank or none between them; 0 without them."""
    end = 0
    for syllable in syllables:
        if end and text[end : end + 1].isspace():
            end += 1
        if not text.startswith(syllable, end):
            return 0
        end += len(syllable)
    return end


_CITING = (
    *("số ", "này", "trên", "được", "là ", "có ", "của ", "và ", "cụ thể", "như sau", "đã ", "phải "),
    *"0123456789",
)


_NOISE = frozenset(words("noise"))


def _bodies(lines: Lines, first: int, limit: int, marks: Marks, *, known: bool) -> tuple[list[Cell], int]:
    """The issuing bodies, and the line of the title where no line names the kind."""
    bodies: list[Cell] = []
    for cell in lines.cells(first, len(lines)):
        if cell.start >= limit:
            return bodies, cell.line
        for part in marks.without(cell):
            if part.text in _NOISE or part.text.startswith(("(", "DỰ THẢO")):
                continue
            if _is_body(part, marks, following=bool(bodies)):
                bodies.append(part)
            elif not known and part.start >= marks.last:
                return bodies, part.line
    return bodies, len(lines)


def _is_body(part: Cell, marks: Marks, *, following: bool) -> bool:
    """Whether a line of the letterhead names the issuer, or goes on with its name.

    Behind the last of number, date and Quốc hiệu a line in capitals may be the title (`HỘI NHẬP QUỐC TẾ NĂM 2024`).
    """
    text = " ".join(part.text.split())
    if not text.isupper() or len(text) > 120 or text.startswith("BAN HÀNH"):
        return False
    spaced = f"{text} "
    if spaced.startswith(_SURE_BODIES):
        return True
    if marks.letterhead and part.start >= marks.last:
        return False
    if spaced.startswith((*_BODY_WORDS, "ỦY ", "HỘI ", "VĂN ")):
        return marks.letterhead
    return following and len(text.split()) <= 12 and not _kind_at(text)[1]


_SURE_BODIES = ("ỦY BAN ", "UBND ", "HỘI ĐỒNG NHÂN DÂN ", "TỈNH ỦY ", "HUYỆN ỦY ", "THÀNH ỦY ", "SỞ ", *_LEVELS)


def _title(lines: Lines, kind: _Kind | None, title_line: int, last: int, marks: Marks) -> Title:
    if kind:
        start = kind.rest or kind.cell.end
        first = kind.cell.line if kind.rest else kind.cell.line + 1
        return find_title(lines, first, last, start, decision=kind.name == "Quyết định")
    if marks.subject:
        body = lines.sheet.count("\n", 0, max(marks.last, 0)) + 1
        return Title(body=_after_address(lines, min(body, last), last))
    decision = bool(marks.number and "QĐ" in marks.number)
    return find_title(lines, min(title_line, last), last, 0, decision=decision)


def _after_address(lines: Lines, line: int, last: int) -> int:
    """The first line behind `Kính gửi: …` and its list."""
    near = range(line, min(line + 6, last))
    addressed = next((index for index in near if lines.texts[index].startswith("Kính gửi")), None)
    if addressed is None:
        return line
    line = addressed + 1
    while line < last and _is_addressee(lines.texts[line]):
        line += 1
    return line


def _is_addressee(text: str) -> bool:
    return text.startswith(("-", "+", "•")) or (len(text) < _SHORT and text.endswith((";", ",")))


_SHORT = 60
