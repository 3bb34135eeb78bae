"""Words and headings that say what the quantities around them are: aims, costs, or figures of the past."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vanban import lexicon

LOOK_BACK = 240
"""So far before a quantity its sentence is searched for what it is."""
_MOST_CUES = 24


class Cue(NamedTuple):
    start: int
    end: int
    sort: str


class _CueWords(dict[str, tuple[tuple[str, str], ...]]):
    """The cues that a word as it is written may open; of other words it is found out when they are first met."""

    def __missing__(self, word: str) -> tuple[tuple[str, str], ...]:
        if len(self) > _MOST_KNOWN:
            self.clear()
        cues = self[word] = _cue_words().get(word) or _cue_words().get(word.lower(), ())
        return cues


_MOST_KNOWN = 20_000


@cache
def _cue_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """Cues with their sorts by their first syllable, the longest first."""
    table: dict[str, list[tuple[str, str]]] = {}
    for words, sort in lexicon.rows("aims"):
        table.setdefault(words.partition(" ")[0].rstrip(","), []).append((words, sort))
    return {first: tuple(sorted(some, key=lambda cue: -len(cue[0]))) for first, some in table.items()}


class Cues:
    """The cues of the sentence in which the reader stands; it moves through the text from front to back."""

    def __init__(self, flat: str, start: int) -> None:
        self._flat = flat
        self._read = start
        self._words = _WORDS
        self.begin = start
        """Where the sentence begins, or as far back as it was read."""
        self.found: list[Cue] = []
        """The sentence's cues so far, the last ones of a long sentence."""

    def move(self, at: int) -> None:
        """Read on as far as `at`."""
        flat, read = self._flat, self._read
        if at <= read:
            return
        begin = max(read, at - LOOK_BACK)
        stop = _last_stop(flat, begin, at)
        if stop > begin or begin > read:
            begin = self.begin = max(begin, stop)
            self.found.clear()
        found, words = self.found, self._words
        done = found[-1].end if found else begin
        for word in _WORD.finditer(flat, begin, at):
            entries = words[word.group()]
            if entries and word.start() >= done:
                cue = self._at(word.start(), at, entries)
                if cue is not None:
                    found.append(cue)
                    done = cue.end
        if len(found) > _MOST_CUES:
            del found[:-_MOST_CUES]
        self._read = at

    def _at(self, start: int, end: int, entries: tuple[tuple[str, str], ...]) -> Cue | None:
        flat = self._flat
        for words, sort in entries:
            stop = start + len(words)
            if stop <= end and flat.startswith(words[1:], start + 1) and not flat[stop : stop + 1].isalnum():
                return Cue(start, stop, sort)
        return None


_WORD = re.compile(r"[^\W\d_]+")
_WORDS = _CueWords()


def _last_stop(flat: str, begin: int, at: int) -> int:
    """Behind the last end of a sentence, line or cell."""
    stop = max(flat.rfind("\n", begin, at), flat.rfind("|", begin, at)) + 1
    dot = flat.rfind(". ", max(begin, stop), at)
    while dot > 0 and flat[dot - 2 : dot].upper() == "TP":
        dot = flat.rfind(". ", max(begin, stop), dot)
    return max(stop, dot + 1, flat.rfind("! ", begin, at) + 1, flat.rfind("? ", begin, at) + 1)


class Section(NamedTuple):
    """A stretch of the text whose heading says what its quantities are: `aim`, `past` or `cost`."""

    start: int
    end: int
    sort: str
    year: int | None = None


class Sections:
    """The stretches of the text that stand under a telling heading; asked from front to back."""

    def __init__(self, flat: str, start: int, end: int) -> None:
        self._flat = flat
        self._sections = _sections(flat, start, end)
        self._next = 0
        self._tables: list[tuple[int, int, frozenset[int]]] = []
        if "|" in flat:
            self._tables = [_table(match) for match in _TABLE.finditer(flat, max(0, start - 1), end)]
        self._next_table = 0
        self.tell = bool(self._sections or self._tables)
        """Whether any stretch or table says what its quantities are."""

    def at(self, place: int) -> Section | None:
        """The section that holds a place."""
        sections = self._sections
        while self._next < len(sections) and sections[self._next].end <= place:
            self._next += 1
        if self._next < len(sections) and sections[self._next].start <= place:
            return sections[self._next]
        return None

    def in_product(self, place: int) -> bool:
        """Whether a place is near the front of a cell of a table's column for products or results."""
        flat, tables = self._flat, self._tables
        while self._next_table < len(tables) and tables[self._next_table][1] <= place:
            self._next_table += 1
        if self._next_table == len(tables) or not tables[self._next_table][0] <= place:
            return False
        bar = flat.rfind("|", max(0, place - _OPENING), place)
        line = flat.rfind("\n", max(0, place - _LONGEST_ROW), place) + 1
        return 0 < line <= bar and flat.count("|", line, place) in tables[self._next_table][2]


_TABLE = re.compile(r"\n(\|[^\n]*)(?:\n\|[^\n]*)*")
_PRODUCT = re.compile(r"[Ss]ản phẩm|[Kk]ết quả|[Cc]hỉ tiêu|[Mm]ục tiêu|[Đđ]ầu ra|SẢN PHẨM|KẾT QUẢ|CHỈ TIÊU|MỤC TIÊU")
_OPENING = 80
_LONGEST_ROW = 2000


def _table(match: re.Match[str]) -> tuple[int, int, frozenset[int]]:
    """Where a table's rows stand behind its first one, and which columns tell of products; the first one is 1."""
    cells = match.group(1)[: 2 * _LONGEST_ROW].split("|")
    columns = frozenset(number for number, cell in enumerate(cells) if _PRODUCT.search(cell))
    return match.end(1), match.end(), columns


_HEADING = re.compile(
    r"\n(?:(?:([A-H]|[IVX]{1,5})|(\d{1,2}(?:\.\d{1,2}){0,3})|([a-zđ]))(?:[.)/]{1,2}| ?-) ?(?=[^\W\d_])([^\n]{3,180})"
    r"|(?![-+*|\d])([^\n|]{4,150}):(?=\n[-+*]))",
)
"""A numbered line, or an unnumbered one that opens a list."""
_LIST = re.compile(r"(?:\n[-+*][^\n]*)*")
_LETTER, _BELOW = 6, 7
_AIMS = ("chỉ tiêu", "mục tiêu", "phấn đấu")
_PAST = (
    *("kết quả", "tình hình", "thực trạng", "đặc điểm", "hạn chế", "sự cần thiết"),
    *("đánh giá tình hình", "đánh giá chung", "đánh giá kết quả"),
)
_COSTS = ("kinh phí", "dự toán", "nguồn kinh phí", "nguồn vốn")
_NAMED_YEAR = re.compile(r"20\d\d(?!\d)")
_LONGEST_HEADING = 150


def _sections(flat: str, start: int, end: int) -> list[Section]:
    if not start:
        # A heading is known by the line break before it, which the very first line lacks.
        return [
            section._replace(start=section.start - 1, end=section.end - 1)
            for section in _sections("\n" + flat, 1, end + 1)
        ]
    found: list[Section] = []
    running: tuple[int, int, str, int | None] | None = None
    for match in _HEADING.finditer(flat, start - 1, end):
        level, words = _level(match)
        if running is not None and level <= running[1]:
            found.append(Section(running[0], match.start(), *running[2:]))
            running = None
        if running is not None and running[2] != "aim":
            continue
        sort = _sort(words) if len(words) <= _LONGEST_HEADING else None
        if sort is None:
            continue
        years = _NAMED_YEAR.findall(words)
        if level == _BELOW:
            last = _LIST.match(flat, match.end(), end)
            if running is None and last is not None:
                found.append(Section(match.end(), last.end(), sort, int(years[-1]) if years else None))
        elif running is None:
            running = (match.end(), level, sort, int(years[-1]) if years else None)
    if running is not None:
        found.append(Section(running[0], end, *running[2:]))
    return found


def _level(match: re.Match[str]) -> tuple[int, str]:
    capital, number, letter, words, opening = match.groups()
    if capital:
        return (0 if capital in "ABCDEFGH" else 1), words
    if number:
        return 2 + number.count("."), words
    return (_LETTER, words) if letter else (_BELOW, opening)


def _sort(words: str) -> str | None:
    lowered = words.lower()
    if any(map(lowered.__contains__, _AIMS)):
        return None if words.endswith((".", ";")) else "aim"
    return "past" if lowered.startswith(_PAST) else "cost" if lowered.startswith(_COSTS) else None
