"""Sentences and clauses of a paragraph, as places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Span

_STOP = re.compile(r"[.…!?]\.{0,2}[”\")]?\s+(?=[“\"(]?[^\W\d_])")
_SHORT = frozenset({"tp", "tx", "ts", "ths", "pgs", "gs", "bs", "ks", "v", "vv", "mr", "mrs", "dr", "st", "đ", "stt"})
"""Abbreviations that end with a stop inside a sentence (`TP. Hà Tĩnh`)."""
_SEMICOLON = re.compile(r";\s+")


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]`, each up to its stop.

    A stop counts before a capital letter and not behind an abbreviation: `TP. Hồ Chí Minh`, `A. Nguyễn`.
    """
    begin = start
    for match in _STOP.finditer(text, start, end):
        following = text[match.end()] if text[match.end()] not in '“"(' else text[match.end() + 1 : match.end() + 2]
        if not following.isupper() or _is_abbreviated(text, begin, match.start(), text[match.start()]):
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end


def clauses(text: str, start: int, end: int) -> Iterator[Span]:
    """The parts of a sentence between its semicolons; those inside brackets do not count."""
    begin, depth, counted = start, 0, start
    for match in _SEMICOLON.finditer(text, start, end):
        depth = max(0, depth + text.count("(", counted, match.start()) - text.count(")", counted, match.start()))
        counted = match.start()
        if depth == 0:
            yield begin, match.end()
            begin = match.end()
    if begin < end:
        yield begin, end


def _is_abbreviated(text: str, begin: int, stop: int, mark: str) -> bool:
    if mark != "." or text[stop : stop + 2] == "..":
        return False
    word = text[max(begin, stop - 5) : stop].rpartition(" ")[2].lstrip("(")
    return word.casefold() in _SHORT or (len(word) == 1 and word.isupper())
