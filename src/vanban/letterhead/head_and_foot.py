"""What head and foot of a document say, and where its running text stands (khối tiêu đề, chữ ký, nơi nhận).

A plan may be wrapped in a Decision that promulgates it: then kind and title are the plan's; number, date, place,
issuer, signer and recipients are the Decision's, and the running text is that of both.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vanban.findings import Letterhead, Signer, Span
from vanban.letterhead import issuer
from vanban.letterhead.opening import Opening, find_opening
from vanban.letterhead.sheetlines import Lines, meanings, words
from vanban.letterhead.signature import Closing, find_closings, find_post
from vanban.letterhead.titles import find_title

_ORDER = r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|NAY BAN HÀNH)\s?:?\s?$"
"""The word `QUYẾT ĐỊNH:` between the grounds and the articles."""
_ATTACHED = r"\W{0,3}(?:\(?\s?(?:Ban hành )?[Kk]èm theo)\s+(?:[Qq]uyết\s+định|QĐ|Nghị quyết)"
_ENACTED = (
    r"(?i)(?:ban\s?hành|phê\s?duyệt)\s(?:kèm\stheo\s?Quyết\sđịnh\s(?:này\s)?)?(?:bản\s)?[“\"]?"
    rf"(?P<kind>{'|'.join(words('plan'))})[”\"]?(?=\s)"
)
_ANNOUNCED = (
    r"(?:ban\shành|xây\sdựng|đề\sra)\s(?P<kind>[Kk]ế\shoạch(?:\shành\sđộng)?|[Cc]hương\strình(?:\shành\sđộng)?|[Đđ]ề\sán)"
    r"(?:\s(?P<title>[^;:]{4,300}?))?(?=,?\s(?:như\ssau|với\s(?:các|những|một\ssố)\snội\sdung|cụ\sthể|gồm)|:)"
)
_SOURCE = (
    r"(?:số|SỐ)\s?:?\s?(?P<number>\d{1,5}(?:/\d{4})?\s?[-/]\s?[A-ZĐ][\w&]*(?:\s?[-/]\s?[A-ZĐ]\w*){0,3})"
    r"(?:,?\s?ngày\s?(?P<day>\d{1,2})\s?(?:/|tháng)\s?(?P<month>\d{1,2})\s?(?:/|năm)\s?(?P<year>\d{4}))?"
    r"(?:\scủa\s(?P<issuer>[^)]{4,80}))?"
)
_ABOUT = r"(?i)(?:Về việc|V/v|VỀ VIỆC)\s+"
_ANNEX = tuple(words("annex"))
_SYMBOL_KINDS = {symbol.casefold(): kind for kind, symbol in meanings("kind").items() if symbol}
_WIDEST_EMPTY = 40
"""Characters of a line of empty cells."""
_CAPTION_LINES = 8
_SHORTEST_TITLE = 14
"""Characters; `ban hành Kế hoạch triển khai như sau` names no subject."""
_HEAD_LINES = 40
"""The caption of a wrapped plan stands in so many lines behind the Decision's foot."""


class _Parts(NamedTuple):
    """A document taken apart: its head, its feet, the plan it wraps, and the spans of its running text."""

    head: Opening
    feet: list[Closing]
    plan: Opening | None
    body: tuple[Span, ...]


def find(sheet: str) -> Letterhead:
    """Read head and foot of a document; `body` is its running text in reading order, at line bounds."""
    if not sheet:
        return Letterhead()
    lines = Lines(sheet)
    parts = _take_apart(lines)
    head, plan = parts.head, parts.plan
    text = "\n".join(sheet[start:end] for start, end in parts.body)
    foot = parts.feet[0] if parts.feet else None
    signer = foot.signer if foot else Signer()
    kind, title = _kind_and_title(head, plan, text)
    number, date, place, caption_issuer = _from_caption(head)
    name, sure = _issuer(head, text, caption_issuer)
    confidence = min(sure, 1.0 if head.letterhead else 0.8, 1.0 if title else 0.7)
    return Letterhead(
        kind=kind,
        number=number,
        place=place,
        date=date,
        issuer=name,
        title=title,
        signer=signer,
        recipients=foot.recipients if foot else (),
        layout="party" if head.party or bool(number and number.endswith("TU")) else "state",
        spans=_spans(head, plan, foot),
        confidence=confidence,
        body=parts.body,
    )


def _take_apart(lines: Lines) -> _Parts:
    head = find_opening(lines, 0, len(lines))
    feet = _feet(lines, head.body)
    if _is_decision(head):
        wrapped = _find_plan(lines, head, feet)
        if wrapped:
            return wrapped
    end = feet[0].first if feet else len(lines)
    body = _without_order(lines, head.body, end) if _is_decision(head) else [lines.span(head.body, end)]
    if feet:
        body += _annexes(lines, feet[-1].after, len(lines))
    return _Parts(head, feet, None, _filled(lines, body))


def _feet(lines: Lines, first: int) -> list[Closing]:
    feet = list(find_closings(lines, first))
    if not feet and (post := find_post(lines, first, len(lines))):
        feet = [post]
    return feet


def _is_decision(head: Opening) -> bool:
    if head.kind:
        return head.kind in ("Quyết định", "Nghị quyết")
    return bool(head.number and re.search(r"/QĐ-|-QĐ/", head.number))


def _find_plan(lines: Lines, head: Opening, feet: list[Closing]) -> _Parts | None:
    """The plan behind the Decision's foot: told by its own heading or by `(Kèm theo Quyết định số …)`."""
    foot = next((foot for foot in feet if foot.first > head.body), None)
    start = foot.after if foot else _plan_heading(lines, head.body)
    if start is None or start >= len(lines):
        return None
    near = range(start, min(start + _HEAD_LINES, len(lines)))
    attached = next((index for index in near if re.match(_ATTACHED, lines.texts[index])), None)
    plan = find_opening(lines, start, len(lines))
    if attached is None and (plan.kind is None or plan.kind not in words("plan")):
        return None
    if attached is not None and plan.body <= attached:
        plan = _titled_above(lines, start, attached, plan)
    end = foot.first if foot else start
    rest = [other for other in feet if other.first >= plan.body]
    body = _without_order(lines, head.body, end)
    body.append(lines.span(plan.body, rest[0].first if rest else len(lines)))
    if rest:
        body += _annexes(lines, rest[-1].after, len(lines))
    return _Parts(head, ([foot] if foot else []) + rest, plan, _filled(lines, body))


def _plan_heading(lines: Lines, first: int) -> int | None:
    """Where a Decision lost its foot: the heading of the plan behind its last article."""
    kinds = tuple(kind.upper() for kind in words("plan"))
    for index in range(first, min(first + 120, len(lines) - 1)):
        if lines.texts[index].strip(" *|:").startswith(kinds) and lines.texts[index].strip(" *|:").isupper():
            return index
    return None


def _titled_above(lines: Lines, start: int, attached: int, plan: Opening) -> Opening:
    """A plan whose kind line is lost: what stands above the caption is its title."""
    found = find_title(lines, start, min(attached + _CAPTION_LINES, len(lines)), 0, decision=False)
    return plan._replace(title=plan.title or found.text, body=max(found.body, attached + 1), caption=found.caption)


def _without_order(lines: Lines, first: int, last: int) -> list[Span]:
    """The Decision's running text: its grounds and its articles, without the word between them."""
    for index in range(first, min(first + 60, last)):
        if re.match(_ORDER, lines.texts[index].strip(" *|")):
            return [lines.span(first, index), lines.span(index + 1, last)]
    return [lines.span(first, last)]


def _annexes(lines: Lines, first: int, last: int) -> list[Span]:
    """The annexes behind the signature, without the captions that only say what they belong to."""
    start = next((index for index in range(first, last) if _opens_annex(lines.texts[index])), None)
    if start is None:
        return []
    spans = []
    index = start
    while index < last:
        if lines.texts[index].lstrip(" (*").startswith(("Kèm theo", "Ban hành kèm theo", "kèm theo")):
            spans.append(lines.span(start, index))
            end = index
            while end < min(index + _CAPTION_LINES, last - 1) and ")" not in lines.texts[end]:
                end += 1
            index = start = end + 1 if ")" in lines.texts[min(end, last - 1)] else index + 1
            continue
        index += 1
    if start < last:
        spans.append(lines.span(start, last))
    return spans


def _opens_annex(text: str) -> bool:
    bare = text.strip(" |*_")
    return bare.startswith(_ANNEX) or (text.startswith("|") and text.count("|") > 3)


def _filled(lines: Lines, spans: list[Span]) -> tuple[Span, ...]:
    """The spans that hold text, without the empty cells at their ends."""
    kept = []
    for start, end in spans:
        while start < end and _is_empty(lines.sheet, last := lines.sheet.rfind("\n", start, end) + 1 or start, end):
            end = max(start, last - 1)
        while (first := lines.sheet.find("\n", start, end)) >= 0 and _is_empty(lines.sheet, start, first):
            start = first + 1
        if start < end:
            kept.append((start, end))
    return tuple(kept)


def _is_empty(sheet: str, start: int, end: int) -> bool:
    """Whether a line consists of empty cells."""
    return 0 < end - start <= _WIDEST_EMPTY and not sheet[start:end].strip("| ")


def _kind_and_title(head: Opening, plan: Opening | None, text: str) -> tuple[str | None, str | None]:
    """Kind and title from their own lines, else from what the text says it promulgates."""
    if plan:
        enacted = re.search(_ENACTED, head.title or "") or re.search(_ENACTED, text[:3_000])
        wrapped = plan.kind or (_plan_kind(enacted["kind"]) if enacted else "Kế hoạch")
        return wrapped, plan.title or _enacted_title(head.title)
    if head.kind and head.title:
        return head.kind, head.title
    announced = re.search(_ANNOUNCED, text[:6_000])
    kind, title = head.kind or _kind_of_symbol(head.number), head.title
    if announced is None:
        return kind, title
    called = " ".join((announced["title"] or "").split())
    return kind or _plan_kind(announced["kind"]), title or (called if len(called) > _SHORTEST_TITLE else None)


def _enacted_title(title: str | None) -> str | None:
    if title is None:
        return None
    enacted = re.search(_ENACTED, title)
    if enacted:
        return title[enacted.end() :].strip(' "“”') or title
    return re.sub(_ABOUT, "", title, count=1)


def _plan_kind(text: str) -> str:
    name = " ".join(text.split()).casefold()
    return name[:1].upper() + name[1:]


def _kind_of_symbol(number: str | None) -> str | None:
    """`44/KH-UBND` → `Kế hoạch`, `45-CTr/TU` → `Chương trình`."""
    for part in re.split(r"[-/]", number or ""):
        if kind := _SYMBOL_KINDS.get(part.casefold()):
            return kind
    return None


def _from_caption(head: Opening) -> tuple[str | None, str | None, str | None, str | None]:
    """Number, date, place and issuer; a plan torn off its Decision has them in its caption only."""
    if head.number or not head.caption:
        return head.number, head.date, head.place, None
    source = re.search(_SOURCE, head.caption)
    if source is None:
        return None, head.date, head.place, None
    date = f"{source['year']}-{int(source['month']):02}-{int(source['day']):02}" if source["year"] else None
    return "".join(source["number"].split()), head.date or date, head.place, source["issuer"]


def _issuer(head: Opening, text: str, captioned: str | None) -> tuple[str | None, float]:
    printed = issuer.from_letterhead(head.bodies)
    if printed:
        return issuer.with_place(printed, text, head.place)
    if captioned:
        full = re.sub(r"^UBND\b", "Ủy ban nhân dân", " ".join(captioned.split()))
        return re.sub(r"^Chủ tịch (?=UBND|Ủy ban)", "", full), 0.8
    return issuer.from_text(text, head.place, head.number)


def _spans(head: Opening, plan: Opening | None, foot: Closing | None) -> tuple[tuple[str, Span], ...]:
    spans = dict(head.spans)
    if plan:
        spans.update({name: span for name, span in plan.spans if name in ("kind", "title")})
    if foot and foot.signer_span:
        spans["signer"] = foot.signer_span
    if foot and foot.recipients_span:
        spans["recipients"] = foot.recipients_span
    return tuple(spans.items())
