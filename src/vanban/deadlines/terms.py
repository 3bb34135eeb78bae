"""Deadlines: by which date or in which rhythm something is due, from whom, to whom.

One entry for each date, duty and agency; `định kỳ 06 tháng, năm và đột xuất` gives three. Words that only describe
(`kế hoạch hàng năm`) give none.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vanban.agencies import list_names, may_name, opens_duty
from vanban.agencies.names import NameReader
from vanban.assignments.tasktables import cell_spans
from vanban.deadlines.duewords import AD_HOC, AND, HALF_YEAR, ONCE, QUARTER, YEAR, Due, due_words
from vanban.findings import Assignment, Deadline, Node, Span
from vanban.sentences import clauses, sentences

if TYPE_CHECKING:
    from vanban.outline import Outline

_NEEDLE = re.compile(
    r"ịnh kỳ|ột xuất|ớc (?:ngày|tháng|quý|năm|các ngày|\d)|ậm (?:nhất|hơn)|ộn (?:nhất|hơn)"
    r"|ằng (?:năm|quý|tháng)|àng (?:năm|quý|tháng)|ỗi (?:năm|quý|tháng)"
    r"|áng (?:\d|cuối|sau|liền|tiếp)|uý [IV\d]|ào năm 2|àn thành (?:trong |trước )?năm|ến hết năm"
    r"|ời gian|ời hạn|ời điểm|ến độ|ạn cuối|6 tháng|áu tháng|áo năm|áo quý|ần ?/|ần (?:mỗi|một|trong)"
    r"|ợt ?/|ợt (?:mỗi|một)"
)
"""Any deadline holds one of these; looking for them is far cheaper than reading every sentence.

Each begins with a letter, not a class of them, so that the search skips to the next of these letters. None holds a
sign that ends a sentence or a clause, so that those of the whole text are those of its clauses.
"""

_FIELD = re.compile(r"[-+*(\s]*(?:[Tt]hời gian|[Tt]hời hạn|[Tt]iến độ|[Tt]hời điểm|[Hh]oàn thành)[^:;.()]{0,40}:\s?")
_FIELD_STARTS = re.compile(r"[(.;]\s?(?=[Tt]hời|[Tt]iến|[Hh]oàn)")
_BEFORE_NEEDLE = 80
"""Characters before the first sign of a deadline in which its words may begin."""
_PURPOSE = re.compile(r"\bđể\s(?!.{0,40}\bbáo cáo kết quả)", re.IGNORECASE)
_REPORT = re.compile(
    r"báo cáo|(?:gửi|cung cấp|thông báo|tổng hợp|thông tin)(?:[,\s]\s?\w+){0,3}?\s(?:kết quả|số liệu|tình hình)"
    r"|(?<!trao đổi )thông (?:tin|báo)(?:\s\w+){0,6}?\s(?:cho|đến|tới|về)"
    r"\s(?:Sở|UBND|Ủy ban|Văn phòng|Bộ|Công an|Ban|cơ quan)\b",
    re.IGNORECASE,
)
_REPORTING = ("báo cáo", "gửi", "cung cấp", "thông ", "tổng hợp")
"""In small letters, one of the words of every report."""
_RECIPIENT = re.compile(r"\b(?:[Bb]áo cáo|[Gg]ửi|[Tt]rình|về|qua|cho|lên|tới|đến)\s(?:về\s|cho\s|đến\s|lên\s)?(?=\w)")
_DESCRIBED = re.compile(
    r"(?:kế hoạch|chương trình|hoạt động|nhiệm vụ|công tác|dự toán|đoàn ra|đoàn vào|lễ hội|giai đoạn và|bản tin|lịch"
    r"|ấn phẩm|mức|bình quân|tăng)"
    r"(?:\s\w+){0,4}\s$"
)
_THEN_REPORT = re.compile(r"\s?,?\s?(?:và|sau đó|đồng thời)\s(?:\w+\s){0,2}?báo cáo")
_PAST = re.compile(r"\b(?:được|đã|từ|ký)\s")
_ADJACENT = re.compile(
    r"[\s,]*\(?\s?(?:đối với|của|cho|là|gửi|nộp|vào)?\s?(?:báo cáo)?\s?(?:sơ kết|tổng kết)?\s?\)?$", re.IGNORECASE
)


def find(flat: str, outline: Outline, assignments: Sequence[Assignment]) -> list[Deadline]:
    """All deadlines in reading order; spans are offsets into `flat`."""
    duties = _Duties(assignments)
    found: list[Deadline] = []
    numbered = any(node.parent is not None for node in outline.nodes)
    needles = array("I", (match.start() for match in _NEEDLE.finditer(flat)))
    for node in outline.nodes:
        if numbered and node.path.startswith("0/"):
            continue
        if node.cells:
            found.extend(_of_row(flat, node, duties))
        elif _first(needles, node.span) is not None:
            found.extend(_of_node(flat, node, duties, needles))
    return found


def _first(needles: array[int], span: Span) -> int | None:
    """The first needle in a stretch of the text."""
    index = bisect_left(needles, span[0])
    return needles[index] if index < len(needles) and needles[index] < span[1] else None


class _Duties:
    """Whose duty a place belongs to."""

    def __init__(self, assignments: Sequence[Assignment]) -> None:
        self._by_path: dict[str, list[Assignment]] = {}
        for assignment in assignments:
            self._by_path.setdefault(assignment.path, []).append(assignment)

    def at(self, path: str, offset: int) -> Assignment | None:
        """The duty that holds a place."""
        for assignment in self._by_path.get(path, ()):
            if assignment.span[0] <= offset < assignment.span[1]:
                return assignment
        return None

    def of_row(self, path: str) -> Assignment | None:
        """The duty of a row of a table."""
        return next(iter(self._by_path.get(path, ())), None)


def _of_node(flat: str, node: Node, duties: _Duties, needles: array[int]) -> Iterator[Deadline]:
    for start, end in sentences(flat, *node.span):
        if _first(needles, (start, end)) is None:
            continue
        reports = False
        for clause in clauses(flat, start, end):
            reports = _is_report(flat, clause, reports)
            needle = _first(needles, clause)
            if needle is None:
                continue
            field = _field(flat, clause)
            begin = max(clause[0], needle - _BEFORE_NEEDLE) if field is None else field
            dues = due_words(flat, begin, clause[1], label=field is not None)
            if dues:
                combined = _combined(flat, dues)
                for due in combined:
                    duty = duties.at(node.path, due.start)
                    if _counts(flat, clause, due, reports, alone=len(combined) == 1, owned=duty is not None):
                        report = reports and not _is_done_first(flat, clause, due)
                        yield _deadline(flat, node, clause, due, duty, report)


def _field(flat: str, clause: Span) -> int | None:
    """Where the value of a field such as `Thời gian thực hiện: …` begins in a clause; None where there is none."""
    if flat.find(":", *clause) < 0:
        return None
    places = [clause[0], *(match.end() for match in _FIELD_STARTS.finditer(flat, *clause))]
    found = (_FIELD.match(flat, place, clause[1]) for place in places)
    return next((match.end() for match in found if match), None)


def _of_row(flat: str, node: Node, duties: _Duties) -> Iterator[Deadline]:
    duty = duties.of_row(node.path)
    if duty is None or not duty.deadline:
        return
    column = next((index for index, cell in enumerate(node.cells) if cell.strip(" -") == duty.deadline), None)
    places = cell_spans(flat, node)
    if column is None or column >= len(places):
        return
    reports = duty.duty.casefold().startswith(("báo cáo", "tổng hợp, báo cáo", "xây dựng báo cáo", "tổng hợp báo cáo"))
    for due in _combined(flat, due_words(flat, *places[column], label=True)):
        yield _deadline(flat, node, places[column], due, duty, reports)


def _is_report(flat: str, clause: Span, before: bool) -> bool:
    """Whether a clause asks for a report: `báo cáo` not behind `để` (`để tổng hợp, báo cáo`)."""
    text = flat[clause[0] : clause[1]]
    low = text.lower()
    if any(map(low.__contains__, _REPORTING)):
        purpose = _PURPOSE.search(text) if "để" in low else None
        if _REPORT.search(text, 0, purpose.start() if purpose else len(text)):
            return True
    return before and not opens_duty(text)


def _is_done_first(flat: str, clause: Span, due: Due) -> bool:
    """`hoàn thành trước ngày 30/10/2025 và báo cáo UBND tỉnh`: the date is that of an act before the report."""
    if due.rhythm != ONCE or not _THEN_REPORT.match(flat, due.end, clause[1]):
        return False
    before = flat[clause[0] : due.end]
    return not _REPORT.search(before) and opens_duty(before)


def _combined(flat: str, dues: list[Due]) -> list[Due]:
    """Rhythms and the dates that belong to them as one: `năm (trước 10/10)`, `trước ngày 15/11 hằng năm`."""
    joined = _by_turns(_join_neighbours(flat, _by_turns(dues)))
    dated = {due.rhythm for due in joined if due.dated}
    joined = [due for due in joined if due.dated or due.rhythm is None or due.rhythm not in dated]
    joined = _share_rhythm(flat, joined)
    rhythms = [due for due in joined if due.rhythm not in (None, AD_HOC) and not due.dated]
    dates = [due for due in joined if due.rhythm is None]
    if rhythms and dates and not _stand_apart(flat, dates[-1], rhythms[0]):
        joined = _pair(joined, rhythms, dates)
    joined = [due for due in joined if due.dated or due.how != "period"]
    return [due if due.rhythm else due._replace(rhythm=ONCE) for due in joined]


def _by_turns(dues: list[Due]) -> list[Due]:
    """`báo cáo 6 tháng, báo cáo năm … trước ngày 10/6 và ngày 25/11 hằng năm`: one date for each rhythm before them."""
    rhythms = [due for due in dues if due.rhythm not in (None, AD_HOC) and not due.dated]
    dates = [due for due in dues if due.dated and due.month is not None]
    if len(rhythms) < 2 or len(rhythms) != len(dates) or rhythms[-1].start > dates[0].start:
        return dues
    pairs = dict(zip(dates, rhythms, strict=True))
    return [
        due._replace(rhythm=pairs[due].rhythm, how=pairs[due].how) if due in pairs else due
        for due in dues
        if due not in rhythms
    ]


def _join_neighbours(flat: str, dues: list[Due]) -> list[Due]:
    joined: list[Due] = []
    for due in dues:
        last = joined[-1] if joined else None
        if last is not None and AD_HOC not in (last.rhythm, due.rhythm):
            gap = flat[last.end : due.start]
            fits = (last.rhythm is None) != (due.rhythm is None) and last.dated != due.dated
            listed = len(joined) > 1 and joined[-2].rhythm is not None and not joined[-2].dated and due.month is None
            if fits and not listed and _ADJACENT.match(gap):
                joined[-1] = _merged(last, due, _closed(flat, due.end))
                continue
        joined.append(due)
    return joined


def _share_rhythm(flat: str, dues: list[Due]) -> list[Due]:
    """`trước ngày 10/6 và trước ngày 10/12 hằng năm`: rhythm and year behind the last date hold for those before it."""
    shared = list(dues)
    for index in range(len(shared) - 2, -1, -1):
        due, following = shared[index], shared[index + 1]
        open_date = due.rhythm is None and due.dated and due.year is None
        if open_date and following.dated and AND.match(flat[due.end : following.start]):
            shared[index] = due._replace(rhythm=following.rhythm, how=following.how, year=following.year)
    return shared


def _stand_apart(flat: str, date: Due, rhythm: Due) -> bool:
    """`hoàn thành trong quý I/2026 và cập nhật định kỳ hằng năm`: a rhythm behind the date, with a verb of its own."""
    if date.month is None or date.end > rhythm.start:
        return False
    between = flat[date.end : rhythm.start]
    behind = between.lstrip(" ,")
    behind = behind.removeprefix("và ")
    return behind != between.lstrip() and opens_duty(behind)


def _merged(first: Due, second: Due, end: int) -> Due:
    date, rhythm = (first, second) if first.dated else (second, first)
    return Due(first.start, end, rhythm.rhythm, rhythm.how, date.month, date.day, date.year)


def _closed(flat: str, end: int) -> int:
    return end + 1 if flat[end : end + 1] == ")" else end


def _pair(dues: list[Due], rhythms: list[Due], dates: list[Due]) -> list[Due]:
    """Rhythms named together, dates named together: one each in their order; else all dates in the one rhythm."""
    if len(rhythms) == len(dates):
        pairs = dict(zip(dates, rhythms, strict=True))
    elif len(rhythms) == 1:
        pairs = dict.fromkeys(dates, rhythms[0])
    elif len(dates) == 1 and dates[0].month is None:
        return [_merged(due, dates[0], due.end) if due in rhythms else due for due in dues if due is not dates[0]]
    else:
        return dues
    return [
        due._replace(rhythm=pairs[due].rhythm, how=pairs[due].how) if due in pairs else due
        for due in dues
        if due not in rhythms
    ]


def _counts(flat: str, clause: Span, due: Due, reports: bool, *, alone: bool, owned: bool) -> bool:
    """Whether something is due by it, or the words only describe."""
    if due.how == "in":
        return owned and not _PAST.search(flat, max(clause[0], due.start - 60), due.start)
    if due.dated or due.how in ("regular", "label"):
        return True
    if due.rhythm == AD_HOC and alone and flat.startswith(" theo quy định", due.end):
        return False
    if due.rhythm == AD_HOC or due.how == "report":
        return reports
    before = flat[max(clause[0], due.start - 60) : due.start]
    if due.how == "often":
        return owned and not _DESCRIBED.search(before)
    if not before.strip(" -+(") or (before.rstrip().endswith(",") and not _DESCRIBED.search(before)):
        return opens_duty(flat[due.end : due.end + 60].lstrip(" ,")) or _has_subject(flat, due.end, clause[1])
    return reports and not _DESCRIBED.search(before) and "báo cáo" in before


def _has_subject(flat: str, start: int, end: int) -> bool:
    reader = NameReader(flat, start, end)
    index = 1 if reader.reach(0) and reader.low[0] == "," else 0
    return list_names(reader, index) is not None


def _deadline(flat: str, node: Node, clause: Span, due: Due, duty: Assignment | None, reports: bool) -> Deadline:
    return Deadline(
        path=node.path,
        text=flat[due.start : due.end].replace("\n", " "),
        rhythm=due.rhythm or ONCE,
        month=due.month,
        day=due.day,
        year=due.year,
        duty="report" if reports else "act",
        by=duty.agencies if duty else (),
        to=_recipients(flat, clause) if reports else (),
        span=(due.start, due.end),
        confidence=_confidence(due, duty),
    )


def _confidence(due: Due, duty: Assignment | None) -> float:
    sure = 1.0 if due.how in ("regular", "date") else 0.85
    return sure if duty else sure * 0.9


def _recipients(flat: str, clause: Span) -> tuple[str, ...]:
    """Those a report goes to: the first list of names behind `báo cáo`, `gửi`, `về`, `trình`."""
    start, end = clause
    purpose = _PURPOSE.search(flat, start, end)
    names: Iterable[str] = ()
    for match in _RECIPIENT.finditer(flat, start, purpose.start() if purpose else end):
        if not may_name(flat, match.end()):
            continue
        listed = list_names(NameReader(flat, match.end(), end), 0, bare_units=True)
        if listed:
            names = [*names, *(name.text for name in listed.names)]
    return tuple(dict.fromkeys(names))


__all__ = ["HALF_YEAR", "QUARTER", "YEAR", "find"]
