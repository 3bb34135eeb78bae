"""The fields of a finding, kind by kind: their names, their shapes, and what is refused.

Fields travel as JSON. What people or programs send passes `clean_fields`, so that whoever reads them later
(the review, the confirmation) meets known names with values of one shape only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from banggiao.documents.rules.states import FindingKind

Json = dict[str, Any]

ROLES = ("lead", "coordinate", "request", "implement")
MODES = ("assign", "request")
RHYTHMS = ("year", "half-year", "quarter", "month", "once", "ad-hoc", "permanent")
DUTIES = ("report", "act")
FIELDS = {
    "management": "Chỉ đạo, quản lý thống nhất",
    "politics": "Chính trị đối ngoại",
    "defence-security": "Quốc phòng, an ninh",
    "economy": "Ngoại giao kinh tế, hội nhập quốc tế",
    "culture": "Ngoại giao văn hóa",
    "consular": "Lãnh sự, bảo hộ công dân",
    "border": "Biên giới lãnh thổ",
    "information": "Thông tin đối ngoại",
    "press": "Báo chí nước ngoài",
    "diaspora": "Người Việt Nam ở nước ngoài",
    "aid": "Viện trợ, phi chính phủ nước ngoài",
    "training": "Đào tạo, bồi dưỡng",
    "inspection": "Kiểm tra, thanh tra",
}
"""Stable codes of the fields of work; the headings of single plans differ and are mapped to them."""
PILLARS = {
    "party": "Đối ngoại Đảng",
    "state": "Ngoại giao Nhà nước",
    "people": "Đối ngoại nhân dân",
}

_LONGEST = 20_000
_MOST_AGENCIES = 60


class InvalidFields(ValueError):
    """A field that cannot be kept; `field` names it, the message is a sentence for the person who typed it."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True)
class AgencyMention:
    """An agency as written, and which agency or group of the catalogue it was resolved to, how surely.

    `doubt` says in words why it is unsure; `span` is its place in the source text.
    """

    written: str
    agency_id: int | None = None
    group_id: int | None = None
    confidence: float = 1.0
    doubt: str = ""
    span: tuple[int, int] | None = None

    @property
    def known(self) -> bool:
        return self.agency_id is not None or self.group_id is not None

    def as_json(self) -> Json:
        return {
            "written": self.written,
            "agency_id": self.agency_id,
            "group_id": self.group_id,
            "confidence": round(self.confidence, 2),
            "doubt": self.doubt,
            "span": list(self.span) if self.span else None,
        }


def mentions(fields: Mapping[str, Any], name: str = "agencies") -> tuple[AgencyMention, ...]:
    """The agencies of a finding; `name` is `agencies`, `partners`, `by` or `to`."""
    return tuple(_mention(name, entry) for entry in fields.get(name) or ())


def clean_fields(kind: FindingKind, fields: Mapping[str, Any]) -> Json:
    """The fields of a finding of that kind, every name present; unknown names are left out.

    Raises InvalidFields where a value has the wrong shape.
    """
    return {name: clean(name, fields.get(name)) for name, clean in _SHAPES[kind].items()}


# -- shapes -------------------------------------------------------------------------------------------------------

Shape = Callable[[str, Any], Any]


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise InvalidFields(name, "Nội dung phải là chữ và không dài quá 20.000 ký tự.")
    return " ".join(value.replace("\x00", "").split())


def _one_of(choices: tuple[str, ...] | Mapping[str, str]) -> Shape:
    def clean(name: str, value: Any) -> str:
        if value in (None, ""):
            return ""
        if value not in choices:
            raise InvalidFields(name, "Giá trị này không có trong danh sách được chọn.")
        return str(value)

    return clean


def _whole(least: int, most: int) -> Shape:
    def clean(name: str, value: Any) -> int | None:
        if value in (None, ""):
            return None
        try:
            number = int(str(value))
        except ValueError:
            raise InvalidFields(name, "Hãy ghi một số nguyên.") from None
        if not least <= number <= most:
            raise InvalidFields(name, f"Số phải từ {least} đến {most}.")
        return number

    return clean


def _number(name: str, value: Any) -> int | float | None:
    if value in (None, ""):
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise InvalidFields(name, "Hãy ghi một số.")
    try:
        number = float(value)
    except ValueError:
        raise InvalidFields(name, "Hãy ghi một số.") from None
    if not abs(number) < 1e18:  # beyond any budget; also turns away inf and nan
        raise InvalidFields(name, "Số này quá lớn.")
    return int(number) if number == int(number) else number


def _day(name: str, value: Any) -> str | None:
    """A whole date as ISO text."""
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise InvalidFields(name, "Hãy ghi ngày dạng 25/5/2026.") from None


def _partial_day(name: str, value: Any) -> str | None:
    """An ISO date that may lack day and month (`2023`, `2023-04`)."""
    if value in (None, ""):
        return None
    written = str(value)
    _day(name, written + "-01-01"[(len(written) - 4) // 3 * 3 :] if len(written) in {4, 7} else written)
    return written


def _flag(_name: str, value: Any) -> bool:
    return value in (True, "true", "on", "1", 1)


def _texts(name: str, value: Any) -> list[str]:
    return [text for text in (_text(name, entry) for entry in _entries(name, value)) if text]


def _spans(name: str, value: Any) -> list[list[int]]:
    return [list(_span(name, entry)) for entry in _entries(name, value)]


def _agencies(name: str, value: Any) -> list[Json]:
    return [_mention(name, entry).as_json() for entry in _entries(name, value)]


def _entries(name: str, value: Any) -> Iterator[Any]:
    if value is None:
        return iter(())
    if not isinstance(value, list | tuple) or len(value) > 5_000:
        raise InvalidFields(name, "Danh sách này không đúng dạng.")
    return iter(value)


def _mention(name: str, entry: Any) -> AgencyMention:
    if isinstance(entry, AgencyMention):
        return entry
    if not isinstance(entry, Mapping):
        raise InvalidFields(name, "Cơ quan không đúng dạng.")
    written = _text(name, entry.get("written"))
    if not written:
        raise InvalidFields(name, "Cơ quan chưa có tên.")
    span = entry.get("span")
    known = _whole(1, 2**62)
    return AgencyMention(
        written=written,
        agency_id=known(name, entry.get("agency_id")),
        group_id=known(name, entry.get("group_id")),
        confidence=float(_number(name, entry.get("confidence", 1.0)) or 0.0),
        doubt=_text(name, entry.get("doubt")),
        span=_span(name, span) if span else None,
    )


def _span(name: str, value: Any) -> tuple[int, int]:
    if not isinstance(value, list | tuple) or len(value) != 2 or not all(isinstance(part, int) for part in value):
        raise InvalidFields(name, "Vị trí trong văn bản không đúng dạng.")
    return int(value[0]), int(value[1])


def _owners(name: str, value: Any) -> list[Json]:
    listed = _agencies(name, value)
    if len(listed) > _MOST_AGENCIES:
        raise InvalidFields(name, f"Một nhiệm vụ không giao quá {_MOST_AGENCIES} cơ quan; hãy dùng tên nhóm.")
    return listed


_SHAPES: dict[FindingKind, dict[str, Shape]] = {
    FindingKind.ASSIGNMENT: {
        "what": _text,
        "role": _one_of(ROLES),
        "mode": _one_of(MODES),
        "agencies": _owners,
        "partners": _owners,
        "field": _one_of(FIELDS),
        "pillar": _one_of(PILLARS),
        "deadline": _text,
        "deadline_date": _day,
        "rhythm": _one_of(RHYTHMS),
        "continuous": _flag,
        "product": _text,
    },
    FindingKind.DEADLINE: {
        "rhythm": _one_of(RHYTHMS),
        "month": _whole(1, 12),
        "day": _whole(1, 31),
        "year": _whole(1900, 2200),
        "duty": _one_of(DUTIES),
        "by": _owners,
        "to": _owners,
    },
    FindingKind.TARGET: {
        "minimum": _number,
        "maximum": _number,
        "unit": _text,
        "year": _whole(1900, 2200),
    },
    FindingKind.PARTNER: {"names": _texts, "kind": _text, "country": _text, "mentions": _spans},
    FindingKind.CITATION: {
        "kind": _text,
        "number": _text,
        "date": _partial_day,
        "issuer": _text,
        "document": _text,
    },
    FindingKind.CONTENT: {
        "heading": _text,
        "covered": _flag,
        "named": _owners,
        "field": _one_of(FIELDS),
    },
    FindingKind.HEADING: {"marker": _text, "level": _whole(0, 50), "field": _one_of(FIELDS)},
}
