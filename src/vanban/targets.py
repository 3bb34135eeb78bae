"""Quantities that a plan sets out to reach (chỉ tiêu): money, counts and shares, with their unit and year.

A number with a unit is a target only where words around it say so (`phấn đấu giải ngân từ 30 đến 50 tỷ đồng`).
Numbers of documents, dates, ages, ordinals and figures about the past are none. Precision goes before recall: a
target that the plan does not set would be measured for a year.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from vanban import lexicon
from vanban.findings import Span, Target

_TEN = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_WORDS = {word: number for number, word in enumerate(_TEN, 1)}
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_SCALE = "|".join(_SCALES)
_NUMBER = r"\d{1,12}(?:[.,]\d{1,3}){0,5}(?!\d)"
_QUANTITY = re.compile(
    rf"(\d(?<![\w/.,-]\d)\d{{0,11}}(?:[.,]\d{{1,3}}){{0,5}})(?![\d/])"
    rf"(?:(?: ?(%|{_SCALE}))?(?: ?- ?| (?:đến|tới) )({_NUMBER}))? ?"
    rf"((?:(?:{_SCALE})(?!\w) ?){{0,2}})(?:\([^()\d]{{2,40}}\) )?(?=[%A-Za-zÀ-ỹ])"
)
"""First number, its own scale, last number of a range, scale; a unit follows, which years and numbers of documents
lack. The first digit stands before the look behind it, so that the search leaps from digit to digit."""
_IN_WORDS = re.compile(rf"({'|'.join(_WORDS)}) ((?:(?:{_SCALE})(?!\w) ?)?)(?=\w)")
_BEFORE_WORDS = ("ít nhất ", "Ít nhất ", "tối thiểu ", "Tối thiểu ")

_LEAST = re.compile(
    r"(?:[Íí]t nhất|[Tt]ối thiểu|trên|hơn|không dưới|không thấp hơn|không ít hơn|từ|≥|>=|>)"
    r"(?: (?:là|đạt|được|từ|có|trên))? ?$"
)
_MOST = re.compile(
    r"(?:không quá|tối đa|dưới|không vượt quá|nhiều nhất|không cao hơn|xuống còn dưới|≤|<=|<)(?: là)? ?$"
)
_ABOUT = re.compile(
    r"(?:từ|khoảng|gần|xấp xỉ|thêm|được|mới|cho|là|đạt|trên|hơn|có|ít nhất|tối thiểu|thành công|bình quân) $"
)
_OPEN_ABOVE = re.compile(r" ?(?:/năm )?trở lên")
_OPEN_BELOW = re.compile(r" ?(?:/năm )?trở xuống")
_NO_QUANTITY = re.compile(
    r"(?:[Ss]ố|thứ|[Kk]hóa|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Pp]hụ lục|[Nn]gày|[Tt]háng|[Nn]ăm|[Qq]uý|đường|QL|tỉnh"
    r"|tương đương(?: với)?(?: khoảng)?|\() ?$"
)
_YEAR = re.compile(r"(?<!so với )(?<!so với cùng kỳ )[Nn]ăm (20\d\d)(?!\d)")
_PERIOD = re.compile(r"giai đoạn (?:20\d\d) ?- ?(20\d\d)")
_STOPS = re.compile(r"\n|[.!?]\s|\.$")
_LOOK_BACK = 240
_GAIN_REACH = 9
_ACT_REACH = 3
"""Words that may stand between a verb and the quantity it counts."""


class _Unit(NamedTuple):
    words: str
    name: str
    """How the target calls it: `VND`, `%`, `lượt khách`."""
    sort: str


class _Cue(NamedTuple):
    start: int
    end: int
    sort: str


class _Amount(NamedTuple):
    """A number with its unit at its place."""

    start: int
    end: int
    low: float
    high: float
    ranged: bool
    unit: _Unit


def find(flat: str, year: int | None = None, *, spans: Sequence[Span] | None = None) -> list[Target]:
    """The targets set in the text (or in its `spans`), in reading order; `path` is left empty.

    `year` is the plan's own and holds where the sentence names none. Money is in whole đồng (unit `VND`) or in its
    own currency (ISO 4217); shares are in `%`. A bound that the text leaves open is None.
    """
    found: list[Target] = []
    cues = _Cues(flat)
    for start, end in spans or ((0, len(flat)),):
        for match in _QUANTITY.finditer(flat, start, end):
            amount = _amount(flat, match, end)
            last = found[-1] if found else None
            target = _target(flat, amount, cues, (start, end), year, last) if amount is not None else None
            if target is not None:
                found.append(target)
        for cue in _BEFORE_WORDS:
            at = flat.find(cue, start, end)
            while at >= 0:
                number = _IN_WORDS.match(flat, at + len(cue), end)
                target = _spelled(flat, number, (start, end), year) if number is not None else None
                if target is not None:
                    insort(found, target, key=_place)
                at = flat.find(cue, at + len(cue), end)
    return found


def _place(target: Target) -> Span:
    return target.span


def _spelled(flat: str, match: re.Match[str], span: Span, year: int | None) -> Target | None:
    """`ít nhất một thỏa thuận`: a number in words, which elsewhere is mostly an article."""
    unit = _unit_at(flat, match.end(), span[1])
    if unit is None:
        return None
    number = _WORDS[match.group(1)] * _SCALES.get(match.group(2).strip(), 1)
    amount = _Amount(match.start(), match.end() + len(unit.words), number, number, ranged=False, unit=unit)
    return _target(flat, amount, _Cues(flat), span, year)


def _amount(flat: str, match: re.Match[str], stop: int) -> _Amount | None:
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
    if _NO_QUANTITY.search(flat, max(0, match.start() - 12), match.start()):
        return None
    high = _scaled(last or first, factor)
    low = _scaled(first, _SCALES.get(own_scale or "", factor)) if last else high
    if last and low > high:
        return None
    return _Amount(match.start(), end, low, high, last is not None, unit)


_DONG = _Unit("", "VND", "VND")


_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_FOREIGN_THOUSANDS = re.compile(r"[1-9]\d{0,2},\d{3}")


def _number(text: str) -> float:
    """A number as Vietnamese writes it: `1.250.000`, `1,25`, `05`; also `1.5` and `10,000` as some do."""
    if _THOUSANDS.fullmatch(text):
        return int(text.replace(".", ""))
    if _FOREIGN_THOUSANDS.fullmatch(text):
        return int(text.replace(",", ""))
    whole, _, rest = text.replace(",", ".").partition(".")
    return float(f"{whole}.{rest.partition('.')[0] or 0}")


def _scaled(text: str, factor: int) -> float:
    value = round(_number(text) * factor, 4)
    return int(value) if value == int(value) else value


def _unit_at(flat: str, start: int, stop: int) -> _Unit | None:
    if flat[start] == "%":
        return _SHARE
    word_end = start
    while word_end < stop and (flat[word_end].isalpha() or flat[word_end] in "-$") and word_end - start < 16:
        word_end += 1
    for unit in _units().get(flat[start:word_end], ()):
        end = start + len(unit.words)
        if flat.startswith(unit.words, start) and end <= stop and not flat[end : end + 1].isalnum():
            if unit.sort == "VND" and _COMPANIONS.match(flat, end):
                continue
            return unit
    return None


_SHARE = _Unit("%", "%", "%")
_COMPANIONS = re.compile(r" (?:chí|bào|bộ|thời|đội|hương|ý|tổ chức|chủ)(?!\w)")
"""Words that make another word of `đồng`: `05 đồng chí`."""


@cache
def _units() -> dict[str, tuple[_Unit, ...]]:
    """Units by their first word, the longest first."""
    table: dict[str, list[_Unit]] = {}
    for row in lexicon.rows("units"):
        for words in (row[0], *row[2:]):
            name = row[0] if row[1] in ("count", "goal") else row[1]
            first = words.split(" ")[0].rstrip(",")
            table.setdefault(first, []).append(_Unit(words, words if row[1] in ("count", "goal") else name, row[1]))
    return {first: tuple(sorted(some, key=lambda unit: -len(unit.words))) for first, some in table.items()}


@cache
def _cue_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Cues with their sorts by their first syllable, the longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for words, sort in lexicon.rows("aims"):
        table.setdefault(words.split(" ")[0].rstrip(","), []).append((words, sort))
    return {first: tuple(sorted(some, key=lambda cue: -len(cue[0]))) for first, some in table.items()}


class _Cues:
    """The cues of a text, found once from its front to its end as far as they are asked for."""

    def __init__(self, flat: str) -> None:
        self._flat = flat
        self._found: list[_Cue] = []
        self._read = 0
        self._words = _cue_words()

    def between(self, begin: int, end: int) -> list[_Cue]:
        """The cues from `begin` to `end`, in their order; `end` never moves back by more than a sentence."""
        for word in _WORD.finditer(self._flat, max(self._read, begin), end):
            cue = self._at(word, end)
            if cue is not None and (not self._found or cue.start >= self._found[-1].end):
                self._found.append(cue)
        self._read = max(self._read, end)
        first = len(self._found)
        while first and self._found[first - 1].start >= begin:
            first -= 1
        return [cue for cue in self._found[first:] if cue.end <= end]

    def _at(self, word: re.Match[str], end: int) -> _Cue | None:
        start = word.start()
        for words, sort in self._words.get(word.group().lower(), ()):
            stop = start + len(words)
            if (
                stop <= end
                and self._flat.startswith(words[1:], start + 1)
                and not self._flat[stop : stop + 1].isalnum()
            ):
                return _Cue(start, stop, sort)
        return None


_WORD = re.compile(r"[^\W\d_]+")


def _target(
    flat: str, amount: _Amount, known: _Cues, span: Span, year: int | None, last: Target | None = None
) -> Target | None:
    floor, stop = span
    nearby = known.between(max(floor, amount.start - _LOOK_BACK), amount.start)
    begin = _sentence_start(flat, amount.start, floor)
    cues = [cue for cue in nearby if cue.start >= begin]
    verb = _verb(flat, cues, amount)
    opening_line = _opening_line(flat, amount, floor) if verb is None else None
    if verb is None and opening_line is None and not _continues(flat, last, amount) and not _whole(flat, amount, begin):
        return None
    if _about_past(flat, cues, begin, amount, year):
        return None
    minimum, maximum, opening = _bounds(flat, amount, begin)
    start = verb.start if verb is not None and verb.sort != "aim" and opening - verb.end <= 60 else opening
    text = flat[start : amount.end].replace("\n", " ")
    sure = opening_line is not None or any(cue.sort == "aim" for cue in cues)
    return Target(
        path="",
        text=text,
        minimum=minimum,
        maximum=maximum,
        unit=amount.unit.name,
        year=_year(flat, opening_line[0] if opening_line else begin, amount, stop, year),
        span=(start, amount.end),
        confidence=0.95 if sure else 0.8,
    )


def _sentence_start(flat: str, at: int, floor: int) -> int:
    begin = max(floor, at - _LOOK_BACK)
    for stop in _STOPS.finditer(flat, begin, at):
        begin = stop.end()
    return begin


def _verb(flat: str, cues: list[_Cue], amount: _Amount) -> _Cue | None:
    """The cue that makes the amount a target: the nearest one that reaches it."""
    needs_aim = amount.unit.sort == "goal"
    aimed = next((cue for cue in reversed(cues) if cue.sort == "aim"), None)
    if any(cue.sort == "condition" and (aimed is None or cue.start > aimed.end) for cue in cues):
        return None
    for cue in reversed(cues):
        if cue.sort in ("gain", "act") and (aimed or not needs_aim) and _reaches(flat, cue, amount):
            return cue
    return aimed


def _reaches(flat: str, cue: _Cue, amount: _Amount) -> bool:
    between = flat[cue.end : amount.start]
    words = between.split()
    if cue.sort == "gain":
        return len(words) <= _GAIN_REACH and not any(sign in between for sign in ";(")
    return len(words) <= _ACT_REACH and "của" not in words and not any(sign in between for sign in ",;:(")


def _opening_line(flat: str, amount: _Amount, floor: int) -> Span | None:
    """The line `Chỉ tiêu cụ thể:` over a list, of which the amount is an entry such as `- Số đoàn ra: 15 đoàn`."""
    line_start = flat.rfind("\n", max(floor, amount.start - _LOOK_BACK), amount.start) + 1
    if not line_start or flat[line_start] not in "-+*" or not _ENTRY.fullmatch(flat, line_start, amount.start):
        return None
    for _ in range(_LONGEST_LIST):
        above = max(floor, flat.rfind("\n", max(floor, line_start - _LONGEST_LINE), line_start - 1) + 1)
        line = flat[above : line_start - 1]
        if not line.startswith(("-", "+", "*")):
            opens = len(line) < _OPENING_LINE and line[-1:] not in ".;" and _AIMS.search(line)
            return (above, line_start - 1) if opens else None
        if above <= floor:
            return None
        line_start = above
    return None


_ENTRY = re.compile(r"[-+*] ?(?:[^\n;:]{1,120}: ?)?(?:(?:[Đđ]ến |[Tt]rong )?[Nn]ăm \d{4},? )?(?:[^\W\d]+ ){0,5}")
_LONGEST_LIST = 12
_LONGEST_LINE = 600
_OPENING_LINE = 160
_AIMS = re.compile(r"[Cc]hỉ tiêu|CHỈ TIÊU|[Mm]ục tiêu cụ thể|MỤC TIÊU CỤ THỂ|[Pp]hấn đấu")


def _whole(flat: str, amount: _Amount, begin: int) -> bool:
    """`100% cán bộ làm công tác đối ngoại được …`: a share opens its clause, which says what is to become."""
    if amount.unit is not _SHARE:
        return False
    before = flat[begin : amount.start].rstrip()
    opens = not before.strip("-+*0123456789.)") or before[-1:] in ";:"
    return opens and bool(_SHARE_OF.match(flat, amount.end, amount.end + 160))


_SHARE_OF = re.compile(
    r" (?:số )?[^\W\d][^.;\n]{0,140}? (?:được|có|đạt|biết|thực hiện|sử dụng|hoàn thành|tham gia)(?!\w)"
)


def _continues(flat: str, last: Target | None, amount: _Amount) -> bool:
    """Whether the amount goes on counting what a target began: `đăng 120 tin, bài, 12 phóng sự`."""
    if last is None or amount.unit.sort == "goal" or amount.start - last.span[1] > _LOOK_BACK:
        return False
    return bool(_AND.fullmatch(flat, last.span[1], amount.start))


_AND = re.compile(r"(?: [^\W\d]+){0,5}(?:,|,? và|,? với)(?: khoảng| trên| hơn| ít nhất| tối thiểu)? ")


def _about_past(flat: str, cues: list[_Cue], begin: int, amount: _Amount, year: int | None) -> bool:
    past = max((cue.start for cue in cues if cue.sort == "past"), default=-1)
    aim = max((cue.start for cue in cues if cue.sort == "aim"), default=-1)
    if past >= 0 and past > aim:
        return True
    if aim >= 0 or year is None:
        return False
    named = [int(match.group(1)) for match in _YEAR.finditer(flat, begin, amount.start)]
    return bool(named) and named[-1] < year


def _bounds(flat: str, amount: _Amount, begin: int) -> tuple[float | None, float | None, int]:
    """Minimum, maximum, and where the words that belong to the quantity begin."""
    before_start = max(begin, amount.start - 32)
    opening = amount.start
    while True:
        match = _ABOUT.search(flat, before_start, opening) or _LEAST.search(flat, before_start, opening)
        match = match or _MOST.search(flat, before_start, opening)
        if match is None or match.start() == opening:
            break
        opening = match.start()
    words = flat[opening : amount.start]
    if amount.ranged:
        return amount.low, amount.high, opening
    if _OPEN_BELOW.match(flat, amount.end) or _MOST.search(flat, before_start, amount.start):
        return None, amount.high, opening
    if _OPEN_ABOVE.match(flat, amount.end) or (_LEAST.search(words) and words.strip() != "từ"):
        return amount.low, None, opening
    return amount.low, amount.high, opening


def _year(flat: str, begin: int, amount: _Amount, stop: int, year: int | None) -> int | None:
    """The year named before the amount in its sentence, else behind it, else the plan's."""
    before = [match.group(1) for match in _YEAR.finditer(flat, begin, amount.start)]
    if before:
        return int(before[-1])
    period = _PERIOD.search(flat, begin, amount.start)
    if period:
        return int(period.group(1))
    tail = _STOPS.search(flat, amount.end, min(stop, amount.end + 160))
    after = _YEAR.search(flat, amount.end, tail.start() if tail else min(stop, amount.end + 160))
    return int(after.group(1)) if after else year
