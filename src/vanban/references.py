"""Which mentions are one document: the identity key is kind, number with symbol, and year.

State documents restart their numbers every year, Party documents every term; a mention without a date therefore
means the one last mentioned with a date, and a number alone the last document of that number and kind.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from vanban import document_kinds

_DIGITS = re.compile(r"0*([0-9]*[a-e]?)")


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


def reference(kind: str | None, number: str, type_: str, year: str | None) -> Reference:
    """A mention's part in the resolution; `type_` is the first part of its symbol, empty for a number alone."""
    known = document_kinds.of_symbol(type_) if type_ else None
    root = document_kinds.root_of(kind) if kind else (known.root if known else "Công văn")
    right = document_kinds.corrected(type_) if known else type_
    match = _DIGITS.match(number)
    digits = match.group(1) if match else ""
    key = folded(number.replace(type_, right, 1) if right != type_ else number)
    return Reference(root, digits, key, year, bool(type_))


def keys(references: Sequence[Reference]) -> list[str]:
    """For each mention, in reading order, the key `kind|number|year` of its document; unknown parts stay empty."""
    full: dict[tuple[str, str], list[tuple[int, Reference]]] = {}
    for place, reference in enumerate(references):
        if reference.full:
            full.setdefault((reference.root, reference.digits), []).append((place, reference))
    return [_key(place, reference, full) for place, reference in enumerate(references)]


def _key(place: int, reference: Reference, full: dict[tuple[str, str], list[tuple[int, Reference]]]) -> str:
    key, year = reference.key, reference.year
    if year is None or not reference.full:
        known = full.get((reference.root, reference.digits), [])
        same = [entry for entry in known if not reference.full or entry[1].key == key]
        chosen = _nearest(place, [entry for entry in same if entry[1].year and year in {None, entry[1].year}])
        chosen = chosen or (None if reference.full else _nearest(place, same))
        if chosen:
            key, year = chosen.key, chosen.year
    return f"{reference.root.lower()}|{key}|{year or ''}"


def _nearest(place: int, entries: list[tuple[int, Reference]]) -> Reference | None:
    """The last one before `place`, else the first behind it."""
    before = bisect_left(entries, place, key=itemgetter(0))
    return entries[before - 1][1] if before else (entries[0][1] if entries else None)


def folded(number: str) -> str:
    """A number for comparison: no white space, small letters, no leading zeros."""
    return "".join(number.split()).lower().lstrip("0")
