"""Those that a duty is to be carried out with: the names behind `phối hợp với`, `cùng với`, `cơ quan phối hợp:`."""

from __future__ import annotations

import re

from vanban.agencies import list_names
from vanban.names import NameReader

_WITH = re.compile(
    r"phối hợp(?:[,\s]+(?!với\b|cùng\b|các\b|tổ chức\b)[^\W\d]+){0,7}?[,\s]+(?:cùng với|với|cùng)\s(?:sự tham gia của\s)?"
    r"|phối hợp(?:\sthực hiện)?\s?:\s?"
    r"|phối hợp\s(?:chặt chẽ\s)?(?=các\s|[A-ZĐ])"
    r"|(?:,|\bvà)\scùng(?:\svới)?\s(?=các\s|[A-ZĐ])",
    re.IGNORECASE,
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
