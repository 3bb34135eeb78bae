"""Quantities in a text: a number, or two as a range, with the unit in which it counts.

Money is in whole đồng (`VND`) or in its own currency (ISO 4217), shares in `%`, things in the noun that counts them.
Whether a quantity is one that a plan sets out to reach is for `targets` to judge.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vanban import lexicon

_TEN = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORDS = {word: number for number, word in enumerate(_TEN, 1)}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SCALE = "|".join(_SCALES)
_NUMBER = r"\d{1,12}(?:[.,]\d{1,3}){0,5}(?!\d)"
QUANTITY = re.compile(
    rf"([0-9](?<![\w/.,-]\d)\d{{0,11}}(?:[.,]\d{{1,3}}){{0,5}})(?![\d/])"
    rf"(?:(?: ?(%|{_SCALE}))?(?: ?- ?| (?:đến|tới) )({_NUMBER}))? ?"
    rf"((?:(?:{_SCALE})(?!\w) ?){{0,2}})(?:\([^()\d]{{2,40}}\) )?(?=[%A-Za-zÀ-ỹ])"
)
"""First number, its own scale, last number of a range, scale; a unit follows, which years and numbers of documents
lack. The first digit stands before the look behind it, so that the search leaps from digit to digit."""
_IN_WORDS = re.compile(rf"({'|'.join(_WORDS)}) ((?:(?:{_SCALE})(?!\w) ?)?)(?=\w)")
_NO_QUANTITY = re.compile(
    r"(?:[Ss]ố|thứ|[Kk]hóa|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hụ lục|[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|đường|QL|tỉnh"
    r"|tương đương(?: với)?(?: khoảng)?|\() ?$"
)
_UP_TO = (" đến ", " tới ", " - ", "-")
_PER = re.compile(r"/(?:ngày|đêm|ngày đêm|tuần|tháng|buổi|giờ|lớp|đoàn|người|xã|huyện)(?!\w)")
"""What a count is related to; a rate by the year is the year's count."""


class Unit(NamedTuple):
    words: str
    name: str
    """How the target calls it: `VND`, `%`, `lượt khách`."""
    sort: str


class Amount(NamedTuple):
    """A number with its unit at its place."""

    start: int
    end: int
    low: float
    high: float
    ranged: bool
    unit: Unit


def read(flat: str, match: re.Match[str], stop: int) -> Amount | None:
    """The amount at a match of `QUANTITY`, nothing of it behind `stop`; None where no unit follows."""
    unit = _unit_at(flat, match.end(), stop)
    first, own_scale, last, scale = match.groups()
    factor = 1
    for word in scale.split():
        factor *= _SCALES[word]
    end = match.end()
    if unit is None:
        if factor < 10**6 or not flat[:end].endswith(" "):
            return None
        unit, end = _DONG, match.end(4) - (match.group(4).endswith(" "))
    else:
        end += len(unit.words)
        if unit.sort in COUNTS and flat[end : end + 1] == "/" and (per := _PER.match(flat, end, stop)) is not None:
            unit, end = unit._replace(name=unit.name + per.group()), per.end()
    if _NO_QUANTITY.search(flat, max(0, match.start() - 12), match.start()):
        return None
    high = _scaled(last or first, factor)
    low = _scaled(first, _SCALES.get(own_scale or "", factor)) if last else high
    if last and low > high:
        return None
    return Amount(match.start(), end, low, high, last is not None, unit)


def spanned(flat: str, first: Amount, last: Amount) -> Amount | None:
    """`từ 40 tỷ đồng đến 45 tỷ đồng`: one range, though each bound has its unit."""
    between = flat[first.end : last.start]
    if between not in _UP_TO or first.unit.name != last.unit.name or first.ranged or last.ranged:
        return None
    return last._replace(start=first.start, low=first.low, ranged=True) if first.low < last.high else None


def in_words(flat: str, at: int, stop: int) -> Amount | None:
    """The amount that a number in words begins at a place: `hai lớp`."""
    match = _IN_WORDS.match(flat, at, stop)
    unit = _unit_at(flat, match.end(), stop) if match else None
    if match is None or unit is None:
        return None
    number = _WORDS[match.group(1)] * _SCALES.get(match.group(2).strip(), 1)
    return Amount(at, match.end() + len(unit.words), number, number, ranged=False, unit=unit)


_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_FOREIGN_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")


def _number(text: str) -> float:
    """A number as Vietnamese writes it: `1.250.000`, `1,25`, `05`; also `1.5` and `10,000` as some do."""
    if text.isdigit():
        return int(text)
    if _THOUSANDS.fullmatch(text):
        return int(text.replace(".", ""))
    if _FOREIGN_THOUSANDS.fullmatch(text):
        return int(text.replace(",", ""))
    whole, _, rest = text.replace(",", ".").partition(".")
    return float(f"{whole}.{rest.partition('.')[0] or 0}")


def _scaled(text: str, factor: int) -> float:
    value = round(_number(text) * factor, 4)
    return int(value) if value == int(value) else value


def _unit_at(flat: str, start: int, stop: int) -> Unit | None:
    if flat[start] == "%":
        return SHARE
    word = _UNIT_WORD.match(flat, start, stop)
    for unit in _units().get(word.group(), ()) if word is not None else ():
        end = start + len(unit.words)
        if flat.startswith(unit.words, start) and end <= stop and not flat[end : end + 1].isalnum():
            if unit.sort == "VND" and _COMPANIONS.match(flat, end):
                continue
            return unit
    return None


SHARE = Unit("%", "%", "%")
COUNTS = ("count", "goal")
_DONG = Unit("", "VND", "VND")
_UNIT_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|-){0,15}\$?")
_COMPANIONS = re.compile(r" (?:chí|bào|bộ|thời|đội|hương|ý|tổ chức|chủ)(?!\w)")
"""Words that make another word of `đồng`: `05 đồng chí`."""


@cache
def _units() -> dict[str, tuple[Unit, ...]]:
    """Units by their first word, the longest first."""
    table: dict[str, list[Unit]] = {}
    for row in lexicon.rows("units"):
        for words in (row[0], *row[2:]):
            name = words if row[1] in COUNTS else row[1]
            first = words.partition(" ")[0].rstrip(",")
            table.setdefault(first, []).append(Unit(words, name, row[1]))
    return {first: tuple(sorted(some, key=lambda unit: -len(unit.words))) for first, some in table.items()}
