"""The foot of a document: who signed, on whose behalf, and who receives it (chữ ký, nơi nhận).

The two columns may stand one above the other in either order, in cells, or merged line by line
(`- Như trên; KT. CHỦ TỊCH`); between post and name there may be stamps and notes (`Đã ký`).
Words before the post: NĐ 30/2020/NĐ-CP, Phụ lục I, mục II.7 (TM., KT., TL., TUQ., Q.); Party: T/M, K/T, T/L.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vanban.findings import Signer, Span
from vanban.letterhead.posts import FAMILY, ROLES, is_person, role_at, role_to_end, signed_at, signed_marks, signer
from vanban.letterhead.sheetlines import Cell, Lines, is_capitals, is_name, words
from vanban.letterhead.titles import is_running

_TO = re.compile(r"N(?:(?:ơi|oi|ới)\s?nh(?:ận|ân|ạn)|ƠI NHẬN|ơi gửi|ƠI GỬI)(?:\s?[:.]|(?=\s?[-|]|\s?$))\s?")
_SIGNED_OPEN = re.compile(r"(?:^|\s)[A-Z/]{1,4}\s?\.$")
"""A line that stops behind `TM.`."""
_BODIES = (
    "ỦY BAN ",
    "UBND",
    "HỘI ĐỒNG NHÂN DÂN",
    "BAN CHẤP HÀNH",
    "BAN THƯỜNG VỤ",
    "TỈNH ỦY",
    "TỈNH ",
    "THÀNH PHỐ ",
    "HUYỆN ",
)
_END_MARKS = (";", ".", ":", ",", ")")
_TITLES = tuple(f"{title} " for title in words("title"))
_BULLETS = "-+•*·–"
_NEXT_ENTRY = r"(?<=[;.,])\s[-+•]\s?(?=\S)"
_NEXT_BULLETS = tuple(f"{mark} {bullet}" for mark in ";.," for bullet in "-+•")
_ANNEX = tuple(words("annex"))
_LAST_ENTRY = re.compile(r"\W{0,3}Lưu\b")
_PLANS = ("KẾ HOẠCH", "CHƯƠNG TRÌNH", "ĐỀ ÁN", "PHƯƠNG ÁN", "QUY CHẾ", "QUY ĐỊNH", "CHIẾN LƯỢC")
_BLOCK_LINES = 90
_GAP_LINES = 8
"""How many lines of stamps and notes may stand between post and name."""


class Closing(NamedTuple):
    """What the foot says; it stands on the lines from `first` up to, without, `after`."""

    first: int
    after: int
    signer: Signer = Signer()
    recipients: tuple[str, ...] = ()
    signer_span: Span | None = None
    recipients_span: Span | None = None


def find_closings(lines: Lines, first: int = 0) -> Iterator[Closing]:
    """The feet of all documents on a sheet, in order: a Decision's own and its plan's, or only one."""
    line = first
    for start in _starts(lines):
        if start < line:
            continue
        closing = _read(lines, _with_post_above(lines, start, line))
        if closing.recipients or closing.signer != Signer():
            yield closing
            line = closing.after


def find_post(lines: Lines, first: int, last: int) -> Closing | None:
    """A foot of a post and a name only, `GIÁM ĐỐC` above `Trần Văn An`, on the last lines."""
    for index in range(max(first, last - 12), last):
        text = lines.texts[index].strip(" |")
        if ROLES.get("".join(text.split())) and index + 1 < last:
            closing = _read(lines, index)
            if closing.signer.name:
                return closing
    return None


def _starts(lines: Lines) -> list[int]:
    """The lines on which a foot may begin."""
    starts = [index for index, text in enumerate(lines.texts) if text[:1] in _FIRST_LETTERS and _starts_foot(text)]
    inline = lines.sheet.find(". Nơi nhận:")
    if inline >= 0:
        starts.append(lines.sheet.count("\n", 0, inline))
        starts.sort()
    return starts if len(starts) <= 2 * _FEET else starts[:_FEET] + starts[-_FEET:]


_FEET = 40
"""No document has this many feet; a text that repeats their words without end is not read at each."""
_FIRST_LETTERS = frozenset("NTKQ|*_(#")
_MARK_UP = " |*_(#"


def _starts_foot(text: str) -> bool:
    if text[0] == "|":
        return any(_opens_foot(cell.strip(_MARK_UP)) for cell in text.split("|"))
    if _opens_foot(text.lstrip(_MARK_UP)):
        return True
    return "|" in text and any(_opens_foot(cell.strip(_MARK_UP)) for cell in text.split("|"))


def _opens_foot(text: str) -> bool:
    if not text or text[0] not in "NTKQ":
        return False
    if _TO.match(text):
        return True
    match = signed_at(text)
    if match is None:
        return False
    rest = text[match.end() :].partition("|")[0].split(" ", 2)
    return len(text) < 250 and all(word.isupper() for word in rest[:2] if word)


def _with_post_above(lines: Lines, start: int, first: int) -> int:
    """`GIÁM ĐỐC` and a name may stand above `Nơi nhận`, with no word such as TM. before them."""
    for index in range(start - 1, max(first, start - 6) - 1, -1):
        text = lines.texts[index].strip(" |")
        if ROLES.get("".join(text.split())):
            return index
        if len(text) > _SHORT:
            break
    return start


_SHORT = 60


class _Foot:
    """Gathers what the cells of a foot say, one after the other."""

    def __init__(self) -> None:
        self.entries: list[str] = []
        self.signed: list[Cell] = []
        self.name: Cell | None = None
        self.listing = False
        self.bulleted = False
        self.closed = False
        self.entry_spans: list[Span] = []

    def take(self, cell: Cell) -> bool:
        """Read one cell; False where it no longer belongs to the foot."""
        to = _TO.match(cell.text)
        if to:
            self.listing = True
            cell = _cut(cell, to.end())
            if not cell.text:
                return True
        following = bool(self.signed) and _SIGNED_OPEN.search(self.signed[-1].text) is not None
        left, right = _columns(cell, following=following)
        if right:
            self._sign(right)
        return not left.text or self._take_left(left)

    def _take_left(self, cell: Cell) -> bool:
        text = cell.text
        if self.listing and text[0] in _BULLETS:
            self._list(_cut(cell, len(text) - len(text[1:].lstrip())), new=True)
            self.bulleted = True
            return True
        if self._take_name(cell):
            return True
        if self.listing and not self.closed:
            if self.entries and self._goes_on(cell.text):
                self._list(cell, new=False)
                return True
            if not self.bulleted and len(cell.text) < 100 and cell.text[-1] in ";.," and not cell.text.isupper():
                self._list(cell, new=True)
                return True
        return False

    def _goes_on(self, text: str) -> bool:
        """Whether a line is the rest of the entry above it, which the page was too narrow for."""
        if len(text) > 100 or is_running(text):
            return False
        return (
            not self.entries[-1].endswith((";", "."))
            if self.bulleted
            else not self.entries[-1].endswith((";", ".", ","))
        )

    def _list(self, cell: Cell, *, new: bool) -> None:
        text = cell.text
        at = _person_behind(text) if self.name is None else 0
        if at:
            self.name = Cell(text[at:], cell.start + at, cell.start + len(text), cell.line)
            text = text[: at - 1]
        listed = any(bullet in text for bullet in _NEXT_BULLETS)
        pieces = re.split(_NEXT_ENTRY, text) if listed else [text]
        for number, piece in enumerate(pieces):
            if new or number:
                self.entries.append(piece.strip())
            else:
                self.entries[-1] = f"{self.entries[-1]} {piece.strip()}"
            if _LAST_ENTRY.match(self.entries[-1]) and self.entries[-1].endswith("."):
                self.closed = True
        self.entry_spans.append((cell.start, cell.start + len(text)))

    def _sign(self, cell: Cell) -> None:
        self.signed.append(cell)

    def _take_name(self, cell: Cell) -> bool:
        if self.name is not None or not self.signed:
            return False
        text = cell.text
        for title in _TITLES:
            if text.startswith(title):
                text = text[len(title) :].lstrip()
        person = text.removesuffix(".")
        if not _names_person(person) or not is_person(person):
            return False
        broken = self.listing and not self.closed and bool(self.entries) and not self.entries[-1].endswith((";", "."))
        if broken and person.split()[0].capitalize() not in FAMILY:
            return False
        start = cell.start + cell.text.index(person)
        self.name = Cell(person, start, start + len(person), cell.line)
        return True


def _names_person(text: str) -> bool:
    """Whether a text is nothing but two to six words of a name, hyphens between them allowed."""
    parts = text.replace(" - ", " ").split(" ")
    return 2 <= len(parts) <= 6 and all(is_name(part) or is_capitals(part) for part in parts)


def _person_behind(text: str) -> int:
    """Where a person's name begins that ends an entry, behind its last mark; 0 where none does."""
    parts = text.split(" ")
    first = next((index for index in range(len(parts) - 1, 0, -1) if parts[index - 1].endswith(_END_MARKS)), 0)
    behind = parts[first:]
    if not first or not 2 <= len(behind) <= 5 or behind[0] not in FAMILY or parts[first - 1][-1] not in ";.":
        return 0
    return len(text) - len(" ".join(behind)) if all(map(is_name, behind)) else 0


def _cut(cell: Cell, offset: int) -> Cell:
    text = cell.text[offset:]
    stripped = text.lstrip(" -*") if offset == 0 else text.strip()
    start = cell.end - len(text) + (len(text) - len(text.lstrip()))
    return Cell(stripped, start, start + len(stripped), cell.line)


def _columns(cell: Cell, *, following: bool) -> tuple[Cell, Cell | None]:
    """What stands left, and the words of signing that stand right of it on the same line."""
    signed = next(signed_marks(cell.text), None)
    at = signed.start() if signed else role_to_end(cell.text)
    if at is None:
        return _whole_role(cell, following=following)
    left = cell.text[:at].rstrip()
    return Cell(left, cell.start, cell.start + len(left), cell.line), Cell(
        cell.text[at:], cell.start + at, cell.end, cell.line
    )


def _whole_role(cell: Cell, *, following: bool) -> tuple[Cell, Cell | None]:
    """`PHÓ CHỦ TỊCH Nguyễn Văn An` and `ỦY BAN NHÂN DÂN` below `TM.` (`following`)."""
    text = cell.text
    empty = Cell("", cell.start, cell.start, cell.line)
    if role_at(text):
        return empty, cell
    if text.isupper() and len(text) < 80 and (following or text.startswith(_BODIES)):
        return empty, cell
    return cell, None


def _read(lines: Lines, first: int) -> Closing:
    """Read the foot that begins on line `first` as far as it goes."""
    foot = _Foot()
    after = first
    strange = 0
    for index in range(first, min(len(lines), first + _BLOCK_LINES)):
        text = lines.texts[index]
        if index > first and _is_beyond(text, foot):
            break
        belongs = False
        for cell in _cells(lines, index):
            belongs = foot.take(cell) or belongs
        if belongs:
            after, strange = index + 1, 0
        else:
            strange += 1
            if strange > _GAP_LINES or len(text) > 2 * _SHORT or (foot.name and (foot.entries or strange > 2)):
                break
        if foot.name and foot.entries and foot.closed:
            break
    return _closing(foot, first, max(after, first + 1))


def _cells(lines: Lines, index: int) -> Iterator[Cell]:
    """Cells as they are, but with the dots that end an entry."""
    offset = lines.starts[index]
    for piece in lines.texts[index].split("|"):
        text = piece.strip().removeprefix("**").removesuffix("**").strip()
        if text and any(map(str.isalnum, text)):
            start = offset + piece.index(text)
            yield Cell(text, start, start + len(text), index)
        offset += len(piece) + 1


def _is_beyond(text: str, foot: _Foot) -> bool:
    """Whether a line opens an annex, a next document, a table or a heading."""
    bare = text.strip(" |*_")
    if bare.startswith(_ANNEX) and not bare.startswith(("BẢNG TIN", "Biểu dương")):
        return True
    if text.startswith("|") and text.count("|") > 3:
        return True
    if "CỘNG H" in bare or bare.startswith(("Độc lập", "(Kèm theo", "(Ban hành kèm")):
        return True
    if bare.startswith(_PLANS) and re.fullmatch(rf"(?:{'|'.join(_PLANS)})\b.{{0,80}}", bare):
        return True
    return (
        bool(foot.signed or foot.closed)
        and not foot.listing
        and not bare.startswith(("-", "+", "•"))
        and is_running(bare)
    )


def _closing(foot: _Foot, first: int, after: int) -> Closing:
    words_of_signing = " ".join(" ".join(cell.text for cell in foot.signed).split())
    signed_by = signer(words_of_signing, foot.name.text if foot.name else None)
    spans = [(cell.start, cell.end) for cell in foot.signed]
    if foot.name:
        spans.append((foot.name.start, foot.name.end))
    recipients = tuple(entry for entry in (" ".join(entry.split()).rstrip(" ;.,") for entry in foot.entries) if entry)
    return Closing(
        first,
        after,
        signed_by,
        recipients,
        (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None,
        (foot.entry_spans[0][0], max(end for _, end in foot.entry_spans)) if foot.entry_spans else None,
    )
