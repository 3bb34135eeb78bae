"""Duties written as fields or in brackets: `Cơ quan chủ trì: Sở Ngoại vụ; phối hợp: …`, `(Sở Tài chính chủ trì, …)`."""

from __future__ import annotations

import re

from vanban.agencies import AgencyList, list_names, read_list, verb_follows
from vanban.agencies.catalogue import vocabulary
from vanban.agencies.names import NameReader
from vanban.assignments.subjects import Subject
from vanban.findings import Span

_MOST_BRACKETS = 12
"""Brackets of one sentence that are looked into; no sentence met has more than four."""
_BODY = r"(?:(?:[Cc]ơ quan|[Đđ]ơn vị|[Bb]ộ phận)(?:,?\s(?:đơn vị|cơ quan|địa phương))?\s)"
_OWNER = re.compile(
    rf"{_BODY}?(?:[Cc]hủ trì|[Đđ]ầu mối|[Tt]ham mưu|[Tt]hực hiện|[Pp]hụ trách|[Cc]hịu trách nhiệm)"
    r"(?:\s(?:chính|thực hiện|tham mưu|tổ chức|triển khai|chủ trì)){0,2}\s?:\s?"
    r"|[Pp]hân công(?:\sthực hiện|\snhiệm vụ)?\s?:\s?"
)
_PARTNERS = re.compile(rf"[-+*\s]*{_BODY}?[Pp]hối hợp(?:\s(?:thực hiện|tổ chức|triển khai)){{0,2}}\s?:\s?")
_TIME = re.compile(r"[-+*\s]*(?:[Tt]hời gian|[Tt]hời hạn|[Tt]iến độ)[^:.;]{0,40}:\s?")
_PRODUCT = re.compile(r"[-+*\s]*(?:[Ss]ản phẩm|[Kk]ết quả)[^:.;]{0,40}:\s?")
_STARTS = re.compile(r"[.;(]\s?(?=\w)")


def field_owner(text: str, start: int, end: int) -> Subject | None:
    """The agencies of a field such as `Cơ quan chủ trì: …` that stands in `text[start:end]`."""
    if text.find(":", start, end) < 0:
        return None
    for place in _places(text, start, end):
        match = _OWNER.match(text, place, end)
        if match is None:
            continue
        listed = _names(text, match.end(), end)
        if listed:
            return Subject(listed, match.start())
    return None


def bracketed_owner(text: str, start: int, end: int) -> Subject | None:
    """The agencies of a bracket such as `(Sở Tài chính chủ trì, phối hợp với …)`."""
    openings = vocabulary().openings
    place = text.find("(", start, end)
    for _ in range(_MOST_BRACKETS):
        if place < 0:
            break
        reader = NameReader(text, place + 1, end)
        if reader.reach(1) and openings.fits(reader.low[0], reader.low[1]):
            read = read_list(reader, 0)
            if read and reader.reach(read[1]) and verb_follows(reader, read[1]):
                return Subject(read[0], reader.start(read[1]))
        place = text.find("(", place + 1, end)
    return None


def partners_field(text: str, span: Span) -> tuple[str, ...]:
    """The names of a line `Cơ quan phối hợp: …`; empty for any other line."""
    match = _PARTNERS.match(text, *span)
    listed = _names(text, match.end(), span[1]) if match else None
    return listed.names if listed else ()


def time_field(text: str, span: Span) -> str | None:
    """What a line `Thời gian thực hiện: …` says."""
    return _value(_TIME, text, span)


def product_field(text: str, span: Span) -> str | None:
    """What a line `Sản phẩm: …` says."""
    return _value(_PRODUCT, text, span)


def is_field(text: str, span: Span) -> bool:
    """Whether a sentence is a field that goes on with the duty before it: `Cơ quan phối hợp: …`, `Thời gian: …`."""
    return any(pattern.match(text, *span) for pattern in (_PARTNERS, _TIME, _PRODUCT))


def _value(pattern: re.Pattern[str], text: str, span: Span) -> str | None:
    match = pattern.match(text, *span)
    return text[match.end() : span[1]].strip(" .;") or None if match else None


def _places(text: str, start: int, end: int) -> list[int]:
    while start < end and text[start] in " -+*":
        start += 1
    return [start, *(match.end() for match in _STARTS.finditer(text, start, end))]


def _names(text: str, start: int, end: int) -> AgencyList | None:
    listed = list_names(NameReader(text, start, end), 0, bare_units=True)
    if listed is None:
        return None
    return AgencyList(
        names=tuple(name.text for name in listed.names),
        spans=tuple((name.start, name.end) for name in listed.names),
        end=listed.names[-1].end,
        confidence=min(name.confidence for name in listed.names),
        doubts=tuple(name.doubt for name in listed.names if name.doubt),
        start=listed.names[0].start,
    )
