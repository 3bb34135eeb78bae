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
from vanban.issuer import sentence_case
from vanban.sheetlines import LOWER, UPPER, Cell, Lines, alternatives, meanings, words
from vanban.titles import is_running

_TO = re.compile(r"(?:N[ơoớ]i\s?nh[ậâạ]n|NƠI NHẬN|Nơi gửi|NƠI GỬI)(?:\s?[:.]|(?=\s?[-|]|\s?$))\s?")
_SIGNED = re.compile(
    rf"(?<![\w/])(?:{alternatives(words('behalf') + words('authority'))})(?:\s?\.\s?|\s)(?=(?:[{UPPER}][{UPPER}]|$))"
)
"""`TM. ỦY BAN NHÂN DÂN`, `KT.CHỦ TỊCH`, `T/M BAN THƯỜNG VỤ`; thuvienphapluat breaks the line behind the dot."""
_SIGNED_OPEN = re.compile(r"(?:^|\s)[A-Z/]{1,4}\s?\.$")
"""A line that stops behind `TM.`."""
_BODIES = ("ỦY BAN ", "UBND", "HỘI ĐỒNG NHÂN DÂN", "BAN CHẤP HÀNH", "BAN THƯỜNG VỤ", "TỈNH ỦY", "TỈNH ", "THÀNH PHỐ ", "HUYỆN ")
_FAMILY = frozenset(words("surname"))
_ROLES = {role.replace(" ", ""): name for role, name in meanings("role").items()}
_ROLE = re.compile(alternatives(words("role")))
_ROLE_AT_END = re.compile(rf"(?:(?<=[;.:,)])\s|(?<=[{LOWER}\d])\s|^)((?:{_ROLE.pattern})(?:\s[{UPPER}]+){{0,6}})$")
_WORD = rf"[{UPPER}](?:[{LOWER}]{{1,7}}|[{UPPER}]{{1,7}})?"
_PERSON = re.compile(rf"({_WORD}(?:(?:\s-\s|\s){_WORD}){{1,5}})\.?$")
_PERSON_BEHIND = re.compile(rf"(?<=[;.:,)])\s([{UPPER}][{LOWER}]{{0,7}}(?:\s[{UPPER}][{LOWER}]{{0,7}}){{1,4}})$")
_PERSON_AFTER = re.compile(rf"\s([{UPPER}][{LOWER}]{{1,7}}(?:\s[{UPPER}][{LOWER}]{{1,7}}){{1,4}})$")
_TITLES = tuple(f"{title} " for title in words("title"))
_NOT_A_PERSON = re.compile(
    r"(?:Đã|Ký|Người|Cơ|Email|Thời|Số|Trang|Lưu|Như|Các|Ban|Sở|Bộ|Tỉnh|Huyện|Ủy|UBND|HĐND|Văn|Phó|Chủ|Bí|Giám|Chánh|Công Báo|Nơi|Phụ)\b"
    r"(?!\s\w+\s\w+$)|(?:Nơi|Phụ Lục|Ủy Ban|Văn Phòng|Việt Nam|Trung Ương|Hà Nội)"
)
_FAMILY_NAMES_CAPITAL = frozenset(name.upper() for name in _FAMILY)
_BULLET = re.compile(r"\s*[-+•*·–]\s*")
_NEXT_ENTRY = re.compile(r"(?<=[;.,])\s[-+•]\s?(?=\S)")
_ANNEX = tuple(words("annex"))
_LAST_ENTRY = re.compile(r"\W{0,3}Lưu\b")
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
        if _ROLES.get("".join(text.split())) and index + 1 < last:
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
    return _opens_foot(text.lstrip(_MARK_UP)) or "|" in text and any(_opens_foot(cell.strip(_MARK_UP)) for cell in text.split("|"))


def _opens_foot(text: str) -> bool:
    if not text or text[0] not in "NTKQ":
        return False
    if _TO.match(text):
        return True
    match = _SIGNED.match(text)
    if match is None:
        return False
    rest = text[match.end() :].split("|")[0].split(" ")
    return len(text) < 250 and all(word.isupper() for word in rest[:2] if word)


def _with_post_above(lines: Lines, start: int, first: int) -> int:
    """`GIÁM ĐỐC` and a name may stand above `Nơi nhận`, with no word such as TM. before them."""
    for index in range(start - 1, max(first, start - 6) - 1, -1):
        text = lines.texts[index].strip(" |")
        if _ROLES.get("".join(text.split())):
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
        left, right = _columns(cell, following=bool(self.signed) and _SIGNED_OPEN.search(self.signed[-1].text) is not None)
        if right:
            self._sign(right)
        return not left.text or self._take_left(left)

    def _take_left(self, cell: Cell) -> bool:
        bullet = _BULLET.match(cell.text)
        if self.listing and bullet:
            self._list(_cut(cell, bullet.end()), new=True)
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
        return self.entries[-1][-1:] not in ";." if self.bulleted else self.entries[-1][-1:] not in ";.,"

    def _list(self, cell: Cell, *, new: bool) -> None:
        text = cell.text
        behind = _PERSON_BEHIND.search(text)
        if behind and self.name is None and behind[1].split()[0] in _FAMILY and text[: behind.start()][-1:] in ";.":
            self.name = Cell(behind[1], cell.start + behind.start(1), cell.start + behind.end(1), cell.line)
            text = text[: behind.start()]
        pieces = _NEXT_ENTRY.split(text)
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
        person = _PERSON.match(text)
        if person is None or not _is_person(person[1]):
            return False
        if self.listing and not self.closed and self.entries and self.entries[-1][-1:] not in ";.":
            if person[1].split()[0].capitalize() not in _FAMILY:
                return False
        start = cell.start + cell.text.index(person[1])
        self.name = Cell(person[1], start, start + len(person[1]), cell.line)
        return True


def _is_person(text: str) -> bool:
    parts = text.replace("-", " ").split()
    if not 2 <= len(parts) <= 6 or _NOT_A_PERSON.match(text):
        return False
    if text.isupper():
        return parts[0] in _FAMILY_NAMES_CAPITAL and not _ROLE.match(text)
    return all(part[1:].islower() or len(part) == 1 for part in parts)


def _cut(cell: Cell, offset: int) -> Cell:
    text = cell.text[offset:]
    stripped = text.lstrip(" -*")if offset == 0 else text.strip()
    start = cell.end - len(text) + (len(text) - len(text.lstrip()))
    return Cell(stripped, start, start + len(stripped), cell.line)


def _columns(cell: Cell, *, following: bool) -> tuple[Cell, Cell | None]:
    """What stands left, and the words of signing that stand right of it on the same line."""
    signed = _SIGNED.search(cell.text)
    if signed:
        at = signed.start()
    else:
        role = _ROLE_AT_END.search(cell.text)
        if role is None:
            return _whole_role(cell, following=following)
        at = role.start(1)
    left = cell.text[:at].rstrip()
    return Cell(left, cell.start, cell.start + len(left), cell.line), Cell(
        cell.text[at:], cell.start + at, cell.end, cell.line
    )


def _whole_role(cell: Cell, *, following: bool) -> tuple[Cell, Cell | None]:
    """`PHÓ CHỦ TỊCH Nguyễn Văn An` and `ỦY BAN NHÂN DÂN` below `TM.` (`following`)."""
    text = cell.text
    empty = Cell("", cell.start, cell.start, cell.line)
    if _ROLE.match(text):
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
    return _closing(lines, foot, first, max(after, first + 1))


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
    if text.startswith("|") and text.count("|") > 3 or bare.startswith(("CỘNG HÒA", "Độc lập", "(Kèm theo", "(Ban hành kèm")):
        return True
    if re.fullmatch(r"(?:KẾ HOẠCH|CHƯƠNG TRÌNH|ĐỀ ÁN|PHƯƠNG ÁN|QUY CHẾ|QUY ĐỊNH|CHIẾN LƯỢC)\b.{0,80}", bare):
        return True
    return bool(foot.signed or foot.closed) and not foot.listing and bare[:1] not in "-+•" and is_running(bare)


def _closing(lines: Lines, foot: _Foot, first: int, after: int) -> Closing:
    signer = _signer(foot)
    spans = [(cell.start, cell.end) for cell in foot.signed]
    if foot.name:
        spans.append((foot.name.start, foot.name.end))
    recipients = tuple(entry for entry in (" ".join(entry.split()).rstrip(" ;.,") for entry in foot.entries) if entry)
    return Closing(
        first,
        after,
        signer,
        recipients,
        (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None,
        (foot.entry_spans[0][0], max(end for _, end in foot.entry_spans)) if foot.entry_spans else None,
    )


def _signer(foot: _Foot) -> Signer:
    text = " ".join(" ".join(cell.text for cell in foot.signed).split())
    name = foot.name.text if foot.name else None
    behalf: list[str] = []
    authority: list[str] = []
    role = None
    marks = [match.start() for match in _SIGNED.finditer(text)]
    bounds = [0, *[mark for mark in marks if mark], len(text)]
    for start, end in zip(bounds, bounds[1:]):
        words_here = text[start:end].strip()
        words_here, found_role, found_name = _post(words_here)
        role = found_role or role
        name = name or found_name
        if words_here[:2] in ("TM", "T/"[:2]) and words_here.replace("/", "").startswith("TM"):
            behalf.append(words_here)
        elif words_here and _SIGNED.match(words_here):
            authority.append(words_here)
    if name and name.isupper():
        name = name.title()
    return Signer(name, role, " ".join(authority) or None, " ".join(behalf) or None)


def _post(text: str) -> tuple[str, str | None, str | None]:
    """Part `KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn An` into what is signed for, the own post and the name."""
    signed = _SIGNED.match(text)
    if signed and text[: signed.end()].strip(" ./").replace("/", "") == "TM":
        role = re.search(rf"\s({_ROLE.pattern})(?![{UPPER}])", text[signed.end() :])
        if role is None:
            return _normal(text, signed), None, None
        at = signed.end() + role.start(1)
        return _normal(text[:at].strip(), signed), _role_name(role[1] + _capitals(text[at + len(role[1]) :])), _person_after(text[at + len(role[1]) :])
    if signed:
        first = _ROLE.match(text, signed.end())
        if first is None:
            return _normal(text, signed), None, None
        second = _ROLE.search(text, first.end())
        at = second.start() if second else len(text)
        post = _role_name(second.group() + _capitals(text[second.end() :])) if second else None
        rest = text[second.end() :] if second else text[first.end() :]
        return _normal(text[:at].strip() if second else text[: len(text) - len(rest)] + _capitals(rest), signed), post, _person_after(rest)
    role = _ROLE.search(text)
    if role is None:
        return text, None, None
    return text[: role.start()].strip(), _role_name(role.group() + _capitals(text[role.end() :])), _person_after(text[role.end() :])


def _capitals(text: str) -> str:
    kept = []
    for word in text.split():
        if not word.isupper():
            break
        kept.append(word)
    return " " + " ".join(kept) if kept else ""


def _normal(text: str, signed: re.Match[str]) -> str:
    """`KT.CHỦ TỊCH` → `KT. CHỦ TỊCH`; the Party's `T/M` bears no dot."""
    mark = text[: signed.end()].strip(" .")
    return f"{mark}{' ' if '/' in mark else '. '}{text[signed.end():].strip()}".strip()


def _role_name(text: str) -> str:
    """`PHÓ CHỦ TỊCH` → `Phó Chủ tịch`; `GIÁM ĐỐC SỞ NGOẠI VỤ` → `Giám đốc Sở Ngoại vụ`."""
    match = _ROLE.match(text)
    if match is None:
        return sentence_case(text)
    rest = text[match.end() :].strip()
    name = _ROLES["".join(match.group().split())]
    return f"{name} {sentence_case(rest)}" if rest and rest.split()[0] not in _FAMILY_NAMES_CAPITAL else name


def _person_after(text: str) -> str | None:
    match = _PERSON_AFTER.search(text)
    return match[1] if match and _is_person(match[1]) and match[1].split()[0] in _FAMILY else None
