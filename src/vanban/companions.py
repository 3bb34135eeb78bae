"""Those that a duty is to be carried out with: the names behind `phối hợp với`, `cùng với`, `cơ quan phối hợp:`."""

from __future__ import annotations

import re

from vanban.agencies import list_names
from vanban.names import NameReader

_NAME = "(?=các\\s|Các\\s|[A-ZĐ])"
_WITH = re.compile(
    r"[Pp]hối hợp(?:[,\s]+(?!với\b|cùng\b|các\b|tổ chức\b)[^\W\d]+){0,7}?[,\s]+(?:cùng với|với|cùng)\s(?:sự tham gia của\s)?"
    r"|[Pp]hối hợp(?:\sthực hiện)?\s?:\s?"
    rf"|[Pp]hối hợp\s(?:chặt chẽ\s)?{_NAME}"
    rf"|(?:[,;]\s|\bvà\s)[Cc]ùng(?:\svới)?\s{_NAME}"
)


def companions(flat: str, start: int, end: int) -> tuple[str, ...]:
    """The names in `flat[start:end]` that stand behind words of working together, each once, in reading order."""
    names: dict[str, None] = {}
    for match in _WITH.finditer(flat, start, end):
        reader = NameReader(flat, match.end(), end)
        listed = list_names(reader, 0, bare_units=True)
        if listed:
            names.update((name.text, None) for name in listed.names)
    return tuple(names)
