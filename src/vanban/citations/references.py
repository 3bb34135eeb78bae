"""Which mentions are one document: the identity key is kind, number with symbol, and year.

State documents restart their numbers every year, Party documents every term; a mention without a date therefore
means the one last mentioned with a date, and a number alone the last document of that number and kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from vanban.citations import document_kinds
from vanban.citations.document_kinds import Kind

_DIGITS = re.compile(r"0*([0-9]*[a-e]?)")
_LETTER = "Công văn"
"""The kind of a number whose symbol names an agency only."""


class Reference(NamedTuple):
    """What a mention says about which document it means.

    `root` is the family of its kind, `digits` the bare number, `key` number and symbol for comparison, `year` that of
    the date or the symbol; `full` tells whether it has a symbol.
    """

    root: str
    digits: str
    key: str
    year: str | None
    full: bool


def reference(kind: Kind | None, number: str, type_: str, year: str | None) -> Reference:
    """A mention's part in the resolution; `type_` is the first part of its symbol, empty for a number alone."""
    right = type_
    if type_:
        kind = kind or document_kinds.of_symbol(type_)
        right = document_kinds.corrected(type_)
    match = _DIGITS.match(number)
    digits = match.group(1) if match else ""
    key = folded(number.replace(type_, right, 1) if right != type_ else number)
    return Reference(kind.root if kind else _LETTER, digits, key, year, bool(type_))


def keys(references: Sequence[Reference]) -> list[str]:
    """For each mention, in reading order, the key `kind|number|year` of its document; unknown parts stay empty."""
    known: dict[tuple[str, ...], list[int]] = {}
    for place, reference in enumerate(references):
        if reference.full:
            for handle in _handles(reference):
                known.setdefault(handle, []).append(place)
    return [_key(place, reference, references, known) for place, reference in enumerate(references)]


def _handles(reference: Reference) -> list[tuple[str, ...]]:
    """What a mention may know of a document: its bare number, also with the year; its symbol, where it is dated."""
    root, digits, key, year, _ = reference
    handles: list[tuple[str, ...]] = [("number", root, digits)]
    if year:
        handles += [("dated", root, digits), ("dated", root, digits, year), ("symbol", root, key)]
    return handles


def _key(
    place: int, reference: Reference, references: Sequence[Reference], known: dict[tuple[str, ...], list[int]]
) -> str:
    root, digits, key, year, full = reference
    if full:
        wanted: list[tuple[str, ...]] = [] if year else [("symbol", root, key)]
    elif year:
        wanted = [("dated", root, digits, year), ("number", root, digits)]
    else:
        wanted = [("dated", root, digits), ("number", root, digits)]
    for handle in wanted:
        places = known.get(handle)
        if places:
            chosen = references[_nearest(place, places)]
            if year and chosen.year not in {None, year}:
                continue
            key, year = chosen.key, year or chosen.year
            break
    return f"{root.lower()}|{key}|{year or ''}"


def _nearest(place: int, places: list[int]) -> int:
    """The last one before `place`, else the first behind it."""
    before = bisect_left(places, place)
    return places[before - 1] if before else places[0]


def folded(number: str) -> str:
    """A number for comparison: no white space, small letters, no leading zeros."""
    return "".join(number.split()).lower().lstrip("0")
