"""Dates and rhythms as a sentence names them, each with its place, before it is known what is due.

Specimens: `trước ngày 25/5`, `chậm nhất ngày 15/12/2025`, `trong quý III/2025`, `hằng quý`,
`định kỳ 06 tháng, năm và đột xuất`, `trước ngày 20 của tháng cuối quý`, `Thời gian hoàn thành: tháng 6/2025`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

HALF_YEAR, YEAR, QUARTER, MONTH, AD_HOC, ONCE, PERMANENT = (
    "half-year",
    "year",
    "quarter",
    "month",
    "ad-hoc",
    "once",
    "permanent",
)


class Due(NamedTuple):
    """A rhythm, a date, or both.

    `how` says what makes it one: `regular` (behind `định kỳ`), `every` (`hằng năm`), `often` (`hằng tháng`,
    `mỗi năm một lần`), `report` (`báo cáo năm`), `named` (`6 tháng trước ngày …`), `date`, `in`
    (`vào năm 2027`), `period` (`báo cáo năm 2025`, which counts only with a date), `label`.
    """

    start: int
    end: int
    rhythm: str | None
    how: str
    month: int | None = None
    day: int | None = None
    year: int | None = None

    @property
    def dated(self) -> bool:
        """Whether it names a day, month or year."""
        return self.month is not None or self.day is not None or self.year is not None


_LEAD = (
    r"(?:[Tt]rước|[Cc]hậm nhất|[Mm]uộn nhất|[Kk]hông (?:muộn|chậm) hơn|[Đđ]ến hết|[Hh]ạn cuối"
    r"|[Tt]hời hạn|[Xx]ong|[Hh]oàn thành)"
    r"(?:\s(?:là|vào|đến|trước|trong|hết|cùng|cuối|các|ngày)\b){0,3}:?\s"
)
_IN = (
    r"(?:[Tt]rong|[Vv]ào|[Tt]rước|[Cc]uối|[Đđ]ầu|[Dd]ự kiến|[Hh]oàn thành|[Xx]ong|[Cc]hậm nhất|[Đđ]ến hết)"
    r"(?:\s(?:trong|vào|trước|cuối|đầu|giữa|là|đến|hết)\b){0,2}\s"
)
_DAY_MONTH = (
    r"(?:ngày\s?)?(?P<day>[0-3]?\d)(?:\s?[/.\-]\s?|\stháng\s)(?P<month>1[0-2]|0?[1-9])(?!\d)"
    r"(?:(?:\s?[/.\-]\s?|\s?,?\snăm\s)(?P<year>20\d\d)(?!\d))?"
)
_QUARTER = (
    r"[Qq]uý\s(?P<quarters>(?:(?:IV|I{1,3}|[1-4])\s?(?:và|,)\s?(?:quý\s)?){1,3})?"
    r"(?:(?:IV|I{1,3}|[1-4])\s?(?:-|đến quý|đến)\s?)?"
    r"(?P<quarter>IV|I{1,3}|0?[1-4])(?!\w)(?:\s?(?:/|,?\snăm\s|-\s?)(?P<quarter_year>20\d\d))?"
)
_MONTH = (
    r"[Tt]háng\s(?P<months>(?:\d{1,2}\s?(?:và|,)\s?(?:tháng\s)?){1,4})?"
    r"(?:\d{1,2}\s?(?:-|đến tháng|đến)\s?)?"
    r"(?P<only_month>1[0-2]|0?[1-9])(?!\d)(?:\s?(?:/|,?\snăm\s|-\s?)(?P<month_year>20\d\d))?"
)
_DAY = (
    r"[Nn]gày\s(?P<only_day>[0-3]?\d)(?!\d|\s?[/.\-]\s?\d|\stháng\s\d)"
    r"(?:\s(?:của\s)?(?:tháng\s(?:cuối|đầu|sau|liền kề|tiếp theo|báo cáo)"
    r"(?:\s(?:của\s)?(?:mỗi\s|hằng\s|hàng\s)?(?:quý|kỳ|năm))?"
    r"|(?:hằng|hàng|mỗi)\s(?:tháng|quý)))?"
)
_RHYTHM = (
    r"(?P<half>(?:\b0?6|\b[Ss]áu)\stháng(?:\s(?:đầu|cuối)\snăm)?(?P<half_times>\s(?:một|0?1)\slần)?)"
    r"|(?P<third>\b(?:0?3|9|[Bb]a)\stháng(?!\s(?:năm|\d)))"
    r"|(?P<every>[Hh][ằà]ng|[Mm]ỗi)\s(?P<every_what>năm|quý|tháng)\b(?P<every_times>\s(?:một|hai|ba|\d{1,2})\s(?:lần|đợt))?"
    r"|(?P<times>\b(?:một|hai|ba|\d{1,2})\s(?:lần|đợt)\s?(?:/|(?:trong\s)?(?:một|mỗi|1)\s)\s?)(?P<times_what>năm|quý|tháng)\b"
    r"|\b(?P<whole>cả năm|một năm|0?1 năm|tổng kết năm)\b"
    r"|\b(?P<bare>[Nn]ăm|[Qq]uý|[Tt]háng)(?=[\s,;:.()]|$)(?!\s(?:\d|I|V))"
)
_FIRST = (
    r"\d|[Tt](?:rước|háng|rong|hường|hời hạn|ổng kết)|[Cc](?:hậm|uối|ả năm)|[Mm](?:uộn|ỗi|ột)|[Kk]hông (?:muộn|chậm)"
    r"|[Đđ](?:ến hết|ịnh kỳ|ột xuất|ầu)|[Hh](?:oàn thành|ạn cuối|ằng|àng|ai)|[Xx]ong|[Nn](?:ăm|gày)|[Qq]uý|[Vv]ào"
    r"|[Bb]a|[Ss]áu|[Dd]ự"
)
"""How any date or rhythm begins: a quick look before all of its forms are tried."""
_ITEM = re.compile(
    rf"\b(?={_FIRST})(?:(?P<regular>[Đđ]ịnh kỳ)"
    rf"|(?P<adhoc>[Đđ]ột xuất(?:\s?\([^)]{{0,60}}\))?)|(?P<always>[Tt]hường xuyên)"
    rf"|(?P<lead>{_LEAD})?(?:{_DAY_MONTH}|{_DAY})|(?P<within>{_IN})?(?:{_QUARTER}|{_MONTH})"
    rf"|(?P<done>[Hh]oàn thành\s(?:trong\s|trước\s)?năm\s|[Đđ]ến hết\snăm\s|[Tt]rước\snăm\s)(?P<done_year>20\d\d)"
    rf"|{_RHYTHM}|(?P<in_year>(?P<in_the>[Vv]ào\s)?(?:[Tt]rong\s)?[Nn]ăm\s)(?P<only_year>20\d\d))"
)
_NO_RHYTHM = "-"
"""`9 tháng` in `quý, 6 tháng, 9 tháng, năm` is a period and no rhythm of its own, but goes on with the list."""
_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_RHYTHMS = {"năm": YEAR, "quý": QUARTER, "tháng": MONTH}
_JOINT = re.compile(r"[\s,/();]*(?:(?:và|hoặc|hay|cùng|báo cáo|kỳ|theo|cho|là)[\s,]+){0,3}$")
AND = re.compile(r"\s?(?:,|và|,\s?và|hoặc)\s?(?:trước\s)?$")
_TO = re.compile(r"\s?(?:đến|-)\s?$")
_BEFORE_REPORT = re.compile(r"báo cáo(?:\s(?:kết quả|sơ kết|tổng kết|định kỳ|tình hình)){0,2}\s$", re.IGNORECASE)


def due_words(text: str, start: int, end: int, *, label: bool = False) -> list[Due]:
    """The dates and rhythms in `text[start:end]`, in reading order.

    `label`: the text is the value of a field (`Thời gian: …`, a cell of a table), in which any date is a deadline.
    """
    found: list[Due] = []
    regular = -1
    permanent: Due | None = None
    for match in _ITEM.finditer(text, start, end):
        if match["regular"]:
            regular = match.start()
        elif match["always"]:
            permanent = Due(match.start(), match.end(), PERMANENT, "label")
        else:
            due = _due(text, start, match, found, regular, label)
            if due:
                found.extend(_listed(text, match, due))
                if due.how == "regular":
                    regular = -1
    found = [due for due in found if due.rhythm != _NO_RHYTHM]
    if label and permanent and found and all(due.rhythm is None for due in found):
        return [due._replace(rhythm=PERMANENT, start=min(due.start, permanent.start)) for due in found]
    return found


def _listed(text: str, match: re.Match[str], due: Due) -> list[Due]:
    """All quarters or months of a list, one by one: `Quý II, IV/2025`, `tháng 3, 9 hằng năm`; else the one date."""
    group = "quarters" if match["quarters"] else "months"
    if match[group] is None or due.month is None:
        return [due]
    start, found = due.start, []
    for number in _NUMERAL.finditer(text, *match.span(group)):
        month = 3 * _quarter(number.group()) if group == "quarters" else int(number.group())
        if 1 <= month <= _MONTHS:
            found.append(due._replace(start=start, end=number.end(), month=month))
        start = match.end(group)
    return [*found, due._replace(start=match.end(group))]


_NUMERAL = re.compile(r"\b(?:IV|I{1,3}|\d{1,2})\b")
_MONTHS = 12


def _quarter(written: str) -> int:
    return _QUARTERS.get(written) or int(written)


def _due(text: str, start: int, match: re.Match[str], found: list[Due], regular: int, label: bool) -> Due | None:
    before = found[-1] if found else None
    if match["adhoc"]:
        return Due(match.start(), match.end(), AD_HOC, "report")
    rhythm = _rhythm(match)
    if rhythm:
        return _rhythmic(text, start, match, rhythm, before, regular, label)
    if match["in_year"] and not label:
        report = _BEFORE_REPORT.search(text, max(start, match.start() - 40), match.start())
        if report:
            return Due(report.start(), match.end(), YEAR, "period")
    led = bool(match["lead"] or match["within"] or match["done"] or match["in_the"])
    if match["only_day"] and not led and _day_rhythm(match.group()) is None:
        return None
    joined = not match["only_day"] and before and before.dated and AND.match(text[before.end : match.start()])
    if not (led or label or joined or match["only_day"]):
        return None
    if match["in_year"] and before is not None and not before.dated:
        return None
    due = _dated(match)
    if match["in_the"]:
        due = due._replace(how="in")
    if label and before and before.dated and _TO.match(text[before.end : match.start()]):
        found.pop()
        due = due._replace(start=before.start)
    return due


def _rhythm(match: re.Match[str]) -> str | None:
    if match["half"]:
        return HALF_YEAR
    if match["third"]:
        return _NO_RHYTHM if "9" in match["third"] else QUARTER
    if match["every"] or match["times"]:
        return _RHYTHMS[match["every_what"] or match["times_what"]]
    if match["whole"]:
        return YEAR
    return _RHYTHMS[match["bare"].lower()] if match["bare"] else None


def _rhythmic(
    text: str, start: int, match: re.Match[str], rhythm: str, before: Due | None, regular: int, label: bool
) -> Due | None:
    """A rhythm, where its surroundings make it one: `định kỳ`, `hằng`, `báo cáo`, another rhythm, a date behind it."""
    begin, end = match.span()
    if regular >= 0 and _JOINT.match(text[regular + len("định kỳ") : begin]):
        return Due(regular, end, rhythm, "regular")
    joined = before and before.rhythm and _JOINT.match(_without_brackets(text[before.end : begin]))
    if before and joined and (match["bare"] is None or before.how in _LISTED_HOW):
        return Due(begin, end, rhythm, "every" if match["every"] and before.how in ("every", "often") else before.how)
    if match["every"] or match["times"] or match["half_times"]:
        how = "label" if label else _how_often(match, rhythm)
        return Due(begin, end, rhythm, how) if how else None
    if match["half"] and label:
        return Due(begin, end, rhythm, "label")
    if text[max(start, begin - 5) : begin] == "theo ":
        return Due(begin, end, rhythm, "report")
    report = _BEFORE_REPORT.search(text, max(start, begin - 40), begin)
    if report is None and match["half"]:
        report = _BEFORE_HALF.search(text, max(start, begin - _LONGEST_REPORT), begin)
    if report:
        return Due(report.start(), end, rhythm, "report")
    named = _DATE_BEHIND.match(text, end) or (before and before.dated and _BRACKET.match(text[before.end : begin]))
    return Due(begin, end, rhythm, "named") if named else None


def _how_often(match: re.Match[str], rhythm: str) -> str | None:
    if match["half_times"] or match["times"] or match["every_times"] or rhythm in (MONTH, QUARTER):
        return "often"
    return None if match["every"] in _EACH else "every"


_BRACKET = re.compile(r"\s?\((?:đối với|của|cho|là)?\s?(?:báo cáo)?\s?(?:sơ kết|tổng kết|kết quả)?\s?$")
_EACH = ("mỗi", "Mỗi")
"""`mỗi năm tổ chức 01 hội nghị` says how many, not by when."""
_LISTED_HOW = frozenset({"regular", "report", "every", "often", "label"})
_BEFORE_HALF = re.compile(
    r"báo cáo(?:\s[^\W\d_]+){0,8}\s\(?$|(?:sơ kết|tổng kết)\s$"
    r"|(?:kết quả|tình hình)(?:\s(?!sau\b)[^\W\d_]+){0,4}\s$",
    re.IGNORECASE,
)
_LONGEST_REPORT = 70
"""Characters between `báo cáo` and the half-year that it reports on: `báo cáo kết quả công tác đối ngoại 6 tháng`."""
_DATE_BEHIND = re.compile(r"\s?[(:,]?\s?(?:gửi\s|nộp\s|là\s)?(?:[Tt]rước|[Cc]hậm nhất|[Mm]uộn nhất)\s")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")


def _without_brackets(text: str) -> str:
    return _BRACKETS.sub("", text) if "(" in text else text


def _dated(match: re.Match[str]) -> Due:
    start, end = match.span()
    if match["day"]:
        return Due(start, end, None, "date", int(match["month"]), int(match["day"]), _int(match["year"]))
    if match["quarter"]:
        return Due(start, end, None, "date", 3 * _quarter(match["quarter"]), None, _int(match["quarter_year"]))
    if match["only_month"]:
        return Due(start, end, None, "date", int(match["only_month"]), None, _int(match["month_year"]))
    if match["only_day"]:
        return Due(start, end, _day_rhythm(match.group()), "date", None, int(match["only_day"]))
    return Due(start, end, None, "date", None, None, _int(match["done_year"] or match["only_year"]))


def _day_rhythm(written: str) -> str | None:
    """`ngày 20 hằng tháng`, `ngày 15 của tháng cuối quý`."""
    if "quý" in written:
        return QUARTER
    return MONTH if written.endswith(("hằng tháng", "hàng tháng", "mỗi tháng")) else None


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None
