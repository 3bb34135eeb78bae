"""The head of a document: number, place, date, issuing bodies, kind and title, and where the running text begins.

Layouts: NĐ 30/2020/NĐ-CP, Phụ lục I (state), HD 36-HD/VPTW (Party). What stands in the letterhead is recognised by
its form, taken out, and what is left over in capitals are the issuing bodies; so it does not matter how the two columns
came to stand: above each other, merged into one line, or apart in cells.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.findings import Span
from vanban.sheetlines import LOWER, UPPER, Cell, Lines, alternatives, meanings, words
from vanban.titles import Title, find_title, is_opening, is_running

_GAP = r"[\s|]{1,4}"
_MOTTO = re.compile(
    _GAP.join(("CỘNG", "H(?:ÒA|OÀ|OA|ÓA)", "XÃ", "HỘI", "CHỦ", "NGH[ĨI]A", "VIỆT", "NAM"))
    + "|"
    + _GAP.join(("[Cc]ộng", "hòa", "[Xx]ã", "hội", "[Cc]hủ", "nghĩa", "Việt", "Nam"))
    + rf"(?={_GAP}[ĐD]ộc)"
    + "|"
    + _GAP.join(("[ĐD](?:ộc|ỘC)", "(?:lập|LẬP)"))
    + r"[\s|]{0,3}-?[\s|]{0,3}"
    + _GAP.join(("[Tt](?:ự|Ự)", "[Dd](?:o|O)"))
    + r"[\s|]{0,3}-?[\s|]{0,3}"
    + _GAP.join(("[Hh](?:ạnh|ẠNH)", "[Pp](?:húc|HÚC)"))
)
"""Quốc hiệu and Tiêu ngữ, hard wraps and cells inside allowed."""
_WOVEN_MOTTO = re.compile(
    r"(CỘNG HÒA XÃ HỘI(?: CHỦ)?(?: NGHĨA)?|CỘNG HÒA(?: XÃ)?|ĐẢNG CỘNG(?: SẢN)?)\n[^\n|]{1,40}? "
    r"((?:XÃ |HỘI |CHỦ |NGHĨA |SẢN |VIỆT ){1,6}NAM)(?=\n|$)"
)
"""Hard wraps in both columns at once: `ỦY BAN NHÂN CỘNG HÒA XÃ HỘI CHỦ` / `DÂN NGHĨA VIỆT NAM`."""
_PARTY = re.compile(_GAP.join(("ĐẢNG", "CỘNG", "SẢN", "VIỆT", "NAM")))

_SYMBOL = rf"[{UPPER}][\w&.]{{0,11}}(?:\s?[-/]\s?[{UPPER}][\w&]{{0,12}}){{0,3}}"
_NUMBER = re.compile(
    rf"(?:(?<!\w)(?:S[ốôổóơ]\s{{0,3}}[:.;]?|SỐ\s{{0,3}}[:.])[\s|]{{0,3}}|(?:^|[\n|])[ |]{{0,3}})"
    rf"(?P<number>[\d.…_]{{0,8}}\s?(?:/\s?\d{{4}}\s?)?[-/]\s?{_SYMBOL})(?!\w)"
)
"""`Số: 20/KH-UBND`, `Số 45-KH/TU`, `Số: /KH-UBND`, `20/KH-UBND` alone on its line."""

_BLANK = r"[\s.…_|]{0,12}"
_NAME = rf"[{UPPER}][{LOWER}]{{1,8}}"
_DATE = re.compile(
    rf"(?:(?P<place>(?:(?:TP\.?|Tp\.?|Thành phố|TX\.?|Thị xã|Huyện|Xã|Phường)\s)?{_NAME}(?:(?:\s-\s|-|\s){_NAME}){{0,4}})"
    rf"\s?[,.]?\s?|(?<=[\n|])[ |]{{0,3}},?\s?)"
    rf"[Nn]g[àa]y{_BLANK}(?P<day>\d{{1,2}})?{_BLANK}"
    rf"(?:th[áa]ng{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}n[ăa]m{_BLANK}(?P<year>(?:19|20)\d\d)?"
    rf"|[/.-]{_BLANK}(?P<month2>\d{{1,2}})?{_BLANK}[/.-]{_BLANK}(?P<year2>(?:19|20)\d\d))"
)
"""`Hà Tĩnh, ngày 20 tháng 01 năm 2020`, also with blanks instead of figures."""
_CAPITAL_DATE = re.compile(
    rf"(?:^|[\n|])[ |]{{0,3}}(?P<place>[{UPPER} -]{{2,40}}), NGÀY{_BLANK}(?P<day>\d{{1,2}})?{_BLANK}"
    rf"THÁNG{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}NĂM{_BLANK}(?P<year>(?:19|20)\d\d)?"
)
_BARE_YEAR = re.compile(rf"(?:^|[\n|])[ |]{{0,3}}(?P<place>{_NAME}(?: - {_NAME}| {_NAME}){{0,4}}), năm (?P<year>20\d\d)(?=\s|$)")
_SUBJECT = re.compile(r"(?:^|[\n|])[ |]{0,3}V/v:?\s(?P<subject>[^|]{4,600})")
"""`V/v triển khai …`, the subject of an official letter."""

_BODY_WORDS = tuple(f"{word} " for word in words("body"))
_LEVELS = tuple(f"{word} " if word[-1] != "." else word for word in words("level"))
_HEAD_LINES = 60
_MOTTO_CUES = ("CỘNG", "Độc lập", "ĐỘC LẬP", "Độc\n")
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
    marks = _Marks(lines.sheet, lines.starts[first], limit)
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
    found = min((place for cue in _MOTTO_CUES if (place := sheet.find(cue, start, end)) >= 0), default=-1)
    match = None
    if found >= 0:
        match = _MOTTO.search(sheet, max(start, found - 1), end) or _PARTY.search(sheet, max(start, found - 1), end)
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
        if is_running(lines.texts[index]):
            return index
    return last


def _find_kind(lines: Lines, first: int, last: int) -> _Kind | None:
    """The line that names the type of document: alone on it for choice, else before its title."""
    best: _Kind | None = None
    best_rank = 0
    for cell in lines.cells(first, last):
        if len(cell.text) > _FLATTENED and (within := _KIND_WITHIN.search(cell.text)):
            cell = cell._replace(text=cell.text[within.end() :], start=cell.start + within.end())
        name, length, rank = _kind_of(cell.text)
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
_KIND = re.compile(
    rf"(?P<kind>{alternatives([kind.upper() for kind in words('kind')])})(?!\w)".replace(r"\s", r"\s?"),
)
_KIND_NAMES = {kind.upper().replace(" ", ""): kind for kind in words("kind")}


_KIND_WITHIN = re.compile(r"(?:Hạnh phúc|CỘNG HÒA|ĐẢNG CỘNG)[^\n]{0,160}\snăm\s(?:\d{4}|[.…]{1,6})\s(?=[A-ZĐ]{2}|K[ẾÊ] )")
_FLATTENED = 90
"""A line this long with Quốc hiệu and date in it is a whole head flattened into one."""


def _kind_of(text: str) -> tuple[str, int, int]:
    """Kind, its length in the text, and how plainly it is one."""
    match = _KIND.match(text.upper()[:40]) if text[:1].isalpha() and text[0].isupper() else None
    if match is None:
        return "", 0, 0
    name = _KIND_NAMES["".join(match.group().split())]
    written, rest = text[: match.end()], text[match.end() :].strip(" :.*-")
    if not rest:
        return name, len(text), _ALONE if written.isupper() else _SMALL
    if written.isupper():
        return (name, match.end(), _GLUED) if rest[0].isalpha() and rest[0].isupper() else ("", 0, 0)
    if rest[0].islower() and not _CITED.match(rest) and len(text) < 400 and text[-1] not in ".;:":
        return name, match.end(), _SMALL
    return "", 0, 0


_CITED = re.compile(r"số |này|trên|được|là |có |của |và |cụ thể|\d|như sau|đã |phải ")


class _Marks:
    """What the letterhead says in its own forms; `inside` tells whether an offset belongs to one of them."""

    def __init__(self, sheet: str, start: int, end: int) -> None:
        self.spans: dict[str, Span] = {}
        self.number = self.place = self.date = self.subject = None
        self.taken: list[Span] = []
        self.party = False
        self._read(sheet, start, end)
        self.letterhead = bool(self.taken)
        self.last = max((span[1] for span in self.taken), default=start)

    number: str | None
    place: str | None
    date: str | None
    subject: str | None

    def _read(self, sheet: str, start: int, end: int) -> None:
        self.taken.extend(match.span() for match in _MOTTO.finditer(sheet, start, end))
        if woven := _WOVEN_MOTTO.search(sheet, start, end):
            self.taken += [woven.span(1), woven.span(2)]
        if party := _PARTY.search(sheet, start, end):
            self.party = True
            self.taken.append(party.span())
        if number := _NUMBER.search(sheet, start, end):
            self.number = _clean_number(number["number"])
            self.spans["number"] = number.span("number")
            self.taken.append(number.span())
        self._read_date(sheet, start, end)
        if subject := _SUBJECT.search(sheet, start, end):
            self._read_subject(subject)

    def _read_date(self, sheet: str, start: int, end: int) -> None:
        match = _DATE.search(sheet, start, end) or _CAPITAL_DATE.search(sheet, start, end)
        match = match or _BARE_YEAR.search(sheet, start, end)
        if match is None:
            return
        groups = match.groupdict()
        self.date = _iso(
            groups.get("year") or groups.get("year2"), groups.get("month") or groups.get("month2"), groups.get("day")
        )
        self.taken.append(match.span())
        if groups["place"]:
            self.place = _place(groups["place"])
            self.spans["place"] = match.span("place")
        if self.date:
            digits = match.end("place") if groups["place"] else match.start()
            self.spans["date"] = (digits + len(match.group()) - len(match.group().lstrip()), match.end())
            self.spans["date"] = _trim(sheet, digits, match.end())

    def _read_subject(self, match: re.Match[str]) -> None:
        text = match["subject"]
        motto = _MOTTO.search(text) or _PARTY.search(text)
        stops = (text.find("\nKính"), _dated(text), _double(text), motto.start() if motto else -1)
        stop = min((place for place in stops if place >= 0), default=len(text))
        self.subject = " ".join(text[:stop].split()).rstrip(" .;")
        self.spans["title"] = (match.start("subject"), match.start("subject") + len(text[:stop].rstrip()))
        self.taken.append((match.start(), match.start("subject") + stop))

    def inside(self, start: int, end: int) -> bool:
        return any(taken[0] < end and start < taken[1] for taken in self.taken)

    def without(self, cell: Cell) -> list[Cell]:
        """The parts of a cell that belong to none of the forms."""
        parts = []
        position = cell.start
        for start, end in sorted(self.taken):
            if start < cell.end and position < end:
                parts.append((position, start))
                position = end
        parts.append((position, cell.end))
        return [part for start, end in parts if (part := _part(cell, start, end)) is not None]


def _part(cell: Cell, start: int, end: int) -> Cell | None:
    piece = cell.text[max(0, start - cell.start) : max(0, end - cell.start)]
    text = piece.strip(" -*_.,:/")
    if not text or not any(map(str.isalpha, text)):
        return None
    begin = max(start, cell.start) + piece.index(text)
    return Cell(text, begin, begin + len(text), cell.line)


def _dated(text: str) -> int:
    match = re.search(r"\n[^\n]{0,40}, ngày ", text)
    return match.start() if match else -1


def _double(text: str) -> int:
    """Where a subject is over: at the third line end, as it stands in a narrow column."""
    position = -1
    for _ in range(6):
        position = text.find("\n", position + 1)
        if position < 0 or is_opening(text[position + 1 : position + 40]):
            return position
    return position


def _trim(sheet: str, start: int, end: int) -> Span:
    piece = sheet[start:end]
    lead = len(piece) - len(piece.lstrip(" ,.|\n"))
    return start + lead, start + len(piece.rstrip(" .…_|\n"))


def _clean_number(number: str) -> str:
    number = "".join(number.split())
    return re.sub(r"^[.…_]+", "", number).rstrip(".")


def _place(text: str) -> str:
    text = " ".join(text.split())
    return re.sub(r"^(?:TP|Tp)\.?\s", "Thành phố ", text)


def _iso(year: str | None, month: str | None, day: str | None) -> str | None:
    """An ISO date as far as it is given: a day without its month says nothing."""
    if year is None:
        return None
    if month is None or not 1 <= int(month) <= 12:
        return year
    if day is None or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


_NOISE = frozenset(words("noise"))


def _bodies(lines: Lines, first: int, limit: int, marks: _Marks, *, known: bool) -> tuple[list[Cell], int]:
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


def _is_body(part: Cell, marks: _Marks, *, following: bool) -> bool:
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
    return following and len(text.split()) <= 12 and not _KIND.match(text)


_SURE_BODIES = ("ỦY BAN ", "UBND ", "ỦY BAN NHÂN DÂN ", "HỘI ĐỒNG NHÂN DÂN ", "TỈNH ỦY ", "HUYỆN ỦY ", "THÀNH ỦY ", "SỞ ", *_LEVELS)


def _title(lines: Lines, kind: _Kind | None, title_line: int, last: int, marks: _Marks) -> Title:
    if kind:
        start = kind.rest or kind.cell.end
        return find_title(lines, kind.cell.line if kind.rest else kind.cell.line + 1, last, start, decision=kind.name == "Quyết định")
    if marks.subject:
        body = lines.sheet.count("\n", 0, max(marks.last, 0)) + 1
        return Title(body=_after_address(lines, min(body, last), last))
    decision = bool(marks.number and "QĐ" in marks.number)
    return find_title(lines, min(title_line, last), last, 0, decision=decision)


def _after_address(lines: Lines, line: int, last: int) -> int:
    """The first line behind `Kính gửi: …` and its list."""
    addressed = next((index for index in range(line, min(line + 6, last)) if lines.texts[index].startswith("Kính gửi")), None)
    if addressed is None:
        return line
    line = addressed + 1
    while line < last and (lines.texts[line][:1] in "-+•" or len(lines.texts[line]) < 60 and lines.texts[line][-1:] in ";,"):
        line += 1
    return line
