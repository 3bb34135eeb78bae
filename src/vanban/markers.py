"""What stands in front of a heading or an item: `II.`, `A.`, `1.`, `1.1.`, `a)`, `-`, `Điều 3.`.

Seen in plans of many provinces: `I.`, `I-`, `I/`, `1.`, `1)`, `1-`, `2.Các Sở` (no space), `1.1.`, `a)`, `a.`, `đ)`,
`-`, `+`, `•`, `Phần thứ nhất`, `PHẦN I`, `Chương II`, `Mục 1`, `Điều 3.`, `PHỤ LỤC`, a row of a table `| 1 | … |`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

ROMAN = "roman"
UPPER = "upper"
DIVISION = "division"
ARTICLE = "article"
NUMBER = "number"
NESTED = "nested"
LETTER = "letter"
BULLET = "bullet"
ROW = "row"
ANNEX = "annex"


class Marker(NamedTuple):
    """A mark at the start of a line.

    `label` is the numeral as written, `mark` all of the mark, `order` its place among its siblings (0 where it has
    none), `end` the offset at which the text behind it begins.
    """

    family: str
    label: str
    mark: str
    order: int
    end: int


_ROMAN = re.compile(r"([IVX]{1,6})(?:\s?[.\-/):]|(?=\s[-:]))\s*(?=[^\s\d.,;)])")
_UPPER = re.compile(r"([A-HK])(?:\s?[./)]|\s?-)\s+(?=[^\W\d_])")
_DIVISION = r"((?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s(?:(?:thứ|THỨ)\s\w+|[IVX]{1,6}|\d{1,2}))\b\s?[.:\-]?\s*"
_ARTICLE = re.compile(r"((?:Điều|ĐIỀU)\s\d{1,3})\s?[.:]\s*")
_ANNEX = r"((?:Phụ lục|PHỤ LỤC)(?:\s(?:(?:số|SỐ)\s)?[IVX\d]{1,4}\b)?)\s?[.:\-]?\s*(?=$|[A-ZĐÁÀẢÃẠÂĂÊÔƠƯ(])"
_NESTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s*|\s+)(?=[^\W\d_]|[“\"])")
_NUMBER = re.compile(r"(\d{1,2})(?:(?:\s?[.)]\s*|\s?-\s+|/\s+)(?=[^\W\d_]|[“\"])|[.)]\s+(?=\d))")
_LETTER = re.compile(r"([a-zđ])\s?(?:\)\s*|\.\s+)(?=\S)")
_BULLET = re.compile(r"([^o]|o(?=\s))\s*(?=[^\s\-+|])")
"""For lines that open with a bullet or an `o`."""

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}
_LETTER_ORDER = {letter: order for order, letter in enumerate("abcdđeghiklmnopqrstuvxy", 1)}
_WORDS = {
    word: order
    for order, word in enumerate(("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1)
}
_BULLETS = frozenset("-+•*·●▪■◦➢✓o")


def find(line: str) -> Marker | None:
    """The marker that `line` opens with, by its form alone; whether it counts there is for the caller to judge."""
    if "|" in line and is_row(line):
        return Marker(ROW, "", "|", 0, 0)
    first = line[0]
    if first in _LETTER_ORDER and line[1:2].isalpha():
        return None  # what most lines are: a sentence going on
    finder = _FINDERS.get(first)
    if finder:
        return finder(line)
    return _number(line) if first.isdigit() else None


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: `| 1 | Đón đoàn | Sở Ngoại vụ |`, also without the outer bars."""
    return line[0] == "|" or line.count(" | ") >= _FEWEST_BARS


def cells(row: str) -> tuple[str, ...]:
    """The cells of a row, empty ones kept, without the white space around them."""
    return tuple(cell.strip() for cell in row.strip().removeprefix("|").removesuffix("|").split("|"))


_FEWEST_BARS = 2
"""A single bar within a line may stand between the two columns of a letterhead or a signature."""


def _number(line: str) -> Marker | None:
    match = _NESTED.match(line)
    if match:
        label = match.group(1)
        return Marker(NESTED, label, match.group().strip(), int(label.rsplit(".", 1)[1]), match.end())
    match = _NUMBER.match(line)
    return Marker(NUMBER, match.group(1), match.group().strip(), int(match.group(1)), match.end()) if match else None


def _bullet(line: str) -> Marker | None:
    match = _BULLET.match(line)
    return Marker(BULLET, "", match.group(1), 0, match.end()) if match else None


def _letter(line: str) -> Marker | None:
    match = _LETTER.match(line)
    return Marker(LETTER, line[0], match.group().strip(), _LETTER_ORDER[line[0]], match.end()) if match else None


def _roman_part(line: str) -> Marker | None:
    match = _ROMAN.match(line)
    return Marker(ROMAN, match.group(1), match.group().strip(), _roman(match.group(1)), match.end()) if match else None


def _upper(line: str) -> Marker | None:
    match = _UPPER.match(line)
    if match is None:
        return _division(line) if line[0] == "C" else None
    return Marker(UPPER, match.group(1), match.group().strip(), ord(match.group(1)) - ord("A") + 1, match.end())


def _annex(line: str) -> Marker | None:
    match = re.match(_ANNEX, line) if line.startswith(("Phụ lục", "PHỤ LỤC")) else None
    if match is None:
        return _division(line)
    label = match.group(1)
    return Marker(ANNEX, _annex_label(label), label, _division_order(label), match.end())


def _division(line: str) -> Marker | None:
    word, _, numeral = line.partition(" ")
    numbered = word in _DIVISIONS and (numeral[:1] in _NUMERALS or numeral.startswith(("thứ", "THỨ")))
    match = re.match(_DIVISION, line) if numbered else None
    if match is None:
        return None
    label = match.group(1)
    return Marker(DIVISION, label, label, _division_order(label), match.end())


def _article(line: str) -> Marker | None:
    match = _ARTICLE.match(line)
    if match is None:
        return None
    label = match.group(1)
    return Marker(ARTICLE, label, match.group().strip(), int(_last_word(label)), match.end())


_DIVISIONS = frozenset({"Phần", "PHẦN", "Chương", "CHƯƠNG", "Mục", "MỤC"})
_NUMERALS = frozenset("IVX0123456789")
_FINDERS: dict[str, Callable[[str], Marker | None]] = {
    **dict.fromkeys("0123456789", _number),
    **dict.fromkeys(_LETTER_ORDER, _letter),
    **dict.fromkeys(_BULLETS, _bullet),
    **dict.fromkeys("IVX", _roman_part),
    **dict.fromkeys("ABCDEFGHK", _upper),
    **dict.fromkeys("M", _division),
    "P": _annex,
    "Đ": _article,
}
"""What is looked for behind each first character of a line."""


def _last_word(text: str) -> str:
    return text.rpartition(" ")[2]


def _annex_label(mark: str) -> str:
    """`PHỤ LỤC` → `PL`, `Phụ lục số II` → `PL II`."""
    last = _last_word(mark)
    return "PL" if last.casefold() == "lục" else f"PL {last}"


def _roman(numeral: str) -> int:
    """The value of a Roman numeral up to XXXIX; `IIII` counts as written."""
    values = [_ROMAN_VALUES[char] for char in numeral]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _division_order(label: str) -> int:
    last = _last_word(label)
    if last.isdigit():
        return int(last)
    if not last.strip("IVX"):
        return _roman(last)
    return _WORDS.get(last.lower(), 0)
