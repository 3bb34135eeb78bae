"""How names of agencies are compared: without case, tones and joints, with and without their place.

`Công an tỉnh Lam Giang` is written `Công an tỉnh`, `Công an Lam Giang`, `công an tỉnh LAM GIANG`, `CA tỉnh`. From each
name on record all forms are made beforehand, so that comparing is looking up. The general vocabulary (abbreviations,
misspellings) is that of `vanban.agencies`; the province's own names come from the record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from banggiao.agencies.rules import split_place
from vanban.agencies import canonical
from vanban.text import bare, fold

_WORD = re.compile(r"\w+")
_JOINTS = frozenset({"va"})
_OFFICES = re.compile(r"^(?:đ/c\s+|đồng chí\s+)", re.IGNORECASE)


@dataclass(frozen=True)
class Seat:
    """The place whose body an agency is: `huyện`, `Thượng Lam`; both empty for bodies of the centre."""

    unit: str = ""
    proper: str = ""

    @classmethod
    def of(cls, place: str) -> Seat:
        return cls(*split_place(place)) if place else cls()

    @property
    def full(self) -> str:
        return f"{self.unit} {self.proper}".strip()


@dataclass(frozen=True)
class Form:
    """One way of writing a name; `needs_place` where it fits several agencies unless one knows whose plan is read."""

    key: str
    needs_place: bool = False


def key(name: str) -> str:
    """What is compared of a name: its words without case, tones, `và`, commas, hyphens."""
    return " ".join(word for word in _WORD.findall(bare(fold(name))) if word not in _JOINTS)


def toned_key(name: str) -> str:
    """As `key`, but with tones: by it a misspelt tone is told from a name typed without any."""
    return " ".join(word for word in _WORD.findall(fold(name).lower()) if word != "và")


def spellings(written: str) -> tuple[str, ...]:
    """A name as written, and its form in the general vocabulary where it has another."""
    clean = _OFFICES.sub("", fold(written)).strip(" .,;:-–")
    known = canonical(clean)
    return (clean,) if known is None or known == clean else (clean, known)


@lru_cache(maxsize=16384)
def forms(name: str, seat: Seat, *, is_official: bool = True) -> tuple[Form, ...]:
    """All ways in which an agency's name may be written, by its place.

    Only official names are led to the general vocabulary: there `BĐBP` is one name of the border guard, which a
    province may have given up.
    """
    written = spellings(name) if is_official else (name,)
    found = (form for spelling in written for form in _placed(key(spelling), seat))
    return tuple(dict.fromkeys(form for form in found if form.key))


def _placed(words: str, seat: Seat) -> Iterator[Form]:
    yield Form(words)
    if not seat.unit:
        return
    full, proper, unit = key(seat.full), key(seat.proper), key(seat.unit)
    stem = _without(words, (full, proper, unit))
    yield Form(f"{stem} {full}")
    yield Form(f"{stem} {proper}")
    yield Form(f"{stem} {unit}", needs_place=True)
    yield Form(stem, needs_place=True)


def _without(words: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if words.endswith(" " + ending):
            return words[: -len(ending) - 1]
    return words


def distance(one: str, other: str, most: int) -> int:
    """Letters to add, drop, change or swap with a neighbour until two keys are equal; `most + 1` if more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, its in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != its))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]


def slips_allowed(words: str) -> int:
    """How many slips a name of that length may hold and still be the same: none in abbreviations, two in long ones."""
    if len(words) < 8:
        return 0
    return 1 if len(words) < 18 else 2


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words of two names, 0 to 1 (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
