"""Which words of a page's picture are which stretch of the text that was read from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_WORD = re.compile(r"[^\s|]+")
_SIGNS = re.compile(r"\W+")

_MOST_WORDS = 4_000
"""Words of one page; a page of 6-point print holds about 2,500."""

Placed = tuple[int, int, int]
"""The number of a word on the page, and the stretch of text that it is."""


def aligned(words: Sequence[str], text: str, offset: int = 0) -> list[Placed]:
    """The words of a page that stand in `text`, in their order; `offset` is where the text begins in its source.

    What was left out of the text (page numbers, running heads) or mended (a word broken at the end of a line) has no
    place; columns that were read in another order lose the smaller part.

    >>> aligned(["2", "Chủ", "trì,", "phối", "hợp"], "- Chủ trì, phối hợp", 100)
    [(1, 102, 105), (2, 106, 110), (3, 111, 115), (4, 116, 119)]
    >>> aligned(["số", "14/QĐ-", "TTg", "ngày"], "số 14/QĐ-TTg ngày")
    [(0, 0, 2), (1, 3, 12), (2, 3, 12), (3, 13, 17)]
    """
    found = list(_WORD.finditer(text))[:_MOST_WORDS]
    ours = [_plain(match.group()) for match in found]
    theirs = [_plain(word) for word in words[:_MOST_WORDS]]
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    placed: list[Placed] = []
    last_a = last_b = 0
    for block in matcher.get_matching_blocks():
        if _is_one_word(theirs[last_a : block.a], ours[last_b : block.b]):
            start, end = found[last_b].start(), found[block.b - 1].end()
            placed += [(index, offset + start, offset + end) for index in range(last_a, block.a)]
        for step in range(block.size):
            match = found[block.b + step]
            placed.append((block.a + step, offset + match.start(), offset + match.end()))
        last_a, last_b = block.a + block.size, block.b + block.size
    return placed


def _is_one_word(theirs: Sequence[str], ours: Sequence[str]) -> bool:
    """Whether a gap between equal words holds the same letters, cut otherwise: `14/2020/QĐ-` `TTg`."""
    return bool(ours) and "".join(theirs) == "".join(ours)


def _plain(word: str) -> str:
    """A word as it is compared: signs beside it are often set apart on one side only."""
    return _SIGNS.sub("", word).casefold() or word
