"""Footnotes of a PDF page: out, as in DOCX; they would stand in the middle of a paragraph that goes on overleaf."""

from __future__ import annotations

import re
from typing import Final

from vanban.extract.page import Page, Rule
from vanban.extract.pdf_layout import character_width

_RULE_WIDTHS: Final = (0.1, 0.4)
"""Share of the page's width that the rule above footnotes takes: Word draws 51 mm, LibreOffice a quarter."""

_LOWER_PART: Final = 0.4
"""Footnotes begin below this share of the page's height."""

_THIN: Final = 3.0
_SMALLER: Final = 0.93
"""Footnotes are set in 10 or 11 points below a text of 13 or 14."""

_MARK: Final = re.compile(r"\(?\d{1,3}[).]?|\[\d{1,3}\]|\*")


def without(page: Page) -> Page:
    """The page without its footnotes."""
    for rule in page.rules:
        if not _may_part(page, rule):
            continue
        below = [word for word in page.words if word.y > rule.y0]
        above = [word for word in page.words if word.y <= rule.y0]
        if not below or not above:
            continue
        first = min(below, key=lambda word: (round(word.y / 4), word.x0))
        if not (_MARK.match(first.text) and first.x0 < rule.x1):
            continue
        if character_width(below) <= _SMALLER * character_width(above):
            return page._replace(words=above)
    return page


def _may_part(page: Page, rule: Rule) -> bool:
    """Whether a rule may be the one above footnotes: level, short, low on the page, and touching no other."""
    if rule.y1 - rule.y0 > _THIN or rule.y0 < _LOWER_PART * page.height:
        return False
    if not _RULE_WIDTHS[0] <= (rule.x1 - rule.x0) / page.width <= _RULE_WIDTHS[1]:
        return False
    return not any(
        other.x1 - other.x0 <= _THIN and other.y0 - _THIN <= rule.y0 <= other.y1 + _THIN for other in page.rules
    )
