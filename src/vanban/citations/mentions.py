"""Mentions of other documents that bear a number: `Nghị quyết số 22-NQ/TW ngày 10/4/2013 của Bộ Chính trị`.

One pass over the digits of the text. Each number is read forward (symbol, date, issuer) and backward (`số`, kind);
a number without a symbol counts behind a kind with `số`, in a bracket that defines an alias, or as a repeat of a
document cited elsewhere in the text. Which mentions are one document is said by `vanban.references`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from vanban import dates
from vanban.citations import document_kinds, issuers, numbers, references
from vanban.citations.document_kinds import Kind
from vanban.citations.issuers import Issuer
from vanban.citations.references import Reference
from vanban.findings import Citation, Span

_ONLY_NUMBER = re.compile(r"(?P<number>[0-9]{1,5}[a-e]?)(?P<year>/(?:19|20)[0-9]{2})?$")
_OF = re.compile(r"\s?,?\s?(?:của|cuả|CỦA|Của)\s?(?=\S)")
_UNSAID_OF = tuple(
    f"{blank}{body} "
    for body in (
        *("Chính phủ", "Thủ tướng", "Bộ", "Ban", "Tỉnh ủy", "Thành ủy", "Huyện ủy", "UBND", "HĐND", "Ủy ban"),
        *("Hội đồng", "Quốc hội"),
    )
    for blank in " \n"
)
"""The body right behind the date, `của` forgotten; it counts only where `về` shows that the title goes on."""
_ON = re.compile(r"\s(?:về|Về)\s")
_LIST_GAP = re.compile(r"[\s,;]{0,3}(?:và|hoặc|cùng)?[\s,;]{0,2}(?:(?:[Ss]ố|SỐ)\s?:?\s?)?")
_LIST_END = re.compile(r"(?:[,;]\s?|\svà\s)(?:và\s)?[Ss]ố\s?:?\s?$")
_LIST_GAP_WIDTH = 16
_LIST_REACH = 240
"""How long the subject of one document in a list may be before the next number."""
_CALLED = r"(?i)(?:gọi\s(?:tắt\s|chung\s)?là|viết\stắt\slà|tắt\slà|gọi\stắt:?)[^().]{0,160}$"
_CAPTIONS = frozenset({"kèm theo", "ban hành kèm theo"})
_UNITS = (
    *("tháng", "nhóm", "nhiệm vụ", "nội dung", "mục tiêu", "lĩnh vực", "tỷ", "triệu", "nghìn", "tỉnh", "nước", "xã"),
    *("huyện", "lần", "giai đoạn", "điểm", "bước", "%"),
)
_YEARS_OR_DAYS = r"năm(?!\s?(?:19|20)[0-9]{2})|ngày(?!\s?[0-9])"
_LAST_LETTERS = {word[-1] for word in document_kinds.LAST_WORDS} | {"ố"}
_NAMES_PROGRAMMES = frozenset({"Chương trình", "Kế hoạch"})
"""Kinds whose number may be a name or a count when `số` is missing: `Chương trình 135`, `Kế hoạch 5 năm`."""
_JOINT_TYPES = frozenset({"TTLT", "TTLB", "NQLT", "KHLT", "HDLT", "HDLN", "CTPH", "CTrPH", "KHPH", "QCPH"})
_LOOK_BACK = 110
_LOOK_BACK_LAW = 220
"""How far before its number the kind may stand when a title is in between; laws have the longest titles."""


class _Lead(NamedTuple):
    """What stands before a number: where the mention starts, the kind, whether `số` is there, a body before it."""

    start: int
    kind: Kind | None
    numbered: bool
    exact: bool = True
    issuer: str | None = None


class _Mention(NamedTuple):
    """A citation on its way, with what decides which document it is."""

    text: str
    kind: Kind | None
    number: str
    date: str | None
    issuer: str | None
    span: Span
    confidence: float
    type: str
    reference: Reference
    weak: bool = False
    """A number alone that may count things (`Đề án số 2`, `Chương trình 135`): only a repeat or an alias counts."""
    alias: bool = False
    """Defined in a bracket: `(sau đây gọi tắt là Kế hoạch 164)`."""


def find(
    flat: str, date: str | None = None, *, own: str | None = None, spans: Sequence[Span] | None = None
) -> list[Citation]:
    """Every mention in `flat` (in `spans` only, where given) of a document that bears a number, in reading order.

    `date` and `own` are the document's own date (ISO) and number: it does not cite itself. `path` and `page` are None;
    `span` are offsets into `flat`; `document` is the same for all mentions of one document.
    """
    mentions: list[_Mention] = []
    for start, end in spans if spans is not None else ((0, len(flat)),):
        mentions.extend(_mentions(flat, start, end))
    cited = {mention.reference[:2] for mention in mentions if mention.type or mention.alias}
    kept = [mention for mention in mentions if not mention.weak or mention.alias or mention.reference[:2] in cited]
    if own:
        own = references.folded(own)
        kept = [mention for mention in kept if not _is_own(mention, own, date)]
    keys = references.keys([mention.reference for mention in kept])
    return [_citation(mention, key) for mention, key in zip(kept, keys, strict=True)]


def _citation(mention: _Mention, document: str) -> Citation:
    text, kind, number, date, issuer, span, confidence, *_ = mention
    return Citation(None, text, kind.name if kind else None, number, date, issuer, span, document, None, confidence)


def _mentions(flat: str, start: int, end: int) -> list[_Mention]:
    found: list[_Mention] = []
    blanks = _blank_mentions(flat, start, end)
    previous: _Mention | None = None
    for match in numbers.each(flat, start, end):
        if match["type"]:
            mention = _with_symbol(flat, match, previous)
        else:
            mention = _number_only(flat, match, previous) if _may_end_kind(flat, match.start()) else None
        if mention is None or _in_caption(flat, mention.span[0]):
            continue
        if found and found[-1].span[0] == mention.span[0]:
            found.pop()  # the first half of a broken number
        previous = mention
        while blanks and blanks[0].span[0] < mention.span[0]:
            found.append(blanks.pop(0))
        found.append(mention)
    return found + blanks


def _with_symbol(flat: str, match: re.Match[str], previous: _Mention | None) -> _Mention | None:
    """`22-NQ/TW`: with or without kind and `số`."""
    type_ = match["type"].replace(" ", "")
    known = document_kinds.of_symbol(type_)
    if not match["gap"] and known is None:
        return None
    start = match.start()
    above = _digits_above(flat, match) if flat[start - 2 : start - 1].isdigit() else ""
    lead = _lead(flat, start - len(above))
    if lead is None:
        return None
    if lead.kind is None:
        lead = _kind_from_context(flat, match, lead, known, previous)
        if lead is None:
            return None
    number = "".join((above + match.group()).split())
    year = match["year"].strip(" /-\n") if match["year"] else None
    doubt = (0 if lead.numbered else 0.05) + (0 if lead.exact else 0.1) + (0 if lead.kind else 0.2)
    return _complete(flat, lead, number, match.end(), type_, year, 1.0 - doubt)


def _digits_above(flat: str, match: re.Match[str]) -> str:
    """The digits of the number that a line end cut off, with the blank behind them; mostly empty."""
    above = numbers.digits_above(flat, match)
    lead = _lead(flat, match.start() - len(above)) if above else None
    return above if lead and lead.kind and lead.kind.numbered else ""


def _kind_from_context(
    flat: str, match: re.Match[str], lead: _Lead, known: Kind | None, previous: _Mention | None
) -> _Lead | None:
    """The kind of a number that has none right before it: from the list it stands in, a title between, its symbol."""
    start = match.start()
    if previous is not None and previous.kind and _lists_on(flat, previous, start):
        same = known is None or previous.type == match["type"] or not previous.type
        return _Lead(start, previous.kind if same else known, lead.numbered)
    if lead.numbered and known is not None:
        behind = previous.span[1] if previous else 0
        found = _kind_before_title(flat, behind, start, known)
        if found:
            return found
    if known is not None and (lead.numbered or match["rest"]) and match["type"][0].isupper():
        return _Lead(start, known, lead.numbered, exact=False)
    if lead.numbered and previous is not None and _goes_on_listing(flat, previous, start):
        return _Lead(start, previous.kind, lead.numbered, exact=False)
    return lead if lead.numbered and match["rest"] else None


def _lists_on(flat: str, previous: _Mention, start: int) -> bool:
    """`… số 13/NQ-CP, 14/NQ-CP và số 15/NQ-CP`: nothing but a comma or `và` between two numbers."""
    end = previous.span[1]
    gap = _LIST_GAP.match(flat, end, start) if start - end <= _LIST_GAP_WIDTH else None
    return gap is not None and gap.end() == start


def _goes_on_listing(flat: str, previous: _Mention, start: int) -> bool:
    """`Công văn số 107/VPCP-QHQT về …; số 167/BNG-CNV-m …`: a further letter, behind what the first is about."""
    between = flat[previous.span[1] : start]
    if previous.kind is None or len(between) > _LIST_REACH or "\n" in between or "." in between:
        return False
    return bool(_LIST_END.search(between))


def _kind_before_title(flat: str, behind: int, start: int, known: Kind) -> _Lead | None:
    """`Luật Thỏa thuận quốc tế số 70/2020/QH14`, `Nghị quyết của Bộ Chính trị số 22-NQ/TW`."""
    law = known.root in {"Luật", "Pháp lệnh"}
    window = max(behind, start - (_LOOK_BACK_LAW if law else _LOOK_BACK))
    text = flat[window:start]
    cut = max(text.rfind(mark) for mark in ".;\n") + 1
    found = document_kinds.nearest(text[cut:], known.root)
    if found is None:
        return None
    place, kind = window + cut + found[0], found[1]
    of = _OF.match(flat, place + len(kind.name))
    if of:
        issuer = issuers.read(flat, of.end())
        if issuer and not flat[issuer.end : start].strip(" :,").lower().replace("số", "").strip(" :"):
            return _Lead(place, kind, numbered=True, issuer=flat[of.end() : issuer.end])
        return None
    return _Lead(place, kind, numbered=True)


def _may_end_kind(flat: str, start: int) -> bool:
    """Whether the letter before a number is one with which kinds or `số` end; of most numbers it is not."""
    while start and flat[start - 1] in " :\n":
        start -= 1
    return flat[start - 1 : start].lower() in _LAST_LETTERS


def _number_only(flat: str, match: re.Match[str], previous: _Mention | None) -> _Mention | None:
    """`Kết luận số 33`, `Chương trình số 479`; `Kế hoạch 164`, which counts only where it can be resolved."""
    start = match.start()
    before = flat[max(0, start - 12) : start].rstrip(" :\n").lower()
    numbered = before.endswith("số")
    if not numbered and before.replace("\n", " ").rpartition(" ")[2] not in document_kinds.LAST_WORDS:
        return None
    only = _ONLY_NUMBER.match(match.group())
    lead = _lead(flat, start) if only else None
    if only is None or lead is None or _counts(flat[match.end() : match.end() + 12]):
        return None
    if lead.kind is None and numbered and previous is not None and _lists_on(flat, previous, start):
        lead = _Lead(start, previous.kind, numbered)
    if lead.kind is None:
        return None
    called = flat[max(0, lead.start - 180) : lead.start]
    alias = ("tắt" in called or "gọi" in called) and re.search(_CALLED, called) is not None
    number, year = match.group(), only["year"][1:] if only["year"] else None
    mention = _complete(flat, lead, number, match.end(), "", year, 0.85 if lead.numbered else 0.75)
    told = mention.issuer is not None or mention.date is not None
    sure = told and lead.kind.root not in _NAMES_PROGRAMMES if not lead.numbered else told or len(number) > 1
    return mention._replace(weak=not (sure and lead.kind.numbered), alias=alias)


def _counts(behind: str) -> bool:
    """Whether what stands behind a number is what it counts: `Kế hoạch 5 năm`, but not `Kế hoạch 5 năm 2020`."""
    behind = behind.lower()
    behind = behind[1:] if behind[:1].isspace() else behind
    return behind.startswith(_UNITS) or (
        behind.startswith(("năm", "ngày")) and re.match(_YEARS_OR_DAYS, behind) is not None
    )


def _blank_mentions(flat: str, start: int, end: int) -> list[_Mention]:
    """`Quyết định số …/QĐ-UBND`: a document whose number was still to be filled in."""
    found = []
    for slash, symbol in numbers.blanks(flat, start, end):
        lead = _lead(flat, slash)
        if lead is None or lead.kind is None or _in_caption(flat, lead.start):
            continue
        number = "".join(symbol.group()[1:].split())
        found.append(_complete(flat, lead, number, slash + symbol.end() - 1, symbol["type"], None, 0.7))
    return found


def _lead(flat: str, start: int) -> _Lead | None:
    """What stands before the number at `start`; None where the number is a part of something else."""
    head = flat[max(0, start - 70) : start].replace("\n", " ")
    plain = head.rstrip(" :.…_(“\"'")
    numbered = plain[-2:].lower() in {"số", "sô"}
    glued = False
    if numbered:
        plain = plain[:-2].rstrip(" :,(“\"'-")
        if _opens_line(flat, start):
            return None
    else:
        plain = head.rstrip(" :")
        glued = bool(plain) and plain == head and plain[-1].isalnum()
        if plain and plain == head and plain[-1] in "/.,-":
            return None
    found = document_kinds.at_end(plain) if plain else None
    if found is None or (not found.exact and not numbered):
        return None if glued else _Lead(start, None, numbered)
    return _Lead(start - (len(head) - len(plain)) - found.length, found.kind, numbered, found.exact)


def _opens_line(flat: str, start: int) -> bool:
    """Whether `Số: 20/KH-UBND` stands at the head of a line: a letterhead's own number."""
    if ":" not in flat[max(0, start - 12) : start]:
        return False
    line = flat.rfind("\n", max(0, start - 12), start)
    opening = flat[line + 1 : start] if line >= 0 or start <= 12 else "-"
    return opening.strip(" :.").lower() == "số" and ":" in opening


def _complete(
    flat: str, lead: _Lead, number: str, end: int, type_: str, year: str | None, confidence: float
) -> _Mention:
    """Read on behind the number: date, issuer, or the issuer and then the date."""
    moment, end = dates.behind(flat, end)
    issuer = lead.issuer
    begin, body = _issuer(flat, end, type_, dated=moment is not None) if issuer is None else (end, None)
    if body:
        issuer = flat[begin : body.end].replace("\n", " ")
        end = body.end
        confidence = min(confidence, body.confidence)
        if moment is None:
            moment, end = dates.behind(flat, end)
    text = flat[lead.start : end].replace("\n", " ")
    date = moment.iso if moment else None
    reference = references.reference(lead.kind, number, type_, year or (str(moment.year) if moment else None))
    span = (lead.start, end)
    return _Mention(text, lead.kind, number, date, issuer, span, round(confidence, 2), type_, reference)


def _issuer(flat: str, end: int, type_: str, *, dated: bool) -> tuple[int, Issuer | None]:
    """The body behind `của`, and where its name begins; behind a date `của` may be forgotten."""
    joint = type_ in _JOINT_TYPES
    of = _OF.match(flat, end)
    if of:
        return of.end(), issuers.read(flat, of.end(), joint=joint)
    if not dated or not flat[end + 1 : end + 2].isupper() or not flat.startswith(_UNSAID_OF, end):
        return end, None
    body = issuers.read(flat, end + 1, joint=joint)
    return end + 1, body if body and _ON.match(flat, body.end) else None


def _in_caption(flat: str, start: int) -> bool:
    """`(Kèm theo Quyết định số …)` on a line of its own, or behind a heading in capitals, names the document itself."""
    if flat[max(0, start - 5) : start].rstrip().lower() != "theo":
        return False
    bracket = flat.rfind("(", max(0, start - 48), start)
    if bracket < 0 or " ".join(flat[bracket + 1 : start].split()).lower() not in _CAPTIONS:
        return False
    before = flat[max(0, bracket - 24) : bracket].rstrip(" ")
    return not before or before[-1] == "\n" or all(word.isupper() for word in before.split()[-2:])


def _is_own(mention: _Mention, own: str, date: str | None) -> bool:
    """Whether a mention names the document itself; `own` is its number as `references.folded` makes it."""
    if references.folded(mention.number) != own:
        return False
    return mention.reference.year is None or date is None or mention.reference.year == date[:4]
