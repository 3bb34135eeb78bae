"""What a careful official would ask about before relying on a document: dates, numbers, headings, duties, misprints.

Every warning is a Vietnamese sentence with the place it speaks of; it claims no error, it asks for a look.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from vanban import markers, misprints
from vanban.findings import Assignment, Citation, Letterhead, Node, Span, Warning
from vanban.markers import Marker
from vanban.outline import Outline

_SYMBOL_YEAR = re.compile(r"\d{1,5}/((?:19|20)\d\d)/")
_PARTY_NUMBER = r"\d\s?-\s?[^\W\d]"
_TERM = r"\s?\(?(?:khóa|nhiệm kỳ)\s[\dIVXLivx ,-]{1,12}\)?$"
_TERM_YEARS = 5
"""A Party body numbers its documents through its term of five years (Điều lệ Đảng)."""
_DUTIES = ("tổ chức thực hiện", "phân công", "trách nhiệm")
_NO_DUTY = ("kinh phí", "nguồn vốn", "chế độ báo cáo", "điều khoản")
_CLOSING = ("Kế hoạch này", "Chương trình này", "Trên đây", "Trong quá trình", "Quá trình")
"""Words that open the last paragraph of a plan, which speaks to all."""
_DUTY_WORDS = 7
"""A shorter line below a duty heading is rather a caption than a duty."""
_ORDERED = frozenset(
    {markers.ROMAN, markers.UPPER, markers.ARTICLE, markers.NUMBER, markers.NESTED, markers.LETTER, markers.DIVISION}
)
_MOST = 40
"""Warnings of one kind; a reader needs no more to see what is wrong."""


def find(
    flat: str,
    head: Letterhead,
    outline: Outline,
    citations: Sequence[Citation],
    assignments: Sequence[Assignment],
    *,
    text_notes: Sequence[str] = (),
) -> list[Warning]:
    """All warnings about a document, in the order of the places they speak of.

    `text_notes` are what the way in already noticed (Vietnamese sentences).
    """
    found = [Warning("text", note, None, (0, 0)) for note in text_notes]
    found += _head(head)
    found += _citations(head, citations)
    found += _heading_order(outline)
    found += _duties(outline, assignments)
    found += _agencies(assignments)
    for start, end in head.body or ((0, len(flat)),):
        found += (_placed(outline, *misprint) for misprint in misprints.find(flat, start, end))
    return sorted(found, key=lambda warning: warning.span)


def _placed(outline: Outline, code: str, message: str, span: Span) -> Warning:
    node = outline.at(span[0])
    return Warning(code, message, node.path if node else None, span)


def _head(head: Letterhead) -> Iterator[Warning]:
    spans = dict(head.spans)
    place = spans.get("title", spans.get("kind", (0, 0)))
    if head.number is None:
        yield Warning("no-number", "Văn bản không có số, ký hiệu.", None, place)
    elif head.number[0] in "/-":
        yield Warning("no-number", "Số của văn bản còn để trống.", None, spans.get("number", place))
    if head.date is None:
        yield Warning("no-date", "Văn bản không ghi ngày, tháng, năm ban hành.", None, spans.get("place", place))
    elif len(head.date) < len("2024-01-01"):
        yield Warning("no-date", "Ngày ban hành văn bản ghi chưa đầy đủ.", None, spans.get("date", place))


def _citations(head: Letterhead, citations: Sequence[Citation]) -> Iterator[Warning]:
    seen: set[tuple[str, str]] = set()
    for citation in citations:
        if citation.date is None:
            continue
        key = (citation.number.casefold(), citation.date)
        if key in seen:
            continue
        seen.add(key)
        yield from _dated(head, citation)
    yield from _two_dates(citations)
    yield from _two_issuers(citations)


def _dated(head: Letterhead, citation: Citation) -> Iterator[Warning]:
    date = citation.date or ""
    if head.date and date[: len(head.date)] > head.date[: len(date)]:
        yield _about(
            "cited-after-document",
            f"{_called(citation)} ghi ngày {_day(date)}, sau ngày của văn bản này ({_day(head.date)}).",
            citation,
        )
    year = _SYMBOL_YEAR.match(citation.number)
    if year and year[1] != date[:4]:
        yield _about(
            "symbol-year", f"{_called(citation)}: ký hiệu ghi năm {year[1]} nhưng ngày ghi năm {date[:4]}.", citation
        )


def _two_dates(citations: Sequence[Citation]) -> Iterator[Warning]:
    for mentions in _by_number(citation for citation in citations if citation.date):
        first = mentions[0]
        told = {first.date}
        for other in mentions[1:]:
            if other.date not in told and _same_document(first, other):
                told.add(other.date)
                yield _about(
                    "number-two-dates",
                    f"{_called(other)} được ghi hai ngày khác nhau: "
                    f"{_day(first.date or '')} và {_day(other.date or '')}.",
                    other,
                )


def _same_document(one: Citation, other: Citation) -> bool:
    """Whether two dates of one number can only be a slip: state numbers begin anew each year, Party ones each term."""
    first, second = one.date or "", other.date or ""
    if first[:4] == second[:4] or _SYMBOL_YEAR.match(one.number) or first[4:] == second[4:] != "":
        return True
    return bool(re.search(_PARTY_NUMBER, one.number)) and abs(int(first[:4]) - int(second[:4])) < _TERM_YEARS


def _two_issuers(citations: Sequence[Citation]) -> Iterator[Warning]:
    for mentions in _by_number(citation for citation in citations if citation.issuer):
        first = mentions[0]
        told = [_body(first.issuer or "")]
        for other in mentions[1:]:
            body = _body(other.issuer or "")
            same_year = not first.date or not other.date or first.date[:4] == other.date[:4]
            if same_year and not any(body.startswith(known) or known.startswith(body) for known in told):
                told.append(body)
                yield _about(
                    "number-two-issuers",
                    f"{_called(other)} được ghi của hai cơ quan khác nhau: {first.issuer} và {other.issuer}.",
                    other,
                )


def _by_number(citations: Iterable[Citation]) -> Iterator[list[Citation]]:
    groups: dict[tuple[str, str], list[Citation]] = defaultdict(list)
    for citation in citations:
        groups[_root(citation), citation.number.casefold()].append(citation)
    return (mentions for mentions in groups.values() if len(mentions) > 1)


def _root(citation: Citation) -> str:
    """The kind's root as the resolved key has it (`nghị quyết|22-nq/tw|2013`)."""
    return citation.document.split("|")[0] or (citation.kind or "").casefold()


@lru_cache(maxsize=1_024)
def _body(issuer: str) -> str:
    """An issuer without its term and in one spelling, for comparison."""
    issuer = " ".join(issuer.split())
    if "khóa" in issuer or "nhiệm kỳ" in issuer:
        issuer = re.sub(_TERM, "", issuer)
    words = (_FULL.get(word, word) for word in issuer.casefold().split())
    return " ".join(words).removeprefix("chủ tịch ")


_FULL = {
    "ubnd": "ủy ban nhân dân",
    "hđnd": "hội đồng nhân dân",
    "btv": "ban thường vụ",
    "bch": "ban chấp hành",
    "tw": "trung ương",
    "ttg": "thủ tướng",
}


def _called(citation: Citation) -> str:
    return f"{citation.kind or 'Văn bản'} {citation.number}"


def _day(date: str) -> str:
    return "/".join(reversed(date.split("-")))


def _about(code: str, message: str, citation: Citation) -> Warning:
    return Warning(code, message, citation.path, citation.span)


def _heading_order(outline: Outline) -> Iterator[Warning]:
    """Numbers of headings that jump, repeat or go back among the headings of one family below one parent."""
    last: dict[tuple[int | None, str], Marker] = {}
    told = 0
    for node in outline.nodes:
        marker = _marker(node)
        if marker is None:
            continue
        stem = marker.label.rpartition(".")[0] if marker.family == markers.NESTED else ""
        key = (node.parent, marker.family + stem)
        before = last.get(key)
        last[key] = marker
        message = _disorder(before, marker)
        if message and told < _MOST:
            told += 1
            yield Warning("heading-order", message, node.path, node.span)


def _marker(node: Node) -> Marker | None:
    if node.marker is None or node.kind in ("item", "paragraph") or node.cells:
        return None
    return _ordered(node.marker)


@lru_cache(maxsize=1_024)
def _ordered(mark: str) -> Marker | None:
    marker = markers.find(f"{mark} Mục")
    return marker if marker and marker.family in _ORDERED and marker.order else None


def _disorder(before: Marker | None, marker: Marker) -> str | None:
    expected = before.order + 1 if before else 1
    skips_d = marker.family == markers.LETTER and marker.label == "e" and marker.order == expected + 1
    if marker.order == expected or skips_d:
        return None
    if before is None:
        return f"Đề mục đầu tiên ở đây là “{marker.mark}”; có thể thiếu đề mục trước đó."
    if marker.order == before.order:
        return f"Số đề mục “{marker.mark}” lặp lại."
    if marker.order < before.order:
        return f"Đề mục “{marker.mark}” đứng sau đề mục “{before.mark}”."
    return f"Sau đề mục “{before.mark}” là “{marker.mark}”; có thể thiếu đề mục ở giữa."


def _duties(outline: Outline, assignments: Sequence[Assignment]) -> Iterator[Warning]:
    """Lines of the part that hands out duties which name nobody."""
    given = {assignment.path for assignment in assignments}
    parts: dict[int, bool] = {}
    told = 0
    for index, node in enumerate(outline.nodes):
        above = parts.get(node.parent, False) if node.parent is not None else False
        if node.kind not in ("item", "paragraph"):
            parts[index] = (above or _speaks_of(node.text, _DUTIES)) and not _speaks_of(node.text, _NO_DUTY)
            continue
        if above and node.path not in given and _is_duty(node) and told < _MOST:
            told += 1
            yield Warning("duty-without-agency", "Nhiệm vụ này chưa rõ giao cho cơ quan nào.", node.path, node.span)


def _is_duty(node: Node) -> bool:
    text = node.text.rstrip()
    if text[-1:] == ":" or text.startswith(_CLOSING):
        return False
    return len(text.split(maxsplit=_DUTY_WORDS)) >= _DUTY_WORDS and not _speaks_of(text, _NO_DUTY)


def _speaks_of(text: str, words: Sequence[str]) -> bool:
    text = text.lower()
    return any(word in text for word in words)


def _agencies(assignments: Sequence[Assignment]) -> Iterator[Warning]:
    seen: set[str] = set()
    for assignment in assignments:
        for doubt in assignment.doubts:
            if doubt not in seen and len(seen) < _MOST:
                seen.add(doubt)
                span = assignment.agency_spans[0] if assignment.agency_spans else assignment.span
                yield Warning("unknown-agency", doubt, assignment.path, span)
