"""The forms in a letterhead that are told by how they look: Quốc hiệu, number, place and date, subject of a letter.

What is left of the head once they are taken out are the issuing bodies and the title (`vanban.letterhead.opening`).
Forms: NĐ 30/2020/NĐ-CP, Phụ lục I, mục II (state); HD 36-HD/VPTW (Party).
"""

from __future__ import annotations

import re

from vanban.findings import Span
from vanban.letterhead.sheetlines import LOWER, UPPER, Cell
from vanban.letterhead.titles import is_opening
from vanban.text import bare

_GAP = r"[\s|]{1,4}"
MOTTO = re.compile(
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
_WOVEN_MOTTO = (
    r"(CỘNG HÒA XÃ HỘI(?: CHỦ)?(?: NGHĨA)?|CỘNG HÒA(?: XÃ)?|ĐẢNG CỘNG(?: SẢN)?)\n[^\n|]{1,40}? "
    r"((?:XÃ |HỘI |CHỦ |NGHĨA |SẢN |VIỆT ){1,6}NAM)(?=\n|$)"
)
"""Hard wraps in both columns at once: `ỦY BAN NHÂN CỘNG HÒA XÃ HỘI CHỦ` / `DÂN NGHĨA VIỆT NAM`."""
_BROKEN_MOTTO = ("HỘI\n", "CHỦ\n", "NGHĨA\n", "HÒA\n", "XÃ\n", "CỘNG\n", "SẢN\n")
PARTY = re.compile(_GAP.join(("ĐẢNG", "CỘNG", "SẢN", "VIỆT", "NAM")))

_LATIN = str.maketrans(
    {
        **{small: bare(small) for small in LOWER if small > "\xff"},
        **{capital: bare(capital).upper() for capital in UPPER if capital > "\xff"},
        **dict(zip("ăốổơỐ…", "äöøåÖ\xad", strict=True)),
    }
)
"""Stand-ins from Latin-1, one for each letter, for text and pattern alike.

A class with a letter beyond Latin-1 takes `re` a third of a millisecond to compile. Letters that the patterns tell
apart have stand-ins of their own; a sheet holds no soft hyphen.
"""
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_SYMBOL = rf"{_CAPITAL}[\w&.]{{0,11}}(?:\s?[-/]\s?{_CAPITAL}[\w&]{{0,12}}){{0,3}}"
_NUMBER = re.compile(
    (
        r"(?:(?<!\w)(?:S[ốôổóơ]\s{0,3}[:.;]?|SỐ\s{0,3}[:.])[\s|]{0,3}|(?:^|[\n|])[ |]{0,3})"
        rf"(?P<number>[\d.…_]{{0,8}}\s?(?:/\s?\d{{4}}\s?)?[-/]\s?{_SYMBOL})(?!\w)"
    ).translate(_LATIN)
)
"""`Số: 20/KH-UBND`, `Số 45-KH/TU`, `Số: /KH-UBND`, `20/KH-UBND` alone on its line."""

_BLANK = r"[\s.…_|]{0,12}"
_LATIN_NAME = rf"{_CAPITAL}[a-zß-öø-ÿ]{{1,8}}"
_DATE = re.compile(
    (
        r"(?:(?<![\w/-])(?P<place>(?:(?:T[Pp]\.?|Thành phố|TX\.?|Thị xã|Huyện|Xã|Phường)\s)?"
        rf"{_LATIN_NAME}(?:(?:\s-\s|-|\s){_LATIN_NAME}){{0,4}})"
        rf"\s?[,.]?\s?|(?<=[\n|])[ |]{{0,3}},?\s?)"
        rf"[Nn]g[àa]y{_BLANK}(?P<day>\d{{1,2}})?{_BLANK}"
        rf"(?:th[áa]ng{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}n[ăa]m{_BLANK}(?P<year>(?:19|20)\d\d)?"
        rf"|[/.-]{_BLANK}(?P<month2>\d{{1,2}})?{_BLANK}[/.-]{_BLANK}(?P<year2>(?:19|20)\d\d))"
    ).translate(_LATIN)
)
"""`Hà Tĩnh, ngày 20 tháng 01 năm 2020`, also with blanks instead of figures."""
_CAPITAL_DATE = (
    rf"(?:^|[\n|])[ |]{{0,3}}(?P<place>[{UPPER} -]{{2,40}}), NGÀY{_BLANK}(?P<day>\d{{1,2}})?{_BLANK}"
    rf"THÁNG{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}NĂM{_BLANK}(?P<year>(?:19|20)\d\d)?"
)
_NAME = rf"[{UPPER}][{LOWER}]{{1,8}}"
_BARE_YEAR = rf"(?:^|[\n|])[ |]{{0,3}}(?P<place>{_NAME}(?: - {_NAME}| {_NAME}){{0,4}}), năm (?P<year>20\d\d)(?=\s|$)"
_SUBJECT = re.compile(r"(?:^|[\n|])[ |]{0,3}V/v:?\s(?P<subject>[^|]{4,600})")
"""`V/v triển khai …`, the subject of an official letter."""


class Marks:
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
        self.taken.extend(match.span() for match in MOTTO.finditer(sheet, start, end))
        if any(sheet.find(words, start, end) >= 0 for words in _BROKEN_MOTTO):
            self._read_woven_motto(sheet, start, end)
        if party := PARTY.search(sheet, start, end):
            self.party = True
            self.taken.append(party.span())
        begin = max(0, start - 1)
        latin = sheet[:begin] + sheet[begin:end].translate(_LATIN)
        if number := _NUMBER.search(latin, start):
            begin, stop = self.spans["number"] = number.span("number")
            self.number = _clean_number(sheet[begin:stop])
            self.taken.append(number.span())
        self._read_date(sheet, latin, start, end)
        if subject := _SUBJECT.search(sheet, start, end):
            self._read_subject(subject)

    def _read_woven_motto(self, sheet: str, start: int, end: int) -> None:
        if woven := re.compile(_WOVEN_MOTTO).search(sheet, start, end):
            self.taken += [woven.span(1), woven.span(2)]

    def _read_date(self, sheet: str, latin: str, start: int, end: int) -> None:
        match = _DATE.search(latin, start)
        for cue, pattern in ((", NGÀY", _CAPITAL_DATE), (", năm", _BARE_YEAR)):
            if match is None and sheet.find(cue, start, end) >= 0:
                match = re.compile(pattern).search(sheet, start, end)
        if match is None:
            return
        groups = match.groupdict()
        self.date = _iso(
            groups.get("year") or groups.get("year2"), groups.get("month") or groups.get("month2"), groups.get("day")
        )
        self.taken.append(match.span())
        if groups["place"]:
            begin, stop = self.spans["place"] = match.span("place")
            self.place = _place(sheet[begin:stop])
        if self.date:
            digits = match.end("place") if groups["place"] else match.start()
            self.spans["date"] = _trim(sheet, digits, match.end())

    def _read_subject(self, match: re.Match[str]) -> None:
        text = match["subject"]
        motto = MOTTO.search(text) or PARTY.search(text)
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
    match = re.search(r"\n[^\n]{0,40}, ngày ", text) if ", ngày " in text else None
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
    return number.lstrip(".…_").rstrip(".")


def _place(text: str) -> str:
    text = " ".join(text.split())
    short = next((short for short in ("TP. ", "Tp. ", "TP ", "Tp ") if text.startswith(short)), None)
    return f"Thành phố {text.removeprefix(short)}" if short else text


def _iso(year: str | None, month: str | None, day: str | None) -> str | None:
    """An ISO date as far as it is given: a day without its month says nothing."""
    if year is None:
        return None
    if month is None or not 1 <= int(month) <= 12:
        return year
    if day is None or not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"
