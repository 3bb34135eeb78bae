"""Those that a duty is to be carried out with: the names behind `phối hợp với`, `cùng với`, `cơ quan phối hợp:`.

Also whom an agency meets, patrols or takes counsel with: `giao ban với lực lượng chức năng đối diện`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.agencies import list_names, may_name
from vanban.agencies.names import NameReader

_JOINTLY = re.compile(
    r"hối hợp(?:[,\s]+(?!với\b|cùng\b|các\b|tổ chức\b)[^\W\d]+){0,7}?[,\s]+(?:cùng với|với|cùng)\s"
    r"(?:sự tham gia của\s)?"
    r"|hối hợp(?:\sthực hiện)?\s?:\s?"
    r"|hối hợp\s(?:chặt chẽ\s)?(?=các\s|[A-ZĐ])"
)
_WITH = "với "
_MEETING = re.compile(
    r"\b(?:giao ban|gặp(?: gỡ| mặt)?|hội ý|họp|trao đổi|tham vấn|đối thoại|tuần tra|diễn tập|hiệp đồng|thống nhất"
    r"|chia sẻ)\b",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"[,;.:(]\s")
_BEFORE_WITH = 70
"""Characters before `với` in which the verb may stand: `tuần tra song phương mỗi tháng một lần với …`."""
_TOGETHER = re.compile(r"ùng(?:\svới)?\s(?=các\s|[A-ZĐ])")


def companions(flat: str, start: int, end: int) -> tuple[str, ...]:
    """The names in `flat[start:end]` that stand behind words of working together, each once, in reading order."""
    names: dict[str, None] = {}
    for position in sorted((*_jointly(flat, start, end), *_together(flat, start, end))):
        if not may_name(flat, position):
            continue
        listed = list_names(NameReader(flat, position, end), 0, bare_units=True, any_capitals=True)
        if listed:
            names.update((name.text, None) for name in listed.names)
    for position in _meetings(flat, start, end):
        if not may_name(flat, position):
            continue
        listed = list_names(NameReader(flat, position, end), 0, bare_units=True)
        if listed:
            names.update((name.text, None) for name in listed.names)
    return tuple(names)


def _jointly(flat: str, start: int, end: int) -> Iterator[int]:
    """Where names may begin behind `phối hợp`."""
    position = flat.find("hối hợp", start, end)
    while position >= 0:
        match = _JOINTLY.match(flat, position, end)
        if match:
            yield match.end()
        position = flat.find("hối hợp", position + 1, end)


def _together(flat: str, start: int, end: int) -> Iterator[int]:
    """Where names begin behind `cùng` that opens a clause or goes on with one (`, cùng Thuế tỉnh …`)."""
    position = flat.find("ùng ", start, end)
    while position >= 0:
        match = _TOGETHER.match(flat, position, end)
        before = flat[max(start, position - 4) : position]
        if match and (before.endswith((", c", "; c", "và c", "; C")) or position == start + 1):
            yield match.end()
        position = flat.find("ùng ", position + 1, end)


def _meetings(flat: str, start: int, end: int) -> Iterator[int]:
    """Where names begin behind `gặp gỡ … với`, `trao đổi … với`."""
    position = flat.find(_WITH, start, end)
    while position >= 0:
        before = flat[max(start, position - _BEFORE_WITH) : position]
        if not before.endswith(("hối hợp ", "đối ", "ùng ")) and _MEETING.search(_CLAUSE_START.split(before)[-1]):
            yield position + len(_WITH)
        position = flat.find(_WITH, position + 1, end)
