"""Quantities that a plan sets out to reach (chỉ tiêu): money, counts and shares, with their unit and year.

A number with a unit is a target only where words around it say so (`phấn đấu giải ngân từ 30 đến 50 tỷ đồng`), or
the heading under which it stands (`2. Chỉ tiêu cụ thể`). Numbers of documents, dates, ages, ordinals and figures about
the past are none. Precision goes before recall: a target that the plan does not set would be measured for a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vanban.findings import Span, Target
from vanban.targets import amounts
from vanban.targets.aims import LOOK_BACK, Cue, Cues, Section, Sections
from vanban.targets.amounts import COUNTS, SHARE, Amount

_LEAST = re.compile(
    r"(?:[Íí]t nhất|[Tt]ối thiểu|[Tt]rên|[Hh]ơn|[Kk]hông (?:dưới|thấp hơn|ít hơn)|từ|≥|>=|>)"
    r"(?: (?:là|đạt|được|từ|có|trên))? ?$"
)
_MOST = re.compile(
    r"(?:[Kk]hông quá|tối đa|(?<!không )(?<!Không )dưới|không vượt quá|nhiều nhất|không cao hơn|≤|<=|<)(?: là)? ?$"
)
_ABOUT = re.compile(
    r"(?:từ|khoảng|gần|xấp xỉ|thêm|được|mới|cho|là|đạt|trên|hơn|có|ít nhất|tối thiểu|thành công|bình quân) $"
)
_BOUND_WORDS = frozenset(
    (
        *(
            "nhất",
            "thiểu",
            "trên",
            "hơn",
            "dưới",
            "từ",
            "≥",
            ">=",
            ">",
            "≤",
            "<=",
            "<",
            "quá",
            "đa",
            "là",
            "đạt",
            "được",
        ),
        *("có", "khoảng", "gần", "xỉ", "thêm", "mới", "cho", "công", "quân"),
    )
)
"""The last words of all these."""
_OPEN_ABOVE = re.compile(r" ?(?:/năm )?trở lên")
_OPEN_BELOW = re.compile(r" ?(?:/năm )?trở xuống")
_YEAR = re.compile(r"[Nn]ăm(?<!so với [Nn]ăm)(?<!so với cùng kỳ [Nn]ăm) (20\d\d)(?!\d)")
_PERIOD = re.compile(r"[Gg]iai đoạn 20\d\d ?- ?(20\d\d)")
_EVERY = re.compile(r"(?:[Mm]ỗi|[Hh][ằà]ng) (?:năm|quý|tháng)")
_EVERY_BEHIND = re.compile(r"[^.;,\n|\d]{0,24} (?:mỗi|h[ằà]ng) (?:năm|quý|tháng)")
_STOPS = re.compile(r"\n|[.!?]\s|\.$|;")
_GAIN_REACH = 9
_LONGEST_TELLING = 60
_ACT_REACH = 3
"""Words that may stand between a verb and the quantity it counts."""


def find(flat: str, year: int | None = None, *, spans: Sequence[Span] | None = None) -> list[Target]:
    """The targets set in the text (or in its `spans`), in reading order; `path` is left empty.

    `year` is the plan's own and holds where neither the sentence nor a heading names one. Money is in whole đồng (unit
    `VND`) or in its own currency (ISO 4217); shares are in `%`. A bound that the text leaves open is None, and so is
    the year of what is to be reached every year.
    """
    found: list[Target] = []
    for start, end in spans or ((0, len(flat)),):
        _Reader(flat, start, end, year).collect(found)
    return found


class _Reader:
    """Reads one stretch of the text from front to back."""

    def __init__(self, flat: str, start: int, end: int, year: int | None) -> None:
        self._flat, self._start, self._end, self._year = flat, start, end, year
        self._cues = Cues(flat, start)
        self._sections: Sections | None = None
        self._last: Target | None = None

    def collect(self, found: list[Target]) -> None:
        """Append the targets."""
        waiting: Amount | None = None
        for amount in self._amounts():
            joined = amounts.spanned(self._flat, waiting, amount) if waiting is not None else None
            if waiting is not None and joined is None:
                self._judge(waiting, found)
            waiting = joined or amount
        if waiting is not None:
            self._judge(waiting, found)

    def _amounts(self) -> Iterator[Amount]:
        flat, end = self._flat, self._end
        spelled = sorted(_spelled(flat, self._start, end), reverse=True)
        for match in amounts.QUANTITY.finditer(flat, self._start, end):
            while spelled and spelled[-1].start < match.start():
                yield spelled.pop()
            amount = amounts.read(flat, match, end)
            if amount is not None:
                yield amount
        yield from reversed(spelled)

    def _may_matter(self, start: int) -> bool:
        """Whether anything says that an amount may be a target; most need no closer look."""
        if self._cues.found or (self._sections is not None and self._sections.tell):
            return True
        if self._last is not None and start - self._last.span[1] <= LOOK_BACK:
            return True
        return start - self._cues.begin <= _MARKED or self._flat[start - 2] in ";:,"

    def _judge(self, amount: Amount, found: list[Target]) -> None:
        if self._sections is None:
            self._sections = Sections(self._flat, self._start, self._end)
        self._cues.move(amount.start)
        if not self._may_matter(amount.start):
            return
        section = self._sections.at(amount.start)
        cues, begin = self._cues.found, max(self._cues.begin, amount.start - LOOK_BACK)
        verb = _verb(self._flat, cues, amount)
        if not (
            verb is not None
            or (section is not None and section.sort == "aim")
            or self._continues(amount)
            or _whole(self._flat, amount, begin)
            or (amount.unit.sort in COUNTS and self._sections.in_product(amount.start))
        ):
            return
        if _excluded(self._flat, section, cues, amount) or self._about_past(cues, begin, amount):
            return
        self._last = self._made(amount, section, verb, begin)
        found.append(self._last)

    def _made(self, amount: Amount, section: Section | None, verb: Cue | None, begin: int) -> Target:
        flat = self._flat
        minimum, maximum, opening = _bounds(flat, amount, begin)
        floor = self._last.span[1] if self._last is not None else -1
        start = opening
        if verb is not None and verb.sort in _VERBS and verb.start >= floor and flat[verb.end - 1] != ":":
            start = verb.start if opening - verb.end <= _LONGEST_TELLING else opening
        sure = (section is not None and section.sort == "aim") or any(cue.sort == "aim" for cue in self._cues.found)
        return Target(
            path="",
            text=flat[start : amount.end].replace("\n", " "),
            minimum=minimum,
            maximum=maximum,
            unit=amount.unit.name,
            year=self._year_of(begin, amount, section),
            span=(start, amount.end),
            confidence=0.95 if sure else 0.8,
        )

    def _continues(self, amount: Amount) -> bool:
        """Whether the amount goes on counting what a target began: `đăng 120 tin, bài, 12 phóng sự`."""
        last = self._last
        if last is None or amount.unit.sort == "goal" or amount.start - last.span[1] > LOOK_BACK:
            return False
        if _AND.fullmatch(self._flat, last.span[1], amount.start):
            return True
        return amount.unit.sort == "count" and bool(_NEXT_CLAUSE.fullmatch(self._flat, last.span[1], amount.start))

    def _about_past(self, cues: list[Cue], begin: int, amount: Amount) -> bool:
        flat = self._flat
        aim = max((cue.start for cue in cues if cue.sort in _AIMS), default=-1)
        past = max((cue.start for cue in cues if cue.sort == "past"), default=-1)
        named = _last_year(flat, max(begin, aim), amount.start) if self._year is not None else None
        if self._year is not None and named is not None and named < self._year:
            return True
        return past > aim and flat.find(";", past, amount.start) < 0

    def _year_of(self, begin: int, amount: Amount, section: Section | None) -> int | None:
        """The year named before the amount in its sentence, else behind it, else in the heading, else the plan's."""
        flat, stop = self._flat, min(self._end, amount.end + 160)
        named = _last_year(flat, begin, amount.start)
        if named is not None:
            return named
        clause = flat.rfind(";", begin, amount.start) + 1 or begin
        if _EVERY.search(flat, clause, amount.start) or _EVERY_BEHIND.match(flat, amount.end, stop):
            return None
        tail = _STOPS.search(flat, amount.end, stop)
        after = _YEAR.search(flat, amount.end, tail.start() if tail else stop)
        if after:
            return int(after.group(1))
        return section.year if section is not None and section.year is not None else self._year


_MARKED = 8
"""Letters that a marker of a list may have before the first word."""
_AIMS = frozenset(("aim", "plan"))


def _spelled(flat: str, start: int, end: int) -> list[Amount]:
    """Numbers in words, which elsewhere are mostly articles: `ít nhất một thỏa thuận`."""
    found = []
    for cue in _BEFORE_WORDS:
        at = flat.find(cue, start, end)
        while at >= 0:
            at += len(cue)
            amount = amounts.in_words(flat, at, end)
            if amount is not None:
                found.append(amount)
            at = flat.find(cue, at, end)
    return found


_BEFORE_WORDS = ("t nhất ", "i thiểu ")


def _verb(flat: str, cues: list[Cue], amount: Amount) -> Cue | None:
    """The cue that makes the amount a target: the nearest one that reaches it."""
    if not cues:
        return None
    counts, goal = amount.unit.sort in COUNTS, amount.unit.sort == "goal"
    aimed = next((cue for cue in reversed(cues) if cue.sort == "aim" or (cue.sort == "plan" and counts)), None)
    for cue in reversed(cues):
        if cue.sort in _VERBS and _reaches(flat, cue, amount, near=goal and aimed is None):
            return cue
    return aimed


_VERBS = frozenset(("gain", "act", "give", "share"))
_FILLERS = re.compile(
    r"(?: (?:thành công|được|mới|thêm|khoảng|từ|trên|hơn|các|cho|với|ít nhất|tối thiểu|dự kiến|bình quân)){0,3} "
)


def _reaches(flat: str, cue: Cue, amount: Amount, *, near: bool) -> bool:
    """Whether a verb counts the amount, by the words between them; `near`: hardly any may stand there."""
    counts = amount.unit.sort in COUNTS
    if counts and cue.sort == "share":
        return False
    if near:
        return cue.sort == "act" and bool(_FILLERS.fullmatch(flat, cue.end, amount.start))
    between = flat[cue.end : amount.start]
    words = between.split()
    if cue.sort in ("gain", "share") or (cue.sort == "give" and not counts):
        return len(words) <= _GAIN_REACH and not any(sign in between for sign in ";(")
    return len(words) <= _ACT_REACH and "của" not in words and not any(sign in between for sign in ",;:(")


def _excluded(flat: str, section: Section | None, cues: list[Cue], amount: Amount) -> bool:
    """Whether the amount is a cost, a condition that a thing must meet, or stands where only the past is told."""
    aim = max((cue.end for cue in cues if cue.sort == "aim"), default=-1)
    money = amount.unit.sort not in COUNTS and amount.unit is not SHARE
    if section is not None and aim < 0 and (section.sort == "past" or (section.sort == "cost" and money)):
        return True
    told = ("condition", "cost") if money else ("condition",)
    return any(
        cue.sort in told and cue.start > aim and flat.find(";", cue.end, amount.start) < 0 for cue in reversed(cues)
    )


def _whole(flat: str, amount: Amount, begin: int) -> bool:
    """`100% cán bộ làm công tác đối ngoại được …`: a share opens its clause, which says what is to become."""
    if amount.unit is not SHARE:
        return False
    before = flat[max(begin, amount.start - _MARKED) : amount.start].rstrip()
    opens = before[-1:] in ";:" if before else True
    if not opens and not (begin >= amount.start - _MARKED and _MARKER.fullmatch(before)):
        return amount.low >= _ALL and before[-1:] == "," and bool(_SHARE_OF.match(flat, amount.end, amount.end + 160))
    return bool(_SHARE_OF.match(flat, amount.end, amount.end + 160))


_ALL = 100
_MARKER = re.compile(r"[-+*]{1,2}|[\da-zđ]{1,2}(?:\.\d{1,2}){0,2}[.)]")
_SHARE_OF = re.compile(
    r" (?:số )?[^\W\d][^.;\n]{0,140}? (?:được|có|đạt|biết|thực hiện|sử dụng|hoàn thành|tham gia|nắm|tiếp cận|chấp hành"
    r"|bảo đảm|đảm bảo|áp dụng|triển khai|ứng dụng|kết nối|bố trí|duy trì)(?!\w)"
)
_AND = re.compile(
    r"(?: [^\W\d]+){0,5}(?:,|,? và|,? với)(?: khoảng| trên| hơn| ít nhất| tối thiểu)? "
    r"|[^\n.;|\d]{0,80}, trong đó(?: có)?(?: khoảng| trên| hơn| ít nhất| tối thiểu)? "
)
_NEXT_CLAUSE = re.compile(r"[^\n.;|\d]{0,120}; (?:và )?(?:khoảng |trên |hơn |ít nhất |tối thiểu )?")


def _last_year(flat: str, begin: int, end: int) -> int | None:
    """The year, or the end of the period, that is named last."""
    if flat.find(" 20", begin, end) < 0:
        return None
    found = None
    for match in _YEAR.finditer(flat, begin, end):
        found = match
    period = _PERIOD.search(flat, begin, end)
    if period is not None and (found is None or period.start() > found.start()):
        found = period
    return int(found.group(1)) if found is not None else None


def _bounds(flat: str, amount: Amount, begin: int) -> tuple[float | None, float | None, int]:
    """Minimum, maximum, and where the words that belong to the quantity begin."""
    before_start = max(begin, amount.start - 32)
    opening = amount.start
    while flat[before_start:opening].rstrip().rpartition(" ")[2].lower() in _BOUND_WORDS:
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
