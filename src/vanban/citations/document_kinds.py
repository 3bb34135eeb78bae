"""Kinds of documents and the symbols that stand for them: `Chương trình hành động`, `CTr`.

Names and symbols are data (`lexicon/kinds.txt`, `lexicon/symbols.txt`). The root of a kind is what it is called in
short, so that `Chương trình hành động số 479-CTr/TU` and `Chương trình số 479` are the same document.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from vanban import lexicon
from vanban.text import bare

_LONGEST = 48
"""Characters in the longest kind of the lexicon, with room for what is added to it."""


class Kind(NamedTuple):
    """A kind as it is called (`Chương trình hành động`), its root, and whether a number alone may follow `số`."""

    name: str
    root: str
    numbered: bool
    descriptive: bool = False
    """A wording such as `Kế hoạch công tác`: the kind only where the number follows at once."""


class Found(NamedTuple):
    """A kind at the end of a stretch of text; `length` characters long, `exact` as the lexicon spells it."""

    kind: Kind
    length: int
    exact: bool


def _kinds() -> dict[str, Kind]:
    kinds = {}
    for name, *rest in lexicon.rows("kinds"):
        root, flag = (*rest, "", "")[:2]
        kinds[name.lower()] = Kind(name, root or name, flag != "số", flag == "mô tả")
    return kinds


_KINDS = _kinds()


def _by_last_word(names: list[str]) -> dict[str, tuple[str, ...]]:
    by_last: dict[str, list[str]] = {}
    for name in names:
        by_last.setdefault(name.rpartition(" ")[2], []).append(name)
    return {last: tuple(sorted(found, key=len, reverse=True)) for last, found in by_last.items()}


_BY_LAST = _by_last_word(list(_KINDS))
_EXACT = {name: Found(kind, len(name), True) for name, kind in _KINDS.items()}
_BARE = {bare(name): name for name in sorted(_KINDS, key=len, reverse=True) if " " in name}
"""Kinds of two words and more without their tones, the longest first."""
_BARE_ENDINGS = frozenset(name.replace(" ", "")[-3:] for name in _BARE)
_BY_ROOT: dict[str, tuple[str, ...]] = {}
for _name, _kind in _KINDS.items():
    if not _kind.descriptive:
        _BY_ROOT[_kind.root] = (*_BY_ROOT.get(_kind.root, ()), _name)

_SYMBOLS = {row[0]: (row[1], (*row, "", "")[2]) for row in lexicon.rows("symbols")}
_SYMBOLS_FOLDED = {symbol.casefold(): entry for symbol, entry in reversed(_SYMBOLS.items())}

LAST_WORDS = frozenset(_BY_LAST)
"""Last words of the kinds, in small letters: a cheap look before a number that has no `số`."""


def at_end(text: str) -> Found | None:
    """The longest kind that `text` ends with, also abbreviated (`NĐ`), also without its proper tones (`Kể hoạch`)."""
    text = text[-_LONGEST:]
    low = text.lower()
    if len(low) != len(text):  # letters of other scripts may grow in small form; offsets would be wrong
        return None
    last = low.rpartition(" ")[2]
    for name in _BY_LAST.get(last, ()):
        if low.endswith(name) and _begins_word(text, len(text) - len(name)):
            return _EXACT[name]
    word = text.rpartition(" ")[2].lstrip("(“\"'")
    if len(word) > 1 and word in _SYMBOLS and word.isupper():
        root = _SYMBOLS[word][0]
        return Found(_KINDS[root.lower()], len(word), True)
    return _misspelt(low)


def _begins_word(text: str, start: int) -> bool:
    return start == 0 or not text[start - 1].isalnum() or (text[start].isupper() and text[start - 1].islower())


@lru_cache(maxsize=4_096)
def _misspelt(low: str) -> Found | None:
    """A kind with wrong tones or lost blanks: `Kể hoạch`, `Kếhoạch`."""
    if bare(low[-3:]) not in _BARE_ENDINGS:
        return None
    plain = bare(low)
    if len(plain) != len(low):
        return None
    dense = plain.replace(" ", "")
    for name in _BARE:
        letters = name.replace(" ", "")
        if dense.endswith(letters):
            length = len(letters)
            while length < len(plain) and len(plain[-length:].replace(" ", "")) < len(letters):
                length += 1
            return Found(_KINDS[_BARE[name]], length, False)
    return None


def nearest(text: str, root: str) -> tuple[int, Kind] | None:
    """The last mention of a kind of that root in `text`, with its place.

    A title may stand between the kind and its number: `Luật Thỏa thuận quốc tế số 70/2020/QH14`.
    """
    low = text.lower()
    if len(low) != len(text):
        return None
    best: tuple[int, Kind] | None = None
    for name in _BY_ROOT.get(root, ()):
        place = low.rfind(name)
        if place >= 0 and text[place].isupper() and (best is None or (place, len(name)) > (best[0], len(best[1].name))):
            best = place, _KINDS[name]
    return best


def of_symbol(symbol: str) -> Kind | None:
    """The kind that the first part of a symbol stands for: `NQ` → Nghị quyết, `QH14` → Luật; None for an agency's."""
    entry = _entry(symbol)
    return entry[0] if entry else None


def corrected(symbol: str) -> str:
    """The symbol as it should read: `KT` → `KL`; others as they are."""
    entry = _entry(symbol)
    return entry[1] or symbol if entry else symbol


@lru_cache(maxsize=512)
def _entry(symbol: str) -> tuple[Kind, str] | None:
    """The kind that a symbol stands for, and how the symbol should read."""
    symbol = symbol.rstrip("0123456789")
    entry = _SYMBOLS.get(symbol) or _SYMBOLS_FOLDED.get(symbol.casefold())
    return (_KINDS[entry[0].lower()], entry[1]) if entry else None
