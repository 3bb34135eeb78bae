"""The field (lĩnh vực) and pillar (trụ cột) that headings and duties speak of.

The stable codes stand in `documents.rules.fields`; here are the words by which they are guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from banggiao.documents.rules.fields import FIELDS, PILLARS
from banggiao.tasks import lexicon

__all__ = ["FIELDS", "PILLARS", "field_of", "pillar_of"]


def field_of(headings: Iterable[str], text: str = "") -> str:
    """The field that the nearest heading speaks of, else the text; empty where neither tells.

    `headings` run from the nearest to the farthest.

    >>> field_of(["Hội nhập quốc tế về kinh tế"]), field_of(["Sở Y tế"], "Vận động viện trợ phi chính phủ")
    ('economy', 'aid')
    """
    for heading in headings:
        code = "" if _AGENCY.match(heading) else _best("fields", heading)
        if code:
            return code
    return _best("fields", text)


def pillar_of(*texts: str) -> str:
    """The pillar whose words occur in the first text that has any; empty where none tells."""
    return next((code for text in texts if (code := _best("pillars", text))), "")


_AGENCY = re.compile(
    r"[\s\d.)-]*(?:(?:trách nhiệm của|đề nghị)\s)?"
    r"(?:các )?(?:sở|công an|bộ chỉ huy|ban chỉ huy|ban quản lý|ủy ban|ubnd|ubmttq|cục|hội|liên hiệp|văn phòng)"
    r"\s(?!nhập)",
    re.IGNORECASE,
)
"""`2. Sở Tài chính` is a heading that names an agency, which has duties in many fields."""


def _best(vocabulary: str, text: str) -> str:
    """The code of the longest words that occur in a text, of the first where several are as long."""
    pattern, codes = _vocabulary(vocabulary)
    longest = max(pattern.findall(" ".join(text.lower().split())), key=len, default="")
    return codes.get(longest, "")


@cache
def _vocabulary(name: str) -> tuple[re.Pattern[str], dict[str, str]]:
    codes = {words: row[0] for row in lexicon.rows(name) for words in row[1:]}
    longest_first = sorted(codes, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b"), codes
