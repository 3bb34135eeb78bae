"""Where a duty may be cut in two: behind the signs and before the words at which officials begin another one."""

from __future__ import annotations

import re
from itertools import pairwise

_PLACE = re.compile(
    r"(?<=[;.,:])\s+|\s+(?=(?:và|đồng thời|chủ trì|tham mưu|hướng dẫn|báo cáo|tổ chức)\s)", re.IGNORECASE
)
_GAP = re.compile(r"\s+")
_FEW = 2
"""Places below which every gap between words is offered."""

MOST_PLACES = 80


def cut_pieces(text: str) -> list[tuple[str, int]]:
    """The text up to each place where it may be cut, with the place; the last piece ends with the text.

    >>> cut_pieces("Rà soát; báo cáo trước 5/11")
    [('Rà', 2), ('soát;', 8), ('báo', 12), ('cáo', 16), ('trước', 22), ('5/11', 27)]
    >>> cut_pieces("Rà soát, bổ sung quy chế; tham mưu kinh phí; báo cáo")
    [('Rà soát,', 8), ('bổ sung quy chế;', 25), ('tham mưu kinh phí;', 44), ('báo cáo', 52)]
    """
    places = [match.start() for match in _PLACE.finditer(text) if 0 < match.start() < len(text.rstrip())]
    if len(places) < _FEW:
        places = [match.start() for match in _GAP.finditer(text) if 0 < match.start() < len(text.rstrip())]
    borders = [0, *sorted(set(places))[:MOST_PLACES], len(text)]
    return [(" ".join(text[start:end].split()), end) for start, end in pairwise(borders)]
